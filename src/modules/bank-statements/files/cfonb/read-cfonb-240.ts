import { ibanOfRib } from '../../../../kernel/sepa/rib.ts';
import type { BankEntry, BankFilePiece, BankStatement, Direction } from '../bank-file.ts';
import { BankFileError } from '../bank-file.ts';
import { found } from '../read-values.ts';
import { textLines } from '../text-lines.ts';
import { noParty, wholeEntry } from '../whole-entry.ts';
import { type CfonbRecord, dayAt, layout240, recordOf, refuseRecord } from './layout.ts';

const width = 240;

/** Interbank codes of operations that come back, and which way their money goes. */
const directions: Readonly<Record<string, Direction>> = { '10': 'DEBIT', '12': 'CREDIT', '26': 'DEBIT', '27': 'DEBIT' };

type Current = { readonly opening: CfonbRecord; readonly statement: BankStatement; sumCents: number; entries: number };

/** Operations that CFONB gives back in records of 240 characters: 31, its 34, then 39 with their sum. */
export async function* readCfonb240(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BankFilePiece> {
  let current: Current | null = null;
  let groups = 0;
  let line = 1;
  yield { kind: 'HEAD', format: 'CFONB_240', version: 'cfonb240', messageId: '' };
  for await (const one of textLines(bytes, width)) {
    ({ line } = one);
    if (one.text.trim() === '') continue;
    const record = recordOf(layout240, width, one);
    if (record.at('currency') !== 'E') refuseRecord(record, `the currency is not E: ${found(record.at('currency'))}`);
    if (record.kind === '31') {
      if (current !== null) refuseRecord(record, 'the group before it has no record 39');
      groups++;
      current = { opening: record, statement: statementOf(record, groups), sumCents: 0, entries: 0 };
      yield { kind: 'STATEMENT', statement: current.statement };
      continue;
    }
    if (current === null) refuseRecord(record, 'no record 31 stands before it');
    if (record.kind === '34') {
      const entry = entryOf(current, record);
      current.sumCents += entry.amountCents;
      yield { kind: 'ENTRY', entry };
    } else {
      if (centsAt(record) !== current.sumCents) {
        refuseRecord(record, 'the total is not the sum of the records 34');
      }
      current = null;
    }
  }
  if (current !== null || groups === 0) {
    throw new BankFileError('the file is cut off: record 39 is missing', { line, path: '' });
  }
}

function centsAt(record: CfonbRecord): number {
  const text = record.at('amount');
  if (!/^\d{12}$/.test(text)) refuseRecord(record, `the amount is not 12 digits: ${found(text)}`);
  return Number(text);
}

function statementOf(record: CfonbRecord, group: number): BankStatement {
  const iban = ibanOfRib(record.at('bank'), record.at('branch'), record.at('account'));
  if (iban === null) refuseRecord(record, 'bank, branch and account are no French account');
  const day = dayAt(record, 'day') ?? refuseRecord(record, 'the day is missing');
  return {
    ...{ id: `240 ${day}`, iban, page: group === 1 ? null : String(group), sequenceNumber: null, day },
    place: { line: record.line, path: 'record 31' },
  };
}

function entryOf(current: Current, record: CfonbRecord): BankEntry {
  const { opening, statement } = current;
  for (const name of ['bank', 'branch', 'account']) {
    if (record.at(name) !== '' && record.at(name) !== opening.at(name)) {
      refuseRecord(record, `${name} is not that of record 31`);
    }
  }
  const code = record.at('code') || opening.at('code');
  const direction = Object.hasOwn(directions, code) ? directions[code] : undefined;
  const other = {
    ...noParty,
    name: record.at('otherName') || null,
    iban: ibanOfRib(record.at('otherBank'), record.at('otherBranch'), record.at('otherAccount')),
  };
  const references = [record.at('text'), record.at('firstReference'), record.at('ownReference')];
  return wholeEntry(statement, {
    ...{ place: { line: record.line, path: 'record 34' }, number: ++current.entries, status: 'BOOKED' },
    ...{ reference: record.at('number'), amountCents: centsAt(record), direction: direction ?? 'DEBIT' },
    ...{ isReversal: false, bookedOn: dayAt(record, 'day'), valueOn: null, transactionCode: `CFONB ${code}`.trim() },
    ...{ isReturn: true, returnReason: null, instructedCents: null, namedChargeCents: 0, endToEndId: null },
    ...{ mandateReference: null, paymentInformationId: null, texts: references.filter((text) => text !== '') },
    parties: direction === 'CREDIT' ? { debtor: noParty, creditor: other } : { debtor: other, creditor: noParty },
    // Transfers that came are given back in the same records. Only the code tells them from returns.
    fault: direction === undefined ? `the code of the operation is none of a return: ${found(code)}` : null,
  });
}
