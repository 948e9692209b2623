import type { Day } from '../calendar.ts';
import type { Movement, MovementDetail } from '../movements.ts';
import { plain } from './plain-text.ts';
import { type AccountDayContent, closingOf } from './write-statement.ts';

/** Statements and notices in the formats of CFONB, as French banks give them beside those of ISO 20022. */

/** Only a French account has a bank, a branch and a number. */
const ribOf = (iban: string | null): readonly [bank: string, branch: string, account: string] | null =>
  iban !== null && /^FR\d{12}[0-9A-Z]{11}\d{2}$/.test(iban)
    ? [iban.slice(4, 9), iban.slice(9, 14), iban.slice(14, 25)]
    : null;

export const isFrenchAccount = (iban: string): boolean => ribOf(iban) !== null;

const dayOf = (day: Day): string => `${day.slice(8, 10)}${day.slice(5, 7)}${day.slice(2, 4)}`;
const dayBefore = (day: Day): Day => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const records = (all: readonly string[]): Buffer => Buffer.from(all.map((one) => `${one}\r\n`).join(''), 'latin1');

/** 13 digits, and a last one that carries the sign. */
function signed(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(14, '0');
  return digits.slice(0, 13) + (cents < 0 ? '}JKLMNOPQR' : '{ABCDEFGHI').charAt(Number(digits.at(-1)));
}

/** The codes of two digits for the reasons that both lists have; another is 59, a reason that is not given. */
const motives: Readonly<Record<string, string>> = {
  ...{ AC01: '12', AC04: '14', AC06: '34', AG01: '99', AM04: '20', AM05: '64' },
  ...{ MD01: '31', MD02: '66', MD06: '80', MD07: '35', MS02: '58' },
};
const motiveOf = (reason: string | null): string => (reason === null ? '  ' : (motives[reason] ?? '59'));

const operations: Readonly<Record<string, readonly [code: string, label: string]>> = {
  'RCDT/ESCT': ['05', 'VIR SEPA RECU'],
  'RRCT/ESCT': ['C2', 'VIR INST RECU'],
  'IDDT/ESDD': ['A1', 'PRLV SEPA EMIS'],
  'IDDT/BBDD': ['A2', 'PRLV SEPA B2B EMIS'],
  'IDDT/UPDD': ['B3', 'PRLV SEPA IMPAYE'],
};

/** CFONB 120: 01 with the balance before, a 04 with its 05 for each movement, 07 with the balance after. */
export function writeCfonb120(content: AccountDayContent): Buffer {
  const [bank = '', branch = '', account = ''] = ribOf(content.account) ?? [];
  const head = (kind: string): string => `${kind}${bank}    ${branch}EUR2 ${account}`;
  const balance = (kind: string, day: Day, cents: number): string =>
    `${head(kind)}  ${dayOf(day)}${' '.repeat(50)}${signed(cents)}${' '.repeat(16)}`;
  return records([
    balance('01', dayBefore(content.day), content.openingCents),
    ...content.movements.flatMap((movement) => movementRecords(head, movement)),
    balance('07', content.day, closingOf(content)),
  ]);
}

function movementRecords(head: (kind: string) => string, movement: Movement): readonly string[] {
  const { day, direction, amountCents, details, reference } = movement;
  const [code, label] = operations[movement.code.join('/')] ?? ['91', 'OPERATION'];
  const reason = details.length === 1 ? (details[0]?.reason ?? null) : null;
  const entry = [
    `${head('04')}${code}${dayOf(day)}${motiveOf(reason)}${dayOf(day)}${label.padEnd(31)}  `,
    `${reference.slice(-7).replaceAll(/\D/g, '0')}00`,
    signed(direction === 'DBIT' ? -amountCents : amountCents) + reference.padEnd(16),
  ].join('');
  const complements = complementsOf(movement).map(
    ([name, text]) => `${head('05')}${code}${dayOf(day)}     ${name}${plain(text).slice(0, 70).padEnd(70)}  `,
  );
  return [entry, ...complements];
}

const money = (cents: number): string => `EUR2${String(cents).padStart(14, '0')}`;

/** Of a sum, its block alone: the format has no place for what is in it. */
function complementsOf({ blockId, details, feeCents }: Movement): readonly (readonly [name: string, text: string])[] {
  const [detail] = details;
  if (blockId !== null || detail === undefined) return blockId === null ? [] : [['REF', blockId]];
  const text = detail.texts.join(' ');
  const all: readonly (readonly [string, string | null])[] = [
    ['NPY', detail.party],
    ['CPY', detail.rum === null ? null : detail.partyAccount],
    ['RCN', detail.endToEndId],
    ['RUM', detail.rum],
    ['LCC', text.slice(0, 70) || null],
    ['LC2', text.slice(70, 140) || null],
    ['LCS', detail.structured],
    ['MMO', feeCents === 0 ? null : money(detail.amountCents)],
    ['FEE', feeCents === 0 ? null : money(feeCents)],
  ];
  return all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** CFONB 240: a group for each kind of operation, of direct debits that came back (81) and of transfers that came (20). */
export function writeCfonb240({ account, day, movements }: AccountDayContent): Buffer {
  const own = `${(ribOf(account) ?? []).join('')}${'SOCIETE'.padEnd(24)}`;
  // A fee stands in an entry of its own, which is no operation.
  const single = movements.filter(({ blockId, feeCents, details }) => blockId === null && feeCents === 0 && details[0]);
  const groups = [
    ['81', single.filter(({ code }) => code[1] === 'UPDD')] as const,
    ['20', single.filter(({ code }) => code[0] === 'RCDT' || code[0] === 'RRCT')] as const,
  ];
  const filled = groups.filter(([, operation]) => operation.length > 0);
  // On a day without operations, an empty group of the first kind.
  return records((filled.length > 0 ? filled : groups.slice(0, 1)).flatMap(([code, all]) => group(code, all)));

  function group(code: string, all: readonly Movement[]): readonly string[] {
    const start = (kind: string, number: number, currency: string): string =>
      `${kind}${String(number).padStart(6, '0')}${code}${dayOf(day)}${currency}    `;
    const total = all.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const details = all.map(({ details: [detail], amountCents }, index) =>
      [start('34', index + 2, 'E'), detail && operation(code, detail, own), cents240(amountCents)].join(''),
    );
    return [
      `${start('31', 1, 'E')}${own}${' '.repeat(11)}${own}`.padEnd(240),
      ...details,
      `${start('39', all.length + 2, ' ')}${own}${' '.repeat(11)}${own}`.padEnd(228) + cents240(total),
    ];
  }
}

const cents240 = (cents: number): string => String(cents).padStart(12, '0');

/** Positions 22 to 228. The company comes first where something of it came back. */
function operation(code: string, detail: MovementDetail, own: string): string {
  const rib = ribOf(detail.partyAccount)?.join('') ?? ' '.repeat(21);
  const other = `${rib}${plain(detail.party).slice(0, 24).padEnd(24)}`;
  const words = [detail.structured, detail.endToEndId === 'NOTPROVIDED' ? null : detail.endToEndId, ...detail.texts];
  const text = plain(words.filter((word) => word !== null).join(' '));
  const isBack = code === '81';
  const width = isBack ? 31 : 32;
  const labels = text.slice(0, width).padEnd(width) + text.slice(width, 2 * width).padEnd(width);
  const end = isBack ? `${' '.repeat(12)}${motiveOf(detail.reason)}` : ' '.repeat(12);
  const [first, second] = isBack ? [own, other] : [other, own];
  return `${first}${' '.repeat(11)}${second}${' '.repeat(30)}${labels}${end}`;
}
