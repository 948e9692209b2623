import type { BankEntry, BankEntryDetail, BankStatement } from './bank-file.ts';
import { counterpartyOf, type Parties } from './counterparty.ts';
import { understandAmounts } from './entry-amounts.ts';

/** What a text format says of an entry: one movement, and texts about it. It lists no payments. */
export type SaidOfEntry = Pick<BankEntry, 'place' | 'number' | 'status' | 'amountCents' | 'direction' | 'isReversal'> &
  Pick<BankEntry, 'bookedOn' | 'valueOn' | 'transactionCode' | 'fault'> &
  SaidOfPayment & {
    readonly reference: string | null;
    /** What was instructed, and the bank's charge, where the file names them. */
    readonly instructedCents: number | null;
    readonly namedChargeCents: number;
    readonly texts: readonly string[];
    readonly parties: Parties;
  };

/** What it says of the payment that moved. */
export type SaidOfPayment = Pick<
  BankEntryDetail,
  'endToEndId' | 'mandateReference' | 'paymentInformationId' | 'isReturn' | 'returnReason'
>;

/** More words than these no bank writes. */
const wordsTried = 40;

/** Words that may be an id of ours: whether one is, the record of what was sent says. */
const idsIn = (texts: readonly string[]): readonly string[] => {
  const words = [...texts, texts.join('')].flatMap((text) => text.split(/[^A-Za-z0-9-]+/));
  return [...new Set(words.filter((word) => word.length >= 2 && word.length <= 35))].slice(0, wordsTried);
};

/** The same form as an entry of ISO 20022 has. Its only detail speaks of the whole entry. */
export function wholeEntry(statement: BankStatement, said: SaidOfEntry): BankEntry {
  const { direction, amountCents, isReturn, isReversal, texts } = said;
  const charges = { included: 0, all: said.namedChargeCents };
  const understood = understandAmounts({ amountCents, direction, charges: { included: 0, all: 0 } }, [
    {
      movedCents: amountCents,
      otherCents: said.instructedCents === null ? [] : [said.instructedCents],
      ...{ direction, isReturn, isInstructedByUs: isReturn, charges },
    },
  ]);
  const [part] = understood.parts;
  const detail: BankEntryDetail = {
    place: said.place,
    ...(part ?? { amountCents, direction, chargesCents: 0, besideCents: 0 }),
    ...{ bankReference: null, paymentInformationId: said.paymentInformationId, endToEndId: said.endToEndId },
    ...{ mandateReference: said.mandateReference, isReturn, returnReason: said.returnReason },
    ...{ structuredReferences: [], remittance: texts, written: [], possibleIds: idsIn(texts) },
    counterparty: counterpartyOf(said.parties, { iban: statement.iban, direction, isBack: isReturn || isReversal }),
  };
  return {
    place: said.place,
    number: said.number,
    statementId: statement.id,
    page: statement.page,
    iban: statement.iban,
    ...{ status: said.status, entryReference: said.reference, bankReference: null, amountCents, direction, isReversal },
    ...{ bookedOn: said.bookedOn ?? statement.day, writtenBookedOn: said.bookedOn },
    ...{ valueOn: said.valueOn, transactionCode: said.transactionCode },
    ...{ paymentInformationId: said.paymentInformationId, batchSize: null, chargesCents: understood.chargesCents },
    ...{ besideCents: part?.besideCents ?? 0, fault: said.fault ?? understood.fault, isReturn, text: null },
    ...{ details: [detail], isWhole: true },
  };
}
