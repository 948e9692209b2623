import { lastPayment } from '../examples.ts';

/** The payment that an answer last named, so that the next tab follows it or gives it back without copying an id. */

const key = 'reglement:last-payment';
const listeners = new Set();
let payment = read();

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

export const current = () => payment;

export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Looks for a payment in an answer. Events of a payment and lists do not count: only what a mutation made or changed. */
export function noteAnswer(answer) {
  const found = Object.values(answer?.data ?? {}).find((result) => result?.payment?.id?.startsWith('pay_'));
  if (!found) return;
  const { id, reference, paymentUrl } = found.payment;
  const known = payment?.id === id ? payment : {};
  payment = { ...known, id, ...(reference && { reference }), ...(paymentUrl && { paymentUrl }) };
  sessionStorage.setItem(key, JSON.stringify(payment));
  for (const listener of listeners) listener();
}

/**
 * The variables with the id of that payment in its places.
 * @throws Error where a place waits for it and no payment was seen.
 */
export function fillIn(variables) {
  if (variables === lastPayment) {
    if (payment) return payment.id;
    throw new Error(
      `No payment was made here yet: run a tab such as Card first, or write an id instead of "${lastPayment}".`,
    );
  }
  if (Array.isArray(variables)) return variables.map(fillIn);
  if (variables === null || typeof variables !== 'object') return variables;
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, fillIn(value)]));
}
