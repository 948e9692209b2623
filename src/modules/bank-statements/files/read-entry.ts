import type { BankEntry, BankEntryDetail, BankStatement, Direction } from './bank-file.ts';
import { counterpartyOf, type Parties, partiesOf } from './counterparty.ts';
import { type Charges, type StatedAmount, type Understood, understandAmounts } from './entry-amounts.ts';
import {
  booleanAt,
  centsOf,
  codeAt,
  dayOf,
  directionAt,
  foundCode,
  idAt,
  neededText,
  refuseAt,
  refuseTwice,
} from './read-values.ts';
import { find, findAll, type Node, textAt } from './stream-xml.ts';

/** A detail before its entry is known; the entry gives the missing parts. */
export type ReadDetail = Omit<
  BankEntryDetail,
  'amountCents' | 'direction' | 'chargesCents' | 'besideCents' | 'counterparty'
> & {
  readonly movedCents: number | null;
  readonly otherCents: readonly number[];
  readonly direction: Direction | null;
  readonly charges: Charges;
  readonly parties: Parties;
};

/** TxDtls, of camt.053 and camt.054, versions .02 and .08. */
export function detailOf(node: Node): ReadDetail {
  refuseTwice(node, ['Refs', 'Amt', 'CdtDbtInd', 'AmtDtls', 'BkTxCd', 'RltdPties', 'RmtInf', 'RtrInf']);
  const references = find(node, 'Refs');
  refuseTwice(references, ['AcctSvcrRef', 'PmtInfId', 'EndToEndId', 'MndtId']);
  const [movedCents = null, ...others] = amountsOf([find(node, 'Amt'), find(node, 'AmtDtls/TxAmt/Amt')]);
  const returned = find(node, 'RtrInf');
  const remittance = find(node, 'RmtInf');
  return {
    place: { line: node.line, path: node.path },
    movedCents,
    otherCents: [...amountsOf([find(node, 'AmtDtls/InstdAmt/Amt')]), ...others],
    direction: find(node, 'CdtDbtInd') && directionAt(node),
    bankReference: idAt(references, 'AcctSvcrRef'),
    paymentInformationId: idAt(references, 'PmtInfId'),
    endToEndId: idAt(references, 'EndToEndId'),
    mandateReference: idAt(references, 'MndtId'),
    isReturn: returned !== null || isReturnCode(codeOf(find(node, 'BkTxCd'))),
    returnReason: codeAt(returned, 'Rsn'),
    charges: chargesOf(node),
    structuredReferences: findAll(remittance, 'Strd').flatMap((structured) => idAt(structured, 'CdtrRefInf/Ref') ?? []),
    remittance: textsOf(node, remittance),
    written: findAll(remittance, 'Ustrd').flatMap(({ text }) => (text.trim() === '' ? [] : [text])),
    possibleIds: [],
    parties: partiesOf(find(node, 'RltdPties')),
  };
}

/** The payer's text, and the bank's text beside or instead of it. */
const textsOf = (node: Node, remittance: Node | null): readonly string[] =>
  [
    ...findAll(remittance, 'Ustrd'),
    ...findAll(remittance, 'Strd').flatMap((structured) => findAll(structured, 'AddtlRmtInf')),
    ...findAll(node, 'AddtlTxInf'),
  ].flatMap(({ text }) => (text.trim() === '' ? [] : [text]));

const isForeign = ({ attributes: { Ccy } }: Node): boolean => Ccy !== 'EUR' && /^[A-Z]{3}$/.test(Ccy ?? '');

/** An amount in the payer's currency does not tell the received amount. */
const amountsOf = (nodes: readonly (Node | null)[]): readonly number[] =>
  nodes.flatMap((amount) => (amount === null || isForeign(amount) ? [] : [centsOf(amount)]));

/** UPDD: a direct debit that comes back. RRTN: a transfer that does. */
const isReturnCode = (code: string | null): boolean => code !== null && /\/(?:UPDD|RRTN)$/.test(code);

export function codeOf(node: Node | null): string | null {
  const parts = ['Domn/Cd', 'Domn/Fmly/Cd', 'Domn/Fmly/SubFmlyCd'].map((path) => textAt(node, path));
  return parts[0] ? parts.filter((part) => part !== null).join('/') : textAt(node, 'Prtry/Cd');
}

/** Direct debits that we sent. */
const isCollectionCode = (code: string | null): boolean => code?.includes('/IDDT/') === true;

/**
 * `.02` does not say whether charges are part of the amount; `.08` may. A charge that is credited is one given back.
 * Without single charges their total counts.
 */
function chargesOf(node: Node): Charges {
  const records = findAll(node, 'Chrgs').flatMap((charges) => {
    const single = [charges, ...findAll(charges, 'Rcrd')].filter((record) => find(record, 'Amt') !== null);
    return single.length > 0 ? single : [charges];
  });
  const sum = (some: readonly Node[]): number =>
    some.reduce((all, record) => {
      const amount = find(record, 'Amt') ?? find(record, 'TtlChrgsAndTaxAmt');
      const sign = textAt(record, 'CdtDbtInd') === 'CRDT' ? -1 : 1;
      return all + (amount === null || isForeign(amount) ? 0 : sign * centsOf(amount));
    }, 0);
  return {
    included: sum(records.filter((record) => booleanAt(record, 'ChrgInclInd') === true)),
    all: sum(records.filter((record) => booleanAt(record, 'ChrgInclInd') !== false)),
  };
}

export function entryOf(
  node: Node,
  { statement, number, details }: { statement: BankStatement; number: number; details: readonly ReadDetail[] },
): BankEntry {
  refuseTwice(node, ['NtryRef', 'Amt', 'CdtDbtInd', 'RvslInd', 'Sts', 'BookgDt', 'ValDt', 'AcctSvcrRef', 'BkTxCd']);
  const amountCents = centsOf(find(node, 'Amt') ?? refuseAt(node, 'Amt is missing'));
  const direction = directionAt(node);
  const transactionCode = codeOf(find(node, 'BkTxCd'));
  const batches = findAll(node, 'NtryDtls').flatMap((group) => idAt(group, 'Btch/PmtInfId') ?? []);
  const sizes = findAll(node, 'NtryDtls').flatMap((group) => textAt(group, 'Btch/NbOfTxs') ?? []);
  const status = bookingStatusOf(node);
  const writtenBookedOn = dayOf(find(node, 'BookgDt'));
  const isReversal = booleanAt(node, 'RvslInd') === true;
  const amounts = amountsWithin(node, { amountCents, direction, transactionCode }, details);
  const [alone] = details.length === 0 ? amounts.parts : [];
  return {
    place: { line: node.line, path: node.path },
    number,
    statementId: statement.id,
    page: statement.page,
    iban: statement.iban,
    status,
    entryReference: idAt(node, 'NtryRef'),
    bankReference: idAt(node, 'AcctSvcrRef'),
    amountCents,
    direction,
    isReversal,
    bookedOn: writtenBookedOn ?? (status === 'BOOKED' ? statement.day : null),
    writtenBookedOn,
    valueOn: dayOf(find(node, 'ValDt')),
    transactionCode,
    paymentInformationId: batches.length === 1 ? (batches[0] ?? null) : null,
    batchSize: sizes.length === 1 && /^\d{1,15}$/.test(sizes[0] ?? '') ? Number(sizes[0]) : null,
    chargesCents: amounts.chargesCents,
    besideCents: alone?.besideCents ?? 0,
    fault: amounts.fault,
    isReturn: isReturnCode(transactionCode),
    text: textAt(node, 'AddtlNtryInf'),
    details: details.map(completed),
    isWhole: false,
  };

  function completed(detail: ReadDetail, index: number): BankEntryDetail {
    const { charges: _charges, movedCents: _moved, otherCents: _others, parties, ...rest } = detail;
    const amount = amounts.parts[index] ?? refuseAt(node, 'a detail has no amount');
    const isReturn = detail.isReturn || isReturnCode(transactionCode);
    const side = { iban: statement.iban, direction: amount.direction, isBack: isReturn || isReversal };
    return { ...rest, ...amount, isReturn, counterparty: counterpartyOf(parties, side) };
  }
}

type EntryHead = Pick<BankEntry, 'amountCents' | 'direction' | 'transactionCode'>;

const noCharges: Charges = { included: 0, all: 0 };

/** For a return without details, the entry's own amounts may show the fee. */
function amountsWithin(node: Node, head: EntryHead, details: readonly ReadDetail[]): Understood {
  const { transactionCode, ...whole } = head;
  const isReturn = isReturnCode(transactionCode);
  const charges = chargesOf(node);
  const beside = amountsOf([find(node, 'AmtDtls/InstdAmt/Amt'), find(node, 'AmtDtls/TxAmt/Amt')]);
  if (details.length === 0) {
    const nothing = { fault: null, chargesCents: 0, parts: [] };
    if (!isReturn) return nothing;
    const own = { movedCents: null, direction: null, charges: noCharges, isReturn, isInstructedByUs: true };
    const understood = understandAmounts({ ...whole, charges }, [{ ...own, otherCents: beside }]);
    return understood.fault === null ? understood : nothing;
  }
  const stated = details.map((detail): StatedAmount => {
    const isBack = detail.isReturn || isReturn;
    const otherCents = details.length === 1 ? [...detail.otherCents, ...beside] : detail.otherCents;
    return {
      ...{ movedCents: detail.movedCents, otherCents, direction: detail.direction, charges: detail.charges },
      ...{ isReturn: isBack, isInstructedByUs: isBack || isCollectionCode(transactionCode) },
    };
  });
  return understandAmounts({ ...whole, charges }, stated);
}

/** Only booked entries are money; the others are informative, expected or provisional. */
const statuses: Readonly<Record<string, BankEntry['status']>> = {
  BOOK: 'BOOKED',
  PDNG: 'PROVISIONAL',
  INFO: 'PROVISIONAL',
  FUTR: 'PROVISIONAL',
};

/** `.02` has it as text, `.08` as a code within. */
function bookingStatusOf(node: Node): BankEntry['status'] {
  const code = textAt(node, 'Sts/Cd') ?? neededText(node, 'Sts');
  const status = Object.hasOwn(statuses, code) ? statuses[code] : undefined;
  return status ?? refuseAt(node, `Sts is none of BOOK, PDNG, INFO and FUTR: ${foundCode(code)}`);
}
