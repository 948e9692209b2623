import { iban } from './examples.ts';

/** Files as banks write them, by text alone: nothing of the program's own writers is in them. */

type WrittenParty = { readonly name?: string; readonly iban?: string; readonly ultimate?: string };

export type WrittenDetail = {
  readonly amount?: string;
  /** `InstdAmt`. */
  readonly instructed?: string;
  /** Where it is not the entry's; version .02 has no place for it. */
  readonly direction?: 'CRDT' | 'DBIT';
  readonly endToEndId?: string;
  readonly paymentInformationId?: string;
  readonly bankReference?: string;
  readonly mandate?: string;
  readonly reason?: string;
  readonly structured?: string;
  readonly texts?: readonly string[];
  /** `AddtlRmtInf`, beside a structured reference. */
  readonly beside?: string;
  /** `AddtlTxInf`, of the bank. */
  readonly additional?: string;
  readonly debtor?: WrittenParty;
  readonly creditor?: WrittenParty;
  /** An amount that is part of the entry's. */
  readonly charges?: string;
};

export type WrittenEntry = {
  readonly amount: string;
  readonly currency?: string;
  readonly direction?: 'CRDT' | 'DBIT';
  readonly status?: string;
  readonly entryReference?: string;
  readonly bankReference?: string | null;
  readonly code?: readonly [string, string];
  readonly batch?: string;
  readonly reversal?: boolean;
  /** Said beside the entry, for all of its details. */
  readonly charges?: string;
  readonly details?: readonly WrittenDetail[];
  readonly text?: string;
  /** Null: the bank leaves it out. */
  readonly bookedOn?: string | null;
};

export type WrittenStatement = {
  readonly format?: 'camt.053' | 'camt.054';
  readonly version?: '02' | '08';
  readonly id?: string;
  readonly iban?: string;
  readonly sequence?: number;
  /** Of its balances. */
  readonly day?: string;
  /** In cents; the closing balance follows from the entries. */
  readonly opening?: number;
  readonly closing?: number;
  readonly entries: readonly WrittenEntry[];
};

const tag = (name: string, content: string | undefined | null): string =>
  content === undefined || content === null || content === '' ? '' : `<${name}>${content}</${name}>`;
export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const amount = (value: string, currency = 'EUR'): string => `<Amt Ccy="${currency}">${value}</Amt>`;
const cents = (value: string): number => Math.round(Number(value) * 100);
const decimal = (value: number): string => (Math.abs(value) / 100).toFixed(2);

function chargesTag(version: '02' | '08', charges: string | undefined): string {
  if (charges === undefined) return '';
  if (version === '02') return tag('Chrgs', amount(charges));
  return tag('Chrgs', tag('Rcrd', `${amount(charges)}<ChrgInclInd>true</ChrgInclInd>`));
}

function detail(version: '02' | '08', direction: string, written: WrittenDetail): string {
  const is08 = version === '08';
  const references = [
    tag('AcctSvcrRef', written.bankReference),
    tag('PmtInfId', written.paymentInformationId),
    tag('EndToEndId', written.endToEndId),
    tag('MndtId', written.mandate),
  ].join('');
  const ofAmount = (name: string, value: string | undefined): string => tag(name, value && amount(value));
  const instructed = ofAmount('InstdAmt', written.instructed);
  const money = is08
    ? (written.amount === undefined
        ? ''
        : `${amount(written.amount)}<CdtDbtInd>${written.direction ?? direction}</CdtDbtInd>`) +
      tag('AmtDtls', instructed)
    : tag('AmtDtls', instructed + ofAmount('TxAmt', written.amount));
  const charges = chargesTag(version, written.charges);
  const named = (role: string, name: string | undefined): string => {
    const text = tag('Nm', name && escaped(name));
    return tag(role, is08 ? tag('Pty', text) : text);
  };
  const partyOf = (role: string, party: WrittenParty | undefined): readonly string[] => [
    named(role, party?.name),
    tag(`${role}Acct`, party?.iban && tag('Id', tag('IBAN', party.iban))),
    named(`Ultmt${role}`, party?.ultimate),
  ];
  const parties = [...partyOf('Dbtr', written.debtor), ...partyOf('Cdtr', written.creditor)].join('');
  const reference =
    written.structured &&
    tag('CdtrRefInf', `<Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>ISO</Issr></Tp>${tag('Ref', written.structured)}`);
  const structured = tag('Strd', (reference ?? '') + tag('AddtlRmtInf', written.beside && escaped(written.beside)));
  const remittance = (written.texts ?? []).map((text) => tag('Ustrd', escaped(text))).join('') + structured;
  return tag(
    'TxDtls',
    [
      tag('Refs', references),
      money,
      charges,
      tag('RltdPties', parties),
      tag('RmtInf', remittance),
      tag('RtrInf', written.reason && tag('Rsn', tag('Cd', written.reason))),
      tag('AddtlTxInf', written.additional && escaped(written.additional)),
    ].join(''),
  );
}

function entry(version: '02' | '08', written: WrittenEntry, index: number): string {
  const direction = written.direction ?? 'CRDT';
  const status = written.status ?? 'BOOK';
  const code = written.code ?? ['RCDT', 'ESCT'];
  const bankReference = written.bankReference === undefined ? `BANK-${index + 1}` : (written.bankReference ?? '');
  const { bookedOn = '2026-11-25' } = written;
  const details = (written.details ?? []).map((one) => detail(version, direction, one)).join('');
  return tag(
    'Ntry',
    [
      tag('NtryRef', written.entryReference),
      amount(written.amount, written.currency),
      tag('CdtDbtInd', direction),
      written.reversal ? '<RvslInd>true</RvslInd>' : '',
      version === '08' ? `<Sts><Cd>${status}</Cd></Sts>` : `<Sts>${status}</Sts>`,
      tag('BookgDt', bookedOn && tag('Dt', bookedOn)),
      tag('ValDt', bookedOn && tag('Dt', bookedOn)),
      tag('AcctSvcrRef', bankReference),
      `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${code[0]}</Cd><SubFmlyCd>${code[1]}</SubFmlyCd></Fmly></Domn></BkTxCd>`,
      chargesTag(version, written.charges),
      tag('NtryDtls', (written.batch ? tag('Btch', tag('PmtInfId', written.batch)) : '') + details),
      tag('AddtlNtryInf', written.text && escaped(written.text)),
    ].join(''),
  );
}

/** An entry of one payment of the whole amount. */
export const credit = (
  amount: string,
  detail: WrittenDetail = {},
  change: Partial<WrittenEntry> = {},
): WrittenEntry => ({ amount, details: [{ amount, ...detail }], ...change });
/** Of a direct debit. */
export const collection: typeof credit = (amount, detail, change) =>
  credit(amount, detail, { code: ['IDDT', 'ESDD'], ...change });
export const returned = (amount: string, endToEndId: string, reason: string, change: Partial<WrittenEntry> = {}) =>
  credit(amount, { endToEndId, reason }, { direction: 'DBIT', code: ['IDDT', 'UPDD'], ...change });

export function writtenStatement(written: WrittenStatement): string {
  const { format = 'camt.053', version = '08', id = 'STMT-1', opening = 0, day = '2026-11-25' } = written;
  const moved = written.entries
    .filter(({ status = 'BOOK' }) => status === 'BOOK')
    .reduce((sum, one) => sum + (one.direction === 'DBIT' ? -cents(one.amount) : cents(one.amount)), 0);
  const closing = written.closing ?? opening + moved;
  const balance = (code: string, value: number): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(decimal(value))}<CdtDbtInd>${value < 0 ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
  const isStatement = format === 'camt.053';
  const [message, container] = isStatement ? ['BkToCstmrStmt', 'Stmt'] : ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${format}.001.${version}"><${message}>`,
    `<GrpHdr><MsgId>${id}-M</MsgId><CreDtTm>2026-11-25T20:00:00</CreDtTm></GrpHdr>`,
    `<${container}><Id>${id}</Id>${tag('ElctrncSeqNb', written.sequence?.toString())}<CreDtTm>2026-11-25T20:00:00</CreDtTm>`,
    `<Acct><Id><IBAN>${written.iban ?? iban.company}</IBAN></Id><Ccy>EUR</Ccy></Acct>`,
    isStatement ? balance('OPBD', opening) + balance('CLBD', closing) : '',
    ...written.entries.map((one, index) => entry(version, one, index)),
    `</${container}></${message}></Document>`,
    '',
  ].join('\n');
}

export type WrittenReport = {
  readonly version?: '03' | '10';
  readonly messageId: string;
  readonly group?: { readonly status: string; readonly reason?: string };
  readonly blocks?: readonly {
    readonly id: string;
    readonly status?: string;
    readonly reason?: string;
    readonly transactions?: readonly {
      readonly endToEndId?: string;
      /** Repeated of the debit (`OrgnlTxRef`). */
      readonly mandate?: string;
      readonly status?: string;
      readonly reason?: string;
    }[];
  }[];
};

/** That the bank rejects one debit, of the first block of the file `M1`. */
export const rejecting = (endToEndId: string, reason = 'AC04'): string =>
  writtenReport({ messageId: 'M1', blocks: [{ id: 'M1-1', transactions: [{ endToEndId, status: 'RJCT', reason }] }] });

export function writtenReport({ version = '10', messageId, group, blocks = [] }: WrittenReport): string {
  const why = (reason: string | undefined): string => tag('StsRsnInf', reason && tag('Rsn', tag('Cd', reason)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt>`,
    '<GrpHdr><MsgId>REPORT-1</MsgId><CreDtTm>2026-11-25T20:00:00</CreDtTm></GrpHdr>',
    `<OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>${tag('GrpSts', group?.status)}${why(group?.reason)}</OrgnlGrpInfAndSts>`,
    ...blocks.map(({ id, status, reason, transactions = [] }) =>
      tag(
        'OrgnlPmtInfAndSts',
        [
          tag('OrgnlPmtInfId', id),
          tag('PmtInfSts', status),
          why(reason),
          ...transactions.map((one) =>
            tag(
              'TxInfAndSts',
              [
                tag('OrgnlEndToEndId', one.endToEndId),
                tag('TxSts', one.status),
                why(one.reason),
                tag('OrgnlTxRef', one.mandate && tag('MndtRltdInf', tag('MndtId', one.mandate))),
              ].join(''),
            ),
          ),
        ].join('\n'),
      ),
    ),
    '</CstmrPmtStsRpt></Document>',
    '',
  ].join('\n');
}
