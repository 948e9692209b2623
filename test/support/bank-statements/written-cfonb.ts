import { iban } from './examples.ts';

/** CFONB files as banks write them, by positions alone: nothing of the program's own layout is in them. */

export type WrittenMovement = {
  /** In cents, negative for a debit. */
  readonly cents: number;
  /** `2026-11-25` */
  readonly day: string;
  readonly valueDay?: string;
  readonly code?: string;
  readonly label?: string;
  readonly number?: string;
  readonly reference?: string;
  readonly rejectCode?: string;
  readonly qualifiers?: readonly (readonly [string, string])[];
};

export type WrittenCfonbStatement = {
  readonly iban?: string;
  readonly openingCents: number;
  readonly closingCents?: number;
  readonly from: string;
  readonly until: string;
  readonly movements: readonly WrittenMovement[];
};

const day = (text: string): string => `${text.slice(8, 10)}${text.slice(5, 7)}${text.slice(2, 4)}`;

/** 13 digits, and a last one that carries the sign. */
export function overpunched(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(14, '0');
  return digits.slice(0, 13) + (cents < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI')[Number(digits[13])];
}

const head = (kind: string, account: string, internal = '    '): string =>
  `${kind}${account.slice(4, 9)}${internal}${account.slice(9, 14)}EUR2 ${account.slice(14, 25)}`;

export function writtenCfonb120(statements: readonly WrittenCfonbStatement[], lineEnd = '\r\n'): Buffer {
  const records = statements.flatMap((statement) => {
    const { iban: account = iban.company, openingCents, from, until, movements } = statement;
    const closing = statement.closingCents ?? movements.reduce((sum, { cents }) => sum + cents, openingCents);
    const balance = (kind: string, on: string, cents: number): string =>
      `${head(kind, account)}  ${day(on)}${' '.repeat(50)}${overpunched(cents)}${' '.repeat(16)}`;
    return [
      balance('01', from, openingCents),
      ...movements.flatMap((movement) => movementRecords(account, movement)),
      balance('07', until, closing),
    ];
  });
  return Buffer.from(records.map((record) => record + lineEnd).join(''), 'latin1');
}

function movementRecords(account: string, movement: WrittenMovement): readonly string[] {
  const { cents, code = '05', label = 'OPERATION', number = '0000000', reference = '', qualifiers = [] } = movement;
  const start = `${head('04', account, 'A001')}${code}${day(movement.day)}`;
  return [
    [
      start + (movement.rejectCode ?? '  ') + day(movement.valueDay ?? movement.day),
      label.slice(0, 31).padEnd(31),
      `  ${number.padStart(7, '0')}  `,
      overpunched(cents) + reference.padEnd(16),
    ].join(''),
    ...qualifiers.map(
      ([name, text]) =>
        `${head('05', account, 'A001')}${code}${day(movement.day)}     ${name}${text.slice(0, 70).padEnd(70)}  `,
    ),
  ];
}

export type WrittenOperation = {
  readonly cents: number;
  readonly text: string;
  readonly code?: string;
  readonly name?: string;
  readonly rejectCode?: string;
  readonly currency?: string;
};

/** Operations that the bank gives back, a group for each code: direct debits that came back (81), or others. */
export function writtenCfonb240(
  on: string,
  operations: readonly WrittenOperation[],
  account: string = iban.company,
  before: string = on,
): Buffer {
  const own = `${account.slice(4, 9)}${account.slice(9, 14)}${account.slice(14, 25)}`;
  const company = `${own}${'J MILLIET BBC'.padEnd(24)}`;
  const codes = [...new Set(operations.map(({ code = '81' }) => code))];
  const records = codes.flatMap((code) => {
    const ofCode = operations.filter((one) => (one.code ?? '81') === code);
    const start = (kind: string, number: number, onDay: string, currency = 'E    '): string =>
      `${kind}${String(number).padStart(6, '0')}${code}${day(onDay)}${currency}`;
    const total = ofCode.reduce((sum, { cents }) => sum + cents, 0);
    return [
      `${start('31', 1, before)}${company}${' '.repeat(11)}${company}`.padEnd(240),
      ...ofCode.map(
        (one, index) => start('34', index + 2, on, one.currency) + detail240({ ...one, code }, company, before),
      ),
      `${start('39', ofCode.length + 2, on, '     ')}${company}${' '.repeat(11)}${company}`.padEnd(228) + digits(total),
    ];
  });
  return Buffer.from(records.map((record) => `${record}\r\n`).join(''), 'latin1');
}

const digits = (cents: number): string => String(cents).padStart(12, '0');

/** From position 22. The company is the first party where something came back. */
function detail240(one: WrittenOperation & { readonly code: string }, company: string, before: string): string {
  const { cents, text, code, name = 'CAFE DU COMMERCE', rejectCode = '  ' } = one;
  const isBack = /^(?:2[134]|71|8[1348])$/.test(code);
  const other = `300060000112345678901${name.slice(0, 24).padEnd(24)}`;
  const [first, second] = isBack ? [company, other] : [other, company];
  const head = `${first}123456     ${second}REF123${'AGENCE DE PARIS'.padEnd(24)}`;
  const [width, end] = isBack ? [31, `${day(before)}REF001${rejectCode}`] : [32, ' '.repeat(12)];
  const labels = text.slice(0, width).padEnd(width) + text.slice(width, 2 * width).padEnd(width);
  return head + labels + end + digits(cents);
}

export type WrittenMtEntry = {
  readonly cents: number;
  readonly day: string;
  readonly valueDay?: string;
  readonly kind?: string;
  readonly mark?: string;
  readonly own?: string;
  readonly bank?: string;
  readonly more?: string;
  readonly text?: string;
};

/** MT940 as SWIFT has it; `:86:` in lines of 65 characters. */
export function writtenMt940(
  statement: Omit<WrittenCfonbStatement, 'movements'> & {
    readonly entries: readonly WrittenMtEntry[];
    readonly number?: string;
  },
): string {
  const { iban: account = iban.company, openingCents, from, until, entries, number = '00123/001' } = statement;
  const amount = (cents: number): string => (Math.abs(cents) / 100).toFixed(2).replace('.', ',');
  const yymmdd = (text: string): string => text.slice(2).replaceAll('-', '');
  const closing = statement.closingCents ?? entries.reduce((sum, { cents }) => sum + cents, openingCents);
  const balance = (tag: string, on: string, cents: number): string =>
    `:${tag}:${cents < 0 ? 'D' : 'C'}${yymmdd(on)}EUR${amount(cents)}`;
  return [
    ...[':20:STARTUMS', `:25:${account}`, `:28C:${number}`, balance('60F', from, openingCents)],
    ...entries.flatMap((one) => [
      `:61:${yymmdd(one.valueDay ?? one.day)}${yymmdd(one.day).slice(2)}${one.mark ?? (one.cents < 0 ? 'D' : 'C')}R${amount(one.cents)}${one.kind ?? 'NTRF'}${one.own ?? 'NONREF'}${one.bank === undefined ? '' : `//${one.bank}`}`,
      ...(one.more === undefined ? [] : [one.more]),
      ...(one.text === undefined ? [] : [`:86:${one.text.match(/.{1,65}/g)?.join('\r\n') ?? ''}`]),
    ]),
    ...[balance('62F', until, closing), '-', ''],
  ].join('\r\n');
}
