import {
  type AccountingMeans,
  type AccountingRules,
  firstOpenDay,
  type PaymentAccounting,
} from '../../../kernel/accounting-rules.ts';
import { type Caller, operatorOf } from '../../../kernel/caller.ts';
import { type Issue, refuseIssues } from '../../../kernel/errors.ts';
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
  initiation: Initiation,
  caller: Caller,
  now: number,
): ProposedAccounting {
  const { accounting, idCommande } = initiation;
  refuseIssues(problemsOfAccounting(rules, initiation, now));
  return {
    ...proposedFacts(rules, initiation, now),
    pieceReference: accounting?.pieceReference ?? (idCommande === '0' ? null : idCommande),
    operator: operatorOf(caller, accounting?.operator),
  };
}

/** Why a payment cannot be recorded: a day that is closed or too far ahead, and more cash than the law allows. */
export function problemsOfAccounting(rules: AccountingRules, sent: Partial<Initiation>, now: number): Issue[] {
  const { means, date } = proposedFacts(rules, sent, now);
  return [
    ...problemOfDay(rules, date, parisDateOf(now), ['accounting', 'date']),
    ...(sent.amount === undefined ? [] : problemOfCash(rules, means, sent.amount)),
  ];
}

const proposedFacts = (
  rules: AccountingRules,
  { accounting, typePaiement }: Partial<Initiation>,
  now: number,
): Pick<PaymentAccounting, 'means' | 'date'> => ({
  means: accounting?.means ?? (typePaiement && meansOfType[typePaiement]) ?? rules.defaultMeans,
  date: accounting?.date ?? parisDateOf(now),
});

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
