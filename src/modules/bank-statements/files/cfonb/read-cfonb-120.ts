import { maximumCents } from '../../../../kernel/money.ts';
import { ibanOfRib } from '../../../../kernel/sepa/rib.ts';
import { addDays } from '../../../../kernel/sepa/target-calendar.ts';
import type { BankEntry, BankFilePiece, BankStatement } from '../bank-file.ts';
import { BankFileError } from '../bank-file.ts';
import { idOf } from '../read-values.ts';
import { textLines } from '../text-lines.ts';
import { type Balance, textStatement } from '../text-statement.ts';
import { wholeEntry } from '../whole-entry.ts';
import {
  type CfonbRecord,
  dayAt,
  layout120,
  recordOf,
  recordsOfStatement,
  refuseRecord,
  scaled,
  signedCentsAt,
} from './layout.ts';
import { reasonOfRejectCode, textOfRejectCode } from './reject-codes.ts';

const width = 120;

/**
 * Interbank codes of what comes back: direct debits of old kinds (10, 26, 27, 98), SEPA direct debits of the company (B3,
 * B4) and on it (A3, A4), transfers (12), instant transfers after a recall (C3, C5).
 */
const returnCodes = new Set(['10', '12', '26', '27', '98', 'A3', 'A4', 'B3', 'B4', 'C3', 'C5']);

type Movement = { readonly record: CfonbRecord; readonly qualifiers: Map<string, string[]> };
type Current = { readonly opening: CfonbRecord; readonly movements: Movement[] };

/** Statements of CFONB in records of 120 characters: 01, then 04 with its 05, then 07. */
export async function* readCfonb120(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BankFilePiece> {
  let current: Current | null = null;
  let line = 1;
  const known = new Set<string>();
  yield { kind: 'HEAD', format: 'CFONB_120', version: 'cfonb120', messageId: '' };
  for await (const one of textLines(bytes, width)) {
    ({ line } = one);
    if (one.text.trim() === '') continue;
    const record = recordOf(layout120, width, one);
    if (record.kind === '01') {
      if (current !== null) refuseRecord(record, 'the statement before it has no record 07');
      current = { opening: record, movements: [] };
      continue;
    }
    if (current === null) refuseRecord(record, 'no record 01 stands before it');
    checkAccount(current.opening, record);
    if (record.kind === '04') {
      if (current.movements.length === recordsOfStatement) {
        refuseRecord(record, `a statement has more than ${recordsOfStatement} entries`);
      }
      current.movements.push({ record, qualifiers: new Map() });
    } else if (record.kind === '05') addQualifier(current, record);
    else {
      yield* closed(current, record, known);
      current = null;
    }
  }
  if (current !== null || known.size === 0) {
    throw new BankFileError('the file is cut off: record 07 is missing', { line, path: '' });
  }
}

function checkAccount(opening: CfonbRecord, record: CfonbRecord): void {
  for (const name of ['bank', 'branch', 'account', 'currency']) {
    // Some banks leave the currency of a complement blank.
    if (record.kind === '05' && record.at(name) === '') continue;
    if (record.at(name) !== opening.at(name)) refuseRecord(record, `${name} is not that of record 01`);
  }
}

function addQualifier({ movements }: Current, record: CfonbRecord): void {
  const movement = movements.at(-1);
  if (!movement) refuseRecord(record, 'no record 04 stands before it');
  const qualifier = record.at('qualifier');
  movement.qualifiers.set(qualifier, [...(movement.qualifiers.get(qualifier) ?? []), record.whole('text')]);
}

function closed({ opening, movements }: Current, closing: CfonbRecord, known: Set<string>) {
  if (opening.at('currency') !== 'EUR') refuseRecord(opening, 'the currency of the account is not EUR');
  const iban = ibanOfRib(opening.at('bank'), opening.at('branch'), opening.at('account'));
  if (iban === null) refuseRecord(opening, 'bank, branch and account are no French account');
  const [from, until] = [balanceOf(opening), balanceOf(closing)];
  const statement: BankStatement = {
    ...{ id: statementId(from, until), iban, page: null, sequenceNumber: null, day: until.day },
    place: { line: opening.line, path: 'record 01' },
  };
  const name = `${iban} ${statement.id}`;
  if (known.has(name)) refuseRecord(closing, 'the statement of these days stands in the file twice');
  known.add(name);
  const entries = movements.values().map((movement, index) => entryOf(statement, movement, index + 1));
  const refuse = (reason: string): never => refuseRecord(closing, reason);
  return textStatement(statement, entries, { opening: from, closing: until, refuse });
}

/**
 * The days that a statement covers: after the first, until the second. A further statement of the same day covers no day
 * of its own, so its balances are part of its id.
 */
function statementId(from: Balance, until: Balance): string {
  const days = `${addDays(from.day, 1)}..${until.day}`;
  return from.day < until.day ? days : `${days}/${from.cents}..${until.cents}`;
}

const balanceOf = (record: CfonbRecord): Balance => ({
  day: dayAt(record, 'day') ?? refuseRecord(record, 'the day is missing'),
  cents: signedCentsAt(record),
});

function entryOf(statement: BankStatement, { record, qualifiers }: Movement, number: number): BankEntry {
  const cents = signedCentsAt(record);
  const text = (name: string, from = 0, until?: number): string | null =>
    qualifiers.get(name)?.join('').slice(from, until).trim().replaceAll(/ {2,}/g, ' ') || null;
  const code = record.at('code');
  const rejectCode = record.at('rejectCode');
  const isReturn = returnCodes.has(code);
  const complements = textQualifiers.flatMap(([name, from, until]) => text(name, from, until) ?? []);
  const texts = [record.at('label'), record.at('reference'), ...complements, textOfRejectCode(rejectCode)];
  return wholeEntry(statement, {
    ...{ place: { line: record.line, path: 'record 04' }, number, status: 'BOOKED' },
    reference: text('REF', 0, 35) ?? (record.at('number').replace(/^0+$/, '') || null),
    ...{ amountCents: Math.abs(cents), direction: cents < 0 ? 'DEBIT' : 'CREDIT', isReversal: false },
    ...{ bookedOn: dayAt(record, 'bookedOn'), valueOn: dayAt(record, 'valueOn'), transactionCode: `CFONB ${code}` },
    ...{ isReturn, returnReason: isReturn ? reasonOfRejectCode(rejectCode) : null },
    ...{ instructedCents: moneyIn(text('MMO')), namedChargeCents: moneyIn(text('FEE')) ?? 0 },
    ...{ endToEndId: idOf(text('RCN', 0, 35)), mandateReference: idOf(text('RUM', 0, 35)), paymentInformationId: null },
    texts: texts.filter((one) => one !== ''),
    parties: {
      debtor: { name: text('NPY'), iban: text('CPY', 0, 34), ultimateName: text('NPO') },
      creditor: { name: text('NBE'), iban: text('CBE', 0, 34), ultimateName: text('NBU') },
    },
    fault: null,
  });
}

/**
 * What the payer or the bank wrote, and which part of a qualifier it is. No publication of CFONB that we found has `RET`:
 * it is a text, and says nothing about a return.
 */
const textQualifiers = [
  ...(['LIB', 'LCC', 'LC2', 'RET'] as const).map((name) => [name, 0] as const),
  ...(['LCS', 'RCN', 'REF'] as const).map((name) => [name, 0, 35] as const),
  ...(['RCN', 'REF'] as const).map((name) => [name, 35, 70] as const),
];

/**
 * `MMO` and, as readers of such files have it, `FEE`: currency, number of decimals, 14 digits; of `MMO` a rate follows.
 * Null in another currency, and where it is too large.
 */
function moneyIn(text: string | null): number | null {
  const [, decimals = '', digits = ''] = /^EUR(\d)(\d{14})/.exec(text ?? '') ?? [];
  const cents = digits === '' ? null : scaled(digits, decimals);
  return cents !== null && cents <= maximumCents ? cents : null;
}
