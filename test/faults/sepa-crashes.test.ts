import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CrashPoint } from '../../src/kernel/crash-point.ts';
import {
  CancelDirectDebitBatchDocument,
  MarkDirectDebitBatchSubmittedDocument,
  RevokeMandateDocument,
} from '../generated/graphql.ts';
import { writtenReport, writtenStatement } from '../support/bank-statements/written-files.ts';
import { batch, batched, debited } from '../support/direct-debits/debit-requests.ts';
import { create, created, signed } from '../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { around, dyingAt, startLives } from '../support/faults/lives.ts';
import { momentOf, unreached } from '../support/faults/moments.ts';
import { debitsAreWhole, valuesOf } from '../support/faults/whole-debits.ts';
import { openForGroup } from '../support/open-for.ts';
import { sampled } from '../support/sample.ts';

/**
 * A gateway dies over mandates, files for the bank, files of the bank and the journal. The next one finds each of them
 * whole or absent, and continues what was in progress. A repeated request is done once.
 */

const minuteMs = 60_000;
/** A Wednesday. */
const start = Date.UTC(2026, 10, 25, 9);

/** One side of each moment. */
const points = <Name extends string>(...names: readonly Name[]) =>
  sampled(around(...names), { about: names.length, kind: momentOf });

describe.each(drawnDatabases())('a gateway that dies over mandates, files and the journal, on $name', (database) => {
  const lives = openForGroup(() =>
    startLives(database, { aheadMs: start - Date.now(), environment: { LOG_LEVEL: 'silent' } }),
  );
  let round = 0;
  let idClient = '';
  beforeEach(() => {
    idClient = `life-${++round}`;
  });
  afterEach(async () => {
    if (lives.isDead) await lives.rise();
  });

  const dying = (point: CrashPoint, act: () => Promise<unknown>, time?: number) => dyingAt(lives, point, act, time);
  /** Longer than every lease that the dead one held. */
  const wait = async (...workers: readonly string[]): Promise<void> => {
    lives.gateway.advance(3 * minuteMs);
    for (const worker of workers) await lives.gateway.runWorkers(worker);
  };
  const mandatesOfClient = () => lives.gateway.store.mandatesOfClient('TEST', '1', idClient, 10);
  const storyOf = async (mandateId: string) =>
    (await lives.gateway.store.mandateEventsOf(mandateId, 0, 100)).map(({ status }) => status);
  const statusesOf = (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => (await lives.gateway.store.paymentById(id))?.status));
  const debitsDue = async (count: number): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) {
      const debtor = `${idClient}-${index}`;
      await signed(lives.gateway, { idClient: debtor });
      ids.push(await debited(lives.gateway, { idClient: debtor, amount: 1250 }));
    }
    return ids;
  };
  const fileOf = async (batchId: string): Promise<string> => {
    const response = await lives.gateway.get(`/direct-debit-batches/${batchId}/file`);
    expect(response.status).toBe(200);
    return response.text();
  };

  const isWhole = (ids?: readonly string[]) => debitsAreWhole(lives.gateway, ids);

  describe('a mandate', () => {
    it.each(points('commit:mandate-changed'))('%s: is made once under its key', async (point) => {
      const ask = () => create(lives.gateway, { idClient, idempotencyKey: idClient });
      await dying(point, ask);
      expect(await mandatesOfClient()).toHaveLength(point.startsWith('after') ? 1 : 0);
      expect(await ask()).toMatchObject({ replayed: point.startsWith('after'), mandate: { status: 'DRAFT' } });
      const [mandate, ...others] = await mandatesOfClient();
      expect(others).toEqual([]);
      expect(await storyOf(mandate?.id ?? '')).toEqual(['DRAFT']);
    });

    it.each(points('commit:mandate-changed'))('%s: is revoked once, however often it is repeated', async (point) => {
      const { id } = await signed(lives.gateway, { idClient });
      const revoke = () => lives.gateway.send(RevokeMandateDocument, { input: { id } });
      const before = await storyOf(id);
      await dying(point, revoke);
      const [mandate] = await mandatesOfClient();
      const isRevoked = point.startsWith('after');
      expect(mandate?.status).toBe(isRevoked ? 'REVOKED' : 'ACTIVE');
      expect((await revoke()).data?.revokeMandate).toMatchObject({
        changed: !isRevoked,
        mandate: { status: 'REVOKED' },
      });
      expect(await storyOf(id)).toEqual([...before, 'REVOKED']);
    });
  });

  describe('a file of debits', () => {
    it.each(points('commit:mandate-changed', 'commit:batch-changed'))(
      '%s: is made with all of its payments or not at all, and once under its key',
      async (point) => {
        const ids = await debitsDue(3);
        const ask = () => batch(lives.gateway, { idempotencyKey: idClient });
        await dying(point, ask);
        const wasMade = point.startsWith('after');
        expect(await statusesOf(ids)).toEqual(Array(3).fill(wasMade ? 'SUBMITTED' : 'PENDING'));
        await isWhole(ids);
        await wait();
        expect(await ask()).toMatchObject({ replayed: wasMade, batches: [{ status: 'CREATED', debits: 3 }] });
        expect(await statusesOf(ids)).toEqual(Array(3).fill('SUBMITTED'));
        await isWhole(ids);
      },
    );

    it.each(points('commit:batch-changed'))('%s: is given up once, and its debits wait again', async (point) => {
      const ids = await debitsDue(2);
      const [made] = (await batched(lives.gateway)).batches;
      const input = { id: made?.id ?? '', fileWasNotSent: true };
      const giveUp = () => lives.gateway.send(CancelDirectDebitBatchDocument, { input });
      await dying(point, giveUp);
      const wasGivenUp = point.startsWith('after');
      expect(await statusesOf(ids)).toEqual(Array(2).fill(wasGivenUp ? 'PENDING' : 'SUBMITTED'));
      const { data } = await giveUp();
      expect(data?.cancelDirectDebitBatch).toMatchObject({ changed: !wasGivenUp, batch: { status: 'CANCELLED' } });
      expect(await statusesOf(ids)).toEqual(['PENDING', 'PENDING']);
      const [next] = (await batched(lives.gateway)).batches;
      expect(next?.debits).toBe(2);
      await isWhole(ids);
    });

    it.each(points('commit:batch-changed'))('%s: is handed out and marked as sent', async (point) => {
      const ids = await debitsDue(1);
      const [made] = (await batched(lives.gateway)).batches;
      const id = made?.id ?? '';
      await dying(point, () => lives.gateway.get(`/direct-debit-batches/${id}/file`));
      const file = await fileOf(id);
      expect(valuesOf(file, 'EndToEndId')).toHaveLength(1);
      const mark = () => lives.gateway.send(MarkDirectDebitBatchSubmittedDocument, { input: { id } });
      await dying(point, mark);
      const { data } = await mark();
      expect(data?.markDirectDebitBatchSubmitted).toMatchObject({
        changed: point.startsWith('before'),
        batch: { status: 'SUBMITTED' },
      });
      expect(await fileOf(id)).toBe(file);
      await isWhole(ids);
    });
  });

  describe('a file of the bank', () => {
    const upload = async (body: string) => {
      const init = { method: 'POST', headers: { 'Content-Type': 'application/xml' }, body };
      return (await lives.gateway.get('/bank-files?name=bank.xml', init)).json();
    };
    /** Three debits: the bank refuses one, and pays the others in one sum. One of those comes back. */
    const answered = async () => {
      const ids = await debitsDue(3);
      const [made] = (await batched(lives.gateway)).batches;
      const file = await fileOf(made?.id ?? '');
      const [messageId = ''] = valuesOf(file, 'MsgId');
      const [block = ''] = valuesOf(file, 'PmtInfId');
      const debits = await Promise.all(ids.map((id) => lives.gateway.store.directDebitOf(id)));
      const [refused = '', returned = ''] = debits.map((debit) => debit?.endToEndId ?? '');
      const refusal = { endToEndId: refused, status: 'RJCT', reason: 'MD01' };
      const answers = [
        writtenReport({ messageId, group: { status: 'PART' }, blocks: [{ id: block, transactions: [refusal] }] }),
        writtenStatement({
          id: `${idClient}-1`,
          entries: [{ amount: '25.00', batch: block, bankReference: `${idClient}-1`, code: ['IDDT', 'ESDD'] }],
        }),
        writtenStatement({
          id: `${idClient}-2`,
          entries: [
            {
              ...{ amount: '12.50', direction: 'DBIT', bankReference: `${idClient}-2`, code: ['IDDT', 'UPDD'] },
              details: [{ amount: '12.50', endToEndId: returned, reason: 'AC04' }],
            },
          ],
        }),
      ];
      return { ids, answers };
    };
    const isAsTheBankSaid = async (ids: readonly string[]): Promise<void> => {
      expect(await statusesOf(ids)).toEqual(['REFUSED', 'RETURNED', 'PAID']);
      const kinds = await Promise.all(
        ids.map(async (id) => (await lives.gateway.store.journalEntriesOf(id)).map(({ kind }) => kind)),
      );
      expect(kinds).toEqual([[], ['DIRECT_DEBIT_SETTLED', 'RETURNED'], ['DIRECT_DEBIT_SETTLED']]);
      const debits = await Promise.all(ids.map((id) => lives.gateway.store.directDebitOf(id)));
      const mandates = await Promise.all(
        debits.map((debit) => lives.gateway.store.mandateById(debit?.mandateId ?? '')),
      );
      expect(mandates.map((mandate) => mandate?.status)).toEqual(['SUSPENDED', 'SUSPENDED', 'ACTIVE']);
      for (const mandate of mandates) {
        const suspensions = (await storyOf(mandate?.id ?? '')).filter((status) => status === 'SUSPENDED');
        expect(suspensions).toHaveLength(mandate?.status === 'SUSPENDED' ? 1 : 0);
      }
      await isWhole(ids);
    };

    // It is stored, found to be in order, applied, and said to be done.
    const passages = around('commit:bank-file-changed').flatMap((point) =>
      [1, 2, 3, 4].map((time) => ({ point, time })),
    );
    it.each(sampled(passages, { about: 3 }))('$point, time $time: each is done once', async ({ point, time }) => {
      const { ids, answers } = await answered();
      const isStored = time > 1 || point.startsWith('after');
      for (const answer of answers) {
        await dying(point, () => upload(answer), time);
        await wait('bank-files');
        expect(await upload(answer)).toMatchObject({ status: 'IMPORTED', cameBefore: isStored, exceptions: 0 });
        expect(await upload(answer)).toMatchObject({ status: 'IMPORTED', cameBefore: true });
      }
      await isAsTheBankSaid(ids);
    });

    it.each(points('commit:mandate-changed', 'commit:batch-changed'))(
      '%s, by what the bank says: the payment, its mandate and its batch change together, once',
      async (point) => {
        const { ids, answers } = await answered();
        const [report = '', ...others] = answers;
        await dying(point, () => upload(report));
        await wait('bank-files');
        for (const answer of [report, ...others]) {
          expect(await upload(answer)).toMatchObject({ status: 'IMPORTED', exceptions: 0 });
        }
        await isAsTheBankSaid(ids);
      },
    );
  });

  it.each(points('commit:journal-posted'))('%s: entries get their numbers, without a gap', async (point) => {
    const recorded = { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', typePaiement: 'CB' } as const;
    await lives.gateway.runWorkers('journal');
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) ids.push(await debited(lives.gateway, { ...recorded, idClient }));
    expect(await statusesOf(ids)).toEqual(['PAID', 'PAID', 'PAID']);
    const waiting = async () => (await lives.gateway.store.unpostedEntries('', 100)).length;
    expect(await waiting()).toBe(3);
    await dying(point, () => lives.gateway.runWorkers('journal'));
    expect(await waiting()).toBe(point.startsWith('after') ? 0 : 3);
    await wait('journal');
    await isWhole();
  });

  it.each(points('commit:mandate-changed'))('%s by the clock: a mandate unused 36 months ends once', async (point) => {
    const made = await Promise.all(
      ['a', 'b', 'c'].map((letter) => signed(lives.gateway, { idClient: `${idClient}-${letter}` })),
    );
    const draft = await created(lives.gateway, { idClient });
    lives.gateway.advance(38 * 31 * 24 * 60 * minuteMs);
    await dying(point, () => lives.gateway.runWorkers('expire-mandates'));
    await wait('expire-mandates');
    for (const { id } of made) {
      expect((await lives.gateway.store.mandateById(id))?.status).toBe('EXPIRED');
      expect((await storyOf(id)).filter((status) => status === 'EXPIRED')).toHaveLength(1);
    }
    expect((await lives.gateway.store.mandateById(draft.id))?.status).toBe('DRAFT');
    await isWhole();
  });
});

it('a gateway died at every one of its named moments', () => {
  expect(unreached('sepa-crashes')).toEqual([]);
});
