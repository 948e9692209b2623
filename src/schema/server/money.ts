import { formatMoney } from '../../kernel/money.ts';
import { builder } from '../builder.ts';
import { knownLocale } from './locale.ts';

const currency = 'EUR';

/** Given as cents. */
export const Money = builder.objectRef<number>('Money').implement({
  description: 'An amount of money.',
  fields: (t) => ({
    cents: t.field({ type: 'Cents', description: 'In cents.', resolve: (cents) => cents }),
    currency: t.string({ description: 'ISO 4217: always `EUR`.', resolve: () => currency }),
    formatted: t.string({
      description: 'For people, in their way of writing: `12,50 €`.',
      args: { locale: t.arg.string({ defaultValue: 'fr-FR', description: 'A BCP 47 language tag.' }) },
      resolve: (cents, { locale }) => formatMoney({ cents, currency }, knownLocale(locale ?? 'fr-FR')),
    }),
  }),
});
