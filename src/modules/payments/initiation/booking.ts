import {
  type AccountingMeans,
  type AccountingRules,
  firstOpenDay,
  type PaymentAccounting,
} from '../../../kernel/accounting-rules.ts';
import { actingName, type Caller } from '../../../kernel/caller.ts';
import { InvalidInputError, type Issue } from '../../../kernel/errors.ts';
import { centsToDecimal } from '../../../kernel/money.ts';
import { addDays, parisDateOf } from '../../../kernel/sepa/target-calendar.ts';
import type { PaymentType } from '../../../kernel/vocabulary.ts';
import type { Initiation } from './initiation.ts';

/** `pieceReference` null: the payment's own reference, which is not known yet. */
export type ProposedAccounting = Omit<PaymentAccounting, 'pieceReference'> & { readonly pieceReference: string | null };

/** A cheque may be dated ahead, and not for ever. */
const longestAheadDays = 31;

/** The means of payment that follow from `type_paiement`, where the caller names none. */
const meansOfType: Readonly<Record<PaymentType, AccountingMeans | null>> = {
  DIRECT_SEPA: 'DIRECT_DEBIT',
  SEPA: 'TRANSFER',
  CB: 'CARD',
  AMEX: 'CARD',
  COMPTABILITE: null,
};

/**
 * The booking facts of a payment that accounting records: from the caller, or defaults for the old URL, which cannot
 * say them.
 * @throws InvalidInputError for a day that is closed or too far ahead, and for more cash than the law allows
 */
export function proposeAccounting(
  rules: AccountingRules,
  { accounting, typePaiement, idCommande, amount }: Initiation,
  caller: Caller,
  now: number,
): ProposedAccounting {
  const today = parisDateOf(now);
  const proposed = {
    means: accounting?.means ?? meansOfType[typePaiement] ?? rules.defaultMeans,
    date: accounting?.date ?? today,
    pieceReference: accounting?.pieceReference ?? (idCommande === '0' ? null : idCommande),
    operator: accounting?.operator ?? actingName(caller),
  };
  const [first, ...rest] = [
    ...problemOfDay(rules, proposed.date, today, ['accounting', 'date']),
    ...problemOfCash(rules, proposed.means, amount),
  ];
  if (first) throw new InvalidInputError([first, ...rest]);
  return proposed;
}

/** @throws InvalidInputError where a payment that is not recorded by accounting says how it is. */
export function refuseAccounting({ accounting }: Initiation): void {
  if (!accounting) return;
  const message = 'accounting goes with the payment type COMPTABILITE alone.';
  throw new InvalidInputError([{ path: ['accounting'], message }]);
}

/** Why nothing can be booked on a day, or nothing. */
export function problemOfDay(rules: AccountingRules, day: string, today: string, path: readonly string[]): Issue[] {
  const first = firstOpenDay(rules, today);
  const last = addDays(today, longestAheadDays);
  if (day < first) return [{ path, message: `${path.join('.')} is closed: the first open day is ${first}.` }];
  return day > last ? [{ path, message: `${path.join('.')} is too far ahead: the last day is ${last}.` }] : [];
}

function problemOfCash({ cashLimitCents }: AccountingRules, means: AccountingMeans, amountCents: number): Issue[] {
  if (means !== 'CASH' || amountCents <= cashLimitCents) return [];
  const limit = centsToDecimal(cashLimitCents);
  return [{ path: ['accounting', 'means'], message: `accounting.means CASH is for ${limit} EUR at most.` }];
}
