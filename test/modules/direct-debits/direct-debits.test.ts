import { createHash } from 'node:crypto';
import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/app/store.ts';
import {
  AmendMandateDocument,
  CancelDirectDebitBatchDocument,
  MarkDirectDebitBatchSubmittedDocument,
  RevokeMandateDocument,
  SuspendMandateDocument,
} from '../../generated/graphql.ts';
import { checkedWith, schemaFaults } from '../../support/bank-statements/schemas.ts';
import { databases } from '../../support/databases.ts';
import { batch, batched, debit, debited, debitOf } from '../../support/direct-debits/debit-requests.ts';
import { created, debtorIban, otherIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiate, initiated, legacyPath } from '../../support/requests.ts';

describe.each(databases)('direct debits on $name', ({ open }) => {
  let count = 0;
  let idClient: string;

  const gateway = openForGroup(() => startGateway({ open }));
  beforeAll(async () => {
    // A Wednesday: the dates below are worked out by hand from it.
    gateway.advance(Date.UTC(2026, 10, 25, 9) - gateway.now());
  });
  beforeEach(() => {
    idClient = `debit-${count++}`;
  });

  const download = async (id: string) => gateway.get(`/direct-debit-batches/${id}/file`);
  const valuesOf = (xml: string, name: string): string[] => {
    using document = XmlDocument.fromString(xml);
    return document.find(`//*[local-name()='${name}']`).map((node) => node.content);
  };
  const cancel = async (id: string, fileWasNotSent = false) =>
    (await gateway.send(CancelDirectDebitBatchDocument, { input: { id, fileWasNotSent } })).data
      ?.cancelDirectDebitBatch;

  it('wait for a batch, with a due date that leaves the notice its time, which an event tells', async () => {
    const { rum } = await signed(gateway, { idClient });
    const result = await initiated(gateway, { ...debit, idClient });
    expect(result.payment).toMatchObject({ status: 'PENDING', paymentUrl: null });
    expect(await debitOf(gateway, result.payment.id)).toMatchObject({
      mandate: rum,
      // Fourteen days after a Wednesday is a Wednesday.
      dueDate: '2026-12-09',
      directDebit: {
        ...{ state: 'WAITING', endToEndId: `${result.payment.reference}-1`, sequence: null, batch: null },
        ...{ returnableUntil: '2026-12-16', refundableUntil: '2027-02-03', contestableUntil: '2028-01-09' },
      },
    });
    const { events } = await debitOf(gateway, result.payment.id);
    expect(events.edges.map(({ node }) => [node.type, node.dueDate])).toEqual([
      ['INITIATED', null],
      ['PRENOTIFIED', '2026-12-09'],
    ]);
    await batched(gateway);
  });

  it.each([
    ['there is none', async () => undefined, 'has none'],
    ['it is not signed', () => created(gateway, { idClient }), 'the mandate is DRAFT'],
    [
      'it was revoked',
      async () => {
        const { id } = await signed(gateway, { idClient });
        await gateway.send(RevokeMandateDocument, { input: { id } });
      },
      'the mandate is REVOKED',
    ],
    [
      'several could be meant',
      async () => {
        await signed(gateway, { idClient });
        await signed(gateway, { idClient });
      },
      'several mandates',
    ],
    ['it is for another société', () => signed(gateway, { idClient, idSociete: '2' }), 'has none'],
  ])('need a mandate: refused where %s', async (_why, prepare, reason) => {
    await prepare();
    expect(await initiate(gateway, { ...debit, idClient })).toMatchObject({
      __typename: 'MandateRequiredError',
      path: ['mandate'],
      message: expect.stringContaining(reason),
    });
  });

  it("need the customer's own mandate where one is named", async () => {
    const { rum } = await signed(gateway, { idClient });
    const answers = [];
    for (const mandate of [rum, 'NOBODYS']) {
      const result = await initiate(gateway, { ...debit, idClient: 'somebody-else', mandate });
      answers.push({ ...result, requestId: null });
    }
    expect(answers[0]).toMatchObject({ __typename: 'MandateRequiredError' });
    expect(answers[0]).toEqual(answers[1]);
    expect(await initiate(gateway, { ...debit, idClient, mandate: rum.toLowerCase() })).toMatchObject({
      __typename: 'InitiatePaymentSuccess',
    });
    await batched(gateway);
  });

  it('are two debits where the old URL names another mandate', async () => {
    const rums = [(await signed(gateway, { idClient })).rum, (await signed(gateway, { idClient })).rum];
    const path = `${legacyPath({ ...debit, idClient, idCommande: 'two' })}?format=json`;
    const ask = async (rum = '') => (await gateway.get(`${path}&mandate=${encodeURIComponent(rum)}`)).json();
    const [first, second] = [await ask(rums[0]), await ask(rums[1])] as { payment_id: string }[];
    expect(second).toMatchObject({ replayed: false });
    expect(await ask(rums[0])).toMatchObject({ payment_id: first?.payment_id, replayed: true });
    const debited = await Promise.all([first, second].map((asked) => debitOf(gateway, asked?.payment_id ?? '')));
    expect(debited.map(({ mandate }) => mandate)).toEqual(rums);
    await batched(gateway);
  });

  it('are one debit where the old URL is asked for twice', async () => {
    await signed(gateway, { idClient });
    const path = `${legacyPath({ ...debit, idClient, idCommande: '0' })}?format=json`;
    const [first, second] = [await (await gateway.get(path)).json(), await (await gateway.get(path)).json()];
    expect(second).toMatchObject({ payment_id: (first as { payment_id: string }).payment_id, replayed: true });
    await batched(gateway);
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
    const second = await startGateway({ databaseUrl: gateway.databaseUrl });
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
    await second.close();
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

  it('tell the bank once what changed in the mandate, and again where the batch was cancelled', async () => {
    const { id: mandateId, rum } = await signed(gateway, { idClient });
    await debited(gateway, { idClient });
    await batched(gateway);
    await gateway.send(AmendMandateDocument, { input: { id: mandateId, iban: otherIban, rum: `${rum}-NEW` } });
    await debited(gateway, { idClient });
    await debited(gateway, { idClient });
    const fileOf = async (id = ''): Promise<string> => (await download(id)).text();
    const [made] = (await batched(gateway)).batches;
    const first = await fileOf(made?.id);
    expect(valuesOf(first, 'AmdmntInd')).toEqual(['true']);
    expect(valuesOf(first, 'OrgnlMndtId')).toEqual([rum]);
    // Another bank knows nothing of the old account.
    expect(first).toContain('<OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct>');
    expect(first).not.toContain(debtorIban);
    expect(schemaFaults('pain.008.001.08', first)).toEqual([]);
    await cancel(made?.id ?? '', true);
    const [again] = (await batched(gateway)).batches;
    expect(valuesOf(await fileOf(again?.id), 'OrgnlMndtId')).toEqual([rum]);
    await debited(gateway, { idClient });
    const [later] = (await batched(gateway)).batches;
    expect(valuesOf(await fileOf(later?.id), 'AmdmntInd')).toEqual([]);
  });

  it('tell a bank that keeps the account the number of the old one', async () => {
    const { id: mandateId } = await signed(gateway, { idClient });
    await debited(gateway, { idClient });
    await batched(gateway);
    await gateway.send(AmendMandateDocument, { input: { id: mandateId, iban: 'FR7630006000011234567890286' } });
    await debited(gateway, { idClient });
    const [made] = (await batched(gateway)).batches;
    const file = await (await download(made?.id ?? '')).text();
    expect(file).toContain(`<OrgnlDbtrAcct><Id><IBAN>${debtorIban}</IBAN></Id></OrgnlDbtrAcct>`);
    expect(schemaFaults('pain.008.001.08', file)).toEqual([]);
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

  it('are announced for another day where theirs was missed, for their followers to read', async () => {
    const { rum } = await signed(gateway, { idClient });
    const id = await debited(gateway, { idClient });
    const late = await startGateway({ databaseUrl: gateway.databaseUrl });
    // Tuesday 8 December: two business days before the due date have gone by.
    late.advance(Date.UTC(2026, 11, 8, 9) - late.now());
    const { batches, heldBack } = await batched(late, { cutOff: '2026-12-09' });
    const view = await debitOf(late, id);
    await late.close();
    expect(batches).toEqual([]);
    expect(heldBack).toContainEqual(expect.objectContaining({ paymentId: id }));
    expect(view).toMatchObject({ status: 'PENDING', dueDate: '2026-12-22' });
    expect(view.events.edges.map(({ node }) => [node.type, node.dueDate, node.previousDueDate])).toEqual([
      ['INITIATED', null, null],
      ['PRENOTIFIED', '2026-12-09', null],
      ['PRENOTIFIED', '2026-12-22', '2026-12-09'],
    ]);
    expect(view.events.edges.at(-1)?.node).toMatchObject({ rum, ics: 'FR72ZZZ123456' });
  });

  it('are whole or not there, wherever the batch is interrupted', async () => {
    await signed(gateway, { idClient });
    const ids = [await debited(gateway, { idClient }), await debited(gateway, { idClient })];
    const store = await openStore({ databaseUrl: gateway.databaseUrl });
    const steps = [
      'updateMandate',
      'updatePayment',
      'appendEvent',
      'updateDirectDebit',
      'insertDirectDebitBatch',
    ] as const;
    const { createDirectDebitBatch } = await import('../../../src/modules/direct-debits/batches/create-batch.ts');
    const { createServices } = await import('../../../src/app/services.ts');
    const { readConfig } = await import('../../../src/config/config.ts');
    const { developmentSocietes } = await import('../../../src/config/development.ts');
    const { payboxPublicKey } = await import('../../../src/providers/paybox/messages.ts');
    const { createIdentifiers } = await import('../../../src/kernel/identifiers.ts');
    const { anonymous } = await import('../../../src/kernel/caller.ts');
    const servicesOn = (broken: Store) =>
      createServices({
        config: readConfig({}, [payboxPublicKey]),
        store: broken,
        publicUrl: gateway.url,
        clock: gateway.now,
        identifiers: createIdentifiers(gateway.now),
        isDown: () => false,
        countInitiation: () => undefined,
        builtInSocietes: () => developmentSocietes(gateway.url, payboxPublicKey),
        announceWebhooks: () => undefined,
      });
    const input = { idSociete: '1', runMode: 'TEST', cutOff: '2026-12-09', idempotencyKey: 'crash' };
    for (const step of steps) {
      const broken: Store = {
        ...store,
        transact: (work) =>
          store.transact((transaction) => {
            let calls = 0;
            const fails = async (...args: never[]): Promise<never> => {
              calls++;
              // The last call of its kind: everything before it is written already.
              if (step === 'insertDirectDebitBatch' || step === 'updateMandate' || calls === 2)
                throw new Error('power cut');
              return (transaction[step] as (...given: never[]) => Promise<never>)(...args);
            };
            return work({ ...transaction, [step]: fails });
          }),
      };
      await expect(createDirectDebitBatch(servicesOn(broken), anonymous, input)).rejects.toThrow('power cut');
      for (const id of ids) {
        expect(await debitOf(gateway, id)).toMatchObject({ status: 'PENDING', directDebit: { state: 'WAITING' } });
      }
    }
    const { batches } = await createDirectDebitBatch(servicesOn(store), anonymous, input);
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ debits: 2 });
    await store.close();
  });

  it('leave neither name nor account of the debtor in events and logs', async () => {
    const id = (await signed(gateway, { idClient })).id;
    const payment = await debited(gateway, { idClient });
    await batched(gateway);
    const store = await openStore({ databaseUrl: gateway.databaseUrl });
    const events = await store.eventsOf(payment, 0, 100);
    const told = JSON.stringify([events, await store.mandateEventsOf(id, 0, 100), gateway.logs]);
    await store.close();
    expect(told).not.toMatch(/Commerce|FR76|30006000/);
    const values = events.flatMap(({ data }) => Object.values(data));
    expect(values).not.toContain(debtorIban.slice(-4));
  });
});
