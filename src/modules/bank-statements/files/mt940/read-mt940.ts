import { ibanOfRib } from '../../../../kernel/sepa/rib.ts';
import { isIban } from '../../../../kernel/sepa/sepa-accounts.ts';
import { type CalendarDate, isCalendarDate } from '../../../../kernel/sepa/target-calendar.ts';
import { type BankEntry, BankFileError, type BankFilePiece, type BankStatement } from '../bank-file.ts';
import { centsOfDecimal, found } from '../read-values.ts';
import { textLines } from '../text-lines.ts';
import { type Balance, textStatement } from '../text-statement.ts';
import { wholeEntry } from '../whole-entry.ts';
import { readStatementText } from './statement-text.ts';

/** Fields of a message, which are in memory together: its last one says which days it covers. */
const fieldsOfMessage = 100_000;
const linesOfField = 100;

type Field = { readonly tag: string; readonly lines: string[]; readonly line: number };
type Messages = 'MT940' | 'MT942';

/** Statements of SWIFT: MT940 is final, MT942 is of the day so far. */
export const readMt940 = (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BankFilePiece> =>
  readMessages(bytes, 'MT940');
export const readMt942 = (bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BankFilePiece> =>
  readMessages(bytes, 'MT942');

async function* readMessages(bytes: AsyncIterable<Uint8Array>, format: Messages): AsyncGenerator<BankFilePiece> {
  let fields: Field[] = [];
  const known = new Set<string>();
  yield { kind: 'HEAD', format, version: format.toLowerCase(), messageId: '' };
  const taken = async function* (): AsyncGenerator<BankFilePiece> {
    if (fields.length > 0) yield* piecesOf(fields, format, known);
    fields = [];
  };
  for await (const { text, line } of textLines(bytes, null)) {
    const plain = text.replace(/^(?:\{\d:.*?\})*\{4:/, '').replace(/^\{[1235]:.*$/, '');
    const [, tag, value] = /^:(\d\d[A-Z]?):(.*)$/.exec(plain) ?? [];
    if (tag !== undefined) {
      if (tag === '20') yield* taken();
      if (fields.length === fieldsOfMessage) refuse('a message has too many fields', line);
      fields.push({ tag, lines: [value ?? ''], line });
    } else if (/^-\}?/.test(plain) && plain.length <= 3) yield* taken();
    else if (plain.trim() !== '') {
      const last = fields.at(-1);
      if (!last) refuse(`no field stands before it: expected :20:`, line);
      if (last.lines.length === linesOfField) refuse('a field has too many lines', line, last.tag);
      last.lines.push(plain);
    }
  }
  yield* taken();
  if (known.size === 0) refuse('the file holds no statement', 1);
}

function refuse(reason: string, line: number, tag = ''): never {
  throw new BankFileError(reason, { line, path: tag === '' ? '' : `:${tag}:` });
}

function piecesOf(fields: readonly Field[], format: Messages, known: Set<string>): AsyncGenerator<BankFilePiece> {
  const first = fields[0] as Field;
  const only = (tags: readonly string[]): Field | null => {
    const [one, another] = fields.filter(({ tag }) => tags.includes(tag));
    if (another) refuse(`:${another.tag}: stands there twice`, another.line, another.tag);
    return one ?? null;
  };
  const needed = (...tags: readonly string[]): Field =>
    only(tags) ?? refuse(`:${tags.join(': or :')}: is missing`, first.line, first.tag);
  const iban = accountOf(needed('25', '25P'));
  const number = /^\d{1,5}(?:\/\d{1,5})?/.exec(needed('28', '28C').lines[0] ?? '')?.[0] ?? '0';
  const isFinal = format === 'MT940';
  const [opening, closing] = isFinal ? [balanceOf(needed('60F', '60M')), balanceOf(needed('62F', '62M'))] : [];
  const statement: BankStatement = {
    id: opening && closing ? `${opening.day}..${closing.day}` : `${number} ${first.lines[0] ?? ''}`,
    iban,
    page: number,
    sequenceNumber: null,
    day: closing?.day ?? null,
    place: { line: first.line, path: ':20:' },
  };
  const name = JSON.stringify([iban, statement.id, number]);
  if (known.has(name)) throw new BankFileError('the statement stands in the file twice', statement.place);
  known.add(name);
  const refuseTotal = (reason: string): never => refuse(reason, first.line, '62F');
  const balances = opening && closing ? { opening, closing, refuse: refuseTotal } : null;
  return textStatement(statement, entriesOf(statement, fields, isFinal), balances);
}

function* entriesOf(statement: BankStatement, fields: readonly Field[], isFinal: boolean): Generator<BankEntry> {
  let number = 0;
  for (const [index, field] of fields.entries()) {
    if (field.tag !== '61') continue;
    const next = fields[index + 1];
    const text = next?.tag === '86' ? next.lines : [];
    yield entryOf(statement, field, text, ++number, isFinal);
  }
}

/** An IBAN, alone or after a BIC, with the currency after it; or the parts of a RIB. */
function accountOf({ lines, line, tag }: Field): string {
  const text = (lines[0] ?? '').replaceAll(/[\s]/g, '').toUpperCase();
  for (const part of [text, ...text.split('/')]) {
    const iban = part.replace(/EUR$/, '');
    if (isIban(iban)) return iban;
  }
  const [, bank = '', branch = '', account = ''] =
    /^(\d{5})\/?(\d{5})\/?([0-9A-Z]{11})(?:\d\d)?(?:EUR)?$/.exec(text) ?? [];
  return ibanOfRib(bank, branch, account) ?? refuse('the account is neither an IBAN nor a RIB', line, tag);
}

/** `C261125EUR1234,56` */
function balanceOf({ lines, line, tag }: Field): Balance {
  const [, sign, date = '', currency, amount = ''] = /^([CD])(\d{6})([A-Z]{3})([\d,]+)\s*$/.exec(lines[0] ?? '') ?? [];
  if (sign === undefined) refuse('the balance is not C or D, a day, a currency and an amount', line, tag);
  if (currency !== 'EUR') refuse('the currency of the account is not EUR', line, tag);
  const cents = centsAt(amount, line, tag);
  return { day: dayOf(date, line, tag), cents: sign === 'D' ? -cents : cents };
}

function centsAt(amount: string, line: number, tag: string): number {
  const cents = /^\d{1,15},\d*$/.test(amount) ? centsOfDecimal(amount.replace(',', '.')) : null;
  if (typeof cents === 'number') return cents;
  if (cents !== null) return refuse(`the amount ${cents}`, line, tag);
  return refuse(`the amount is not digits with a comma and whole cents: expected 1234,56, ${found(amount)}`, line, tag);
}

function dayOf(text: string, line: number, tag: string): CalendarDate {
  const day = `20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return isCalendarDate(day) ? day : refuse(`the date is not a day: expected YYMMDD, ${found(text)}`, line, tag);
}

/** Value date, booking day, mark, amount, kind, the customer's reference, and the bank's after two slashes. */
const entryForm = /^(\d{6})(\d{4})?(R?[CD]|E[CD])([A-Z])?(\d{1,15},\d{0,2})([A-Z][A-Z0-9]{3})(.*?)(?:\/\/(.*))?$/;

function entryOf(
  statement: BankStatement,
  { lines, line, tag }: Field,
  text: readonly string[],
  number: number,
  isFinal: boolean,
): BankEntry {
  const parts = entryForm.exec(lines[0] ?? '');
  if (!parts) refuse('the entry is not a date, a mark, an amount and a kind', line, tag);
  const [, value = '', booking, mark = '', , amount = '', kind = '', own = '', bank = ''] = parts;
  const valueOn = dayOf(value, line, tag);
  const said = readStatementText(text);
  const more = lines.slice(1).join('');
  const [isReversal, direction] = [mark.startsWith('R'), mark === 'C' || mark === 'RD' || mark === 'EC'] as const;
  const money = (name: string): number | null => {
    const [, written] = new RegExp(`/${name}/EUR(\\d{1,15},\\d{0,2})`).exec(`${more}/${text.join('')}`) ?? [];
    return written === undefined ? null : centsAt(written, line, tag);
  };
  const party = { name: said.name, iban: said.iban, ultimateName: said.ultimateName };
  return wholeEntry(statement, {
    ...{ place: { line, path: ':61:' }, number, status: isFinal ? 'BOOKED' : 'PROVISIONAL' },
    ...{ reference: /^(?:NONREF)?$/.test(bank.trim()) ? null : bank.trim(), amountCents: centsAt(amount, line, tag) },
    ...{ direction: direction ? 'CREDIT' : 'DEBIT', isReversal, valueOn },
    bookedOn: booking === undefined ? valueOn : nearest(booking, valueOn, line, tag),
    transactionCode: `SWIFT ${kind}`,
    isReturn: kind === 'NRTI' || said.isReturn,
    returnReason: said.returnReason,
    ...{ instructedCents: money('OCMT') ?? money('OAMT'), namedChargeCents: money('CHGS') ?? money('COAM') ?? 0 },
    ...{ endToEndId: said.endToEndId, mandateReference: said.mandateReference },
    paymentInformationId: said.paymentInformationId,
    texts: [...said.texts, own, more].filter((one) => one.trim() !== '' && one.trim() !== 'NONREF'),
    // Field 86 names one party: the other one.
    parties: { debtor: party, creditor: party },
    fault: null,
  });
}

/** `MMDD` of the year that is nearest to the value date. */
function nearest(booking: string, valueOn: CalendarDate, line: number, tag: string): CalendarDate {
  const year = Number(valueOn.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .map((one) => `${one}-${booking.slice(0, 2)}-${booking.slice(2)}`)
    .filter((day) => isCalendarDate(day));
  const distance = (day: string): number => Math.abs(Date.parse(day) - Date.parse(valueOn));
  const [day] = days.toSorted((one, other) => distance(one) - distance(other));
  return day ?? refuse(`the booking day is not a day: expected MMDD, ${found(booking)}`, line, tag);
}
