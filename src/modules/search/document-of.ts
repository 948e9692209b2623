import { amountOf, type JournalEntry } from '../accounting/journal.ts';
import type { BankException } from '../bank-statements/bank-import.ts';
import type { Customer, CustomerKey } from '../customers/customer.ts';
import type { StoredBatch } from '../direct-debits/batches/direct-debit.ts';
import type { Mandate } from '../direct-debits/mandates/mandate.ts';
import type { Payment } from '../payments/payment.ts';
import type { SearchDocument, SearchKind, SearchScope } from './search-document.ts';
import type { SearchField } from './search-field.ts';
import { amountWord, codeWords, emailWords, ibanWords, isIndexed, phoneWord, plainWords } from './words.ts';

/** What is searched of each kind of object. */

type ValueOf = {
  readonly PAYMENT: Payment;
  readonly MANDATE: Mandate;
  readonly CUSTOMER: Customer;
  readonly BANK_EXCEPTION: BankException;
  readonly BATCH: StoredBatch;
  readonly JOURNAL_ENTRY: JournalEntry;
};
export type ObjectOf<Kind extends SearchKind> = Kind extends SearchKind
  ? { readonly kind: Kind; readonly value: ValueOf[Kind] }
  : never;
export type SearchedObject = ObjectOf<SearchKind>;

export type FieldWords = { readonly field: SearchField; readonly words: readonly string[] };

type Texts = readonly (readonly [SearchField, readonly string[]])[];

const wordsOfComment = 16;
const wordsOfRemittance = 30;
const mostWords = 80;

const textWords = (texts: readonly (string | null | undefined)[], limit: number): string[] =>
  texts.flatMap((text) => (text ? plainWords(text) : [])).slice(0, limit);
const some = <Value>(value: Value | null | undefined | '', words: (value: Value) => string[]): string[] =>
  value === null || value === undefined || value === '' ? [] : words(value);

const texts: { readonly [Kind in SearchKind]: (value: ValueOf[Kind]) => Texts } = {
  PAYMENT: (payment) => [
    ['REFERENCE', plainWords(payment.reference)],
    ['ORDER', payment.idCommande === '0' ? [] : codeWords(payment.idCommande)],
    ['CUSTOMER', codeWords(payment.idClient)],
    ['EMAIL', emailWords(payment.email)],
    ['NAME', textWords([payment.payer?.firstName, payment.payer?.lastName], wordsOfComment)],
    ['PHONE', some(payment.payer?.phone, (phone) => [phoneWord(phone)])],
    ['RUM', some(payment.mandate, codeWords)],
    ['PIECE', some(payment.accounting?.pieceReference, codeWords)],
    ['AMOUNT', [amountWord(payment.amountCents)]],
    ['TEXT', textWords([payment.commentaire], wordsOfComment)],
  ],
  MANDATE: ({ rum, idClient, debtor }) => [
    ['RUM', codeWords(rum)],
    ['CUSTOMER', codeWords(idClient)],
    ['NAME', textWords([debtor?.name], wordsOfComment)],
    ['IBAN', some(debtor?.iban, ibanWords)],
    ['PLACE', textWords([debtor?.address?.postalCode, debtor?.address?.town], wordsOfComment)],
  ],
  CUSTOMER: ({ idClient, details }) => [
    ['CUSTOMER', codeWords(idClient)],
    ['NAME', textWords([details.firstName, details.lastName], wordsOfComment)],
    ['PHONE', some(details.phone, (phone) => [phoneWord(phone)])],
    ['PLACE', textWords([details.zipCode, details.city], wordsOfComment)],
  ],
  BANK_EXCEPTION: ({ amountCents, details }) => [
    ['NAME', textWords([details.counterparty, details.ultimateCounterparty], wordsOfRemittance)],
    ['IBAN', some(details.counterpartyIban, ibanWords)],
    ['END_TO_END_ID', some(details.endToEndId, codeWords)],
    ['RUM', some(details.mandateReference, codeWords)],
    ['AMOUNT', [amountWord(amountCents)]],
    ['TEXT', textWords([details.remittance], wordsOfRemittance)],
  ],
  BATCH: ({ messageId, fileName, totalCents }) => [
    ['END_TO_END_ID', codeWords(messageId)],
    ['FILE', codeWords(fileName)],
    ['AMOUNT', [amountWord(totalCents)]],
  ],
  JOURNAL_ENTRY: ({ pieceReference, label, reason, lines }) => [
    ['PIECE', codeWords(pieceReference)],
    ['AMOUNT', [amountWord(amountOf(lines))]],
    ['TEXT', textWords([label, reason], wordsOfRemittance)],
  ],
};

/** Each kind has the function of its own value, which the compiler does not follow through a union. */
const textsOf = ({ kind, value }: SearchedObject): Texts =>
  (texts[kind] as (value: ValueOf[SearchKind]) => Texts)(value);

/** The most telling field first. */
export const fieldsOf = (object: SearchedObject): FieldWords[] =>
  textsOf(object).map(([field, words]) => ({ field, words }));

export function documentOf(object: SearchedObject): SearchDocument {
  // A set takes four times as long for so few.
  const indexed: string[] = [];
  for (const word of textsOf(object).flatMap(([, words]) => words)) {
    if (isIndexed(word) && !indexed.includes(word)) indexed.push(word);
  }
  return {
    key: keyOf(object),
    at: createdAtOf(object),
    scope: scopeOf(object),
    words: indexed.slice(0, mostWords),
  };
}

export const keyOf = ({ kind, value }: SearchedObject): string =>
  kind === 'CUSTOMER' ? customerKeyOf(value) : value.id;

/** Numbers of sociétés and customers never contain a slash. */
export const customerKeyOf = ({ idSociete, idClient }: CustomerKey): string => `cus_${idSociete}/${idClient}`;

export function customerOfKey(key: string): CustomerKey | null {
  const [, idSociete, idClient] = /^cus_([^/]+)\/([^/]+)$/.exec(key) ?? [];
  return idSociete === undefined || idClient === undefined ? null : { idSociete, idClient };
}

const createdAtOf = ({ kind, value }: SearchedObject): number =>
  kind === 'BANK_EXCEPTION' ? value.openedAt : value.createdAt;

function scopeOf(object: SearchedObject): SearchScope {
  const { kind, value } = object;
  const anyone = { kind, idSociete: value.idSociete, client: null, idOrigin: null, paymentTarget: null };
  if (kind === 'CUSTOMER') return { ...anyone, runMode: null };
  if (kind !== 'PAYMENT') return { ...anyone, runMode: value.runMode };
  const { effectiveRunMode: runMode, client, idOrigin, paymentTarget } = value;
  return { ...anyone, runMode, client, idOrigin, paymentTarget };
}

export const runModeOf = ({ kind, value }: SearchedObject): string | null =>
  kind === 'CUSTOMER' ? null : kind === 'PAYMENT' ? value.effectiveRunMode : value.runMode;
