import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { centsToDecimal } from '../../../kernel/money.ts';
import type { PostalAddress } from '../../../kernel/sepa/mandate.ts';
import { foldToSepa, sepaNameOf } from '../../../kernel/sepa/sepa-text.ts';
import {
  type BuildDirectDebitFile,
  type DirectDebit,
  type DirectDebitBatch,
  type DirectDebitBlock,
  DirectDebitFileError,
  type DirectDebitFileVersion,
  type MandateAmendment,
} from './direct-debit-input.ts';
import { issuesOf } from './direct-debit-rules.ts';
import { type Element, element, render } from './xml.ts';

/**
 * A pain.008 file for the SEPA schemes of 2025: one message, with a block (PmtInf) for each sequence type and due date,
 * in the order of dates. Sums are counted in cents and printed at the end.
 */
export const buildDirectDebitFile: BuildDirectDebitFile = (batch) => {
  const [first, ...others] = issuesOf(batch);
  if (first) throw new DirectDebitFileError([first, ...others]);
  const groups = groupsOf(batch.debits);
  const blocks = groups.map((debits, index) => blockOf(`${batch.messageId}-${index + 1}`, debits));
  const count = batch.debits.length;
  const controlSumCents = sumOf(batch.debits);
  assert(
    count === blocks.reduce((all, block) => all + block.count, 0) &&
      controlSumCents === blocks.reduce((all, block) => all + block.controlSumCents, 0),
    'every direct debit stands in one block',
  );
  const bytes = Buffer.from([...chunksOf(batch, blocks, groups)].join(''), 'utf8');
  return {
    name: `${batch.runMode === 'TEST' ? 'TEST-' : ''}${batch.messageId}.${batch.version}.xml`,
    version: batch.version,
    messageId: batch.messageId,
    bytes,
    digest: hash('sha256', bytes),
    count,
    controlSumCents,
    blocks,
  };
};

/** By due date, then sequence type; in a block, in the order of the batch. */
function groupsOf(debits: readonly DirectDebit[]): readonly (readonly DirectDebit[])[] {
  const groups = Map.groupBy(debits, ({ dueDate, sequenceType }) => `${dueDate} ${sequenceType}`);
  return [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group);
}

function blockOf(paymentInformationId: string, debits: readonly DirectDebit[]): DirectDebitBlock {
  const [first] = debits;
  assert(first, 'a block holds a direct debit');
  return {
    paymentInformationId,
    sequenceType: first.sequenceType,
    dueDate: first.dueDate,
    count: debits.length,
    controlSumCents: sumOf(debits),
    endToEndIds: debits.map(({ endToEndId }) => endToEndId),
  };
}

function sumOf(debits: readonly DirectDebit[]): number {
  const sum = debits.reduce((all, { amountCents }) => all + amountCents, 0);
  assert(Number.isSafeInteger(sum), 'a sum of cents is exact');
  return sum;
}

function* chunksOf(
  batch: DirectDebitBatch,
  blocks: readonly DirectDebitBlock[],
  groups: readonly (readonly DirectDebit[])[],
): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${batch.version}"><CstmrDrctDbtInitn>`;
  yield `${write(headerOf(batch))}\n`;
  for (const [index, block] of blocks.entries()) {
    yield `<PmtInf>${blockHeaderOf(batch, block).map(write).join('')}\n`;
    for (const debit of groups[index] ?? []) yield `${write(transactionOf(debit, batch.version))}\n`;
    yield '</PmtInf>\n';
  }
  yield '</CstmrDrctDbtInitn></Document>\n';
}

const write = (part: Element | null): string => (part === null ? '' : render(part));

function headerOf({ messageId, createdAt, debits, creditor }: DirectDebitBatch): Element | null {
  return element('GrpHdr', [
    element('MsgId', messageId),
    element('CreDtTm', new Date(createdAt).toISOString().replace(/\.\d{3}Z$/, 'Z')),
    element('NbOfTxs', String(debits.length)),
    element('CtrlSum', centsToDecimal(sumOf(debits))),
    element('InitgPty', [element('Nm', sepaNameOf(creditor.name))]),
  ]);
}

function blockHeaderOf(batch: DirectDebitBatch, block: DirectDebitBlock): readonly (Element | null)[] {
  const { creditor, scheme, version, batchBooking } = batch;
  return [
    element('PmtInfId', block.paymentInformationId),
    element('PmtMtd', 'DD'),
    element('BtchBookg', String(batchBooking)),
    element('NbOfTxs', String(block.count)),
    element('CtrlSum', centsToDecimal(block.controlSumCents)),
    element('PmtTpInf', [
      element('SvcLvl', [element('Cd', 'SEPA')]),
      element('LclInstrm', [element('Cd', scheme)]),
      element('SeqTp', block.sequenceType),
    ]),
    element('ReqdColltnDt', block.dueDate),
    element('Cdtr', [element('Nm', sepaNameOf(creditor.name)), addressOf(creditor.address)]),
    element('CdtrAcct', [element('Id', [element('IBAN', creditor.iban)]), element('Ccy', 'EUR')]),
    element('CdtrAgt', [bankOf(creditor.bic, version)]),
    element('ChrgBr', 'SLEV'),
    element('CdtrSchmeId', [creditorIdOf(creditor.creditorIdentifier)]),
  ];
}

function transactionOf(debit: DirectDebit, version: DirectDebitFileVersion): Element | null {
  const { endToEndId, amountCents, debtor, mandate } = debit;
  return element('DrctDbtTxInf', [
    element('PmtId', [element('InstrId', endToEndId), element('EndToEndId', endToEndId)]),
    element('InstdAmt', centsToDecimal(amountCents), { Ccy: 'EUR' }),
    element('DrctDbtTx', [
      element('MndtRltdInf', [
        element('MndtId', mandate.reference),
        element('DtOfSgntr', mandate.signedOn),
        ...(mandate.amendment ? amendmentOf(mandate.amendment) : []),
      ]),
    ]),
    element('DbtrAgt', [bankOf(debtor.bic, version)]),
    element('Dbtr', [element('Nm', sepaNameOf(debtor.name)), addressOf(debtor.address)]),
    element('DbtrAcct', [element('Id', [element('IBAN', debtor.iban)])]),
    element('RmtInf', [element('Ustrd', foldToSepa(debit.remittance))]),
  ]);
}

/** Since November 2016, OrgnlDbtrAcct holds the debtor's former account or `SMNDA`. */
function amendmentOf(amendment: MandateAmendment): readonly (Element | null)[] {
  const { originalReference, originalCreditorIdentifier, originalCreditorName, originalDebtorAccount } = amendment;
  const account =
    originalDebtorAccount === 'SMNDA'
      ? element('Othr', [element('Id', 'SMNDA')])
      : element('IBAN', originalDebtorAccount?.iban ?? null);
  return [
    element('AmdmntInd', 'true'),
    element('AmdmntInfDtls', [
      element('OrgnlMndtId', originalReference ?? null),
      element('OrgnlCdtrSchmeId', [
        element('Nm', sepaNameOf(originalCreditorName ?? '')),
        originalCreditorIdentifier === undefined ? null : creditorIdOf(originalCreditorIdentifier),
      ]),
      element('OrgnlDbtrAcct', [element('Id', [account])]),
    ]),
  ];
}

/** Without a BIC the bank is found by the IBAN. `NOTPROVIDED` is no BIC, so it has its own element. */
function bankOf(bic: string | null, version: DirectDebitFileVersion): Element | null {
  const identification =
    bic === null
      ? element('Othr', [element('Id', 'NOTPROVIDED')])
      : element(version === 'pain.008.001.02' ? 'BIC' : 'BICFI', bic);
  return element('FinInstnId', [identification]);
}

function creditorIdOf(creditorIdentifier: string): Element | null {
  const scheme = element('SchmeNm', [element('Prtry', 'SEPA')]);
  return element('Id', [element('PrvtId', [element('Othr', [element('Id', creditorIdentifier), scheme])])]);
}

function addressOf(address: PostalAddress | null): Element | null {
  if (address === null) return null;
  const folded = (text: string | null): string | null => (text === null ? null : foldToSepa(text));
  return element('PstlAdr', [
    element('StrtNm', folded(address.street)),
    element('BldgNb', folded(address.buildingNumber)),
    element('PstCd', folded(address.postalCode)),
    element('TwnNm', folded(address.town)),
    element('Ctry', address.country),
  ]);
}
