import { FileRefused, fault } from './faults-of-file.ts';
import { all, type Element, find, textAt, type XmlMessage } from './read-xml.ts';

/** A received file of direct debits: texts, nothing checked. `element` gives the place of each. */
export type DebitMessage = {
  readonly version: '02' | '08';
  readonly messageId: string;
  readonly count: string;
  readonly sum: string;
  readonly header: Element;
  readonly blocks: readonly DebitBlock[];
};

export type DebitBlock = {
  readonly element: Element;
  readonly id: string;
  /** Null: the contract decides, and the bank books in one sum. */
  readonly inOneSum: boolean | null;
  readonly count: string;
  readonly sum: string;
  readonly scheme: string;
  readonly sequence: string;
  readonly dueOn: string;
  readonly creditor: string;
  readonly account: string;
  readonly bank: string;
  readonly ics: string;
  readonly debits: readonly Debit[];
};

export type Debit = {
  readonly element: Element;
  readonly instructionId: string;
  readonly endToEndId: string;
  readonly amount: string;
  readonly currency: string;
  readonly rum: string;
  readonly signedOn: string;
  readonly debtor: string;
  readonly account: string;
  /** The debtor's bank, by its code or by the text in its place. */
  readonly bank: string;
  readonly bankOtherwise: string;
  readonly text: string;
  readonly reference: string;
};

const namespaces: Readonly<Record<string, DebitMessage['version']>> = {
  'urn:iso:std:iso:20022:tech:xsd:pain.008.001.02': '02',
  'urn:iso:std:iso:20022:tech:xsd:pain.008.001.08': '08',
};

/** @throws FileRefused for another message than pain.008.001.02 or .08 */
export function debitMessageOf({ root, namespace }: XmlMessage): DebitMessage {
  const version = namespaces[namespace];
  const content = find(root, 'CstmrDrctDbtInitn');
  const header = find(content, 'GrpHdr');
  if (root.name !== 'Document' || version === undefined || header === null) {
    const english = 'the file is not a pain.008.001.02 or pain.008.001.08 message';
    throw new FileRefused(
      fault('FF01', root.name, 'le fichier n’est pas un message pain.008.001.02 ou pain.008.001.08', english),
    );
  }
  return {
    version,
    messageId: textAt(header, 'MsgId'),
    count: textAt(header, 'NbOfTxs'),
    sum: textAt(header, 'CtrlSum'),
    header,
    blocks: all(content, 'PmtInf').map((element) => blockOf(element, version)),
  };
}

function blockOf(element: Element, version: DebitMessage['version']): DebitBlock {
  const booking = textAt(element, 'BtchBookg');
  return {
    element,
    id: textAt(element, 'PmtInfId'),
    inOneSum: booking === '' ? null : booking === 'true' || booking === '1',
    count: textAt(element, 'NbOfTxs'),
    sum: textAt(element, 'CtrlSum'),
    scheme: textAt(element, 'PmtTpInf/LclInstrm/Cd'),
    sequence: textAt(element, 'PmtTpInf/SeqTp'),
    dueOn: textAt(element, 'ReqdColltnDt'),
    creditor: textAt(element, 'Cdtr/Nm'),
    account: textAt(element, 'CdtrAcct/Id/IBAN'),
    bank: textAt(element, `CdtrAgt/FinInstnId/${bankName(version)}`),
    ics: textAt(element, 'CdtrSchmeId/Id/PrvtId/Othr/Id'),
    debits: all(element, 'DrctDbtTxInf').map((debit) => debitOf(debit, version)),
  };
}

function debitOf(element: Element, version: DebitMessage['version']): Debit {
  const amount = find(element, 'InstdAmt');
  return {
    element,
    instructionId: textAt(element, 'PmtId/InstrId'),
    endToEndId: textAt(element, 'PmtId/EndToEndId'),
    amount: amount?.text ?? '',
    currency: amount?.attributes.Ccy ?? '',
    rum: textAt(element, 'DrctDbtTx/MndtRltdInf/MndtId'),
    signedOn: textAt(element, 'DrctDbtTx/MndtRltdInf/DtOfSgntr'),
    debtor: textAt(element, 'Dbtr/Nm'),
    account: textAt(element, 'DbtrAcct/Id/IBAN'),
    bank: textAt(element, `DbtrAgt/FinInstnId/${bankName(version)}`),
    bankOtherwise: textAt(element, 'DbtrAgt/FinInstnId/Othr/Id'),
    text: textAt(element, 'RmtInf/Ustrd'),
    reference: textAt(element, 'RmtInf/Strd/CdtrRefInf/Ref'),
  };
}

const bankName = (version: DebitMessage['version']): string => (version === '02' ? 'BIC' : 'BICFI');

/** `12.50` → 1250. Null unless it is a SEPA amount in euros, 0.01 to 999999999.99. */
export function centsOf(amount: string): number | null {
  const [, euros = '', cents = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  if (euros === '') return null;
  const value = Number(euros) * 100 + Number(cents.padEnd(2, '0'));
  return value > 0 ? value : null;
}

/** A control sum, which may be larger than an amount. */
export function sumOf(sum: string): bigint | null {
  const [, euros = '', cents = ''] = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(sum) ?? [];
  return euros === '' ? null : BigInt(euros) * 100n + BigInt(cents.padEnd(2, '0'));
}

export const printCents = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
