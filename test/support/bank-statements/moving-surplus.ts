import type { BankExceptionKind } from '../../../src/modules/bank-statements/bank-import.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { type Importing, referenceOf } from './importing.ts';
import { credit, type WrittenDetail, type WrittenEntry } from './written-files.ts';

export const returnOfTransfer = { direction: 'DBIT', code: ['RCDT', 'RRTN'] } as const;

/** Transfers that come and go, each in a statement of its own that follows the one before, and what a person decides. */
export function movingSurplus(on: Importing) {
  let [statements, standing] = [0, 0];
  const decide = (kind: BankExceptionKind, decision: object) => on.decide({ ...decision }, kind);
  const moves = (amount: string, detail: WrittenDetail, change: Partial<WrittenEntry> = {}) => {
    const bankReference = `B${++statements}`;
    const opening = standing;
    standing += Math.round(Number(amount) * (change.direction === 'DBIT' ? -100 : 100));
    const entry = credit(amount, detail, { bankReference, ...change });
    return on.statement([entry], bankReference, { version: '02', opening, sequence: statements });
  };
  const comes = (amount: string, ...of: readonly Payment[]) =>
    moves(amount, { texts: [of.map(referenceOf).join(' ')] });
  return {
    ...{ decide, moves, comes },
    goes: (amount: string, of: Payment) => moves(amount, { texts: [referenceOf(of)] }, returnOfTransfer),
    assign: (kind: BankExceptionKind, { id }: Payment) => decide(kind, { resolution: 'ASSIGNED', payment: id }),
    statuses: (...payments: readonly Payment[]) => Promise.all(payments.map((one) => on.statusOf(one))),
    /** A payment of 10 EUR, whose reference comes with this amount. */
    overpaid: async (amount: string) => {
      const first = await on.transfer({ amountCents: 1000, idCommande: 'A1' });
      await comes(amount, first);
      return first;
    },
    lastReference: () => `B${statements}`,
    /** Of the bank account, in cents. */
    standing: () => standing,
    startAgain: () => {
      standing = 0;
    },
  };
}
