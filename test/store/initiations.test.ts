import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CounterUsedUpError, ValueTakenError } from '../../src/kernel/transacting.ts';
import { StaleVersionError } from '../../src/kernel/until-fresh.ts';
import type { OutgoingMessage } from '../../src/modules/payments/events/outgoing-message.ts';
import type { InitiationRecord } from '../../src/modules/payments/payment-store.ts';
import { databases } from '../support/databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { someRuns } from '../support/sample.ts';
import {
  at,
  exampleAttempt,
  examplePayment,
  exampleRecord,
  identifiers,
  initiate,
  openTestStore,
} from '../support/store/examples.ts';

/** The one write of an initiation: all of it, or nothing. */

const claimOf = (holderId: string, key: string) => ({ scope: 'shop', key, fingerprint: 'f', holderId, at });

/** With everything that an initiation can have. */
function wholeRecord(key: string, counter = { name: key, first: 7, limit: 100 }): InitiationRecord {
  const payment = examplePayment();
  const record = exampleRecord(payment);
  const message = (endpoint: string): OutgoingMessage => ({
    ...{ id: identifiers.newId('msg'), client: payment.client, endpoint, subject: payment.id, sequence: 1 },
    ...{ eventId: record.event.id, type: 'payment.initiated', body: '{}', createdAt: at, expiresAt: at + 1 },
  });
  return {
    ...record,
    ...{ claim: claimOf(payment.id, key), attempt: exampleAttempt(payment), counter },
    messages: [message('one'), message('two')],
  };
}

describe.each(databases)('an initiation ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  /** What is stored of a record. */
  async function storedOf({ payment, messages }: InitiationRecord) {
    const { store } = opened;
    const deliveries = await Promise.all(messages.map(({ id }) => store.webhookDelivery(id)));
    return {
      payment: await store.paymentById(payment.id),
      attempts: await store.attemptsOf(payment.id),
      events: await store.eventsOf(payment.id, 0, 10),
      messages: deliveries.filter((delivery) => delivery !== null),
    };
  }
  const nothing = { payment: null, attempts: [], events: [], messages: [] };

  test.each(['alone', 'in a transaction'])('is written whole %s, with the next number of its counter', async (how) => {
    const { store } = opened;
    const records = [
      wholeRecord(`whole ${how}`),
      wholeRecord(`${how} again`, { name: `whole ${how}`, first: 7, limit: 9 }),
    ];
    for (const [index, record] of records.entries()) {
      const written =
        how === 'alone'
          ? await store.recordInitiation(record)
          : await store.transact((transaction) => transaction.recordInitiation(record));
      const attempt = record.attempt && { ...record.attempt, sequence: 7 + index };
      expect(written).toMatchObject({ isRecorded: true, attempt });
      expect(await storedOf(record)).toMatchObject({
        payment: record.payment,
        attempts: [attempt],
        events: [{ ...record.event, sequence: 1 }],
        messages: record.messages.map((message) => ({ ...message, status: 'WAITING', attempts: 0, nextAttemptAt: at })),
      });
      const holder = await store.idempotencyKey('shop', record.claim?.key ?? '');
      expect(holder).toEqual({ fingerprint: 'f', holderId: record.payment.id });
    }
  });

  test('writes nothing where its key is taken, not even a number', async () => {
    const { store } = opened;
    const first = wholeRecord('taken');
    await store.recordInitiation(first);
    const second = wholeRecord('taken');
    expect(await store.recordInitiation(second)).toEqual({ isRecorded: false, attempt: null });
    expect(await storedOf(second)).toEqual(nothing);
    expect(await store.transact((transaction) => transaction.nextSequence('taken'))).toBe(8);
  });

  test.each(['reference', 'token', 'derivedKey'] as const)('writes nothing where its %s is taken', async (name) => {
    const { store } = opened;
    const taken = await initiate(store, { derivedKey: identifiers.newToken() });
    const payment = examplePayment({ [name]: taken[name] });
    const record = exampleRecord(payment, { attempt: exampleAttempt(payment, { reference: `${payment.id}-1` }) });
    expect(await store.recordInitiation(record)).toEqual({ isRecorded: false, attempt: null });
    expect(await storedOf(record)).toEqual(nothing);
  });

  test.each(['alone', 'in a transaction'])('leaves its key free where its reference is taken (%s)', async (how) => {
    const { store } = opened;
    const taken = await initiate(store);
    const whole = wholeRecord(`free ${how}`);
    const record = { ...whole, payment: { ...whole.payment, reference: taken.reference } };
    const writing =
      how === 'alone'
        ? store.recordInitiation(record)
        : store.transact((transaction) => transaction.recordInitiation(record));
    await expect(writing).rejects.toThrow(ValueTakenError);
    expect(await storedOf(record)).toEqual(nothing);
    expect((await store.recordInitiation(whole)).isRecorded).toBe(true);
  });

  test('writes nothing where its counter is used up, and leaves its key free', async () => {
    const { store } = opened;
    const counter = { name: 'short', first: 1, limit: 2 };
    expect((await store.recordInitiation(wholeRecord('the last', counter))).attempt?.sequence).toBe(1);
    const record = wholeRecord('one too many', counter);
    await expect(store.recordInitiation(record)).rejects.toThrow(CounterUsedUpError);
    expect(await storedOf(record)).toEqual(nothing);
    expect((await store.recordInitiation({ ...record, counter: null })).isRecorded).toBe(true);
  });

  test('writes nothing of what waited for too long, and all of what came with it', async () => {
    const { store } = opened;
    const waited = { ...wholeRecord('waited'), counter: null };
    const late = { ...waited, isFresh: () => false };
    const others = ['one', 'two'].map((key) => ({ ...wholeRecord(`beside ${key}`), counter: null }));
    const [one, ended, two] = await Promise.allSettled(
      [others[0], late, others[1]].map((record) => store.recordInitiation(record ?? late)),
    );
    expect([one, two]).toMatchObject([{ value: { isRecorded: true } }, { value: { isRecorded: true } }]);
    expect(ended).toMatchObject({ reason: { name: 'StaleVersionError' } });
    for (const write of [
      () => store.recordInitiation(late),
      () => store.recordInitiation({ ...late, counter: { name: 'late', first: 1, limit: 9 } }),
      () => store.transact((transaction) => transaction.recordInitiation(late)),
    ])
      await expect(write()).rejects.toThrow(StaleVersionError);
    expect(await storedOf(late)).toEqual(nothing);
    expect((await store.recordInitiation(waited)).isRecorded).toBe(true);
  });

  /** What one of many callers asks for at the same moment. */
  const asked = fc.record({
    key: fc.constantFrom(null, 'a', 'b'),
    derivedKey: fc.constantFrom(null, 'a', 'b'),
    reference: fc.constantFrom('own', 'own', 'own', 'shared'),
    within: fc.constantFrom('ALONE', 'ALONE', 'TRANSACTION', 'FAILING'),
    limit: fc.constantFrom(1000, 3, null, null),
  });

  test('of many at once, settles each, and keeps all of it or nothing', async () => {
    const { store } = opened;
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 2, maxLength: 16 }), async (all) => {
        run++;
        const shared = identifiers.newReference();
        const records = all.map(({ key, derivedKey, reference, limit }) => {
          const whole = wholeRecord(`${run} ${key}`);
          const names = { derivedKey: key === null && derivedKey ? `${run} ${derivedKey}` : null };
          const payment = { ...whole.payment, ...names, ...(reference === 'shared' && { reference: shared }) };
          const counter = limit === null ? null : { name: `counter ${run}`, first: 0, limit };
          return { ...whole, payment, counter, claim: key === null ? null : whole.claim };
        });
        const outcomes = await Promise.all(
          all.map(async ({ within }, index) => {
            const record = records[index] as InitiationRecord;
            const writing =
              within === 'ALONE'
                ? store.recordInitiation(record)
                : store.transact(async (transaction) => {
                    const written = await transaction.recordInitiation(record);
                    if (within === 'FAILING') throw new Error('refused');
                    return written;
                  });
            return writing.then(
              ({ isRecorded }) => isRecorded,
              () => false,
            );
          }),
        );
        const stored = await Promise.all(records.map(storedOf));
        for (const [index, kept] of stored.entries()) {
          if (!outcomes[index]) expect(kept).toEqual(nothing);
          else expect([kept.attempts, kept.events, kept.messages].map(({ length }) => length)).toEqual([1, 1, 2]);
        }
        const kept = records.filter((_, index) => outcomes[index]);
        const numbers = stored.flatMap(({ attempts }) => attempts.flatMap(({ sequence }) => sequence ?? []));
        for (const unique of [
          numbers.map(String),
          kept.map(({ payment }) => payment.reference),
          kept.flatMap(({ claim }) => claim?.key ?? []),
          kept.flatMap(({ payment }) => payment.derivedKey ?? []),
        ]) {
          expect(new Set(unique).size).toBe(unique.length);
        }
        for (const { claim } of records) {
          const holder = claim && (await store.idempotencyKey('shop', claim.key));
          if (holder) expect(kept.map(({ payment }) => payment.id)).toContain(holder.holderId);
        }
      }),
      someRuns(20),
    );
  });
});
