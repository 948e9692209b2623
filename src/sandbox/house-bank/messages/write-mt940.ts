import type { Day } from '../calendar.ts';
import type { Movement } from '../movements.ts';
import { printCents } from './message.ts';
import { plain } from './plain-text.ts';
import { type AccountDayContent, closingOf } from './write-statement.ts';

const dayOf = (day: Day): string => day.slice(2).replaceAll('-', '');
const amount = (cents: number): string => printCents(cents).replace('.', ',');

/** MT940 of SWIFT: the day of an account. Field 86 names its parts, as French banks do. */
export function writeMt940(content: AccountDayContent): Buffer {
  const { account, day, number, openingCents, movements } = content;
  const balance = (tag: string, cents: number): string =>
    `:${tag}:${cents < 0 ? 'D' : 'C'}${dayOf(day)}EUR${amount(cents)}`;
  const lines = [
    ...[`:20:${account.slice(-8)}${dayOf(day)}`, `:25:${account}`, `:28C:${number}/1`, balance('60F', openingCents)],
    ...movements.flatMap(movementLines),
    ...[balance('62F', closingOf(content)), '-'],
  ];
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');
}

function movementLines(movement: Movement): readonly string[] {
  const { day, direction, amountCents, code, reference, feeCents, details } = movement;
  const isBack = code[1] === 'UPDD';
  const mark = direction === 'CRDT' ? 'C' : 'D';
  const kind = isBack ? 'NRTI' : 'NTRF';
  const fee = `/OCMT/EUR${amount(details[0]?.amountCents ?? 0)}//CHGS/EUR${amount(feeCents)}/`;
  return [
    `:61:${dayOf(day)}${dayOf(day).slice(2)}${mark}${amount(amountCents)}${kind}NONREF//${reference}`,
    ...(feeCents === 0 ? [] : [fee]),
    `:86:${
      textOf(movement)
        .match(/.{1,65}/g)
        ?.join('\r\n') ?? ''
    }`,
  ];
}

/** Of a sum, its block alone: the format has no place for what is in it. */
function textOf({ blockId, details: [detail] }: Movement): string {
  if (blockId !== null || detail === undefined) return `/PREF/${blockId ?? ''}`;
  const remittance = [detail.structured, ...detail.texts].filter((word) => word !== null).join(' ');
  const parts = [
    ['EREF', detail.endToEndId === 'NOTPROVIDED' ? null : detail.endToEndId],
    ['MREF', detail.rum],
    ['RTRN', detail.reason],
    ['NAME', plain(detail.party).replaceAll('/', ' ')],
    ['REMI', plain(remittance) || null],
  ] as const;
  return parts.flatMap(([name, value]) => (value === null ? [] : [`/${name}/${value}`])).join('');
}
