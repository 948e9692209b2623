import type { ObjectFields } from '../builder.ts';
import { Money } from '../server/money.ts';

/** How many debits, and their sum. */
export const debitTotals = <Shape extends { readonly debits: number; readonly cents: number }>(
  t: ObjectFields<Shape>,
) => ({
  debits: t.int({ description: 'How many.', resolve: (shape) => (shape as Shape).debits }),
  total: t.field({
    type: Money,
    description: 'Their sum.',
    resolve: (shape) => (shape as Shape).cents,
  }),
});
