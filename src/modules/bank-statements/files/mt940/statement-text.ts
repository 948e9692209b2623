import type { Counterparty } from '../bank-file.ts';
import { idOf } from '../read-values.ts';
import type { SaidOfPayment } from '../whole-entry.ts';

/**
 * What banks write into field 86 of MT940. SWIFT leaves it to them: some number their parts (`?20`), some name them
 * (`/EREF/…`, `EREF+…`), some write plain text.
 */
export type StatementText = Counterparty & SaidOfPayment & { readonly texts: readonly string[] };

const names = [
  ...['EREF', 'KREF', 'PREF', 'MREF', 'MARF', 'CRED', 'CSID', 'DEBT', 'SVWZ', 'REMI', 'ABWA', 'ABWE', 'ULTD', 'ULTB'],
  ...['RTRN', 'IBAN', 'BIC', 'NAME', 'ORDP', 'BENM', 'TRCD', 'PURP', 'OCMT', 'CHGS', 'INFO', 'CNTP', 'OAMT', 'COAM'],
];
const marked = new RegExp(`(?:/(${names.join('|')})/|(?<![A-Z])(${names.join('|')})\\+)`, 'g');

/** The parts by their names; what stands before the first one is ''. */
function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  let name = '';
  let start = 0;
  const add = (end: number): void => {
    const value = text.slice(start, end).replaceAll(/^[/ ]+|[/ ]+$/g, '');
    if (value !== '' && !parts.has(name)) parts.set(name, value);
  };
  for (const found of text.matchAll(marked)) {
    add(found.index);
    name = found[1] ?? found[2] ?? '';
    start = found.index + found[0].length;
  }
  add(text.length);
  return parts;
}

/** `166?00SEPA?20EREF+…?32NAME`: the business code, then parts by their numbers. */
function numbered(text: string) {
  if (!/^\d{3}[?<]/.test(text)) return null;
  const mark = text[3] ?? '?';
  const fields = new Map<number, string>();
  for (const piece of text.slice(4).split(mark)) fields.set(Number(piece.slice(0, 2)), piece.slice(2));
  const joined = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, place) => fields.get(from + place) ?? '').join('');
  return {
    code: text.slice(0, 3),
    remittance: joined(20, 29) + joined(60, 63),
    iban: fields.get(31) ?? null,
    name: joined(32, 33) || null,
  };
}

/** German business codes of direct debits and transfers that come back. */
const returnCodes = new Set(['108', '109', '159', '183', '184']);

export function readStatementText(lines: readonly string[]): StatementText {
  const whole = lines.join('');
  const fields = numbered(whole);
  const parts = partsOf(fields?.remittance ?? whole);
  const part = (...wanted: readonly string[]): string | null =>
    wanted.map((name) => parts.get(name) ?? null).find((value) => value !== null) ?? null;
  const [, reason] = /\b([A-Z]{2}\d{2})\b/.exec(part('RTRN') ?? '') ?? [];
  const remittance = part('REMI', 'SVWZ');
  const plain = fields === null ? lines : [fields.remittance];
  return {
    endToEndId: idOf(part('EREF')),
    mandateReference: idOf(part('MARF', 'MREF')),
    paymentInformationId: idOf(part('PREF')),
    returnReason: reason ?? null,
    isReturn: parts.has('RTRN') || returnCodes.has(fields?.code ?? ''),
    name: fields?.name ?? part('NAME', 'ORDP', 'BENM'),
    iban: fields?.iban ?? part('IBAN'),
    ultimateName: part('ULTD', 'ULTB', 'ABWA', 'ABWE'),
    texts: remittance === null ? plain : [remittance, ...plain],
  };
}
