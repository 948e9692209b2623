import type { Account } from '../accounting-rules.ts';
import { closedSet, type NameOf } from '../closed-set.ts';

export const bankRuleAction = closedSet(
  'BankRuleAction',
  'What is done with an entry of a statement that a rule places.',
  {
    LIST: 'The reconciliation lists it as not booked. The default for money that goes out.',
    IGNORE: 'The same, and the lists of the reconciliation leave it out: only their totals have it.',
    BOOK: 'The journal books it against the account of the rule.',
    EXCEPTION: 'A person has to look at it. The default for money that comes in.',
  },
);
export type BankRuleAction = NameOf<typeof bankRuleAction>;

/** What the company says of entries of its own account that are about no payment of the gateway. */
export type BankRule = {
  readonly name: string;
  /** `OUT`: the creditor is the other party; `IN`: the payer is. */
  readonly direction: 'OUT' | 'IN';
  /** A part of the name of the other party, or its IBAN. */
  readonly counterparty?: string | undefined;
  /** A part of the remittance text. */
  readonly text?: string | undefined;
  /** The bank's code, or its beginning: `PMNT/ICDT`. */
  readonly bankCode?: string | undefined;
  readonly action: BankRuleAction;
  /** Of `BOOK`. */
  readonly account?: Account | undefined;
};
