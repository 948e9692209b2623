import { beforeAll, describe, expect, it } from 'vitest';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { type Role, readyRoles } from '../../../src/modules/people/role.ts';
import { eraseDebtor } from '../../../src/modules/privacy/erase-debtor.ts';
import { inReview } from '../../support/at-bank.ts';
import { asClient, clientNamed } from '../../support/clients/client-named.ts';
import { debtorIban, otherIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startBeside, startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { localConsole } from '../../support/people/console.ts';
import { enter as enterAs, ownDocuments, type Who } from '../../support/people/own-documents.ts';
import { ask as askDatabase } from '../../support/store/examples.ts';

/** Another account of a mandate, and a payment in review that is to be paid: a second person decides, whatever the amount. */

const clients = [
  clientNamed('shop'),
  clientNamed('held', { changesToApprove: new Set(['AMEND_MANDATE', 'REVIEW_PAYMENT']) }),
];
const comptabilite = readyRoles.get('comptabilite') as Role;
const roles = new Map([
  ...readyRoles,
  ['chef', { ...comptabilite, rights: new Set(['approve' as const, 'people' as const]) }],
  ['ailleurs', { ...comptabilite, societes: new Set(['2']), rights: new Set(['approve' as const]) }],
]);
const settings = { ...localConsole, roles };

type Approval = { id: string; status: string } & Record<string, unknown>;
type Result = { __typename: string; code?: string; message?: string; approval?: Approval };

const all = { actors: null, action: null, object: null, outcome: null, from: null, until: null };
const approvalFields = `id kind status cause requestedBy payment { id status } amount { cents } refund { status }
  amendment { rum oldIban newIban fields mandate { id } }`;

describe.each(drawnDatabases())('four eyes on changes ($name)', ({ open }) => {
  const { consoleDocuments, ask } = ownDocuments();
  const options = { consoleDocuments, config: { clients, console: settings } };
  const gateway = openForGroup(() => startGateway({ open, ...options }));
  const other = openForGroup(() => startBeside(gateway, options));
  let [asks, decides, chef]: Who[] = [];
  const enter = (role: string, proof: { confirmedAt?: null } = {}) => enterAs(gateway, role, { settings, ...proof });
  beforeAll(async () => {
    [asks, decides, chef] = [await enter('comptabilite'), await enter('validation'), await enter('chef')];
  });

  const act = (who: Who | string | undefined, field: string, at = gateway): Promise<Result> => {
    const waits = field.startsWith('decide')
      ? `... on DecideApprovalSuccess { approval { ${approvalFields} decidedBy } }`
      : `... on ApprovalRequiredError { approval { ${approvalFields} } }`;
    const query = `mutation { ${field} { __typename ... on PaymentError { code message } ${waits} } }`;
    return ask(at, who, query);
  };
  const decide = (who: Who | undefined, id: string, decision = 'APPROVE', at = gateway) =>
    act(who, `decideApproval(input: { id: "${id}", decision: ${decision}, reason: "vu" })`, at);
  const mandate = async (): Promise<string> => (await signed(gateway, {}, asClient('shop'))).id;
  const amend = (who: Who | string | undefined, id: string, more = `iban: "${otherIban}"`, at = gateway) =>
    act(who, `amendMandate(input: { id: "${id}", ${more} })`, at);
  const reviewed = async () => (await inReview(gateway, {}, asClient('shop'))).payment.id;
  const review = (who: Who | string | undefined, id: string, status = 'PAID') =>
    act(who, `reviewPayment(input: { id: "${id}", status: ${status} })`);
  const ibanOf = async (id: string) => (await gateway.store.mandateById(id))?.debtor?.iban;
  const statusOf = async (id: string) => (await gateway.store.paymentById(id))?.status;
  const entriesAbout = async (approval: string) => {
    return (await gateway.store.auditEntries(all, null, 40)).filter((entry) => entry.approval === approval);
  };

  it('another account waits, shows both masked, and is there once a second person approves', async () => {
    const id = await mandate();
    const asked = await amend(asks, id, `iban: "${otherIban}", debtorName: "Autre Nom"`);
    expect(asked).toMatchObject({
      ...{ __typename: 'ApprovalRequiredError', code: 'APPROVAL_REQUIRED' },
      message: 'Another account of a mandate takes two people. It waits for a second person, for seven days.',
      approval: {
        ...{ kind: 'AMEND_MANDATE', status: 'PENDING', cause: 'KIND', payment: null, amount: null, refund: null },
        requestedBy: `console/${asks?.person.id}`,
        amendment: {
          ...{ oldIban: 'FR76 •••• 0189', newIban: 'FR14 •••• 2606', mandate: { id } },
          fields: ['debtorName', 'iban'],
        },
      },
    });
    const approval = asked.approval?.id ?? '';
    expect(await ibanOf(id)).toBe(debtorIban);
    expect(await decide(decides, approval)).toMatchObject({
      approval: { status: 'APPROVED', decidedBy: `console/${decides?.person.id}`, amendment: { mandate: null } },
    });
    expect(await gateway.store.mandateById(id)).toMatchObject({ debtor: { iban: otherIban, name: 'Autre Nom' } });
    const events = await gateway.store.mandateEventsOf(id, 0, 20);
    expect(events.at(-1)).toMatchObject({ type: 'AMENDED', by: `console/${asks?.person.id}` });
    expect(await entriesAbout(approval)).toMatchObject([
      { action: 'decideApproval', outcome: 'DONE', actor: `console/${decides?.person.id}` },
      { action: 'amendMandate', outcome: 'WAITING', actor: `console/${asks?.person.id}`, object: id },
    ]);
    // The account stands in no approval that is decided.
    expect(await gateway.store.approval(approval)).toMatchObject({ input: null });
  });

  it('other fields of a mandate and other decisions about a payment wait for no one', async () => {
    expect(await amend(asks, await mandate(), 'debtorName: "Autre"')).toMatchObject({
      __typename: 'ChangeMandateSuccess',
    });
    expect(await review(asks, await reviewed(), 'REFUSED')).toMatchObject({ __typename: 'ReviewPaymentSuccess' });
  });

  it('a payment in review is paid once a second person approves', async () => {
    const id = await reviewed();
    const asked = await review(asks, id);
    expect(asked).toMatchObject({
      ...{ __typename: 'ApprovalRequiredError' },
      approval: { kind: 'REVIEW_PAYMENT', cause: 'KIND', payment: { id, status: 'NEEDS_REVIEW' }, amendment: null },
    });
    expect(await statusOf(id)).toBe('NEEDS_REVIEW');
    expect(await decide(decides, asked.approval?.id ?? '')).toMatchObject({
      approval: { status: 'APPROVED', payment: { id, status: 'PAID' } },
    });
    expect(await entriesAbout(asked.approval?.id ?? '')).toMatchObject([
      { action: 'decideApproval', outcome: 'DONE' },
      { action: 'reviewPayment', outcome: 'WAITING', object: id },
    ]);
  });

  it('asked for again, it is the approval that waits; another change of the same is refused', async () => {
    const [id, payment] = [await mandate(), await reviewed()];
    const [one, two] = [await amend(asks, id), await review(asks, payment)];
    expect(await amend(asks, id)).toMatchObject({ approval: { id: one.approval?.id } });
    expect(await review(chef, payment)).toMatchObject({ approval: { id: two.approval?.id } });
    expect(await amend(asks, id, `iban: "${otherIban}", debtorName: "Encore"`)).toMatchObject({
      message: 'Another change of it waits for a second person already.',
    });
    expect(await entriesAbout(one.approval?.id ?? '')).toMatchObject([{ outcome: 'WAITING' }, { outcome: 'WAITING' }]);
    const both = await Promise.all(
      [await mandate()].flatMap((id) => [amend(asks, id), amend(chef, id, undefined, other)]),
    );
    expect(new Set(both.map(({ approval }) => approval?.id)).size).toBe(1);
  });

  it.each([
    ['an account', async (who: Who | undefined) => amend(who, await mandate())],
    ['a review', async (who: Who | undefined) => review(who, await reviewed())],
  ])('%s is decided by no one who asked, by no key, and by no one of another société', async (_name, asking) => {
    const approval = (await asking(chef)).approval?.id ?? '';
    expect(await decide(chef, approval)).toMatchObject({ message: 'A second person decides, not the one who asked.' });
    expect(
      await act('shop', `decideApproval(input: { id: "${approval}", decision: APPROVE, reason: "x" })`),
    ).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await decide(await enter('ailleurs'), approval)).toMatchObject({ message: 'There is no such approval.' });
    expect(await decide(await enter('validation', { confirmedAt: null }), approval)).toMatchObject({
      message: expect.stringContaining('prove again who you are'),
    });
    expect(await gateway.store.approval(approval)).toMatchObject({ status: 'PENDING' });
    expect(await decide(decides, approval, 'REFUSE')).toMatchObject({ approval: { status: 'REFUSED' } });
    for (const again of ['APPROVE', 'REFUSE'])
      expect(await decide(decides, approval, again)).toMatchObject({ message: 'This approval is REFUSED.' });
  });

  it('is not carried out where what it is about has changed since', async () => {
    const [id, same, payment] = [await mandate(), await mandate(), await reviewed()];
    const approvals = [await amend(asks, id), await amend(asks, same), await review(asks, payment)].map(
      ({ approval }) => approval?.id ?? '',
    );
    const areOutOfDate = () =>
      Promise.all(
        approvals.map((id) => ask(gateway, decides, `{ node(id: "${id}") { ... on Approval { isOutOfDate } } }`)),
      );
    expect(await areOutOfDate()).toEqual(Array(3).fill({ isOutOfDate: false }));
    await amend('shop', id, 'debtorName: "Autre"');
    // Nothing would be left to change: it is refused all the same.
    await amend('shop', same);
    await review(asks, payment, 'REFUSED');
    expect(await areOutOfDate()).toEqual(Array(3).fill({ isOutOfDate: true }));
    for (const approval of approvals) {
      expect(await decide(decides, approval)).toMatchObject({ message: expect.stringContaining('has changed since') });
      expect(await gateway.store.approval(approval)).toMatchObject({ status: 'PENDING' });
    }
    expect([await ibanOf(id), await statusOf(payment)]).toEqual([debtorIban, 'REFUSED']);
    // What is out of date is in the way of nothing.
    const again = await amend(asks, id);
    expect(again.approval?.id).not.toBe(approvals[0]);
    expect(await decide(decides, again.approval?.id ?? '')).toMatchObject({ approval: { status: 'APPROVED' } });
  });

  it('is not carried out for one who may not ask any more', async () => {
    const leaver = await enter('comptabilite');
    const approvals = [await amend(leaver, await mandate()), await review(leaver, await reviewed())];
    await gateway.store.transact((transaction) =>
      transaction.updatePerson({ ...leaver.person, roles: ['lecture'], updatedAt: 0 }),
    );
    for (const { approval } of approvals)
      expect(await decide(decides, approval?.id ?? '')).toMatchObject({
        ...{ code: 'NOT_ALLOWED', message: expect.stringContaining('who asked may not') },
      });
  });

  it('two people who decide at once, at different gateways, do it once', async () => {
    const second = await enter('validation');
    for (const asking of [async () => amend(asks, await mandate()), async () => review(asks, await reviewed())]) {
      const approval = (await asking()).approval?.id ?? '';
      const results = await Promise.all([decide(decides, approval), decide(second, approval, 'REFUSE', other)]);
      expect(results.filter(({ __typename }) => __typename === 'DecideApprovalSuccess')).toHaveLength(1);
    }
  });

  it('a key does it alone, unless its client says otherwise', async () => {
    const [id, payment] = [await mandate(), await reviewed()];
    expect(await amend('held', id)).toMatchObject({ approval: { requestedBy: 'held' } });
    expect(await review('held', payment)).toMatchObject({ approval: { requestedBy: 'held' } });
    expect(await review('shop', payment)).toMatchObject({ __typename: 'ReviewPaymentSuccess' });
    expect(await amend('shop', id)).toMatchObject({ __typename: 'ChangeMandateSuccess' });
  });

  it('what an account was to be is forgotten with its debtor, and once it has expired', async () => {
    const [id, late] = [await mandate(), await mandate()];
    const approval = (await amend(asks, id)).approval?.id ?? '';
    expect(await gateway.store.approval(approval)).toMatchObject({ input: { iban: otherIban } });
    await ask(gateway, 'shop', `mutation { revokeMandate(input: { id: "${id}" }) { __typename } }`);
    const erasing = {
      store: gateway.store,
      clock: () => gateway.now() + 400 * 86_400_000,
      identifiers: createIdentifiers(gateway.now),
    };
    expect(await eraseDebtor(erasing, id, { by: 'clock', idClient: null })).toBe(true);
    expect(await gateway.store.approval(approval)).toMatchObject({ input: null });
    const expired = (await amend(asks, late)).approval?.id ?? '';
    const forget = (at: number) => gateway.store.transact((transaction) => transaction.forgetExpiredInputs(at));
    expect(await forget(gateway.now())).toBe(0);
    gateway.advance(7 * 86_400_000);
    const person = await enter('validation');
    expect(await decide(person, expired)).toMatchObject({ message: 'This approval is EXPIRED.' });
    expect(await forget(gateway.now())).toBeGreaterThan(0);
    expect(await gateway.store.approval(expired)).toMatchObject({ input: null });
  });

  it('is no refund to an older gateway beside this one: it names no payment, no amount and no cause of its own', async () => {
    await amend(await enter('comptabilite'), await mandate());
    await review(await enter('comptabilite'), await reviewed());
    const rows = await askDatabase(gateway.databaseUrl, "select * from approvals where kind <> 'REFUND'");
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row).toMatchObject({ payment_id: null, amount_cents: null, cause: 'PAYMENT' });
  });

  it('leaves the account in no log, no entry of the audit log and no answer', async () => {
    await amend(await enter('comptabilite'), await mandate(), `iban: "${otherIban}", debtorName: "Nom Canari"`);
    const query = `query { approvals(first: 100) { edges { node { ${approvalFields} } } } }`;
    const seen = [
      await ask(gateway, await enter('validation'), query),
      gateway.logs,
      await gateway.store.auditEntries(all, null, 500),
    ];
    expect(JSON.stringify(seen)).not.toMatch(/FR1420041010050500013M02606|Canari/);
  });

  it('lists by status, also what expired', async () => {
    const person = await enter('validation');
    const listed = async (status: string) => {
      const query = `query { approvals(status: ${status}, first: 100) { edges { node { id status kind } } } }`;
      const { edges } = await ask<{ edges: { node: Approval }[] }>(gateway, person, query);
      return edges.map(({ node }) => node.status);
    };
    await amend(await enter('comptabilite'), await mandate());
    for (const status of ['PENDING', 'APPROVED', 'REFUSED', 'EXPIRED']) {
      const found = await listed(status);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set(found)).toEqual(new Set([status]));
    }
  });
});
