import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readyRoles } from '../../src/modules/people/role.ts';
import { hashOfToken } from '../../src/modules/people/session.ts';
import { night } from '../support/at-bank.ts';
import { db } from '../support/cli/restore-drill.ts';
import { commandOn } from '../support/cli/run-gateway.ts';
import { clientNamed } from '../support/clients/client-named.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { scriptFault, startGateway, type TestGateway } from '../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { invite, localConsole } from '../support/people/console.ts';
import { enter, ownDocuments, paidYesterday, type Who } from '../support/people/own-documents.ts';

/** What waited, and who was signed in, at the moment to which a database comes back. */

const settings = { ...localConsole, roles: readyRoles };
const clients = [clientNamed('limited', { refundLimitCents: 100 }), clientNamed('shop')];
const { consoleDocuments, ask } = ownDocuments();
const options = { consoleDocuments, config: { clients, console: settings } };

/** Asked for by a client whose refunds above one euro need a second person. */
function refund(gateway: TestGateway, paymentId: string, more: string) {
  const field = `refundPayment(input: { id: "${paymentId}", ${more} })`;
  const query = `mutation { ${field} { __typename ... on PaymentError { message }
    ... on ApprovalRequiredError { approval { id } } } }`;
  return ask<{ __typename: string; message?: string; approval: { id: string } }>(gateway, 'limited', query);
}

type Past = { readonly who: Who; readonly link: string; readonly paymentId: string; readonly approvalId: string };

/** A refund that waits for a second person, who is signed in, and a link and a challenge that no one has used. */
async function past(gateway: TestGateway): Promise<Past> {
  const who = await enter(gateway, 'validation', { settings });
  const { token } = await invite(gateway, `${gateway.now()}@milliet.example`);
  const challenge = { hash: 'a challenge', expiresAt: gateway.now() + 60_000 };
  await gateway.store.transact((transaction) => transaction.insertChallenge(challenge));
  const paymentId = await paidYesterday(gateway, 'limited');
  const { approval } = await refund(gateway, paymentId, 'amount: 500');
  return { who, link: hashOfToken(token), paymentId, approvalId: approval.id };
}

const approve = (gateway: TestGateway, { who, approvalId }: Pick<Past, 'who' | 'approvalId'>) =>
  ask(
    gateway,
    who,
    `mutation { decideApproval(input: { id: "${approvalId}", decision: APPROVE, reason: "vu" }) { __typename ... on PaymentError { message } } }`,
  );

async function isThere({ store, now }: TestGateway, { who, link }: Past): Promise<readonly boolean[]> {
  const session = await store.sessionByToken(hashOfToken(who.token));
  const hasChallenge = await store
    .transact(async (transaction) => {
      // As it was, for the next look.
      if (await transaction.useChallenge('a challenge', now())) throw new Error('it is there');
    })
    .then(
      () => false,
      () => true,
    );
  return [session !== null, (await store.linkHolder(link, now())) !== null, hasChallenge];
}

const entriesOf = (action: string) => ({
  ...{ action, actors: null, object: null, outcome: null, from: null, until: null },
});

const auditOf = async ({ store }: TestGateway, { approvalId }: Past) => {
  const all = { actors: null, action: 'withdrawApproval', object: approvalId, outcome: null, from: null, until: null };
  return (await store.auditEntries(all, null, 10)).map(({ actor, operator, approval }) => [actor, operator, approval]);
};

const said = /^Sessions and sign-in links have ended.*\n1 approval was withdrawn: compare at the bank, then ask again/m;

const compare = 'Before anyone gives money back, compare the refunds at the bank';

describe('a restore', () => {
  const folder = temporaryFolder('past');
  const databaseUrl = `sqlite:${folder}/payments.sqlite`;
  const backup = path.join(folder, 'backup');

  it('lets no refund that was approved since be approved once more, and no one in without a sign-in', async () => {
    const first = await startGateway({ ...options, databaseUrl });
    const before = await past(first);
    expect(await db(databaseUrl, ['backup', backup], {}, first.now)).toMatchObject({ code: 0 });
    expect(await approve(first, before)).toMatchObject({ __typename: 'DecideApprovalSuccess' });
    const { now } = first;
    await first.close();
    const restored = await db(databaseUrl, ['restore', '--force', backup], {}, now);
    expect(restored).toMatchObject({ code: 0, complaints: '', written: expect.stringMatching(said) });

    await using second = await startGateway({ ...options, databaseUrl });
    expect(await isThere(second, before)).toEqual([false, false, false]);
    expect(await second.store.approval(before.approvalId)).toMatchObject({
      ...{ status: 'WITHDRAWN', decidedBy: 'command line', decidedAt: expect.any(Number), reason: null },
    });
    expect(await auditOf(second, before)).toEqual([['command line', expect.any(String), before.approvalId]]);
    const again = { ...before, who: await enter(second, 'validation', { settings }) };
    expect(await approve(second, again)).toMatchObject({ message: 'This approval is WITHDRAWN.' });
    expect(await second.store.operationsOf(before.paymentId)).toEqual([]);
    // It knows what was done until the backup, which has an entry itself.
    const [backedUp] = await second.store.auditEntries(entriesOf('db backup'), null, 1);
    expect(await second.store.restoresToCompare()).toEqual([
      { restoredAt: expect.any(Number), knownUntil: backedUp?.at },
    ]);
  });
});

describe.each(drawnDatabases())('a database that came back otherwise, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ ...options, open }));
  let before: Past;
  beforeAll(async () => {
    before = await past(gateway);
  });
  const run = (...command: string[]) => db(gateway.databaseUrl, command, {}, gateway.now);

  it('is left as it is by a migration', async () => {
    expect(await run('migrate')).toMatchObject({ code: 0 });
    expect(await isThere(gateway, before)).toEqual([true, true, true]);
    expect((await gateway.store.approval(before.approvalId))?.status).toBe('PENDING');
  });

  it('is caught up with by skip-bank-numbers, while gateways work, and once', async () => {
    expect(await run('skip-bank-numbers')).toMatchObject({ code: 0, written: expect.stringMatching(said) });
    expect(await isThere(gateway, before)).toEqual([false, false, false]);
    expect((await gateway.store.approval(before.approvalId))?.status).toBe('WITHDRAWN');
    expect((await run('skip-bank-numbers')).written).not.toContain('withdrawn');
    expect(await auditOf(gateway, before)).toHaveLength(1);
    expect(await gateway.store.auditEntries(entriesOf('db skip-bank-numbers'), null, 10)).toHaveLength(2);
  });

  it('is doubted until an operator says that it was compared, from when on, where that is known', async () => {
    await run('confirm-compared', '--yes');
    const restores = () => gateway.store.restoresToCompare();
    const skip = (...until: string[]) => run('skip-bank-numbers', ...until);
    expect(await skip('--known-until', '2999-01-01')).toMatchObject({ code: 2, written: '' });
    expect(await skip('--known-until', 'yesterday')).toMatchObject({ code: 2, written: '' });
    expect(await restores()).toEqual([]);
    const saying = (state: string) =>
      expect.stringMatching(
        `The console says until db confirm-compared --yes: database restored at .*, ${state}\\.\n$`,
      );
    const knownAt = 'as it was at 2026-03-01 09:00:00 CET';
    expect(await skip('--known-until', '2026-03-01T09:00:00+01:00')).toMatchObject({
      code: 0,
      written: saying(knownAt),
    });
    expect(await skip()).toMatchObject({ code: 0, written: saying('to an earlier state') });
    const [known, unknown] = await restores();
    expect([known?.knownUntil, unknown?.knownUntil]).toEqual([Date.UTC(2026, 2, 1, 8), null]);
    const before = await gateway.store.auditEntries(entriesOf('db confirm-compared'), null, 10);
    const lines = (word: string) =>
      `^${word}: restored at .*, ${knownAt}\\.\n${word}: restored at .*, to an earlier state\\.\n`;
    const listed = await run('confirm-compared');
    expect(listed).toMatchObject({ code: 0, complaints: '' });
    expect(listed.written).toMatch(new RegExp(`${lines('To compare')}Nothing was changed: add --yes where .*\n$`));
    expect(await restores()).toHaveLength(2);
    const confirmed = await run('confirm-compared', '--yes');
    expect(confirmed).toMatchObject({ code: 0, complaints: '' });
    expect(confirmed.written).toMatch(new RegExp(`${lines('Compared')}$`));
    expect(await restores()).toEqual([]);
    expect(await run('confirm-compared')).toMatchObject({ code: 0, written: 'No restore waits to be compared.\n' });
    const after = await gateway.store.auditEntries(entriesOf('db confirm-compared'), null, 10);
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({ actor: 'command line', operator: expect.any(String), outcome: 'DONE' });
    // As the console says it: all that wait, as one.
    await skip();
    expect(await skip('--known-until', '2026-03-01')).toMatchObject({ written: saying('to an earlier state') });
  });

  it('sends no refund again that was approved and had failed, for it may have gone since', async () => {
    const paymentId = await paidYesterday(gateway, 'limited');
    const who = await enter(gateway, 'validation', { settings });
    const send = () => refund(gateway, paymentId, 'amount: 500, idempotencyKey: "k"');
    const { approval } = await send();
    await scriptFault(gateway, { kind: 'CUT_CONNECTION', operation: 'REFUND', bank: 'PAYBOX', moment: 'BEFORE' });
    expect(await approve(gateway, { who, approvalId: approval.id })).toMatchObject({
      __typename: 'OutcomeUnknownError',
    });
    const statuses = async () => (await gateway.store.operationsOf(paymentId)).map(({ status }) => status);
    const [operation] = await gateway.store.operationsOf(paymentId);
    const settled = `mutation { settleOperation(input: { id: "${operation?.id}", outcome: NOT_DONE }) { __typename } }`;
    await ask(gateway, 'shop', settled);
    expect(await statuses()).toEqual(['FAILED']);
    expect(await run('skip-bank-numbers')).toMatchObject({ code: 0, written: expect.stringContaining(compare) });
    expect(await send()).toMatchObject({ message: 'The approval of this refund has expired. Ask under another key.' });
    expect(await statuses()).toEqual(['FAILED']);
  });

  it('is said by the commands that give money back or make a debit file, before they do, and by their rehearsals', async () => {
    const command = (...args: string[]) => commandOn(gateway, args, { environment: { PUBLIC_URL: gateway.url } });
    const batch = ['sepa', 'batch', '--societe', '1', '--run-mode', 'TEST'];
    const refundOf = (id: string) => ['payment', 'refund', id];
    const commands = async () => {
      const paid = [await paidYesterday(gateway, 'shop'), await paidYesterday(gateway, 'shop')] as const;
      const all = [refundOf(paid[0]), [...refundOf(paid[1]), '--json'], [...refundOf(paid[0]), '--yes']];
      return [...all, [...batch, '--dry-run'], batch];
    };
    const isQuiet = async (all: readonly (readonly string[])[]) => {
      for (const args of all) {
        const { code, complaints } = await command(...args);
        expect([args, code, complaints.includes('restored')]).toEqual([args, 0, false]);
      }
    };
    await run('confirm-compared', '--yes');
    await isQuiet(await commands());
    const older = await commands();
    await run('skip-bank-numbers', '--known-until', '2026-03-01T08:00:00Z');
    await night(gateway);
    const younger = await paidYesterday(gateway, 'shop');
    await isQuiet([refundOf(younger), [...refundOf(younger), '--yes']]);
    for (const args of older)
      expect(await command(...args)).toMatchObject({
        code: 0,
        complaints: expect.stringMatching(
          /^The database was restored at .*, as it was at 2026-03-01 09:00:00 CET: .* it would be done twice\.\n/,
        ),
      });
  });
});
