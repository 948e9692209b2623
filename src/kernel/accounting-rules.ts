import { closedSet, type NameOf } from './closed-set.ts';
import { addDays, type CalendarDate } from './sepa/target-calendar.ts';

/** How a société keeps its accounts. */

export const accountingMeans = closedSet('AccountingMeans', 'How money came in that accounting records.', {
  CHEQUE: 'By cheque, to be handed in at the bank.',
  CASH: 'In cash.',
  TRANSFER: "By transfer to the company's account.",
  CARD: 'By card, at a terminal for instance.',
  DIRECT_DEBIT: 'By a direct debit that was made elsewhere.',
  OFFSET: 'Not at all: set off against a credit note or a debt of ours.',
  OTHER: 'Not known yet: it stands on the suspense account until accounting says.',
});
export type AccountingMeans = NameOf<typeof accountingMeans>;

/** The accounting facts of a payment that accounting records. */
export type PaymentAccounting = {
  readonly means: AccountingMeans;
  /** The day under which it is booked. */
  readonly date: CalendarDate;
  readonly pieceReference: string;
  /** The person who recorded it, as the caller names them. */
  readonly operator: string;
};

export type Account = { readonly number: string; readonly label: string };
export type Journal = { readonly code: string; readonly label: string };

/** A société's accounts, for one run mode. */
export type AccountingRules = {
  /** `01-01`: month and day on which an exercise begins. */
  readonly fiscalYearStart: string;
  /** The last day that is closed; null: the exercises before the last one are. */
  readonly closedUntil: CalendarDate | null;
  readonly journals: {
    readonly bank: Journal;
    readonly cards: Journal;
    readonly directDebits: Journal;
    readonly cash: Journal;
    readonly miscellaneous: Journal;
  };
  readonly accounts: {
    readonly customer: Account;
    /** Money that a customer paid in excess. */
    readonly advance: Account;
    readonly bank: Account;
    /** Money that card schemes owe until the bank credits it. */
    readonly cards: Account;
    readonly cheques: Account;
    readonly cash: Account;
    readonly offset: Account;
    readonly suspense: Account;
    readonly fees: Account;
  };
  /** The prefix of the customer's number in the auxiliary account; null: no auxiliary accounts. */
  readonly auxiliaryPrefix: string | null;
  /** The means of a recorded payment, if the caller names none. */
  readonly defaultMeans: AccountingMeans;
  /** More than this cannot be recorded as cash (art. D112-3 of the Code monétaire et financier). */
  readonly cashLimitCents: number;
};

/** The accounts of the Plan comptable général (règlement ANC 2014-03), and the journals that are customary. */
export const defaultAccountingRules: AccountingRules = {
  fiscalYearStart: '01-01',
  closedUntil: null,
  journals: {
    bank: { code: 'BQ', label: 'Banque' },
    cards: { code: 'CB', label: 'Cartes bancaires' },
    directDebits: { code: 'PRL', label: 'Prélèvements' },
    cash: { code: 'CA', label: 'Caisse' },
    miscellaneous: { code: 'OD', label: 'Opérations diverses' },
  },
  accounts: {
    customer: { number: '411000', label: 'Clients' },
    advance: { number: '419100', label: 'Clients - Avances et acomptes reçus sur commandes' },
    bank: { number: '512000', label: 'Banques' },
    cards: { number: '511500', label: 'Cartes bancaires à encaisser' },
    cheques: { number: '511200', label: 'Chèques à encaisser' },
    cash: { number: '530000', label: 'Caisse' },
    offset: { number: '467000', label: 'Divers comptes débiteurs et produits à recevoir' },
    suspense: { number: '471000', label: "Comptes d'attente" },
    fees: { number: '627800', label: 'Autres frais et commissions sur prestations de services' },
  },
  auxiliaryPrefix: '',
  defaultMeans: 'OTHER',
  cashLimitCents: 100_000,
};

type Calendar = Pick<AccountingRules, 'fiscalYearStart'>;

/** The exercise of a day, named by the year in which it ends. */
export function exerciseOf({ fiscalYearStart }: Calendar, day: CalendarDate): number {
  const year = Number(day.slice(0, 4));
  return fiscalYearStart !== '01-01' && day.slice(5) >= fiscalYearStart ? year + 1 : year;
}

/** The first and the last day of an exercise. */
export function periodOf({ fiscalYearStart }: Calendar, exercise: number): { first: CalendarDate; last: CalendarDate } {
  const startOf = (year: number): string =>
    `${String(fiscalYearStart === '01-01' ? year : year - 1).padStart(4, '0')}-${fiscalYearStart}`;
  return { first: startOf(exercise), last: addDays(startOf(exercise + 1), -1) };
}

/** The first day on which something may still be booked. */
export function firstOpenDay(
  rules: Pick<AccountingRules, 'fiscalYearStart' | 'closedUntil'>,
  today: CalendarDate,
): CalendarDate {
  const lastExercise = periodOf(rules, exerciseOf(rules, today) - 1).first;
  return rules.closedUntil === null ? lastExercise : addDays(rules.closedUntil, 1);
}

/**
 * The booking day of something that happened on `day`: that day, or the first open day after a closed period. A bank's
 * message is never refused because a period is closed.
 */
export function bookingDay(
  rules: Pick<AccountingRules, 'fiscalYearStart' | 'closedUntil'>,
  day: CalendarDate,
  today: CalendarDate,
): CalendarDate {
  const first = firstOpenDay(rules, today);
  return day < first ? first : day;
}
