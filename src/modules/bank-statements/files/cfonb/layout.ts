import { maximumCents } from '../../../../kernel/money.ts';
import { type CalendarDate, isCalendarDate } from '../../../../kernel/sepa/target-calendar.ts';
import { BankFileError } from '../bank-file.ts';
import { found } from '../read-values.ts';
import type { TextLine } from '../text-lines.ts';

/** First and last position of a field, counted from 1 as the brochures do. */
export type Field = readonly [first: number, last: number];

const account120 = {
  bank: [3, 7],
  branch: [12, 16],
  currency: [17, 19],
  decimals: [20, 20],
  account: [22, 32],
} as const;
const balance120 = { ...account120, day: [35, 40], amount: [91, 104] } as const;

/**
 * Records 01, 04, 05 and 07: CFONB, "Relevé de compte sur support informatique" (July 2004). The qualifiers of record 05
 * and the codes A1 to B6: CFONB, "Évolutions du relevé de compte 120 caractères", version 2.0 (March 2010).
 */
export const layout120 = {
  '01': balance120,
  '04': {
    ...account120,
    ...{ code: [33, 34], bookedOn: [35, 40], rejectCode: [41, 42], valueOn: [43, 48], label: [49, 79] },
    ...{ number: [82, 88], amount: [91, 104], reference: [105, 120] },
  },
  '05': { ...account120, code: [33, 34], bookedOn: [35, 40], qualifier: [46, 48], text: [49, 118] },
  '07': balance120,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

const head240 = { number: [3, 8], code: [9, 10], day: [11, 16], currency: [17, 17], otherCurrency: [18, 21] } as const;
const own240 = { bank: [22, 26], branch: [27, 31], account: [32, 42] } as const;

/**
 * CFONB, "Opérations restituées à la clientèle au format interbancaire de 240 caractères" (May 2004), chapter 3. Record
 * 34 has other labels and a reason where an operation came back. The layouts of cheques and bills (codes 40, 41, 61) are
 * not here.
 */
export const layout240 = {
  '31': { ...head240, ...own240 },
  '34': {
    ...head240,
    ...{ firstBank: [22, 26], firstBranch: [27, 31], firstAccount: [32, 42], firstName: [43, 66] },
    ...{ secondBank: [78, 82], secondBranch: [83, 87], secondAccount: [88, 98], secondName: [99, 122] },
    ...{ reference: [123, 128], label1: [153, 184], label2: [185, 216] },
    ...{ returnLabel1: [153, 183], returnLabel2: [184, 214], firstReference: [221, 226], rejectCode: [227, 228] },
    amount: [229, 240],
  },
  '39': { ...head240, ...own240, amount: [229, 240] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** They are in memory together, because the last record of a statement says which days it covers. */
export const recordsOfStatement = 50_000;

/** A record of a file, by its fields. */
export type CfonbRecord<Name extends string = string> = {
  readonly kind: string;
  readonly line: number;
  readonly at: (name: Name) => string;
  /** With its blanks, where a field has parts of its own. */
  readonly whole: (name: Name) => string;
};

type Layout = Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** @throws BankFileError for a kind that the layout does not have, and for a record that is too long */
export function recordOf(layout: Layout, width: number, { text, line }: TextLine): CfonbRecord {
  const kind = text.slice(0, 2);
  const place = { line, path: `record ${/^\d\d$/.test(kind) ? kind : '??'}` };
  const fields = Object.hasOwn(layout, kind) ? layout[kind] : undefined;
  if (fields === undefined) {
    throw new BankFileError(`the kind of record is none of ${Object.keys(layout).join(', ')}: ${found(kind)}`, place);
  }
  if (text.length > width && text.slice(width).trim() !== '') {
    throw new BankFileError(`the record has ${text.length} characters: expected ${width}`, place);
  }
  const whole = (name: string): string => {
    const [first, last] = fields[name] ?? [1, 0];
    return text.slice(first - 1, last).padEnd(last - first + 1);
  };
  return { kind, line, whole, at: (name) => whole(name).trim() };
}

export function refuseRecord({ kind, line }: CfonbRecord, reason: string): never {
  throw new BankFileError(reason, { line, path: `record ${kind}` });
}

/** `JJMMAA`, of this century. Null where it is blank or zero. */
export function dayAt(record: CfonbRecord, name: string): CalendarDate | null {
  const text = record.at(name);
  if (/^0*$/.test(text)) return null;
  const [, day, month, year] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const date = `20${year}-${month}-${day}`;
  if (!isCalendarDate(date)) refuseRecord(record, `${name} is not a day: expected JJMMAA, ${found(text)}`);
  return date;
}

/**
 * The last digit carries the sign: { and A to I are a credit, } and J to R a debit. é and è are { and } in ISO 646-FR.
 * Descriptions of banks have the letters in lower case as well.
 */
const overpunched = new Map(
  [...'{ABCDEFGHI']
    .map((sign, digit): [string, readonly [number, 1 | -1]] => [sign, [digit, 1]])
    .concat([...'}JKLMNOPQR'].map((sign, digit): [string, readonly [number, 1 | -1]] => [sign, [digit, -1]])),
)
  .set('é', [0, 1])
  .set('è', [0, -1]);

/** Cents, negative for a debit. */
export function signedCentsAt(record: CfonbRecord): number {
  const text = record.at('amount');
  const sign = text.slice(-1);
  const last = overpunched.get(sign) ?? overpunched.get(sign.toUpperCase());
  if (!/^\d{1,13}$/.test(text.slice(0, -1)) || last === undefined) {
    refuseRecord(record, `the amount is not 13 digits and a signed digit: ${found(text)}`);
  }
  const [digit, direction] = last;
  const cents = scaled(`${text.slice(0, -1)}${digit}`, record.at('decimals'));
  if (cents === null)
    refuseRecord(record, `the amount is not in whole cents: decimals ${found(record.at('decimals'))}`);
  if (cents > maximumCents) refuseRecord(record, `the amount is too large: ${found(text)}`);
  return direction * cents;
}

/** Null where it is not in whole cents. */
export function scaled(digits: string, decimals: string): number | null {
  if (!/^\d$/.test(decimals)) return null;
  const places = Number(decimals);
  const cut = digits.slice(0, digits.length - Math.max(0, places - 2));
  const lost = digits.slice(cut.length);
  const cents = Number(`${cut}${'0'.repeat(Math.max(0, 2 - places))}`);
  return /[1-9]/.test(lost) ? null : cents;
}
