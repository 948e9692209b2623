import { beforeAll, describe, expect, it } from 'vitest';
import { nothingSaid } from '../../../src/modules/bank-statements/bank-import.ts';
import { closedByRule } from '../../../src/modules/bank-statements/exceptions/closed-by-rule.ts';
import type { Mandate } from '../../../src/modules/direct-debits/mandates/mandate.ts';
import type { Approval } from '../../../src/modules/payments/operations/approval.ts';
import {
  handledException as exception,
  handledFile,
  canaryIban as iban,
  stillOpen,
} from '../../support/bank-statements/handled.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { created, otherIban, signed } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';
import { ask, identifiers } from '../../support/store/examples.ts';
import { found } from '../../support/store/found.ts';

/** Whom mandates let us debit, and whose money a person had to look at: found, handed out, and erased when their time is over. */

const day = 86_400_000;
const email = 'canari@example.fr';
const debtor = {
  name: 'Café Canari',
  iban,
  address: { street: 'Rue Canari', postalCode: '75002', town: 'Canariville', country: 'FR' },
};
const traces = /canari|FR7610107001011234567890129/i;

describe.each(drawnDatabases())('mandates and exceptions on $name', ({ open }) => {
  let ended: string;
  let living: string;
  let foreign: string;

  const gateway = openForGroup(() => startGateway({ open, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));
  beforeAll(async () => {
    await initiated(gateway, { email, idClient: 'd1' });
    await initiated(gateway, { email: 'autre@example.fr', idClient: 'shared' });
    await initiated(gateway, { email, idClient: 'shared', idCommande: '2' });
    ended = (await created(gateway, { idClient: 'd1', debtor })).id;
    living = (await signed(gateway, { idClient: 'd1', debtor })).id;
    foreign = (await created(gateway, { idClient: 'd2' })).id;
    await created(gateway, { idClient: 'shared', debtor: { ...debtor, name: 'Partagé' }, rum: 'SHARED-1' });
    await revoke(ended);
    await gateway.store.transact((transaction) => transaction.insertBankFile(handledFile));
    for (const one of Object.values(exceptions)) {
      await gateway.store.transact((transaction) => transaction.insertBankException(one));
    }
  });

  const exceptions = {
    closed: exception({}),
    open: exception(stillOpen),
    ruled: exception({ status: 'SETTLED', resolution: null, resolvedBy: closedByRule, resolutionReason: null }),
    waiting: exception({ ...stillOpen, details: { ...exception({}).details, counterpartyIban: otherIban } }),
    foreign: exception({ details: { ...exception({}).details, counterpartyIban: otherIban, counterparty: 'Autre' } }),
  };

  const revoke = (id: string) =>
    askGraphql(gateway, `mutation { revokeMandate(input: { id: "${id}" }) { __typename } }`);
  async function privacy(...args: string[]): Promise<string> {
    const { code, written, complaints } = await commandOn(gateway, ['privacy', ...args], {
      randomBytes: (size) => Buffer.alloc(size, 0xcd),
    });
    expect([code, complaints]).toEqual([0, '']);
    return written;
  }
  const mandate = async (id: string): Promise<Mandate> => found(await gateway.store.mandateById(id));
  const rows = async (sql: string): Promise<string> => JSON.stringify(await ask(gateway.databaseUrl, sql));

  it('are handed out to their person, and to no other, without the gateway’s own data', async () => {
    const written = await privacy('export', '--email', email);
    const data = JSON.parse(written);
    expect(data.mandates.map(({ id }: { id: string }) => id).toSorted()).toEqual([ended, living].toSorted());
    expect(data.mandates[0]).toMatchObject({ debtor: { name: 'Café Canari', iban }, status: 'REVOKED' });
    expect(data.mandates[0].events.map(({ type }: { type: string }) => type)).toEqual(['CREATED', 'STATUS_CHANGED']);
    expect(data.mandatesSharedWithOthers).toEqual(['SHARED-1']);
    const seen = data.bankExceptions.map(({ id }: { id: string }) => id).toSorted();
    expect(seen).toEqual([exceptions.closed.id, exceptions.open.id, exceptions.ruled.id].toSorted());
    const secrets = [(await mandate(ended)).token, foreign, 'Partagé', exceptions.foreign.id, exceptions.waiting.id];
    expect(secrets.filter((text) => written.includes(text))).toEqual([]);
  });

  it('are handed out with the account that waits for a second person', async () => {
    const asked = { iban: otherIban, debtorName: 'Café Demandé' };
    const waiting: Approval = {
      ...{ id: identifiers.newId('apr'), kind: 'AMEND_MANDATE', mandateId: living, runMode: 'TEST', cause: 'KIND' },
      ...{ requestedBy: 'comptable', status: 'PENDING', createdAt: 1, expiresAt: 2 },
      ...{ decidedBy: null, decidedAt: null, reason: null, version: 1, input: { id: living, ...asked } },
      ...{ oldIban: 'FR76 •••• 0129', newIban: 'FR14 •••• 2606', fields: 'iban debtorName' },
    };
    await gateway.store.transact((transaction) => transaction.insertApproval(waiting));
    const written = await privacy('export', '--email', email);
    const { mandates } = JSON.parse(written) as { mandates: { id: string; amendmentsAskedFor: object[] }[] };
    expect(mandates.map(({ id, amendmentsAskedFor }) => [id, amendmentsAskedFor.length])).toEqual(
      expect.arrayContaining([
        [ended, 0],
        [living, 1],
      ]),
    );
    expect(mandates.find(({ id }) => id === living)?.amendmentsAskedFor).toMatchObject([{ asked }]);
    expect(written).not.toContain('comptable');
  });

  it('are named before they are erased, and only what ended is', async () => {
    const rehearsal = await privacy('erase', '--email', email);
    const [endedRum, livingRum] = [(await mandate(ended)).rum, (await mandate(living)).rum];
    expect(rehearsal).toContain(`1 mandate would be freed of the debtor:\n  ${endedRum}\n`);
    expect(rehearsal).toContain(`debited in the last 14 months:\n  ${livingRum}\n`);
    expect(rehearsal).toContain('--client names it:\n  SHARED-1\n');
    expect(rehearsal).toContain('2 exceptions of bank files would be freed');
    expect((await mandate(ended)).debtor?.iban).toBe(iban);

    const refused: Approval = {
      ...{ id: identifiers.newId('apr'), kind: 'AMEND_MANDATE', mandateId: ended, runMode: 'TEST', cause: 'KIND' },
      ...{ requestedBy: 'comptable', status: 'REFUSED', createdAt: 1, expiresAt: 2 },
      ...{ decidedBy: 'chef', decidedAt: 2, reason: null, version: 1, input: null },
      ...{ oldIban: 'FR76 •••• 0129', newIban: 'FR14 •••• 2606', fields: 'iban' },
    };
    await gateway.store.transact((transaction) => transaction.insertApproval(refused));
    const before = await mandate(ended);
    expect(await privacy('erase', '--email', email, '--yes')).toContain('2 exceptions of bank files were freed');
    const erased = { ...before, debtor: null, version: before.version + 1, updatedAt: gateway.now() };
    expect(await mandate(ended)).toEqual({ ...erased, updatedAt: expect.any(Number) });
    const story = await gateway.store.mandateEventsOf(ended, 0, 10);
    expect(story.at(-1)).toMatchObject({ type: 'ERASED', status: 'REVOKED', by: 'command line', data: {} });
    expect((await gateway.get(`/mandates/${before.token}`)).status).toBe(404);
    const account = { oldIban: '••••', newIban: '••••' };
    expect(await gateway.store.approval(refused.id)).toEqual({ ...refused, ...account });
    expect((await mandate(living)).debtor?.iban).toBe(iban);
    expect(await gateway.store.bankException(exceptions.closed.id)).toEqual({
      ...exceptions.closed,
      ...{ resolutionReason: 'erased', erasedAt: expect.any(Number) },
      details: nothingSaid,
    });
    for (const untouched of [exceptions.open, exceptions.waiting, exceptions.foreign]) {
      expect(await gateway.store.bankException(untouched.id)).toEqual(untouched);
    }
  });

  it('of a mandate stay for 14 months after its last debit, and then go with the changes that its debits reported', async () => {
    const lastCollectedOn = new Date(gateway.now()).toISOString().slice(0, 10);
    const used = { ...(await mandate(living)), lastCollectedOn, amendment: { originalIban: iban } };
    await gateway.store.transact((tx) => tx.updateMandate({ ...used, version: used.version + 1 }));
    await revoke(living);
    gateway.advance(420 * day);
    expect(await privacy('erase', '--client', 'd1', '--yes')).toContain('kept with the debtor');
    gateway.advance(10 * day);
    // The open exception from its account is found by nothing else any more.
    expect(await privacy('erase', '--client', 'd1', '--yes')).toContain('kept with the debtor');
    const decided = `resolveBankException(input: { id: "${exceptions.open.id}", resolution: HANDLED, reason: "rendu" })`;
    await askGraphql(gateway, `mutation { ${decided} { __typename } }`);
    expect(await privacy('erase', '--client', 'd1', '--client-number', '--yes')).toContain('1 mandate was freed');
    const found = await mandate(living);
    expect(found).toMatchObject({ debtor: null, amendment: null, idClient: 'erased-cdcdcdcdcdcd' });
    expect(found.signature).toMatchObject({ place: null, signedOn: '2025-01-15' });
    // Its debtor went before, when the number was to stay.
    expect(await mandate(ended)).toMatchObject({ debtor: null, idClient: 'erased-cdcdcdcdcdcd' });
    const { version } = await mandate(ended);
    await privacy('erase', '--client', 'd1', '--client-number', '--yes');
    expect(await mandate(ended)).toMatchObject({ version });
    const left = `select * from mandates where id = '${living}' or id = '${ended}'`;
    expect((await rows(left)).replaceAll(/creditor_name[^,]*,/g, '')).not.toMatch(traces);
  });

  it('that are kept are named with the number by which to ask again, and so is an open exception of a payment', async () => {
    // As a shell reads it without quotes, it erases the data of another customer.
    const owner = { email: 'plus-tard@example.fr', idClient: 'd5 --yes' };
    const paymentId = (await initiated(gateway, owner)).payment.id;
    const { id, rum } = await signed(gateway, {
      idClient: owner.idClient,
      debtor: { ...debtor, iban: 'FR7630006000011234567890189' },
    });
    const open = exception({ ...exceptions.open, id: identifiers.newId('bkx'), subject: 'later', paymentId });
    const { details } = exceptions.foreign;
    await gateway.store.transact((tx) =>
      tx.insertBankException({ ...open, details: { ...details, counterpartyIban: null } }),
    );
    gateway.advance(25 * 3_600_000);
    const written = await privacy('erase', '--email', owner.email, '--yes');
    const [number, address] = [
      ['--client', owner.idClient, '--societe', '1'],
      ['--email', 'erased-cdcdcdcdcdcd@erased.invalid'],
    ];
    expect(written).toContain(`14 months:\n  ${rum}\n`);
    expect(written).toContain(
      `To erase later what is kept:\n  --client "d5 --yes" --societe 1\n  ${address.join(' ')}\n`,
    );
    expect(await privacy('erase', '--email', owner.email)).toContain('0 payments');
    expect(await privacy('erase', ...address)).toContain('1 exception of bank files kept');
    await revoke(id);
    expect(await privacy('erase', ...number, '--yes')).toContain('1 mandate was freed');
    expect((await mandate(id)).debtor).toBeNull();
  });

  it('are erased once, and again where an exception was opened again', async () => {
    const paymentId = (await initiated(gateway, { email: 'deux@example.fr', idClient: 'd6' })).payment.id;
    const id = identifiers.newId('bkx');
    // It says as little as an erased one.
    const ruled = exception({
      ...{ id, subject: 'twice', paymentId, details: nothingSaid, resolutionReason: null },
      ...{ status: 'SETTLED', resolution: null, resolvedBy: closedByRule },
    });
    await gateway.store.transact(async (tx) => {
      await tx.insertBankException(ruled);
      await tx.eraseBankException(id, 3);
      await tx.reopenBankException(id);
      const closing = { status: 'RESOLVED', resolution: 'HANDLED', resolvedBy: 'anonymous', resolvedAt: 4 } as const;
      await tx.closeBankException(id, { ...closing, resolutionReason: null, paymentId });
    });
    gateway.advance(25 * 3_600_000);
    const erase = () => privacy('erase', '--client', 'd6', '--yes');
    expect(await erase()).toContain('1 exception of bank files was freed');
    expect(await erase()).not.toContain('exception');
  });

  it('whose form has expired is one', async () => {
    const draft = (await created(gateway, { idClient: 'd3', debtor })).id;
    await privacy('erase', '--client', 'd3', '--yes');
    const query = `mutation { signMandate(input: { id: "${draft}", signedOn: "2025-01-15", method: "PAPER" }) { __typename } }`;
    expect((await askGraphql(gateway, query)).text).toContain('MandateStateError');
    expect(await mandate(draft)).toMatchObject({ status: 'DRAFT', debtor: null });
  });

  it('go by themselves when they were kept long enough, and not before', async () => {
    const kept = (await signed(gateway, { idClient: 'd2' })).id;
    await gateway.pass(45 * 31 * day, 'retention');
    const young = (await created(gateway, { idClient: 'd4', debtor })).id;
    gateway.advance(11 * 31 * day);
    expect(await privacy('retention', '--dry-run')).toMatch(/the debtors of [1-9]\d* mandates, the names in/);
    await gateway.runWorkers('retention');
    expect(await mandate(foreign)).toMatchObject({ debtor: null });
    expect((await mandate(young)).debtor?.iban).toBe(iban);
    expect((await mandate(kept)).debtor).not.toBeNull();
    expect((await gateway.store.bankException(exceptions.foreign.id))?.details.counterparty).toBeNull();
    expect((await gateway.store.bankException(exceptions.open.id))?.details.counterparty).toBeNull();
    expect((await gateway.store.bankException(exceptions.waiting.id))?.details.counterparty).toBe('Café Canari');
    const metrics = await (await gateway.get('/metrics')).text();
    expect(metrics).toMatch(/reglement_retention_removed_total\{kind="debtor"\} [1-9]/);
    expect(metrics).toMatch(/reglement_retention_removed_total\{kind="bank_exception"\} 1\n/);
    expect(await privacy('retention', '--dry-run')).toContain('the debtors of 0 mandates, the names in 0 exceptions');
  });
});
