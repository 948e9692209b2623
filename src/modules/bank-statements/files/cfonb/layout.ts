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

/** CFONB, Relevé de compte sur support informatique, 120 characters (July 2004), with the qualifiers for SEPA. */
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

const account240 = { code: [9, 10], day: [11, 16], currency: [17, 17] } as const;
const own240 = { bank: [78, 82], branch: [83, 87], account: [88, 98] } as const;

/** CFONB, Opérations restituées à la clientèle, 240 characters (May 2004). */
export const layout240 = {
  '31': { ...account240, bank: [22, 26], branch: [27, 31], account: [32, 42] },
  '34': {
    ...{ ...account240, ...own240, number: [3, 8] },
    ...{ otherBank: [22, 26], otherBranch: [27, 31], otherAccount: [32, 42], otherName: [43, 66] },
    ...{
      ownReference: [123, 128],
      text: [129, 216],
      firstDay: [217, 222],
      firstReference: [223, 228],
      amount: [229, 240],
    },
  },
  '39': { ...account240, amount: [229, 240] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

/** A record of a file, by its fields. */
export type CfonbRecord<Name extends string = string> = {
  readonly kind: string;
  readonly line: number;
  readonly at: (name: Name) => string;
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
  return {
    kind,
    line,
    at: (name) => {
      const [first, last] = fields[name] ?? [1, 0];
      return text.slice(first - 1, last).trim();
    },
  };
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

/** The last digit carries the sign: { and A to I are a credit, } and J to R a debit. é and è are { and } in ISO 646-FR. */
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
  const last = overpunched.get(text.slice(-1));
  if (!/^\d{1,13}$/.test(text.slice(0, -1)) || last === undefined) {
    refuseRecord(record, `the amount is not 13 digits and a signed digit: ${found(text)}`);
  }
  const [digit, sign] = last;
  const cents = scaled(`${text.slice(0, -1)}${digit}`, record.at('decimals'));
  if (cents === null)
    refuseRecord(record, `the amount is not in whole cents: decimals ${found(record.at('decimals'))}`);
  return sign * cents;
}

/** Null where it is not in whole cents, or too large. */
export function scaled(digits: string, decimals: string): number | null {
  if (!/^\d$/.test(decimals)) return null;
  const places = Number(decimals);
  const cut = digits.slice(0, digits.length - Math.max(0, places - 2));
  const lost = digits.slice(cut.length);
  const cents = Number(`${cut}${'0'.repeat(Math.max(0, 2 - places))}`);
  return /[1-9]/.test(lost) || !Number.isSafeInteger(cents) ? null : cents;
}
