import { beforeAll, describe, expect, it } from 'vitest';
import { readyRoles } from '../../../src/modules/people/role.ts';
import { clientNamed, asClient as key } from '../../support/clients/client-named.ts';
import { debtorIban, otherIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { localConsole } from '../../support/people/console.ts';
import { enter, ownDocuments, paidYesterday, type Who } from '../../support/people/own-documents.ts';
import { ask } from '../../support/store/examples.ts';

/** What waits for a second person, and is taken back by who asked. Payments are of 12.50 EUR. */

const comptabilite = readyRoles.get('comptabilite');
if (!comptabilite) throw new Error('there is such a role');
const caisse = { ...comptabilite, refundLimitCents: 1000, rights: new Set(['approve' as const]) };
const settings = { ...localConsole, roles: new Map([...readyRoles, ['caisse', caisse]]) };
const clients = [clientNamed('shop'), clientNamed('limited', { refundLimitCents: 1000 })];

type Result = {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly approval?: { readonly id: string };
};

describe.each(drawnDatabases())('a withdrawn request ($name)', ({ open }) => {
  const { consoleDocuments, ask: askOwn } = ownDocuments();
  const gateway = openForGroup(() => startGateway({ open, consoleDocuments, config: { clients, console: settings } }));
  let [asks, other, decides]: Who[] = [];
  const signIn = (role: string) => enter(gateway, role, { settings });
  beforeAll(async () => {
    [asks, other, decides] = [await signIn('caisse'), await signIn('caisse'), await signIn('validation')];
  });

  const act = (who: Who | string | undefined, field: string): Promise<Result> => {
    const fields = 'approval { id status decidedBy decidedAt reason }';
    const query = `mutation { ${field} { __typename ... on PaymentError { code message path }
      ... on ${field.startsWith('withdraw') ? 'WithdrawApprovalSuccess' : field.startsWith('decide') ? 'DecideApprovalSuccess' : 'ApprovalRequiredError'} { ${fields} } } }`;
    return askOwn(gateway, who, query);
  };
  const refund = (id: string, more = '') => `refundPayment(input: { id: "${id}" ${more} })`;
  const withdraw = (id: string) => `withdrawApproval(input: { id: "${id}" })`;
  const decide = (id: string, decision = 'APPROVE') =>
    `decideApproval(input: { id: "${id}", decision: ${decision}, reason: "vu" })`;
  const paid = () => paidYesterday(gateway, 'limited');
  const asked = async (who: Who | string | undefined, id: string, more = ''): Promise<string> =>
    (await act(who, refund(id, more))).approval?.id ?? '';

  it('says so, with an entry in the audit log, and is asked for anew', async () => {
    const id = await paid();
    const approval = await asked(asks, id, 'idempotencyKey: "w1"');
    expect(await gateway.store.waitingCentsOf(id, gateway.now())).toBe(1250);
    expect(await act(asks, withdraw(approval))).toMatchObject({
      __typename: 'WithdrawApprovalSuccess',
      approval: { id: approval, status: 'WITHDRAWN', decidedBy: null, decidedAt: expect.any(String), reason: null },
    });
    expect(await gateway.store.waitingCentsOf(id, gateway.now())).toBe(0);
    expect(await gateway.store.operationsOf(id)).toEqual([]);
    // The same again, of another tab.
    expect(await act(asks, withdraw(approval))).toMatchObject({ approval: { status: 'WITHDRAWN' } });
    const all = { actors: null, action: 'withdrawApproval', object: null, outcome: null, from: null, until: null };
    const entries = (await gateway.store.auditEntries(all, null, 20)).filter((entry) => entry.approval === approval);
    expect(entries).toMatchObject([
      { outcome: 'UNCHANGED' },
      { outcome: 'DONE', actor: `console/${asks?.person.id}`, roles: ['caisse'], object: approval },
    ]);
    expect(await act(decides, decide(approval))).toMatchObject({
      ...{ code: 'OPERATION_NOT_POSSIBLE', message: 'This approval is WITHDRAWN.' },
    });
    // Its key is used up, its amount is free.
    expect(await act(asks, refund(id, 'idempotencyKey: "w1"'))).toMatchObject({
      ...{ code: 'OPERATION_NOT_POSSIBLE', message: expect.stringContaining('WITHDRAWN. Ask under another key') },
      path: ['idempotencyKey'],
    });
    const anew = await act(asks, refund(id, 'idempotencyKey: "w2"'));
    expect(anew).toMatchObject({ __typename: 'ApprovalRequiredError', approval: { status: 'PENDING' } });
    expect(anew.approval?.id).not.toBe(approval);
  });

  it('of a client is its own to withdraw, by its key', async () => {
    const id = await paid();
    const approval = await asked('limited', id);
    expect(await act('shop', withdraw(approval))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await act('limited', withdraw(approval))).toMatchObject({ approval: { status: 'WITHDRAWN' } });
    expect(await act('limited', refund(id))).toMatchObject({ approval: { status: 'PENDING' } });
  });

  it('is withdrawn by who asked alone', async () => {
    const approval = await asked(asks, await paid());
    for (const who of [other, decides])
      expect(await act(who, withdraw(approval))).toMatchObject({
        ...{ code: 'NOT_ALLOWED', message: 'Only the one who asked withdraws it.', path: ['id'] },
      });
    expect(await act(await signIn('comptabilite'), withdraw(approval))).toMatchObject({
      ...{ code: 'INVALID_INPUT', message: 'There is no such approval.' },
    });
    expect(await act(asks, withdraw('apr_1'))).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await gateway.store.approval(approval))?.status).toBe('PENDING');
  });

  it.each(['APPROVE', 'REFUSE'])('is refused after the decision %s', async (decision) => {
    const approval = await asked(asks, await paid());
    await act(decides, decide(approval, decision));
    expect(await act(asks, withdraw(approval))).toMatchObject({
      code: 'OPERATION_NOT_POSSIBLE',
      message: `This approval is ${decision === 'APPROVE' ? 'APPROVED' : 'REFUSED'}.`,
    });
  });

  it('is withdrawn, or decided, of two at once', async () => {
    const id = await paid();
    const approval = await asked(asks, id);
    const results = await Promise.all([act(asks, withdraw(approval)), act(decides, decide(approval))]);
    const done = results.map(({ __typename }) => /Success$/.test(__typename));
    expect(done.filter(Boolean)).toHaveLength(1);
    const [isWithdrawn] = done;
    expect((await gateway.store.approval(approval))?.status).toBe(isWithdrawn ? 'WITHDRAWN' : 'APPROVED');
    expect(await gateway.store.operationsOf(id)).toHaveLength(isWithdrawn ? 0 : 1);
  });

  it('is listed apart from what was refused, and read as a refusal by an older gateway', async () => {
    const [withdrawn, refused] = [await asked(asks, await paid()), await asked(asks, await paid())];
    await act(asks, withdraw(withdrawn));
    await act(decides, decide(refused, 'REFUSE'));
    const listed = async (status: 'REFUSED' | 'WITHDRAWN') => {
      const sight = { payments: { client: null, societes: null, origins: null }, mandates: null };
      const page = { requestedBy: `console/${asks?.person.id}`, sight, now: gateway.now(), beforeId: null, limit: 50 };
      return (await gateway.store.approvals({ ...page, status })).map(({ id }) => id);
    };
    expect(await listed('WITHDRAWN')).toContain(withdrawn);
    expect(await listed('WITHDRAWN')).not.toContain(refused);
    expect(await listed('REFUSED')).toContain(refused);
    expect(await listed('REFUSED')).not.toContain(withdrawn);
    const rows = await ask(gateway.databaseUrl, `select status, decided_by from approvals where id = '${withdrawn}'`);
    expect(rows).toEqual([{ status: 'REFUSED', decided_by: null }]);
  });

  it('forgets the account that a mandate was to have, and lets another be asked for', async () => {
    const { id } = await signed(gateway, { idClient: 'W1' }, key('shop'));
    const amend = (iban: string) => `amendMandate(input: { id: "${id}", iban: "${iban}" })`;
    const mistyped = await act(asks, amend(otherIban));
    expect(mistyped).toMatchObject({ __typename: 'ApprovalRequiredError' });
    expect(await act(asks, amend('DE89370400440532013000'))).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    await act(asks, withdraw(mistyped.approval?.id ?? ''));
    expect(await gateway.store.approval(mistyped.approval?.id ?? '')).toMatchObject({ input: null });
    expect(await act(asks, amend('DE89370400440532013000'))).toMatchObject({ __typename: 'ApprovalRequiredError' });
    expect((await gateway.store.mandateById(id))?.debtor?.iban).toBe(debtorIban);
  });

  it('is refused once it has expired', async () => {
    const approval = await asked('limited', await paid());
    gateway.advance(7 * 86_400_000);
    expect(await act('limited', withdraw(approval))).toMatchObject({
      ...{ code: 'OPERATION_NOT_POSSIBLE', message: 'This approval is EXPIRED.' },
    });
  });

  it('uses its key up a minute after it has expired: a decision of the last moment is committed by then', async () => {
    const id = await paid();
    const again = () => act('limited', refund(id, 'idempotencyKey: "w3"'));
    await again();
    gateway.advance(7 * 86_400_000);
    expect(await again()).toMatchObject({ __typename: 'ApprovalRequiredError' });
    gateway.advance(60_000);
    expect(await again()).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE', path: ['idempotencyKey'] });
  });
});
