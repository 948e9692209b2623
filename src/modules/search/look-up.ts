import type { Caller } from '../../kernel/caller.ts';
import { idOrNull, isIdOf, normaliseReference } from '../../kernel/identifiers.ts';
import { isCreditorReference } from '../../kernel/sepa/creditor-reference.ts';
import { rumKeyOf } from '../../kernel/sepa/mandate.ts';
import { readWebhookDelivery, webhooksOfPayments } from '../webhooks/read-webhooks.ts';
import type { WebhookDelivery } from '../webhooks/webhook-delivery.ts';
import type { Services } from './ports.ts';
import { type IdKind, idKinds } from './search-document.ts';
import type { SearchField } from './search-field.ts';

/** An object that an index of its own knows: found at once, also before its words are in the index of words. */
export type LookedUp = {
  readonly field: SearchField;
  /** Its key, or the webhook itself. */
  readonly found: string | WebhookDelivery;
};

export type LookedUpAll = {
  readonly lookedUp: readonly LookedUp[];
  /** Whether there may be more, because one gave as many as were asked for, seen by the caller or not. */
  readonly mayBeMore: boolean;
};

type LookUp = (
  services: Services,
  text: string,
  asking: { readonly caller: Caller; readonly limit: number },
) => Promise<readonly LookedUp[]>;

const named = (field: SearchField, keys: readonly (string | null | undefined)[]): LookedUp[] =>
  keys.flatMap((found) => (found ? [{ field, found }] : []));

/** `pay_01a2…`, also its beginning. */
const byId: LookUp = async ({ store }, text, { limit }) => {
  const [, kind, digits] = /^(?:([a-z]{3})_)?([0-9a-f]{8,32})$/.exec(text.toLowerCase()) ?? [];
  if (digits === undefined || (kind === undefined && digits.length < 12)) return [];
  const wanted = idKinds.filter((one): one is Exclude<IdKind, 'msg'> => one !== 'msg' && (kind ?? one) === one);
  const found = await Promise.all(wanted.map((one) => store.idsFrom(one, `${one}_${digits}`, limit)));
  return named('ID', found.flat());
};

/** The id of a part leads to its payment or its mandate. */
const byPart: LookUp = async ({ store }, text) => {
  const id = text.toLowerCase();
  if (isIdOf('att', id)) return named('ID', [(await store.attemptById(id))?.paymentId]);
  if (isIdOf('ope', id)) return named('ID', [(await store.operation(id))?.paymentId]);
  if (isIdOf('ntf', id)) return named('ID', [(await store.notification(id))?.outcome.paymentId]);
  if (isIdOf('bke', id)) return named('ID', [(await store.bankEntry(id))?.paymentId]);
  if (isIdOf('mev', id)) return named('ID', [(await store.mandateEvent(id))?.mandateId]);
  return [];
};

/** A webhook by its id, and those of an event beside its payment. */
const byWebhook: LookUp = async (services, text, { caller, limit }) => {
  const { store } = services;
  const id = text.toLowerCase();
  if (isIdOf('evt', id)) {
    const event = await store.eventById(id);
    if (event === null) return [];
    const sent = await webhooksOfPayments(services, caller, [event.paymentId]);
    const ids = sent.filter(({ eventId }) => eventId === id).map((one) => one.id);
    return [...named('ID', [event.paymentId]), ...(await webhooksOf(services, caller, ids))];
  }
  if (!/^msg_[0-9a-f]{8,32}$/.test(id)) return [];
  return webhooksOf(services, caller, await store.idsFrom('msg', id, limit));
};

async function webhooksOf(services: Services, caller: Caller, ids: readonly string[]): Promise<LookedUp[]> {
  const found = await Promise.all(ids.map((id) => readWebhookDelivery(services, caller, id)));
  // The id of one that the caller may not see is found as nothing, but it is one of as many as were asked for.
  return found.map((webhook, index) => ({ field: 'ID', found: webhook ?? ids[index] ?? '' }));
}

/** `4K7M-9QXT`, its beginning, and that of an attempt: `4K7M-9QXT-2`. */
const byReference: LookUp = async ({ store }, text, { limit }) => {
  const plain = text.replace(/^([\dA-Za-z]{4}[ -]?[\dA-Za-z]{4})-\d{1,3}$/, '$1');
  if (!/^[\dA-Za-z]{4}[ -]?[\dA-Za-z]{0,4}$/.test(plain)) return [];
  const reference = normaliseReference(plain);
  const beginning = reference.length > 4 && !reference.includes('-') ? dashed(reference) : reference;
  return named('REFERENCE', await store.paymentsReferenced(beginning, limit));
};

const dashed = (reference: string): string => `${reference.slice(0, 4)}-${reference.slice(4)}`;

const byCreditorReference: LookUp = async ({ store }, text) => {
  if (!isCreditorReference(text)) return [];
  const reference = normaliseReference(text.replaceAll(/\s/g, '').slice('RF00'.length));
  const payment = await store.paymentByReference(reference);
  return named('CREDITOR_REFERENCE', [payment?.id]);
};

/** A RUM without a digit is found by its words. */
const byRum: LookUp = async ({ store }, text, { limit }) => {
  if (!/\d/.test(text) || !/^[\dA-Za-z+?/:().,' -]{1,70}$/.test(text)) return [];
  const mandates = await store.mandatesByRum(rumKeyOf(text));
  return named(
    'RUM',
    mandates.slice(0, limit).map(({ id }) => id),
  );
};

/** `4K7M-9QXT-1` of a debit, `DDL-20261125-000042` of a batch. */
const byEndToEndId: LookUp = async ({ store }, text) => {
  const id = text.toUpperCase();
  if (/^[\dA-Z]{4}-[\dA-Z]{4}-\d+$/.test(id)) {
    return named('END_TO_END_ID', [(await store.directDebitByEndToEndId(id))?.paymentId]);
  }
  if (!/^DD[A-Z]-\d{8}-\d+$/.test(id)) return [];
  return named('END_TO_END_ID', [(await store.directDebitBatchByMessageId(id))?.id]);
};

/** Every bank's numbers have a digit. */
const byTransaction: LookUp = async ({ store }, text, { limit }) =>
  /\d/.test(text) && /^[\dA-Za-z-]{3,64}$/.test(text)
    ? named('BANK_REFERENCE', await store.paymentsOfTransaction(text, limit))
    : [];

/** A whole id, or a reference with valid check digits: where it is found, no word can add to it. */
export const namesOne = (text: string): boolean => idOrNull(text.toLowerCase()) !== null || isCreditorReference(text);

/** The most certain first. Each looks only at texts of its own form. */
const lookUps: readonly LookUp[] = [
  ...[byId, byPart, byWebhook, byReference, byCreditorReference, byRum, byEndToEndId, byTransaction],
];

export async function lookUp(...asked: Parameters<LookUp>): Promise<LookedUpAll> {
  const [, , { limit }] = asked;
  const found = await Promise.all(lookUps.map((one) => one(...asked)));
  return { lookedUp: found.flat(), mayBeMore: found.some(({ length }) => length >= limit) };
}
