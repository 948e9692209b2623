import { hash } from 'node:crypto';
import { rumKeyOf } from '../../../kernel/sepa/mandate.ts';
import type { BankEntryRecord, BankFile } from '../bank-import.ts';
import type { EntryFacts, TextDigest } from '../entry-facts.ts';
import type { Booking } from '../matching/bank-booking.ts';
import { namedPayments } from '../matching/match-booking.ts';
import type { Transaction } from '../ports.ts';

/** A digest is good for this entry alone: it tells nothing about another one of the same person. */
const digestUnder =
  (identity: string) =>
  (fact: string, value: string): string =>
    hash('sha256', JSON.stringify([identity, fact, value])).slice(0, 24);

/** Shorter beginnings than these no bank gives. */
const startOfText = 35;
const startOfName = 20;

export type FactsUnder = (identity: string) => EntryFacts;

/** The facts of a booking, for the comparison with what other files say of the entry of an identity. */
export async function entryFactsOf(
  transaction: Transaction,
  { format }: Pick<BankFile, 'format'>,
  booking: Booking,
): Promise<FactsUnder> {
  const named = await namedPayments(transaction, booking);
  return (identity) => factsUnder(identity, format, booking, named);
}

function factsUnder(
  identity: string,
  format: BankFile['format'],
  booking: Booking,
  { payments, block: blockOfDebit }: Awaited<ReturnType<typeof namedPayments>>,
): EntryFacts {
  const { entry, detail, amountCents, chargesCents, counterparty } = booking;
  const listed = detail < 0 ? null : (entry.details[detail] ?? null);
  const digest = digestUnder(`${entry.iban} ${identity}`);
  const maybe = (fact: string, value: string | null): string | null => value && digest(fact, value);
  const text = (fact: string, value: string, start: number): TextDigest | null => {
    const plain = plainOf(value);
    if (plain === '') return null;
    return {
      length: plain.length,
      start: digest(fact, plain.slice(0, start)),
      whole: digest(fact, plain),
    };
  };
  const count = entry.details.length || entry.batchSize;
  const shortened = {
    // Cut, moved or written in its own way: only what the gateway knows again is compared.
    ...{ valueOn: null, entryReference: null, transactionCode: null, listed: null, text: null, name: null, iban: null },
    ...{ block: blockOfDebit, mandate: null, structured: [], returnReason: null },
    endToEndId: payments.length > 0 ? maybe('id', booking.endToEndId) : null,
  };
  return {
    format,
    entryCents: entry.amountCents,
    entryDirection: entry.direction,
    ...{ amountCents, direction: booking.direction, bookedOn: entry.writtenBookedOn, valueOn: entry.valueOn },
    entryReference: maybe('entry reference', entry.entryReference),
    // That of the entry is its identity.
    detailReference: entry.bankReference === null ? null : maybe('reference', listed?.bankReference ?? null),
    transactionCode: entry.transactionCode,
    // Of a self-contradicting entry only the facts beside its payments are known.
    listed: entry.fault === null ? count : null,
    payments,
    ownBlock: blockOfDebit,
    block: booking.paymentInformationId,
    endToEndId: maybe('id', booking.endToEndId),
    mandate: booking.mandateReference === null ? null : digest('mandate', rumKeyOf(booking.mandateReference)),
    structured: [...new Set(booking.structuredReferences.map((one) => digest('structured', plainOf(one))))],
    text: text('text', (listed?.written ?? []).join(''), startOfText),
    name: text('name', counterparty.name ?? '', startOfName),
    iban: counterparty.iban === null ? null : digest('account', plainOf(counterparty.iban)),
    chargesCents: chargesCents || null,
    returnReason: booking.returnReason,
    ...(entry.isWhole && shortened),
  };
}

/** Without what banks change on the way: blanks, signs, accents, case. */
const plainOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** The facts of a recorded entry. Older versions stored less. */
export async function factsOfRecord(transaction: Transaction, record: BankEntryRecord): Promise<EntryFacts> {
  const { amountCents, direction, bookedOn, transactionCode, detail, paymentId, blockId } = record;
  const facts = record.facts ?? {
    format: (await transaction.bankFile(record.fileId))?.format ?? null,
    entryCents: detail < 0 ? amountCents : null,
    ...{ amountCents, direction, bookedOn, valueOn: null, entryReference: null, detailReference: null },
    ...{ transactionCode, listed: null, payments: [], ownBlock: null, block: blockId, endToEndId: null },
    ...{ mandate: null, structured: [], text: null, name: null, iban: null },
    chargesCents: record.chargesCents || null,
    returnReason: record.returnReason,
  };
  // The payment that it was matched to, by rule or by a person.
  return facts.payments.length > 0 || paymentId === null ? facts : { ...facts, payments: [paymentId] };
}
