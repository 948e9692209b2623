import { Readable } from 'node:stream';
import { accountOfBooks, reconcileAccount } from '../../../src/modules/accounting/reconcile-account.ts';
import type { ReconciledDay } from '../../../src/modules/accounting/reconciliation.ts';
import type { Importing } from '../bank-statements/importing.ts';

/** The account of société 1, or of another one, against the bank. */
export async function reconciledDays(
  { store, services: { societes } }: Pick<Importing, 'store' | 'services'>,
  period = { from: '2026-11-20', to: '2027-01-31' },
  idSociete = '1',
): Promise<readonly ReconciledDay[]> {
  const account = accountOfBooks(societes, { idSociete, runMode: 'TEST' });
  if (!account) throw new Error(`société ${idSociete} has an account`);
  return Readable.from(reconcileAccount({ store, societes }, account, period)).toArray();
}

/** The day, the difference, and the lines that explain it. */
export const inWords = (days: readonly ReconciledDay[]): readonly (readonly (string | number)[])[] =>
  days.map(({ day, differenceCents, lines }) => [
    ...[day, differenceCents],
    ...lines.map(({ kind, amountCents }) => `${kind} ${amountCents}`),
  ]);
