import type { TestDatabases } from '../databases.ts';
import { startGateway, type TestGateway } from '../gateway.ts';

/** Payments whose money comes and goes by several transactions. */

/** Far from the night, which takes the money. */
export const startFarFromNight = (open: TestDatabases['open']): Promise<TestGateway> =>
  startGateway({ open, aheadMs: Date.UTC(2026, 10, 25, 5) - Date.now() });

/** The status of a payment, and those of its attempts. */
export async function standingOf({ store }: TestGateway, id: string) {
  const attempts = await store.attemptsOf(id);
  return [(await store.paymentById(id))?.status, ...attempts.map(({ status }) => status)];
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
