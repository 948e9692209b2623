import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../../../src/config/clients.ts';
import { type Role, readyRoles } from '../../../src/modules/people/role.ts';
import { inReview, paidAtBank } from '../../support/at-bank.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { created } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { scriptFault, startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { localConsole } from '../../support/people/console.ts';
import { enter as enterAs, ownDocuments, paidYesterday, type Who } from '../../support/people/own-documents.ts';
import { initiated } from '../../support/requests.ts';

/** What a person may do depends on its last proof, on who asked, and on the rights of the moment. Payments are of 12.50 EUR. */

const comptabilite = readyRoles.get('comptabilite') as Role;
const roles = new Map([...readyRoles, ['caisse', { ...comptabilite, refundLimitCents: 1000 }]]);
// Fresh proofs alone are in question here.
const settings = { ...localConsole, roles, changesToApprove: new Set<never>() };
const limited = { refundLimitCents: 100, refundCeilingCents: 2000 };

type Result = { __typename: string; code?: string; message?: string; approval?: { id: string; status: string } };

describe.each(drawnDatabases())('rights at the moment of the act ($name)', ({ open }) => {
  let [asks, decides]: Who[] = [];
  // The gateway reads it with each request.
  const clients: Client[] = [
    clientNamed('shop'),
    clientNamed('limited', limited),
    clientNamed('leaves', limited),
    clientNamed('till', limited),
    clientNamed('expires', limited),
  ];
  const { consoleDocuments, ask } = ownDocuments();
  const gateway = openForGroup(() => startGateway({ open, consoleDocuments, config: { clients, console: settings } }));
  const enter = (role: string, proof: { confirmedAt?: null } = {}) => enterAs(gateway, role, { settings, ...proof });
  beforeAll(async () => {
    [asks, decides] = [await enter('caisse'), await enter('validation')];
  });

  /** By a person or by the client of this name. */
  const act = (who: Who | string | undefined, field: string): Promise<Result> => {
    const query = `mutation { ${field} { __typename ... on PaymentError { code message }
      ${/refundPayment/.test(field) ? '... on ApprovalRequiredError { approval { id status } }' : ''}
      ${/decideApproval/.test(field) ? '... on DecideApprovalSuccess { approval { id status } }' : ''} } }`;
    return ask(gateway, who, query);
  };
  const refund = (who: Who | string | undefined, id: string, more = '') =>
    act(who, `refundPayment(input: { id: "${id}" ${more} })`);
  const approve = (id: string) =>
    act(decides, `decideApproval(input: { id: "${id}", decision: APPROVE, reason: "vu" })`);
  const settle = (who: Who | string | undefined, id: string, outcome: string) =>
    act(who, `settleOperation(input: { id: "${id}", outcome: ${outcome} })`);
  const paid = (name = 'shop') => paidYesterday(gateway, name);
  const paidToday = async (): Promise<string> => {
    return (await paidAtBank(gateway, {}, asClient('shop'))).payment.id;
  };
  const operationsOf = (id: string) => gateway.store.operationsOf(id);
  const cutRefund = () =>
    scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'PAYBOX', moment: 'BEFORE' });

  describe('a person without a fresh proof', () => {
    let stale: Who;
    beforeAll(async () => {
      stale = await enter('comptabilite', { confirmedAt: null });
    });
    const again = { code: 'NOT_ALLOWED', message: expect.stringContaining('prove again who you are') };

    it('gives no money back, by refund or by cancellation', async () => {
      const [settled, today] = [await paid(), await paidToday()];
      expect(await refund(stale, settled)).toMatchObject(again);
      expect(await act(stale, `cancelPayment(input: { id: "${today}" })`)).toMatchObject(again);
      expect([await operationsOf(settled), await operationsOf(today)]).toEqual([[], []]);
      expect(await refund(asks, settled, 'amount: 1')).toMatchObject({ __typename: 'RefundPaymentSuccess' });
      const unpaid = (await initiated(gateway, {}, asClient('shop'))).payment.id;
      expect(await act(stale, `cancelPayment(input: { id: "${unpaid}" })`)).toMatchObject({
        __typename: 'CancelPaymentSuccess',
      });
    });

    it('does not decide that a payment is paid, and that it is refused it does', async () => {
      const review = (who: Who | undefined, id: string, status: string) =>
        act(who, `reviewPayment(input: { id: "${id}", status: ${status} })`);
      const reviewed = async () => (await inReview(gateway, {}, asClient('shop'))).payment.id;
      const [one, two] = [await reviewed(), await reviewed()];
      expect(await review(stale, one, 'PAID')).toMatchObject(again);
      expect(await review(asks, one, 'PAID')).toMatchObject({ __typename: 'ReviewPaymentSuccess' });
      expect(await review(stale, two, 'REFUSED')).toMatchObject({ __typename: 'ReviewPaymentSuccess' });
    });

    it('changes no account of a mandate, and its other fields it does', async () => {
      const { id } = await created(gateway, {}, asClient('shop'));
      const amend = (who: Who | undefined, change: string) =>
        act(who, `amendMandate(input: { id: "${id}", ${change} })`);
      const account = 'iban: "FR1420041010050500013M02606"';
      expect(await amend(stale, account)).toMatchObject(again);
      expect(await amend(stale, 'debtorName: "Autre"')).toMatchObject({ __typename: 'ChangeMandateSuccess' });
      expect(await amend(asks, account)).toMatchObject({ __typename: 'ChangeMandateSuccess' });
    });
  });

  it('who has a limit does not say of its own refund that it was never done; another does', async () => {
    for (const [own, other] of [
      [asks, await enter('comptabilite')],
      ['limited', 'shop'],
    ]) {
      const id = await paid();
      await cutRefund();
      expect(await refund(own, id, 'amount: 90')).toMatchObject({ __typename: 'OutcomeUnknownError' });
      const [doubted] = await operationsOf(id);
      expect(await settle(own, doubted?.id ?? '', 'NOT_DONE')).toMatchObject({ code: 'NOT_ALLOWED' });
      expect((await operationsOf(id))[0]?.status).toBe('UNKNOWN');
      expect(await settle(other, doubted?.id ?? '', 'NOT_DONE')).toMatchObject({
        __typename: 'SettleOperationSuccess',
      });
    }
  });

  it.each([
    [
      'is disabled',
      (id: string) => gateway.store.transact((transaction) => transaction.setPersonStatus(id, 'DISABLED', 0)),
    ],
    [
      'lost the right to refund',
      async (id: string) => {
        const person = await gateway.store.person(id);
        if (person)
          await gateway.store.transact((transaction) => transaction.updatePerson({ ...person, roles: ['lecture'] }));
      },
    ],
  ])('a refund is not approved where the person who asked %s', async (_name, change) => {
    const [id, leaver] = [await paid(), await enter('caisse')];
    const approval = (await refund(leaver, id)).approval?.id ?? '';
    await change(leaver.person.id);
    expect(await approve(approval)).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringMatching(/who asked/) });
    expect(await operationsOf(id)).toEqual([]);
    expect((await gateway.store.approval(approval))?.status).toBe('PENDING');
  });

  it('a refund is approved for a client by its entry of today alone', async () => {
    const [first, second] = [await paid('leaves'), await paid('leaves')];
    const one = (await refund('leaves', first)).approval?.id ?? '';
    const two = (await refund('leaves', second)).approval?.id ?? '';
    const entry = clients.findIndex(({ caller }) => caller.client === 'leaves');
    clients[entry] = clientNamed('leaves', { ...limited, refundCeilingCents: 1249 });
    expect(await approve(one)).toMatchObject({ message: expect.stringContaining('refundCeilingCents') });
    clients[entry] = clientNamed('leaves', { ...limited, refundCeilingCents: 1250 });
    expect(await approve(one)).toMatchObject({ approval: { status: 'APPROVED' } });
    clients.splice(entry, 1);
    expect(await approve(two)).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringMatching(/who asked/) });
    expect(await operationsOf(second)).toEqual([]);
  });

  it('a refund is not approved for a client whose only key has expired', async () => {
    const id = await paid('expires');
    const approval = (await refund('expires', id)).approval?.id ?? '';
    const entry = clients.findIndex(({ caller }) => caller.client === 'expires');
    const expire = (expiresAt: number) => {
      const client = clientNamed('expires', limited);
      clients[entry] = { ...client, keyHashes: client.keyHashes.map((key) => ({ ...key, expiresAt })) };
    };
    expire(gateway.now());
    expect(await approve(approval)).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringMatching(/who asked/) });
    expect(await operationsOf(id)).toEqual([]);
    expire(gateway.now() + 60_000);
    expect(await approve(approval)).toMatchObject({ approval: { status: 'APPROVED' } });
  });

  it('two who ask at once for more than the payment leave one approval', async () => {
    for (let turn = 0; turn < 4; turn++) {
      const id = await paid();
      const both = await Promise.all(['limited', 'till'].map((name) => refund(name, id, 'amount: 1000')));
      expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
        'ApprovalRequiredError',
        'OperationNotPossibleError',
      ]);
    }
  });

  it('an approved refund that failed is sent again until its approval expires, and does not count twice', async () => {
    const id = await paid('limited');
    const send = () => refund('limited', id, 'amount: 700, idempotencyKey: "k"');
    const approval = (await send()).approval?.id ?? '';
    await cutRefund();
    expect(await approve(approval)).toMatchObject({ __typename: 'OutcomeUnknownError' });
    const failed = async () =>
      settle('shop', (await operationsOf(id))[0]?.id ?? '', 'NOT_DONE').then(({ __typename }) => __typename);
    expect(await failed()).toBe('SettleOperationSuccess');
    // What waits for another approval leaves 1.50 EUR: the approved 7.00 EUR are not taken off it.
    const other = (await refund('limited', id, 'amount: 1100')).approval?.id ?? '';
    expect(await send()).toMatchObject({ message: expect.stringContaining('1.50 EUR are left') });
    expect(other).toMatch(/^apr_/);
    await act(decides, `decideApproval(input: { id: "${other}", decision: REFUSE, reason: "vu" })`);
    await cutRefund();
    expect(await send()).toMatchObject({ __typename: 'OutcomeUnknownError' });
    expect(await failed()).toBe('SettleOperationSuccess');
    gateway.advance(7 * 86_400_000);
    expect(await send()).toMatchObject({ message: expect.stringContaining('has expired') });
    expect((await operationsOf(id)).map(({ status }) => status)).toEqual(['FAILED']);
  });
});
