/** Files of direct debits as another program would write them: nothing of the gateway's own writer is in them. */

export type FileDebit = {
  readonly id?: string;
  readonly amount?: string;
  readonly currency?: string;
  readonly rum?: string;
  readonly signedOn?: string;
  readonly name?: string;
  readonly iban?: string;
  /** Instead of `<Othr><Id>NOTPROVIDED</Id></Othr>`. */
  readonly bank?: string;
  readonly address?: string;
  readonly remittance?: string;
};

export type FileBlock = {
  readonly id?: string;
  readonly inOneSum?: boolean | null;
  readonly scheme?: string;
  readonly sequence?: string;
  readonly dueOn?: string;
  readonly iban?: string;
  readonly bic?: string;
  readonly ics?: string;
  readonly count?: string;
  readonly sum?: string;
  readonly debits: readonly FileDebit[];
};

export type DebitFile = {
  readonly version?: '02' | '08';
  readonly messageId?: string;
  readonly count?: string;
  readonly sum?: string;
  readonly blocks: readonly FileBlock[];
};

export const debtors = {
  france: 'FR7630006000011234567890189',
  germany: 'DE89370400440532013000',
  belgium: 'BE68539007547034',
  monaco: 'MC5811222000010123456789030',
} as const;

const cents = (amount: string): number => Math.round(Number(amount) * 100);
const total = (debits: readonly FileDebit[]): string =>
  (debits.reduce((sum, { amount = '12.50' }) => sum + cents(amount), 0) / 100).toFixed(2);

export function debitFile({ version = '08', messageId = 'MSG-1', count, sum, blocks }: DebitFile): string {
  const all = blocks.flatMap(({ debits }) => debits);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.008.001.${version}"><CstmrDrctDbtInitn>`,
    `<GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>2026-11-25T10:00:00Z</CreDtTm><NbOfTxs>${count ?? all.length}</NbOfTxs>`,
    `<CtrlSum>${sum ?? total(all)}</CtrlSum><InitgPty><Nm>J MILLIET BBC</Nm></InitgPty></GrpHdr>`,
    ...blocks.map((block, index) => blockText(block, `${messageId}-${index + 1}`, version)),
    '</CstmrDrctDbtInitn></Document>',
    '',
  ].join('\n');
}

function blockText(block: FileBlock, id: string, version: '02' | '08'): string {
  const { inOneSum = true, scheme = 'CORE', sequence = 'RCUR', dueOn = '2026-12-09', debits } = block;
  const { iban = 'FR1420041010050500013M02606', bic = 'PSSTFRPPPAR', ics = 'FR72ZZZ123456' } = block;
  const bank = version === '02' ? 'BIC' : 'BICFI';
  return [
    `<PmtInf><PmtInfId>${block.id ?? id}</PmtInfId><PmtMtd>DD</PmtMtd>`,
    inOneSum === null ? '' : `<BtchBookg>${inOneSum}</BtchBookg>`,
    `<NbOfTxs>${block.count ?? debits.length}</NbOfTxs><CtrlSum>${block.sum ?? total(debits)}</CtrlSum>`,
    `<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl><LclInstrm><Cd>${scheme}</Cd></LclInstrm><SeqTp>${sequence}</SeqTp></PmtTpInf>`,
    `<ReqdColltnDt>${dueOn}</ReqdColltnDt><Cdtr><Nm>J MILLIET BBC</Nm></Cdtr>`,
    `<CdtrAcct><Id><IBAN>${iban}</IBAN></Id></CdtrAcct><CdtrAgt><FinInstnId><${bank}>${bic}</${bank}></FinInstnId></CdtrAgt>`,
    '<ChrgBr>SLEV</ChrgBr>',
    `<CdtrSchmeId><Id><PrvtId><Othr><Id>${ics}</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id></CdtrSchmeId>`,
    ...debits.map((debit, index) => debitText(debit, `${block.id ?? id}-E${index + 1}`)),
    '</PmtInf>',
  ].join('');
}

function debitText(debit: FileDebit, id: string): string {
  const {
    amount = '12.50',
    currency = 'EUR',
    rum = 'RUM-1',
    signedOn = '2025-01-15',
    name = 'CAFE DU COMMERCE',
  } = debit;
  const endToEndId = debit.id ?? id;
  return [
    `<DrctDbtTxInf><PmtId><InstrId>${endToEndId}</InstrId><EndToEndId>${endToEndId}</EndToEndId></PmtId>`,
    `<InstdAmt Ccy="${currency}">${amount}</InstdAmt>`,
    `<DrctDbtTx><MndtRltdInf><MndtId>${rum}</MndtId><DtOfSgntr>${signedOn}</DtOfSgntr></MndtRltdInf></DrctDbtTx>`,
    `<DbtrAgt><FinInstnId>${debit.bank ?? '<Othr><Id>NOTPROVIDED</Id></Othr>'}</FinInstnId></DbtrAgt>`,
    `<Dbtr><Nm>${name}</Nm>${debit.address ?? ''}</Dbtr><DbtrAcct><Id><IBAN>${debit.iban ?? debtors.france}</IBAN></Id></DbtrAcct>`,
    `<RmtInf>${debit.remittance ?? '<Ustrd>CDE 45012</Ustrd>'}</RmtInf></DrctDbtTxInf>`,
  ].join('');
}

/** A file with one debit. */
export const fileWith = (debit: FileDebit = {}, block: Partial<FileBlock> = {}) =>
  debitFile({ blocks: [{ ...block, debits: [debit] }] });

/** What stands in the elements of a name. */
export const valuesOf = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)<`, 'g'))].map(([, value = '']) => value);
