import { beforeAll, describe, expect, it } from 'vitest';
import { anonymous, type Caller } from '../../../src/kernel/caller.ts';
import { addDays, parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import { listInDoubt, readWorkload } from '../../../src/modules/workload/read-workload.ts';
import { openImporting } from '../../support/bank-statements/importing.ts';
import { writtenStatement } from '../../support/bank-statements/written-files.ts';
import { withContract } from '../../support/config/changed-account.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { ask } from '../../support/store/examples.ts';

describe.each(drawnDatabases())('the workload ($name)', (database) => {
  const on = openForGroup(() => openImporting(database));
  const everywhere = { runMode: 'TEST', idSociete: null } as const;
  const seenBy = (change: Partial<Caller>, asked: Parameters<typeof readWorkload>[2] = everywhere) =>
    readWorkload(on.services, { ...anonymous, ...change }, asked);
  const sql = (text: string) => ask(on.databaseUrl, text);

  const nothing = {
    ...{ paymentsInReview: 0, transfersAwaited: 0, operationsInDoubt: 0, bankExceptions: [] },
    ...{ mandatesLapsing: 0, debitsWaiting: 0, debitsOverdue: 0, webhooksDead: 0 },
    ...{ transfersLate: 0, webhookEndpointsFailing: 0, approvalsWaiting: null, bankFilesWaiting: 0 },
    ...{ batchesToHandOver: 0, batchesLate: 0 },
  };
  const everything = {
    ...{ paymentsInReview: 1, transfersAwaited: 1, operationsInDoubt: 1 },
    bankExceptions: [{ kind: 'UNMATCHED_CREDIT', count: 2 }],
    ...{ mandatesLapsing: 1, debitsWaiting: 1, debitsOverdue: 1, webhooksDead: 1 },
    ...{ transfersLate: 1, webhookEndpointsFailing: 0, approvalsWaiting: null, bankFilesWaiting: 1 },
    ...{ batchesToHandOver: 1, batchesLate: 2 },
  };

  it('is nothing in an empty database', async () => {
    expect(await seenBy({})).toEqual(nothing);
  });

  describe('of one of each kind', () => {
    beforeAll(async () => {
      const today = parisDateOf(on.services.clock());
      await on.transfer();
      const doubted = await on.transfer();
      await sql(`update payments set status = 'NEEDS_REVIEW' where id = '${doubted.id}'`);
      const attempt = (await on.store.lastAttemptOf(doubted.id))?.id;
      await sql(`insert into payment_operations
        (id, payment_id, attempt_id, kind, amount_cents, status, origin, asks, created_at, updated_at)
        values ('ope_1', '${doubted.id}', '${attempt}', 'REFUND', 1, 'UNKNOWN', 'CALLER', 0, 1, 1),
          ('ope_2', '${doubted.id}', '${attempt}', 'REFUND', 1, 'DONE', 'CALLER', 0, 1, 1)`);
      for (const [id, due] of [['W', addDays(today, 3)] as const, ['O', addDays(today, -1)] as const]) {
        const { id: debit } = await on.debit(id);
        await sql(`update direct_debits set state = 'WAITING', due_date = '${due}' where payment_id = '${debit}'`);
      }
      // Two TARGET days before it is due the bank wants the file: the last day is past, tomorrow, and after that.
      for (const [messageId, due] of [
        ['PAST', '2026-11-24'],
        ['NEAR', '2026-11-30'],
        ['LATER', '2026-12-01'],
        ['HANDED', '2026-11-24'],
      ]) {
        const { id: debit } = await on.debit(`E-${messageId}`, {}, { messageId });
        await sql(`update direct_debits set due_date = '${due}' where payment_id = '${debit}'`);
      }
      await sql(`update direct_debit_batches set status = 'CREATED' where message_id in ('PAST', 'NEAR', 'LATER')`);
      await sql(`update mandates set lapses_on = '${addDays(today, 60)}'`);
      await on.statement([
        { amount: '7.00', bankReference: 'B1', details: [{ amount: '7.00', texts: ['SANS REFERENCE'] }] },
        { amount: '8.00', bankReference: 'B2', details: [{ amount: '8.00', texts: ['SANS REFERENCE'] }] },
      ]);
      const uploader: Caller = { ...anonymous, client: 'comptoir', bankFilesNeedConfirmation: true };
      await on.import(writtenStatement({ id: 'WAITS', entries: [] }), { caller: uploader });
      for (const [id, requestedBy] of [
        ['apr_1', 'shop'],
        ['apr_2', 'anonymous'],
      ]) {
        await sql(`insert into approvals
          (id, kind, run_mode, cause, requested_by, object_id, object_version, status, created_at, expires_at)
          values ('${id}', 'REVIEW_PAYMENT', 'TEST', 'PAYMENT', '${requestedBy}', '${doubted.id}', 1, 'PENDING', 1, 9e12)`);
      }
      for (const [index, client] of ['anonymous', 'another'].entries()) {
        await sql(`insert into webhook_deliveries
          (id, client, endpoint, subject, sequence, event_id, type, body, status, attempts, tries, created_at, settled_at)
          values ('msg_${index}', '${client}', 'main', 'pay_1', 1, 'evt_1', 'payment.paid', '{}', 'DEAD', 1, 1, 1, 2)`);
      }
    });

    it('counts each', async () => {
      expect(await seenBy({})).toEqual(everything);
      expect(await seenBy({}, { ...everywhere, idSociete: '1' })).toEqual(everything);
    });

    it('lists the payments in doubt to who may see them', async () => {
      const listed = async (change: Partial<Caller>, idSociete: string | null = null) => {
        const found = await listInDoubt(on.services, { ...anonymous, ...change }, { runMode: 'TEST', idSociete });
        return found.map(({ status }) => status);
      };
      expect(await listed({})).toEqual(['NEEDS_REVIEW']);
      expect(await listed({}, '1')).toEqual(['NEEDS_REVIEW']);
      expect(await listed({}, '2')).toEqual([]);
      expect(await listed({ scopes: new Set(['operations']) })).toEqual([]);
      expect(await listed({ client: 'another', societes: new Set(['1']) })).toEqual(['NEEDS_REVIEW']);
      expect(await listed({ client: 'another', societes: new Set(['2']) })).toEqual([]);
      const live = await listInDoubt(on.services, anonymous, { runMode: 'LIVE', idSociete: null });
      expect(live).toEqual([]);
    });

    it('calls a batch late by the contract of its own société', async () => {
      const withEarly = (id: string) => withContract(on.services.societes, id, { presentationDays: 7 });
      const late = async (id: string) =>
        (await readWorkload({ ...on.services, societes: withEarly(id) }, anonymous, everywhere)).batchesLate;
      expect([await late('2'), await late('1')]).toEqual([2, 3]);
    });

    it('counts what others asked for, to those who may decide', async () => {
      const mayDecide = { hasOpenConsole: true };
      const countOf = async (...asked: Parameters<typeof seenBy>) => (await seenBy(...asked)).approvalsWaiting;
      expect(await countOf(mayDecide)).toBe(1);
      expect(await countOf(mayDecide, { ...everywhere, idSociete: '1' })).toBe(1);
      expect(await countOf(mayDecide, { ...everywhere, idSociete: '2' })).toBe(0);
      expect(await countOf(mayDecide, { ...everywhere, runMode: 'LIVE' })).toBe(0);
      expect(await countOf({ ...mayDecide, societes: new Set(['2']) }, { ...everywhere, idSociete: '1' })).toBe(0);
    });

    it('has nothing of another société, target, origin or mode', async () => {
      const own = { ...nothing, webhooksDead: 1 };
      expect(await seenBy({}, { ...everywhere, idSociete: '2' })).toEqual(own);
      expect(await seenBy({}, { ...everywhere, runMode: 'LIVE' })).toEqual(own);
      expect(await seenBy({ societes: new Set(['2']) })).toEqual(own);
      expect(await seenBy({ targets: new Set(['PAYBOX']) })).toEqual(own);
      expect(await seenBy({ runModes: new Set() })).toEqual(own);
      expect(await seenBy({ client: 'nobody', origins: new Set(['nowhere']) })).toEqual({
        ...everything,
        ...{ paymentsInReview: 0, transfersAwaited: 0, operationsInDoubt: 0, webhooksDead: 0, transfersLate: 0 },
      });
    });

    it('says where the caller has no right', async () => {
      expect(await seenBy({ scopes: new Set(['read']) })).toEqual({
        ...everything,
        ...{
          bankExceptions: null,
          mandatesLapsing: null,
          debitsWaiting: null,
          debitsOverdue: null,
          ...{ batchesToHandOver: null, batchesLate: null },
          ...{ webhooksDead: null, webhookEndpointsFailing: null, bankFilesWaiting: null },
        },
      });
      expect(await seenBy({ scopes: new Set() })).toMatchObject({ paymentsInReview: 0, operationsInDoubt: 0 });
      const withBatches = await seenBy({ scopes: new Set(['batches', 'mandates']) });
      expect(withBatches).toMatchObject({ mandatesLapsing: 1, debitsOverdue: 1, batchesLate: 2, bankExceptions: null });
    });
  });
});
