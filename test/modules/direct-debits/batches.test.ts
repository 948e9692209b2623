import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/app/store.ts';
import { anonymous } from '../../../src/kernel/caller.ts';
import { createDirectDebitBatch } from '../../../src/modules/direct-debits/batches/create-batch.ts';
import { MarkDirectDebitBatchSubmittedDocument, SuspendMandateDocument } from '../../generated/graphql.ts';
import { checkedWith, schemaFaults } from '../../support/bank-statements/schemas.ts';
import { breakingAt } from '../../support/direct-debits/breaking-store.ts';
import {
  batch,
  batched,
  debit,
  debited,
  debitOf,
  openForDebits,
  valuesOf,
} from '../../support/direct-debits/debit-requests.ts';
import { signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { initiate } from '../../support/requests.ts';
import { servicesOver } from '../../support/store/services.ts';

describe.each(drawnDatabases())('direct debits on $name', ({ open }) => {
  let idClient: string;
  const { gateway, newClient, download, cancel } = openForDebits({ open });
  beforeEach(() => {
    idClient = newClient();
  });

  it(`go to the bank in one file, which is checked with ${checkedWith}`, async () => {
    await signed(gateway, { idClient });
    const ids = [
      await debited(gateway, { idClient, amount: 1250, idCommande: 'A1' }),
      await debited(gateway, { idClient, amount: 333 }),
    ];
    const { batches, heldBack, moreIsDue } = await batched(gateway);
    expect([batches.length, heldBack, moreIsDue]).toEqual([1, [], false]);
    const [made] = batches;
    expect(made).toMatchObject({
      messageId: expect.stringMatching(/^DDT-20261125-\d{6}$/),
      runMode: 'TEST',
      scheme: 'CORE',
      status: 'CREATED',
      debits: 2,
      total: { cents: 1583 },
      file: { format: 'pain.008.001.08', name: expect.stringMatching(/^TEST-DDT-/), firstDownloadedAt: null },
    });
    const answer = await download(made?.id ?? '');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const xml = bytes.toString('utf8');
    expect(answer.headers.get('content-disposition')).toContain(made?.file.name);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made?.file.digest);
    expect(bytes.length).toBe(made?.file.bytes);
    expect(schemaFaults('pain.008.001.08', bytes)).toEqual([]);
    expect(valuesOf(xml, 'CtrlSum')).toEqual(['15.83', '15.83']);
    expect(valuesOf(xml, 'SeqTp')).toEqual(['RCUR']);
    expect(valuesOf(xml, 'ReqdColltnDt')).toEqual(['2026-12-09']);
    expect(valuesOf(xml, 'Ustrd')[0]).toMatch(/^CDE A1 /);
    expect(valuesOf(xml, 'Nm')).toContain('Cafe + The du Commerce');
    const views = await Promise.all(ids.map((id) => debitOf(gateway, id)));
    expect(valuesOf(xml, 'EndToEndId').toSorted()).toEqual(
      views.map(({ directDebit }) => directDebit?.endToEndId).toSorted(),
    );
    for (const view of views) {
      expect(view).toMatchObject({
        status: 'SUBMITTED',
        directDebit: {
          state: 'BATCHED',
          sequence: 'RCUR',
          batch: { id: made?.id },
          mandate: { lastCollectedOn: '2026-12-09' },
        },
      });
      expect(view.events.edges.at(-1)?.node).toMatchObject({ status: 'SUBMITTED', cause: 'BATCH' });
    }
    expect(await batched(gateway)).toMatchObject({ batches: [], heldBack: [] });
  });

  it('have a file that can be had again, and that knows who had it first', async () => {
    await signed(gateway, { idClient });
    await debited(gateway, { idClient });
    const [made] = (await batched(gateway, { idempotencyKey: 'evidence' })).batches;
    const first = await (await download(made?.id ?? '')).text();
    const [seen] = (await batched(gateway, { idempotencyKey: 'evidence' })).batches;
    expect(seen?.file).toMatchObject({ firstDownloadedBy: 'anonymous', firstDownloadedAt: expect.any(String) });
    gateway.advance(60_000);
    expect(await (await download(made?.id ?? '')).text()).toBe(first);
    const [again] = (await batched(gateway, { idempotencyKey: 'evidence' })).batches;
    expect(again).toEqual(seen);
    expect((await download(`bat_${'0'.repeat(32)}`)).status).toBe(404);
    expect((await gateway.get(`/direct-debit-batches/${made?.id}/file`, { method: 'HEAD' })).status).toBe(405);
  });

  it('are in one batch where two ask at once from two gateways, with one key and without', async () => {
    await using second = await startGateway({ databaseUrl: gateway.databaseUrl });
    second.advance(gateway.now() - second.now());
    await signed(gateway, { idClient });
    for (const idempotencyKey of ['at-once', null]) {
      await debited(gateway, { idClient });
      const results = await Promise.all(
        [gateway, second, gateway, second].map((one) => batched(one, { idempotencyKey })),
      );
      const ids = results.flatMap(({ batches }) => batches.map(({ id }) => id));
      expect(new Set(ids).size).toBe(1);
      expect(ids).toHaveLength(idempotencyKey === null ? 1 : 4);
      expect(results.filter(({ replayed }) => replayed)).toHaveLength(idempotencyKey === null ? 0 : 3);
    }
    expect(await batch(gateway, { idempotencyKey: 'at-once', scheme: 'CORE' })).toMatchObject({
      __typename: 'IdempotencyConflictError',
    });
  });

  it('wait again under another reference after their batch was cancelled, and the mandate is as it was', async () => {
    const { rum } = await signed(gateway, { idClient, type: 'ONE_OFF' });
    const id = await debited(gateway, { idClient });
    expect(await initiate(gateway, { ...debit, idClient })).toMatchObject({ __typename: 'MandateRequiredError' });
    const [made] = (await batched(gateway)).batches;
    const before = await debitOf(gateway, id);
    expect(before.directDebit).toMatchObject({ sequence: 'OOFF', mandate: { rum, status: 'COMPLETED' } });
    await download(made?.id ?? '');
    expect(await cancel(made?.id ?? '')).toMatchObject({ __typename: 'InvalidInputError', path: ['fileWasNotSent'] });
    expect(await cancel(made?.id ?? '', true)).toMatchObject({ changed: true, batch: { status: 'CANCELLED' } });
    expect(await cancel(made?.id ?? '', true)).toMatchObject({ changed: false });
    // A page that was open before the cancellation, or a script, still has its address.
    const refused = await download(made?.id ?? '');
    expect([refused.status, await refused.json()]).toEqual([
      409,
      { code: 'MANDATE_STATE', message: expect.stringContaining('The batch is CANCELLED') },
    ]);
    const after = await debitOf(gateway, id);
    expect(after).toMatchObject({
      status: 'PENDING',
      directDebit: { state: 'WAITING', presentation: 2, mandate: { status: 'ACTIVE', lastCollectedOn: null } },
    });
    expect(after.directDebit?.endToEndId).not.toBe(before.directDebit?.endToEndId);
    const [next] = (await batched(gateway)).batches;
    expect(next?.id).not.toBe(made?.id);
    expect(next?.messageId).not.toBe(made?.messageId);
    expect((await debitOf(gateway, id)).status).toBe('SUBMITTED');
  });

  it('cannot be taken back once the bank has them', async () => {
    await signed(gateway, { idClient });
    await debited(gateway, { idClient });
    const [made] = (await batched(gateway)).batches;
    const id = made?.id ?? '';
    const mark = async () =>
      (await gateway.send(MarkDirectDebitBatchSubmittedDocument, { input: { id } })).data
        ?.markDirectDebitBatchSubmitted;
    expect(await mark()).toMatchObject({ changed: true, batch: { status: 'SUBMITTED', closedBy: 'anonymous' } });
    expect(await mark()).toMatchObject({ changed: false });
    expect(await cancel(id, true)).toMatchObject({ __typename: 'MandateStateError' });
  });

  it('are held back, each with its reason, while others go', async () => {
    const { id } = await signed(gateway, { idClient });
    const held = await debited(gateway, { idClient });
    await gateway.send(SuspendMandateDocument, { input: { id } });
    await signed(gateway, { idClient: `${idClient}-b` });
    const goes = await debited(gateway, { idClient: `${idClient}-b` });
    const { batches, heldBack } = await batched(gateway);
    expect(batches[0]).toMatchObject({ debits: 1 });
    expect(heldBack).toEqual([expect.objectContaining({ paymentId: held, reason: 'the mandate is SUSPENDED' })]);
    expect([(await debitOf(gateway, held)).status, (await debitOf(gateway, goes)).status]).toEqual([
      'PENDING',
      'SUBMITTED',
    ]);
  });

  it('never meet debits of another société, scheme or cut-off', async () => {
    await signed(gateway, { idClient, idSociete: '2' });
    const id = await debited(gateway, { idClient, idSociete: '2' });
    expect(await batched(gateway)).toMatchObject({ batches: [] });
    expect(await batched(gateway, { idSociete: '2', scheme: 'B2B' })).toMatchObject({ batches: [] });
    expect(await batched(gateway, { idSociete: '2', cutOff: '2026-12-08' })).toMatchObject({ batches: [] });
    expect(await batch(gateway, { idSociete: '2', cutOff: '2027-12-08' })).toMatchObject({
      __typename: 'InvalidInputError',
      path: ['cutOff'],
    });
    const { batches } = await batched(gateway, { idSociete: '2' });
    expect(batches.map(({ idSociete, debits }) => [idSociete, debits])).toEqual([['2', 1]]);
    expect((await debitOf(gateway, id)).status).toBe('SUBMITTED');
  });

  it('are whole or not there, wherever the batch is interrupted', async () => {
    await signed(gateway, { idClient });
    const ids = [await debited(gateway, { idClient }), await debited(gateway, { idClient })];
    await using store = await openStore({ databaseUrl: gateway.databaseUrl });
    const steps = [
      'updateMandate',
      'updatePayment',
      'appendEvent',
      'updateDirectDebit',
      'insertDirectDebitBatch',
    ] as const;
    const { url: publicUrl, now: clock } = gateway;
    const input = { idSociete: '1', runMode: 'TEST', cutOff: '2026-12-09', idempotencyKey: 'crash' };
    const batchOn = (on: Store) => createDirectDebitBatch(servicesOver(on, { publicUrl, clock }), anonymous, input);
    for (const step of steps) {
      await expect(batchOn(breakingAt(store, step))).rejects.toThrow('power cut');
      for (const id of ids) {
        expect(await debitOf(gateway, id)).toMatchObject({ status: 'PENDING', directDebit: { state: 'WAITING' } });
      }
    }
    const { batches } = await batchOn(store);
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ debits: 2 });
  });
});
