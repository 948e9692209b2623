import { beforeAll, describe, expect, it } from 'vitest';
import { readyRoles } from '../../../src/modules/people/role.ts';
import { refundedAtBank } from '../../support/at-bank.ts';
import { clientNamed } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startBeside, startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { localConsole } from '../../support/people/console.ts';
import { enter, ownDocuments, paidYesterday, type Who } from '../../support/people/own-documents.ts';

/** Refunds above a limit: a second person decides, once, and what is possible is checked again. Payments are of 12.50 EUR. */

const clients = [
  clientNamed('shop'),
  clientNamed('limited', { refundLimitCents: 1000 }),
  clientNamed('till', { refundLimitCents: 1000 }),
  clientNamed('daily', { refundLimitCents: 1500 }),
  clientNamed('ceiling', { refundLimitCents: 100, refundCeilingCents: 1300 }),
];
const comptabilite = readyRoles.get('comptabilite');
if (!comptabilite) throw new Error('there is such a role');
const roles = new Map([
  ...readyRoles,
  ['caisse', { ...comptabilite, refundLimitCents: 1000, rights: new Set(['approve' as const]) }],
  ['ailleurs', { ...comptabilite, societes: new Set(['2']), rights: new Set(['approve' as const]) }],
]);
const settings = { ...localConsole, roles };

const refundOf = (id: string, more = '') => `mutation { refundPayment(input: { id: "${id}" ${more} }) { __typename
  ... on PaymentError { code message } ... on RefundPaymentSuccess { replayed refund { status amount { cents } } }
  ... on ApprovalRequiredError { approval { id cause status amount { cents } requestedBy refund { status } } } } }`;
const decide = (id: string, decision = 'APPROVE') => `mutation { decideApproval(input: {
  id: "${id}", decision: ${decision}, reason: "vu" }) { __typename ... on PaymentError { code message }
  ... on DecideApprovalSuccess { approval { status decidedBy reason refund { status amount { cents } } } } } }`;

type Action = { action: string; available: boolean; reason: string | null; maximumAmount: { cents: number } | null };
const actionsOf = (id: string) => `{ payment(id: "${id}") { availableActions { action available
  reason(locale: "fr-FR") maximumAmount { cents } } } }`;

describe.each(drawnDatabases())('four eyes on refunds ($name)', ({ open }) => {
  const { consoleDocuments, ask } = ownDocuments();
  const options = { consoleDocuments, config: { clients, console: settings } };
  const gateway = openForGroup(() => startGateway({ open, ...options }));
  const other = openForGroup(() => startBeside(gateway, options));
  let [asks, decides, elsewhere]: Who[] = [];
  const signIn = (role: string) => enter(gateway, role, { settings });
  beforeAll(async () => {
    [asks, decides, elsewhere] = [await signIn('caisse'), await signIn('validation'), await signIn('ailleurs')];
  });

  type Result = { __typename: string; code?: string; message?: string; approval?: { id: string } };
  const asClient = (name: string, query: string) => ask<Result>(gateway, name, query);
  const asPerson = (who: Who | undefined, query: string, at = gateway) => ask<Result>(at, who, query);
  const paid = (name = 'shop') => paidYesterday(gateway, name);
  const waiting = async (name: string, id: string, more = ''): Promise<string> => {
    const { approval } = await asClient(name, refundOf(id, more));
    return approval?.id ?? '';
  };
  const refundsOf = async (id: string) => (await gateway.store.operationsOf(id)).map(({ status }) => status);

  it('a refund above the limit of a client waits, and a second person approves it', async () => {
    const id = await paid('limited');
    const asked = await asClient('limited', refundOf(id, 'idempotencyKey: "k1"'));
    expect(asked).toMatchObject({
      ...{ __typename: 'ApprovalRequiredError', code: 'APPROVAL_REQUIRED' },
      approval: { cause: 'PAYMENT', status: 'PENDING', amount: { cents: 1250 }, requestedBy: 'limited', refund: null },
    });
    const approval = asked.approval?.id ?? '';
    expect(await refundsOf(id)).toEqual([]);
    expect(await asClient('limited', refundOf(id, 'idempotencyKey: "k1"'))).toMatchObject({
      approval: { id: approval },
    });
    expect(await asPerson(decides, decide(approval))).toMatchObject({
      approval: { status: 'APPROVED', decidedBy: `console/${decides?.person.id}`, refund: { status: 'DONE' } },
    });
    expect(await asClient('limited', refundOf(id, 'idempotencyKey: "k1"'))).toMatchObject({
      ...{ __typename: 'RefundPaymentSuccess', replayed: true, refund: { status: 'DONE' } },
    });
    expect((await gateway.store.operationsOf(id))[0]?.client).toBe('limited');
    const all = { actors: null, action: null, object: null, outcome: null, from: null, until: null };
    const entries = (await gateway.store.auditEntries(all, null, 20)).filter((entry) => entry.approval === approval);
    expect(entries).toMatchObject([
      { action: 'decideApproval', outcome: 'DONE', actor: `console/${decides?.person.id}`, roles: ['validation'] },
      // It was asked for twice.
      { action: 'refundPayment', outcome: 'WAITING', actor: 'limited', object: id },
      { action: 'refundPayment', outcome: 'WAITING', actor: 'limited', object: id },
    ]);
  });

  it('one within it is given back at once, and the second of the payment waits', async () => {
    const id = await paid('till');
    expect(await asClient('till', refundOf(id, 'amount: 100'))).toMatchObject({ __typename: 'RefundPaymentSuccess' });
    expect(await asClient('till', refundOf(id, 'amount: 950'))).toMatchObject({ approval: { cause: 'PAYMENT' } });
    // What waits is spoken for.
    expect(await asClient('shop', refundOf(id, 'amount: 300'))).toMatchObject({
      message: '9.50 EUR of this payment wait for the approval of a second person: 2.00 EUR are left.',
    });
  });

  it('what waits is no longer offered', async () => {
    const id = await paid('limited');
    const actions = async () => {
      const node = await ask<{ availableActions: Action[] }>(gateway, 'shop', actionsOf(id));
      const of = (name: string) => node.availableActions.find(({ action }) => action === name);
      return { refund: of('REFUND'), cancel: of('CANCEL') };
    };
    expect(await actions()).toMatchObject({ refund: { available: true, maximumAmount: { cents: 1250 } } });
    await waiting('limited', id, 'amount: 1100');
    expect(await actions()).toMatchObject({
      refund: { available: true, maximumAmount: { cents: 150 } },
      cancel: { available: false, reason: 'Un remboursement attend la validation d’une deuxième personne.' },
    });
    expect(await asClient('shop', refundOf(id))).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    const second = await waiting('limited', id, 'amount: 150');
    expect(await actions()).toMatchObject({
      refund: {
        ...{ available: false, maximumAmount: { cents: 0 } },
        reason: 'Tout ce qui reste attend la validation d’une deuxième personne.',
      },
    });
    expect(await asPerson(decides, decide(second, 'REFUSE'))).toMatchObject({ approval: { status: 'REFUSED' } });
    await refundedAtBank(gateway, id, 500);
    expect(await actions()).toMatchObject({
      refund: {
        ...{ available: false, maximumAmount: null },
        reason: expect.stringMatching(/^Il ne reste que 7,50.€ à rembourser.: refusez la demande en attente\.$/),
      },
    });
  });

  it('all refunds of a day count, also those that wait', async () => {
    const [first, second, third] = [await paid('daily'), await paid('daily'), await paid('daily')];
    expect(await asClient('daily', refundOf(first, 'amount: 900'))).toMatchObject({
      __typename: 'RefundPaymentSuccess',
    });
    expect(await asClient('daily', refundOf(second, 'amount: 700'))).toMatchObject({ approval: { cause: 'DAY' } });
    expect(await asClient('daily', refundOf(third, 'amount: 1'))).toMatchObject({ approval: { cause: 'DAY' } });
  });

  it('has no limit for a client without the setting', async () => {
    expect(await asClient('shop', refundOf(await paid()))).toMatchObject({ __typename: 'RefundPaymentSuccess' });
  });

  it('a person decides about none of its own, a client about none, and one who may not see it finds none', async () => {
    const id = await paid();
    const approval = (await asPerson(asks, refundOf(id))).approval?.id ?? '';
    expect(await asPerson(asks, decide(approval))).toMatchObject({
      message: 'A second person decides, not the one who asked.',
    });
    expect(await asClient('shop', decide(approval))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await asPerson(elsewhere, decide(approval))).toMatchObject({ message: 'There is no such approval.' });
    expect(await refundsOf(id)).toEqual([]);
    expect((await gateway.store.approval(approval))?.status).toBe('PENDING');
    expect(await asPerson(decides, decide(approval, 'REFUSE'))).toMatchObject({
      approval: { status: 'REFUSED', reason: 'vu', refund: null },
    });
    for (const again of ['APPROVE', 'REFUSE'])
      expect(await asPerson(decides, decide(approval, again))).toMatchObject({ message: 'This approval is REFUSED.' });
    expect(await asPerson(asks, refundOf(id, 'amount: 500'))).toMatchObject({ __typename: 'RefundPaymentSuccess' });
  });

  it('is not decided after what it is about has changed', async () => {
    const id = await paid('limited');
    const approval = await waiting('limited', id, 'amount: 1100');
    expect(await asClient('shop', refundOf(id, 'amount: 150'))).toMatchObject({ __typename: 'RefundPaymentSuccess' });
    await gateway.store.transact((transaction) =>
      transaction.insertApproval({ ...approvalOf(id), operationId: 'ope_x', amountCents: 50 }),
    );
    expect(await asPerson(decides, decide(approval))).toMatchObject({ code: 'OPERATION_NOT_POSSIBLE' });
    expect(await refundsOf(id)).toEqual(['DONE']);
    expect((await gateway.store.approval(approval))?.status).toBe('PENDING');
  });

  it('is refused where the bank gave back so much since that less is left', async () => {
    const id = await paid('limited');
    const approval = await waiting('limited', id, 'amount: 1100');
    await refundedAtBank(gateway, id, 500);
    expect(await asPerson(decides, decide(approval))).toMatchObject({
      ...{ code: 'OPERATION_NOT_POSSIBLE' },
      message: 'Other refunds leave 7.50 EUR, less than this was asked for: refuse it.',
    });
    expect(await refundsOf(id)).toEqual(['DONE']);
    expect(await asPerson(decides, decide(approval, 'REFUSE'))).toMatchObject({ approval: { status: 'REFUSED' } });
  });

  const approvalOf = (paymentId: string) => ({
    kind: 'REFUND' as const,
    ...{ id: `apr_${'0'.repeat(32)}`, paymentId, runMode: 'TEST' as const, cause: 'DAY' as const },
    ...{ requestedBy: 'x', status: 'PENDING' as const, createdAt: gateway.now() },
    ...{ expiresAt: gateway.now() + 60_000, decidedBy: null, decidedAt: null, reason: null },
  });

  it('counts on the ceiling of the client that asked', async () => {
    const [first, second] = [await paid('ceiling'), await paid('ceiling')];
    const one = await waiting('ceiling', first, 'amount: 1000');
    const two = await waiting('ceiling', second, 'amount: 1000');
    expect(await asPerson(decides, decide(one))).toMatchObject({ approval: { status: 'APPROVED' } });
    expect(await asPerson(decides, decide(two))).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await refundsOf(second)).toEqual([]);
  });

  it('two people who decide at once, at different gateways, give one refund', async () => {
    const second = await signIn('validation');
    for (let turn = 0; turn < 3; turn++) {
      const id = await paid('limited');
      const approval = await waiting('limited', id);
      const results = await Promise.all([
        asPerson(decides, decide(approval)),
        asPerson(second, decide(approval), other),
      ]);
      expect(results.filter(({ __typename }) => __typename === 'DecideApprovalSuccess')).toHaveLength(1);
      expect(await refundsOf(id)).toEqual(['DONE']);
    }
  });

  it('two requests at once are not both below the limit', async () => {
    const [first, second] = [await paid(), await paid()];
    const person = await signIn('caisse');
    const results = await Promise.all([
      asPerson(person, refundOf(first, 'amount: 600')),
      asPerson(person, refundOf(second, 'amount: 600'), other),
    ]);
    expect(results.map(({ __typename }) => __typename).toSorted()).toEqual([
      'ApprovalRequiredError',
      'RefundPaymentSuccess',
    ]);
  });

  it('needs a fresh proof, and expires after seven days', async () => {
    const approval = await waiting('limited', await paid('limited'));
    gateway.advance(6 * 60_000);
    other.advance(6 * 60_000);
    expect(await asPerson(decides, decide(approval))).toMatchObject({ code: 'NOT_ALLOWED' });
    gateway.advance(7 * 86_400_000);
    const person = await signIn('validation');
    expect(await asPerson(person, decide(approval))).toMatchObject({ message: 'This approval is EXPIRED.' });
  });
});
