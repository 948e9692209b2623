import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/app/store.ts';
import { AmendMandateDocument, RevokeMandateDocument } from '../../generated/graphql.ts';
import { schemaFaults } from '../../support/bank-statements/schemas.ts';
import {
  batched,
  debit,
  debited,
  debitOf,
  openForDebits,
  valuesOf,
} from '../../support/direct-debits/debit-requests.ts';
import { created, debtorIban, otherIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { initiate, initiated, legacyPath } from '../../support/requests.ts';

describe.each(drawnDatabases())('direct debits on $name', ({ open }) => {
  let idClient: string;
  const { gateway, newClient, download, cancel } = openForDebits({ open });
  beforeEach(() => {
    idClient = newClient();
  });

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

  it('tell the bank once what changed in the mandate, and again where the batch was cancelled', async () => {
    const { id: mandateId, rum } = await signed(gateway, { idClient });
    await debited(gateway, { idClient });
    // The bank has it, so it knows the mandate.
    await download((await batched(gateway)).batches[0]?.id ?? '');
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
    // The bank has it, so it knows the mandate.
    await download((await batched(gateway)).batches[0]?.id ?? '');
    await gateway.send(AmendMandateDocument, { input: { id: mandateId, iban: 'FR7630006000011234567890286' } });
    await debited(gateway, { idClient });
    const [made] = (await batched(gateway)).batches;
    const file = await (await download(made?.id ?? '')).text();
    expect(file).toContain(`<OrgnlDbtrAcct><Id><IBAN>${debtorIban}</IBAN></Id></OrgnlDbtrAcct>`);
    expect(schemaFaults('pain.008.001.08', file)).toEqual([]);
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
