import { ibanOfRib } from '../../../../kernel/sepa/rib.ts';
import { type BankEntry, BankFileError, type BankFilePiece, type BankStatement, noCounterparty } from '../bank-file.ts';
import { found } from '../read-values.ts';
import { textLines } from '../text-lines.ts';
import { textStatement } from '../text-statement.ts';
import { wholeEntry } from '../whole-entry.ts';
import { type CfonbRecord, dayAt, layout240, recordOf, recordsOfStatement, refuseRecord } from './layout.ts';
import { type Operation, operationOf } from './operations-240.ts';
import { reasonOfRejectCode, textOfRejectCode } from './reject-codes.ts';

const width = 240;

type Group = { readonly opening: CfonbRecord; readonly details: CfonbRecord[] };

/** Operations that the bank gives back in records of 240 characters: 31, its 34, then 39 with their sum. */
export async function* readCfonb240(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BankFilePiece> {
  let group: Group | null = null;
  let line = 1;
  const pages = new Map<string, number>();
  yield { kind: 'HEAD', format: 'CFONB_240', version: 'cfonb240', messageId: '' };
  for await (const one of textLines(bytes, width)) {
    ({ line } = one);
    if (one.text.trim() === '') continue;
    const record = recordOf(layout240, width, one);
    if (record.kind === '31') {
      if (group !== null) refuseRecord(record, 'the group before it has no record 39');
      group = { opening: record, details: [] };
    } else if (group === null) {
      refuseRecord(record, 'no record 31 stands before it');
    } else if (record.kind === '34') {
      if (group.details.length === recordsOfStatement) {
        refuseRecord(record, `a group has more than ${recordsOfStatement} records`);
      }
      group.details.push(record);
    } else {
      yield* closed(group, record, pages);
      group = null;
    }
  }
  if (group !== null || pages.size === 0) {
    throw new BankFileError('the file is cut off: record 39 is missing', { line, path: '' });
  }
}

function closed(group: Group, closing: CfonbRecord, pages: Map<string, number>): AsyncGenerator<BankFilePiece> {
  const { opening, details } = group;
  checkCurrency(opening, opening);
  checkOwn(closing, opening, (name) => name);
  if (closing.at('code') !== opening.at('code')) refuseRecord(closing, 'the code is not that of record 31');
  if (centsAt(closing) !== details.reduce((sum, detail) => sum + centsAt(detail), 0)) {
    refuseRecord(closing, 'the total is not the sum of the records 34');
  }
  const statement = statementOf(opening, closing, pages);
  const entries = details.values().map((detail, index) => entryOf(group, statement, { detail, number: index + 1 }));
  return textStatement(statement, entries, null);
}

function centsAt(record: CfonbRecord): number {
  const text = record.at('amount');
  if (!/^\d{12}$/.test(text)) refuseRecord(record, `the amount is not 12 digits: ${found(text)}`);
  return Number(text);
}

/** E is the euro. Where it is blank, decimals and code stand beside it; a detail without both has those of its group. */
function checkCurrency(record: CfonbRecord, opening: CfonbRecord): void {
  const currency = record.at('currency');
  const other = record.at('otherCurrency');
  if (currency === 'E' || (currency === '' && other === '2EUR')) return;
  if (record !== opening && currency === '' && other === '') return;
  refuseRecord(record, `the currency is neither E nor 2EUR: ${found(currency || other)}`);
}

/** What is left blank repeats record 31. */
function checkOwn(record: CfonbRecord, opening: CfonbRecord, nameOf: (name: string) => string): void {
  for (const name of ['bank', 'branch', 'account']) {
    const own = record.at(nameOf(name));
    if (own !== '' && own !== opening.at(name)) refuseRecord(record, `${name} is not that of record 31`);
  }
}

/** Record 31 may have the day of the file before: that of the file stands in record 39. */
function statementOf(opening: CfonbRecord, closing: CfonbRecord, pages: Map<string, number>): BankStatement {
  const iban = ibanOfRib(opening.at('bank'), opening.at('branch'), opening.at('account'));
  if (iban === null) refuseRecord(opening, 'bank, branch and account are no French account');
  const day = dayAt(closing, 'day') ?? refuseRecord(closing, 'the day is missing');
  const id = `240 ${opening.at('code')} ${day}`;
  const page = (pages.get(`${iban} ${id}`) ?? 0) + 1;
  pages.set(`${iban} ${id}`, page);
  return {
    ...{ id, iban, page: page === 1 ? null : String(page), sequenceNumber: null, day },
    place: { line: opening.line, path: 'record 31' },
  };
}

type Placed = { readonly detail: CfonbRecord; readonly number: number };

function entryOf({ opening }: Group, statement: BankStatement, { detail, number }: Placed): BankEntry {
  const code = detail.at('code') || opening.at('code');
  const amountCents = centsAt(detail);
  const common = {
    ...({ place: { line: detail.line, path: 'record 34' }, number, status: 'BOOKED', amountCents } as const),
    ...{ reference: detail.at('number'), transactionCode: `CFONB240 ${code}`, bookedOn: dayAt(detail, 'day') },
    ...{ isReversal: false, valueOn: null, instructedCents: null, namedChargeCents: 0 },
    ...{ endToEndId: null, mandateReference: null, paymentInformationId: null },
  };
  const operation = operationOf(code);
  if (operation === null) {
    const fault = `the records of this operation are not read: ${found(code)}`;
    return wholeEntry(statement, { ...common, ...unknown, fault });
  }
  checkCurrency(detail, opening);
  checkOwn(detail, opening, placeOf(operation.own));
  const { direction, isReturn } = operation;
  return wholeEntry(statement, {
    ...{ ...common, direction, isReturn, texts: textsOf(detail, operation), parties: partiesOf(detail, operation) },
    returnReason: isReturn ? reasonOfRejectCode(detail.at('rejectCode')) : null,
    fault:
      operation.movesMoney || amountCents === 0 ? null : `an operation without money has an amount: ${found(code)}`,
  });
}

const unknown = {
  ...({ direction: 'DEBIT', isReturn: false, returnReason: null, texts: [] } as const),
  parties: { debtor: noCounterparty, creditor: noCounterparty },
};

/** `bank` is `firstBank` or `secondBank`. */
const placeOf =
  (place: Operation['own']) =>
  (name: string): string =>
    `${place}${name.charAt(0).toUpperCase()}${name.slice(1)}`;

function textsOf(detail: CfonbRecord, { hasReturnFields }: Operation): readonly string[] {
  const texts = hasReturnFields
    ? [detail.at('returnLabel1'), detail.at('returnLabel2'), detail.at('firstReference'), detail.at('reference')]
    : [detail.at('label1'), detail.at('label2'), detail.at('reference')];
  const reason = hasReturnFields ? textOfRejectCode(detail.at('rejectCode')) : '';
  return [...texts, reason].filter((text) => text !== '');
}

/** The company is the payer of what it pays and of a payment of its own that came back. */
function partiesOf(detail: CfonbRecord, { own, direction, isReturn }: Operation) {
  const at = placeOf(own === 'first' ? 'second' : 'first');
  const iban = ibanOfRib(detail.at(at('bank')), detail.at(at('branch')), detail.at(at('account')));
  const other = { ...noCounterparty, name: detail.at(at('name')) || null, iban };
  const isPaidToUs = (direction === 'CREDIT') !== isReturn;
  return isPaidToUs ? { debtor: other, creditor: noCounterparty } : { debtor: noCounterparty, creditor: other };
}
