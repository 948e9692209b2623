import type { BankEntry, BankEntryDetail, BankStatement } from './bank-file.ts';
import {
  booleanAt,
  centsOf,
  codeAt,
  dayOf,
  directionOf,
  idAt,
  neededText,
  refuseAt,
  refuseTwice,
} from './read-values.ts';
import { find, findAll, type Node, textAt } from './stream-xml.ts';

/** A detail before its entry is known: what it lacks, the entry says. */
export type ReadDetail = Omit<BankEntryDetail, 'amountCents' | 'chargesCents'> & {
  readonly amountCents: number | null;
  readonly direction: 'CREDIT' | 'DEBIT' | null;
  readonly charges: Charges;
};

/** `included`: the bank says that they are part of the entry's amount; `all`: with those of which it says nothing. */
type Charges = { readonly included: number; readonly all: number };

/** TxDtls, of camt.053 and camt.054, versions .02 and .08. */
export function detailOf(node: Node): ReadDetail {
  refuseTwice(node, ['Refs', 'Amt', 'CdtDbtInd', 'AmtDtls', 'BkTxCd', 'RltdPties', 'RmtInf', 'RtrInf']);
  const references = find(node, 'Refs');
  refuseTwice(references, ['AcctSvcrRef', 'PmtInfId', 'EndToEndId', 'MndtId']);
  const amount = find(node, 'Amt') ?? find(node, 'AmtDtls/TxAmt/Amt') ?? null;
  const returned = find(node, 'RtrInf');
  const remittance = find(node, 'RmtInf');
  return {
    place: { line: node.line, path: node.path },
    // In a currency of the payer's it says nothing of what came: the entry does.
    amountCents: amount && isForeign(amount) ? null : amount && centsOf(amount),
    direction: find(node, 'CdtDbtInd') && directionOf(node),
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
    counterparty: counterpartyOf(find(node, 'RltdPties')),
  };
}

/** What the payer wrote, and what banks write beside it or in its place. */
const textsOf = (node: Node, remittance: Node | null): readonly string[] =>
  [
    ...findAll(remittance, 'Ustrd'),
    ...findAll(remittance, 'Strd').flatMap((structured) => findAll(structured, 'AddtlRmtInf')),
    ...findAll(node, 'AddtlTxInf'),
  ].flatMap(({ text }) => (text.trim() === '' ? [] : [text]));

const isForeign = ({ attributes: { Ccy } }: Node): boolean => Ccy !== 'EUR' && /^[A-Z]{3}$/.test(Ccy ?? '');

/** Whoever is not us: the debtor of a transfer to us, and of a direct debit. */
function counterpartyOf(parties: Node | null): BankEntryDetail['counterparty'] {
  const debtor = find(parties, 'Dbtr');
  return {
    name: textAt(debtor, 'Pty/Nm') ?? textAt(debtor, 'Nm'),
    iban: textAt(parties, 'DbtrAcct/Id/IBAN'),
  };
}

/** UPDD: a direct debit that comes back. RRTN: a transfer that does. */
const isReturnCode = (code: string | null): boolean => code !== null && /\/(?:UPDD|RRTN)$/.test(code);

export function codeOf(node: Node | null): string | null {
  const parts = ['Domn/Cd', 'Domn/Fmly/Cd', 'Domn/Fmly/SubFmlyCd'].map((path) => textAt(node, path));
  return parts[0] ? parts.filter((part) => part !== null).join('/') : textAt(node, 'Prtry/Cd');
}

/** `.02` does not say whether charges are part of the amount; `.08` may. */
function chargesOf(node: Node): Charges {
  const records = findAll(node, 'Chrgs').flatMap((charges) => [charges, ...findAll(charges, 'Rcrd')]);
  const sum = (some: readonly Node[]): number =>
    some.reduce((all, record) => {
      const amount = find(record, 'Amt');
      return all + (amount === null ? 0 : centsOf(amount));
    }, 0);
  return {
    included: sum(records.filter((record) => booleanAt(record, 'ChrgInclInd') === true)),
    all: sum(records.filter((record) => booleanAt(record, 'ChrgInclInd') !== false)),
  };
}

const addCharges = (all: readonly Charges[]): Charges => ({
  included: all.reduce((sum, { included }) => sum + included, 0),
  all: all.reduce((sum, charges) => sum + charges.all, 0),
});

type EntryHead = { readonly amountCents: number; readonly direction: 'CREDIT' | 'DEBIT' };

export function entryOf(
  node: Node,
  { statement, number, details }: { statement: BankStatement; number: number; details: readonly ReadDetail[] },
): BankEntry {
  refuseTwice(node, ['NtryRef', 'Amt', 'CdtDbtInd', 'RvslInd', 'Sts', 'BookgDt', 'ValDt', 'AcctSvcrRef', 'BkTxCd']);
  const amountCents = centsOf(find(node, 'Amt') ?? refuseAt(node, 'Amt is missing'));
  const direction = directionOf(node);
  const transactionCode = codeOf(find(node, 'BkTxCd'));
  const batches = findAll(node, 'NtryDtls').flatMap((group) => idAt(group, 'Btch/PmtInfId') ?? []);
  const sizes = findAll(node, 'NtryDtls').flatMap((group) => textAt(group, 'Btch/NbOfTxs') ?? []);
  const own = chargesOf(node);
  const charges = addCharges([own, ...details.map((detail) => detail.charges)]);
  // A bank may say the charges of the details once more beside the entry.
  const sum = sumUp({ amountCents, direction }, [charges, own], details);
  const [only] = details.length === 1 ? details : [];
  return {
    place: { line: node.line, path: node.path },
    number,
    statementId: statement.id,
    page: statement.page,
    iban: statement.iban,
    status: bookingStatusOf(node),
    entryReference: idAt(node, 'NtryRef'),
    bankReference: idAt(node, 'AcctSvcrRef'),
    amountCents,
    direction,
    isReversal: booleanAt(node, 'RvslInd') === true,
    bookedOn: dayOf(find(node, 'BookgDt')),
    valueOn: dayOf(find(node, 'ValDt')),
    transactionCode,
    paymentInformationId: batches.length === 1 ? (batches[0] ?? null) : null,
    batchSize: sizes.length === 1 && /^\d{1,15}$/.test(sizes[0] ?? '') ? Number(sizes[0]) : null,
    chargesCents: sum.chargesCents,
    fault: sum.fault,
    isReturn: isReturnCode(transactionCode),
    text: textAt(node, 'AddtlNtryInf'),
    details: details.map(completed),
  };

  function completed(detail: ReadDetail): BankEntryDetail {
    const { direction: _direction, charges: itsOwn, amountCents: cents, ...rest } = detail;
    return {
      ...rest,
      amountCents: cents ?? sum.onlyCents,
      isReturn: rest.isReturn || isReturnCode(transactionCode),
      chargesCents: sum.chargesCents === 0 ? 0 : only ? sum.chargesCents : itsOwn.all,
    };
  }
}

/**
 * The details make up the entry, with or without the charges; else nothing of it may be booked.
 * `onlyCents` is the amount of a single detail that gives none, `chargesCents` what of the entry is charges.
 */
function sumUp(
  { amountCents, direction }: EntryHead,
  charges: readonly [Charges, ...Charges[]],
  details: readonly ReadDetail[],
) {
  const sign = direction === 'CREDIT' ? 1 : -1;
  const onlyCents = amountCents + sign * charges[0].included;
  const answer = (fault: string | null, chargesCents = 0) => ({ onlyCents, chargesCents, fault });
  if (details.length === 0) return answer(null);
  if (details.some((detail) => detail.direction !== null && detail.direction !== direction)) {
    return answer('a detail goes the other way than the entry');
  }
  if (details.length > 1 && details.some((detail) => detail.amountCents === null)) {
    return answer('a detail has no amount');
  }
  const sum = details.reduce((all, detail) => all + (detail.amountCents ?? onlyCents), 0);
  if (sum === amountCents) return answer(null);
  for (const part of charges.flatMap(({ included, all }) => [included, all])) {
    if (sum - sign * part === amountCents) return answer(null, part);
  }
  return answer('the details do not add up to the entry');
}

/** Only what is booked is money: the others are for information, expected, or not sure yet. */
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
  return status ?? refuseAt(node, 'Sts is none of BOOK, PDNG, INFO and FUTR');
}
