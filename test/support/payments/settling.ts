import assert from 'node:assert/strict';
import type { TestDatabases } from '../databases.ts';
import { startGateway, type TestGateway } from '../gateway.ts';
import { openLink, useForm } from '../pages/pay-link.ts';
import { initiated } from '../requests.ts';

/** Payments whose money comes and goes by several transactions. */

/** Far from the night, which takes the money. */
export const startFarFromNight = (open: TestDatabases['open']): Promise<TestGateway> =>
  startGateway({ open, aheadMs: Date.UTC(2026, 10, 25, 5) - Date.now() });

/** The status of a payment, and those of its attempts. */
export async function standingOf({ store }: TestGateway, id: string) {
  const attempts = await store.attemptsOf(id);
  return [(await store.paymentById(id))?.status, ...attempts.map(({ status }) => status)];
}

/** Two forms of one link. After the first wait, the form of Paybox is too old: the link opens another attempt. */
export async function twoForms(gateway: TestGateway, path: string) {
  const first = await openLink(gateway, path);
  gateway.advance(16 * 60_000);
  return [first, await openLink(gateway, path)] as const;
}

/** Authorised by two forms: a person decides. Its last two attempts hold the money. */
export async function twiceHeld(gateway: TestGateway, paymentTarget: 'PAYBOX' | 'LABANQUEPOSTALE') {
  const { id, paymentUrl } = (await initiated(gateway, { paymentTarget, capture: 'LATER' })).payment;
  const forms = await twoForms(gateway, new URL(paymentUrl ?? '').pathname);
  for (const form of forms) await useForm(form, paymentTarget, 'pay');
  const standing = await standingOf(gateway, id);
  assert.deepEqual([standing[0], ...standing.slice(-2)], ['NEEDS_REVIEW', 'AUTHORIZED', 'AUTHORIZED']);
  return { id, first: standing.length - 3, second: standing.length - 2 };
}

/** The id of a cancellation of its first attempt whose outcome a person has to find out. */
export async function cancellationInDoubt({ store, now }: TestGateway, paymentId: string): Promise<string> {
  const attemptId = (await store.attemptsOf(paymentId))[0]?.id ?? '';
  const id = `ope_${paymentId.slice(4)}`;
  await store.transact((transaction) =>
    transaction.insertOperation({
      ...{ id, paymentId, attemptId, kind: 'CANCEL', amountCents: 1250, givesBack: true },
      ...{ status: 'NEEDS_REVIEW', origin: 'CALLER', client: null, bankTransaction: null, bankCode: null, asks: 8 },
      ...{ reason: 'lost', nextAskAt: null, notShownAt: null, createdAt: now(), updatedAt: now() },
    }),
  );
  return id;
}
