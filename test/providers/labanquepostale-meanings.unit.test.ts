import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/kernel/merchant.ts';
import type { ProviderUpdate } from '../../src/modules/payments/provider.ts';
import { kinds, meanings } from '../../src/providers/labanquepostale/meanings.ts';
import { createLabanquepostaleRest } from '../../src/providers/labanquepostale/rest.ts';
import {
  account,
  attempt,
  bank,
  notification,
  payment,
  sign,
  uuid,
} from '../support/providers/labanquepostale-examples.ts';
import { hashed } from '../support/scellius-messages.ts';

/**
 * Every status, for every operation, in every form in which the platform says it: the form's message, the REST message,
 * `Order/Get`, and the answer to an operation. What is expected is written down a second time, as lists.
 */

const known = [
  ...['AUTHORISED', 'CAPTURED', 'PARTIALLY_AUTHORISED', 'ACCEPTED', 'AUTHORISED_TO_VALIDATE', 'WAITING_AUTHORISATION'],
  ...['WAITING_AUTHORISATION_TO_VALIDATE', 'WAITING_FOR_PAYMENT', 'UNDER_VERIFICATION', 'SUSPENDED', 'INITIAL'],
  ...['PENDING', 'PRE_AUTHORISED', 'REFUND_TO_RETRY', 'REFUSED', 'CAPTURE_FAILED', 'CANCELLED', 'ABANDONED'],
  ...['NOT_CREATED', 'EXPIRED', 'ERROR'],
];
const words = [...known, 'SOMETHING_NEW', 'AUTHORIZED', 'PAID', 'TOSTRING'];
type Kind = (typeof kinds)[number] | 'UNKNOWN';

const ended: Readonly<Record<string, ProviderUpdate['status']>> = {
  REFUSED: 'REFUSED',
  CAPTURE_FAILED: 'FAILED',
  ERROR: 'FAILED',
  CANCELLED: 'CANCELLED',
  ABANDONED: 'CANCELLED',
  NOT_CREATED: 'CANCELLED',
  EXPIRED: 'EXPIRED',
};
const done: Readonly<Record<Kind, readonly string[]>> = {
  CARD_DEBIT: ['AUTHORISED', 'CAPTURED', 'PARTIALLY_AUTHORISED'],
  DIRECT_DEBIT: [],
  CREDIT: ['AUTHORISED', 'CAPTURED'],
  VERIFICATION: [],
  UNKNOWN: [],
};

const accepted = ['AUTHORISED', 'CAPTURED', 'AUTHORISED_TO_VALIDATE'];

function expected(word: string, kind: Kind): Pick<ProviderUpdate, 'operation' | 'status'> {
  if (kind === 'UNKNOWN') return { operation: 'UNKNOWN', status: 'PENDING' };
  if (kind === 'VERIFICATION' || word === 'ACCEPTED') return { operation: 'VERIFICATION', status: 'PENDING' };
  const operation = kind === 'CREDIT' ? 'CREDIT' : 'DEBIT';
  if (done[kind].includes(word)) return { operation, status: 'PAID' };
  if (kind === 'CARD_DEBIT' && word === 'AUTHORISED_TO_VALIDATE') return { operation, status: 'AUTHORIZED' };
  return { operation, status: ended[word] ?? 'PENDING' };
}

const cells = words.flatMap((word) => [...kinds, 'UNKNOWN' as const].map((kind) => [word, kind] as const));
const operationTypes: Readonly<Record<Kind, string>> = {
  CARD_DEBIT: 'DEBIT',
  DIRECT_DEBIT: 'DEBIT',
  CREDIT: 'CREDIT',
  VERIFICATION: 'VERIFICATION',
  UNKNOWN: 'REVERSAL',
};
const brandOf = (kind: Kind): string => (kind === 'DIRECT_DEBIT' ? 'SDD' : 'CB');

const password = 'testpassword_example01';
const withRest = { ...account, rest: { url: 'https://api.example', password: new Secret(password) } };
const accounts = [{ idSociete: '1', runMode: 'TEST', account: withRest }] as const;
const rest = createLabanquepostaleRest();
const refund = 'f'.repeat(32);

const transactionOf = (word: string, kind: Kind, number = uuid) => ({
  uuid: number,
  amount: payment.amountCents,
  currency: 'EUR',
  operationType: operationTypes[kind],
  detailedStatus: word,
  transactionDetails: { cardDetails: { effectiveBrand: brandOf(kind) } },
});
const orderOf = (...transactions: readonly object[]) => ({
  shopId: account.siteId,
  orderDetails: { orderId: attempt.reference, mode: 'TEST' },
  transactions,
});
const callThatAnswers = (answer: object) => async () => ({
  status: 200,
  body: Buffer.from(JSON.stringify({ status: 'SUCCESS', mode: 'TEST', answer })),
});
const question = { account: withRest, payment, question: null, now: attempt.createdAt };

function updatesIn(body: string): ProviderUpdate {
  const reading = bank.readNotification({ method: 'POST', query: '', body: Buffer.from(body) }, accounts);
  if (reading.kind === 'REJECTED') throw new Error(reading.reason);
  return reading.update;
}

test('the table has every status of the reference, once', () => {
  expect(meanings.map(([status]) => status).toSorted()).toEqual(known.toSorted());
});

describe.each(cells)('%s of %s', (word, kind) => {
  test('in a message of the form', () => {
    const fields = {
      vads_trans_status: word,
      vads_operation_type: operationTypes[kind],
      vads_card_brand: brandOf(kind),
    };
    const partly = word === 'PARTIALLY_AUTHORISED' ? { vads_effective_amount: '1000' } : {};
    const body = new URLSearchParams(sign({ ...notification, ...fields, ...(partly as object) })).toString();
    const acceptsDebit = kind === 'DIRECT_DEBIT' && accepted.includes(word);
    const waitsForShop = kind === 'DIRECT_DEBIT' && word === 'AUTHORISED_TO_VALIDATE';
    expect(updatesIn(body)).toMatchObject({ ...expected(word, kind), acceptsDebit, waitsForShop });
  });

  test('in a message of the REST API', () => {
    const body = hashed(JSON.stringify(orderOf(transactionOf(word, kind))), password);
    expect(updatesIn(body)).toMatchObject({ ...expected(word, kind), bankStatus: word, bankTransaction: uuid });
  });

  test('in an order that is asked for', async () => {
    const isDebit = expected(word, kind).operation === 'DEBIT';
    const paid = transactionOf('CAPTURED', 'CARD_DEBIT');
    const transactions = isDebit ? [transactionOf(word, kind)] : [paid, transactionOf(word, kind, refund)];
    const call = callThatAnswers(orderOf(...transactions));
    const answer = await rest.inquire({ ...question, attempt: { ...attempt, bankTransaction: uuid } }, call);
    if (answer.outcome !== 'FOUND') throw new Error(answer.outcome);
    const told = isDebit ? answer.update : answer.credits[0];
    if (expected(word, kind).operation === 'VERIFICATION') expect(answer.credits).toEqual([]);
    else {
      const acceptsDebit = kind === 'DIRECT_DEBIT' && accepted.includes(word);
      expect(told).toMatchObject({ ...expected(word, kind), acceptsDebit });
    }
    const isRefunded = kind === 'CREDIT' && done.CREDIT.includes(word);
    const isCancelled = isDebit && word === 'CANCELLED';
    expect(answer.refundedCents).toBe(isRefunded || isCancelled ? payment.amountCents : 0);
  });

  test('in the answer to a refund', async () => {
    const call = callThatAnswers(transactionOf(word, kind, refund));
    const asked = { kind: 'REFUND', amountCents: payment.amountCents } as const;
    const answer = await rest.perform({ ...question, ...asked, attempt: { ...attempt, bankTransaction: uuid } }, call);
    const isOurs = kind === 'CREDIT' && word !== 'ACCEPTED';
    const outcome = !isOurs ? 'UNKNOWN' : done.CREDIT.includes(word) ? 'DONE' : word in ended ? 'REFUSED' : 'UNKNOWN';
    expect(answer).toMatchObject({ outcome, bankCode: word });
    if (isOurs) expect(answer).toMatchObject({ bankTransaction: refund });
  });

  test('in the answer to a capture or a cancellation', async () => {
    const call = callThatAnswers(transactionOf(word, kind));
    const outcomeOf = async (asked: 'CAPTURE' | 'CANCEL') => {
      const of = { kind: asked, amountCents: payment.amountCents, attempt: { ...attempt, bankTransaction: uuid } };
      return (await rest.perform({ ...question, ...of }, call)).outcome;
    };
    const isCaptured = kind === 'CARD_DEBIT' && done.CARD_DEBIT.includes(word);
    expect(await outcomeOf('CAPTURE')).toBe(isCaptured ? 'DONE' : 'UNKNOWN');
    const isCancelled = expected(word, kind).status === 'CANCELLED' && expected(word, kind).operation === 'DEBIT';
    expect(await outcomeOf('CANCEL')).toBe(isCancelled && word === 'CANCELLED' ? 'DONE' : 'UNKNOWN');
  });
});
