import { ProviderUnavailableError } from '../../../kernel/errors.ts';
import { StaleVersionError, untilFresh } from '../../../kernel/until-fresh.ts';
import { isHosted } from '../capabilities.ts';
import { timeIsOver } from '../initiation/expire-payment.ts';
import { expiryOf } from '../initiation/expiry.ts';
import type { BankAccess } from '../inquiry/provider-inquiry.ts';
import type { Attempt, Payment } from '../payment.ts';
import type { Language, Services, Transaction } from '../ports.ts';
import { isReusable, reopenPayment } from './attempts.ts';
import { customerRetryOf } from './customer-retry.ts';
import { paymentOfLink } from './customer-view.ts';
import { isKnownUnpaid, ofLastHour, ofPayableAge } from './known-unpaid.ts';
import { formOfAttempt, isPayable, type OpenedAttempt, openAnother, openedAs } from './open-attempt.ts';

/** So many attempts of one payment in an hour, and the customer waits: stolen cards are tried out like that. */
export const attemptsPerHour = 8;
/** For so long the same press of the button gets the same form: a browser sends a double click as two requests. */
const doubleClickMs = 10_000;

export type Retried = OpenedAttempt | { readonly kind: 'AS_IT_IS' };

/** `seenVersion`: the payment's version on the page with the button. */
export type Press = { readonly token: string; readonly seenVersion: number; readonly language: Language };

/**
 * The customer tries again what ended without money: a new attempt on the same payment, with the same target and means.
 * The bank is asked about the earlier attempts first, since a message of theirs may be lost.
 * Each page with the button opens one attempt, however often it is pressed.
 * @returns `AS_IT_IS`: nothing was opened, and the link shows where the payment stands; null for an unknown token
 */
export async function tryAgain(services: Services & BankAccess, press: Press): Promise<Retried | null> {
  const { token, seenVersion, language } = press;
  const payment = await paymentOfLink(services, token);
  if (payment === null) return null;
  const looked = payment.version === seenVersion ? await lookFirst(services, payment) : nothingKnown;
  if ('refusal' in looked) return looked.refusal;
  const retried = await untilFresh(() =>
    services.store.transact((transaction) => openNext(services, transaction, payment.id, { seenVersion, ...looked })),
  ).catch((error: unknown) => {
    if (error instanceof ProviderUnavailableError) return 'UNAVAILABLE' as const;
    throw error;
  });
  if (retried === 'UNAVAILABLE') return openedAs(services, payment, 'UNAVAILABLE');
  services.announce(payment.id);
  if (retried?.attempt) return formOfAttempt(services, retried.payment, retried.attempt, language);
  return asItIs;
}

/** What was found out before anything is written; `knownUpTo` counts the attempts whose end is known. */
type Looked = { readonly knownUpTo: number } | { readonly refusal: Retried };
const nothingKnown = { knownUpTo: -1 } as const;

async function lookFirst(services: Services & BankAccess, payment: Payment): Promise<Looked> {
  const isWaiting = payment.status === 'REQUIRES_ACTION';
  if (!isWaiting && (await customerRetryOf(services, services.store, payment)) !== 'OFFERED') {
    const now = await services.store.paymentById(payment.id);
    // The other request of a double click was faster: its form is shown here too.
    return now?.version === payment.version ? { refusal: asItIs } : nothingKnown;
  }
  if (!isPayable(services, payment)) return { refusal: await openedAs(services, payment, 'UNAVAILABLE') };
  const attempts = await services.store.attemptsOf(payment.id);
  const recent = ofLastHour(services, attempts);
  if (recent.length >= attemptsPerHour) return { refusal: await openedAs(services, payment, 'TOO_MANY') };
  const last = attempts.at(-1) ?? null;
  if (isWaiting && isReusable(services, payment, last)) return nothingKnown;
  if (await isKnownUnpaid(services, payment, isWaiting ? ofPayableAge(services, attempts) : recent)) {
    return isWaiting ? nothingKnown : { knownUpTo: last?.number ?? 0 };
  }
  return { refusal: await openedAs(services, payment, 'UNAVAILABLE') };
}

const asItIs = { kind: 'AS_IT_IS' } as const;

/** The attempt that this page opened a moment ago; null where it opened none, or a later page opened another. */
async function openedSince(
  { clock }: Pick<Services, 'clock'>,
  reads: Pick<Services['store'], 'eventsOf' | 'lastAttemptOf'>,
  payment: Payment,
  seenVersion: number,
): Promise<Attempt | null> {
  if (!isHosted(payment.flow) || payment.version <= seenVersion) return null;
  const since = await reads.eventsOf(payment.id, seenVersion, payment.version);
  const opened = since.filter(({ type, data }) => type === 'ATTEMPT_OPENED' || isRetry(data));
  const last = await reads.lastAttemptOf(payment.id);
  const isFresh = last?.status === 'OPEN' && clock() < last.createdAt + doubleClickMs;
  return opened.length === 1 && isFresh ? last : null;
}

const isRetry = (data: object): boolean => 'cause' in data && data.cause === 'RETRY';

type Opened = { readonly payment: Payment; readonly attempt: Attempt | null };

/** Looks again at all that was looked at, in one unit of work. Null where the payment is to be shown as it is. */
async function openNext(
  services: Services,
  transaction: Transaction,
  id: string,
  { seenVersion, knownUpTo }: { seenVersion: number; knownUpTo: number },
): Promise<Opened | null> {
  const current = await transaction.paymentById(id);
  if (current === null || timeIsOver(services, current)) return null;
  const last = await transaction.lastAttemptOf(id);
  if (current.status !== 'REQUIRES_ACTION') {
    if (knownUpTo === (last?.number ?? 0)) return reopen(services, transaction, current, last);
    // The other request of a double click may have opened its attempt between the two reads.
    if ((await transaction.paymentById(id))?.version !== current.version) throw new StaleVersionError();
    return null;
  }
  const opened = await openedSince(services, transaction, current, seenVersion);
  if (opened) return { payment: current, attempt: opened };
  if (current.version !== seenVersion || !isHosted(current.flow)) return null;
  if (last !== null && isReusable(services, current, last)) return { payment: current, attempt: last };
  return openAnother(services, transaction, current, last);
}

async function reopen(
  services: Services,
  transaction: Transaction,
  current: Payment,
  last: Attempt | null,
): Promise<Opened | null> {
  if ((await customerRetryOf(services, transaction, current)) !== 'OFFERED') return null;
  const now = services.clock();
  const isLate = current.expiresAt !== null && now >= current.expiresAt;
  // In time, the customer gains no time: the client knows until when it can be paid.
  const expiresAt = isLate ? expiryOf(services, current.flow, now) : current.expiresAt;
  return reopenPayment(services, transaction, current, last, { given: 'BY_LINK', expiresAt });
}
