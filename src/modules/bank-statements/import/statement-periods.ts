import { addDays } from '../../../kernel/sepa/target-calendar.ts';
import type { BankFileFormat, StatementBalances } from '../files/bank-file.ts';
import type { Booking } from '../matching/bank-booking.ts';
import type { Transaction } from '../ports.ts';

/**
 * Statements of CFONB and MT940 have no other name than their days. Their balances and numbers say which of them have
 * the same entries.
 */

type Balances = Pick<StatementBalances, 'openingCents' | 'closingCents'>;

/** The period of a booking with the balances of its statement, and the statements that end in it, and in it or later. */
export type OwnPeriod = {
  readonly period: Period | null;
  readonly balances: Balances | undefined;
  readonly ending: readonly StatementBalances[];
  readonly since: readonly StatementBalances[];
};

const always = '9999-12-31';

/** @param format null where its statements have names */
export async function ownPeriod(
  transaction: Transaction,
  format: BankFileFormat | null,
  { identity, entry: { iban, balances } }: Booking,
): Promise<OwnPeriod> {
  const period = format && periodOf(format, identity);
  if (period === null) return { period, balances, ending: [], since: [] };
  const { from, until, isFurther } = period;
  const since = await transaction.statementBalances(iban, isFurther ? until : from, always);
  return { period, balances, ending: since.filter(({ lastDay }) => lastDay <= until), since };
}

/**
 * Whether two statements may have the same entries: a bank may give a month once more after its days. The entries of one
 * period, or of one statement, are different ones.
 */
export function overlap(own: OwnPeriod, other: Period | null): boolean {
  const one = own.period;
  if (one === null || other === null) return false;
  // An older version stored one of them.
  if (one.days === other.days)
    return (one.balances === undefined) !== (other.balances === undefined) || isSentAgain(own, one, other);
  const areOfTwo = one.number !== other.number || one.page === other.page;
  const isSamePeriod = one.from === other.from && one.until === other.until;
  return (
    areOfTwo && (isWithin(own, one, other) ?? (!isSamePeriod && one.from <= other.until && other.from <= one.until))
  );
}

const hasMoved = ({ openingCents, closingCents }: Balances): boolean => openingCents !== closingCents;

/**
 * Under another number: the account left that balance with the first of the two, and did not come back to it before the
 * second. All the statements between them are here: a missing one may be where it did.
 */
function isSentAgain({ balances, ending, since }: OwnPeriod, one: Period, other: Period): boolean {
  if (balances === undefined || one.number === other.number) return false;
  const { openingCents } = balances;
  const [own, theirs] = [Number(one.number), Number(other.number)];
  const [first, second] = [Math.min(own, theirs), Math.max(own, theirs)];
  const before = (statement: StatementBalances): boolean => numberOf(statement) < second;
  const between = since.filter((statement) => first < numberOf(statement) && before(statement));
  const areHere = new Set(between.map(numberOf)).size === second - first - 1;
  const beginsThere = ending.some(
    ({ statementId, ...it }) => statementId === other.name && it.openingCents === openingCents,
  );
  const until = ending.filter((statement) => first <= numberOf(statement) && before(statement));
  const cameBack = [...until, ...(own === first ? [balances] : [])].some((it) => it.closingCents === openingCents);
  return areHere && beginsThere && !cameBack;
}

/** NaN where it has none: another format names its statements as it likes. */
const numberOf = ({ statementId }: StatementBalances): number =>
  Number(/^[\d-]{10}\.\.[\d-]{10}\/(\d+)(?:\/|$)/.exec(statementId)?.[1]);

/**
 * Whether the longer of two statements that end on one day has the further one of that day: both end with one balance, and
 * another one begins as the longer does. It has not where that one begins as it ends. Null where no balance says it.
 */
function isWithin({ balances, ending }: OwnPeriod, one: Period, other: Period): boolean | null {
  if (balances === undefined || one.until !== other.until || one.isFurther === other.isFurther) return null;
  const [further, longer] = one.isFurther ? [one, other] : [other, one];
  const of = ({ days }: Period) => ending.filter(({ statementId }) => statementId.split('/')[0] === days);
  const parts = [...of(further), ...(one.isFurther ? [balances] : [])].filter(hasMoved);
  const longerOnes = one.isFurther ? of(longer) : [balances];
  const begins = new Set(longerOnes.map(({ openingCents }) => openingCents));
  const ends = new Set(longerOnes.map(({ closingCents }) => closingCents));
  const isAfter = parts.some(({ openingCents }) => ends.has(openingCents));
  const isPart =
    parts.some(({ closingCents }) => ends.has(closingCents)) &&
    ending.some(({ openingCents, closingCents }) => begins.has(openingCents) && !ends.has(closingCents));
  return isAfter === isPart ? null : isPart;
}

/** Of a statement. */
type Period = {
  /** Of the statement: its days, with what else names it. */
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly days: string;
  /** A further statement of a day covers none of its own. */
  readonly isFurther: boolean;
  /** Of a further CFONB 120 statement of a day. Older versions stored its entries without them. */
  readonly balances: string | undefined;
  /** Of MT940: the number of the statement, and that of its page. */
  readonly number: string | undefined;
  readonly page: string | undefined;
};

/** Of the statement of an entry by its identity; null where it has none. */
export function periodOf(format: BankFileFormat | null, identity: string): Period | null {
  const [, name = '', first, until, balances, number, page] =
    /^[SP]:((\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})(?:\/(-?\d+\.\.-?\d+))?(?:\/(\d{1,5})(?:\/(\d{1,5}))?)?)\//.exec(
      identity,
    ) ?? [];
  if (first === undefined || until === undefined) return null;
  // MT940 names the day of the opening balance, after which it begins.
  const from = format === 'MT940' && first < until ? addDays(first, 1) : first;
  const isFurther = format === 'MT940' ? first === until : until < first;
  return { name, from, until, days: `${first}..${until}`, isFurther, balances, number, page };
}

/** Statements of a day with one opening balance: a bank may have sent the first once more, with another entry. */
export const maySayAgain = (one: Period, other: Period): boolean =>
  one.balances !== undefined && other.balances !== undefined && openingOf(one.balances) === openingOf(other.balances);

const openingOf = (balances: string): string | undefined => balances.split('..')[0];
