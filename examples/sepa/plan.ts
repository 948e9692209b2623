import { ibanOf, randomOf } from '../drawn.ts';

/** What the demo does, and what has to come of it: the same for the same seed and size. */

export type Door = 'GRAPHQL' | 'REST';

/** What the bank does to a debit. */
export type DebitFate = 'SETTLED' | 'REJECTED' | 'REJECTED_LATE' | 'RETURNED' | 'REFUNDED' | 'UNKNOWN_CODE';
/** In turn. */
const debitFates: readonly DebitFate[] = [
  ...(['SETTLED', 'REJECTED', 'REJECTED_LATE', 'RETURNED'] as const),
  ...(['SETTLED', 'REFUNDED', 'UNKNOWN_CODE'] as const),
];

/** How the customer transfers. */
const transferFates = [
  'STRUCTURED',
  'FREE_TEXT',
  'SPLIT',
  'UNDERPAID',
  'END_TO_END',
  'OVERPAID',
  'IN_PARTS',
  'MISSING',
  'TWICE',
  'WRONG',
  'NEVER',
] as const;
export type TransferFate = (typeof transferFates)[number];

export type Status = 'PAID' | 'REFUSED' | 'RETURNED' | 'REQUIRES_ACTION';

export const statusOfDebit: Readonly<Record<DebitFate, Status>> = {
  SETTLED: 'PAID',
  REJECTED: 'REFUSED',
  REJECTED_LATE: 'REFUSED',
  RETURNED: 'RETURNED',
  REFUNDED: 'RETURNED',
  UNKNOWN_CODE: 'RETURNED',
};

/** The exceptions are those that a person has to look at: the ones that are planted here, and no other. */
export const endOfTransfer: Readonly<
  Record<TransferFate, { readonly status: Status; readonly exception: string | null }>
> = {
  STRUCTURED: { status: 'PAID', exception: null },
  FREE_TEXT: { status: 'PAID', exception: null },
  SPLIT: { status: 'PAID', exception: null },
  END_TO_END: { status: 'PAID', exception: null },
  IN_PARTS: { status: 'PAID', exception: null },
  OVERPAID: { status: 'PAID', exception: 'OVERPAID' },
  TWICE: { status: 'PAID', exception: 'SURPLUS' },
  UNDERPAID: { status: 'REQUIRES_ACTION', exception: 'UNDERPAID' },
  MISSING: { status: 'REQUIRES_ACTION', exception: 'UNMATCHED_CREDIT' },
  WRONG: { status: 'REQUIRES_ACTION', exception: 'UNMATCHED_CREDIT' },
  NEVER: { status: 'REQUIRES_ACTION', exception: null },
};

export type PlannedCustomer = {
  readonly idSociete: string;
  readonly idClient: string;
  readonly name: string;
  readonly iban: string;
  readonly scheme: 'CORE' | 'B2B';
  readonly door: Door;
  readonly debit: { readonly amountCents: number; readonly fate: DebitFate };
  readonly transfer: { readonly amountCents: number; readonly fate: TransferFate; readonly dayOffset: number };
  /** What accounting records beside, null for most. */
  readonly recordedCents: number | null;
};

/** One is credited block by block and writes .08, the other debit by debit and writes .02. */
export const societes = ['1', '3'] as const;

export function planOf({
  seed,
  customers,
}: {
  readonly seed: number;
  readonly customers: number;
}): readonly PlannedCustomer[] {
  return Array.from({ length: customers }, (_, index): PlannedCustomer => {
    const turn = Math.floor(index / societes.length);
    const random = (what: string, limit: number): number => randomOf(`${seed} ${index} ${what}`, limit);
    const fate = debitFates[(turn + seed) % debitFates.length] ?? 'SETTLED';
    // Each amount is there once, so that a script of the bank can mean it alone.
    const amount = (what: string): number => (1 + random(what, 200)) * 1000 + index;
    return {
      idSociete: societes[index % societes.length] ?? '1',
      idClient: `C${String(1000 + index)}`,
      name: `${names[random('name', names.length)]} ${index + 1}`,
      iban: ibanOf(random('account', 10 ** 11)),
      // A debtor under B2B has no right to a refund.
      scheme: turn % 3 === 2 && fate !== 'REFUNDED' ? 'B2B' : 'CORE',
      door: turn % 2 === 0 ? 'GRAPHQL' : 'REST',
      debit: { amountCents: amount('debit'), fate },
      transfer: {
        amountCents: amount('transfer'),
        fate: transferFates[(turn + seed) % transferFates.length] ?? 'STRUCTURED',
        dayOffset: random('day', 6),
      },
      recordedCents: index % 4 === 0 ? amount('recorded') : null,
    };
  });
}

const names = ['Café du Commerce', 'Brasserie de l’Église', 'Hôtel & Bar', 'Le Bœuf', 'Épicerie Ölger', 'Chez Zoé'];
