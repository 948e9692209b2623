import { describe, expect, it } from 'vitest';
import { listSuspense } from '../../../src/modules/accounting/list-suspense.ts';
import type { BankException } from '../../../src/modules/bank-statements/bank-import.ts';
import type { Mandate } from '../../../src/modules/direct-debits/mandates/mandate.ts';
import { applyRetention } from '../../../src/modules/privacy/apply-retention.ts';
import { type ErasePersonRequest, erasePerson } from '../../../src/modules/privacy/erase-person.ts';
import { exportPerson } from '../../../src/modules/privacy/export-person.ts';
import type { Person } from '../../../src/modules/privacy/ports.ts';
import { retentionMonthMs, retentionPeriods } from '../../../src/modules/privacy/retention.ts';
import { canaryIban, handledException, handledFile, stillOpen } from '../../support/bank-statements/handled.ts';
import { at, exampleMandate, type Importing, openImporting } from '../../support/bank-statements/importing.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { ask, identifiers } from '../../support/store/examples.ts';
import { found } from '../../support/store/found.ts';

/** Exceptions that an erasure leaves as they are: the way to them stays, and the report names it. */

describe.each(drawnDatabases())('an exception that is kept, on $name', (database) => {
  const on = openForGroup<Importing>(() => openImporting(database));

  const erase = (person: Person, change: Partial<ErasePersonRequest> = {}) =>
    erasePerson(on.services, {
      ...{ person, pseudonym: `efface-${++erased}`, erasesClientNumber: false, isRehearsal: false },
      ...change,
    });
  let erased = 0;
  const revoked = async (idClient: string, change: Partial<Mandate> = {}): Promise<Mandate> => {
    const id = identifiers.newId('mdt');
    const names = { id, token: identifiers.newToken(), rum: `RUM-${id}`, idClient };
    const debtor = { name: 'Café Canari', iban: canaryIban, bic: null, address: null };
    const mandate: Mandate = { ...exampleMandate, status: 'REVOKED', ...names, debtor, ...change };
    await on.store.transact((transaction) => transaction.insertMandate(mandate));
    return mandate;
  };
  const kept = async (change: Partial<BankException> = {}, counterpartyIban = canaryIban): Promise<BankException> => {
    const { details } = handledException();
    const exception = handledException({ details: { ...details, counterpartyIban }, ...change });
    await on.store.transact(async (transaction) => {
      await transaction.insertBankFile(handledFile);
      await transaction.insertBankException(exception);
    });
    return exception;
  };
  const handle = ({ id }: BankException) => {
    const { status, resolution, resolvedBy, resolvedAt, resolutionReason, paymentId } = handledException();
    const closing = { status, resolution, resolvedBy, resolvedAt, resolutionReason, paymentId };
    return on.store.transact((transaction) => transaction.closeBankException(id, closing));
  };
  const debtorOf = async ({ id }: Mandate) => (await on.store.mandateById(id))?.debtor ?? null;
  const payerOf = async ({ id }: BankException) => (await on.store.bankException(id))?.details.counterparty;

  it('keeps one mandate of the account from which it came, until a person has decided', async () => {
    const email = 'lien@example.fr';
    await on.transfer({ email, idClient: 'lien', status: 'EXPIRED' });
    const mandates = [await revoked('lien'), await revoked('lien')];
    const other = await revoked('lien', {
      debtor: { name: 'Café Canari', iban: 'FR7630006000011234567890189', bic: null, address: null },
    });
    const exception = await kept(stillOpen);
    const rehearsal = await erase({ email }, { isRehearsal: true });
    const report = await erase({ email });
    expect(report).toEqual({ ...rehearsal, askAgain: [...rehearsal.askAgain, { email: 'efface-2@erased.invalid' }] });
    expect(report).toMatchObject({ neededExceptions: 1, exceptions: 0, neededMandates: [mandates[0]?.rum] });
    const way = { idClient: 'lien', idSociete: '1' };
    expect(report.askAgain).toContainEqual(way);
    expect(await Promise.all([...mandates, other].map(debtorOf))).toEqual([mandates[0]?.debtor, null, null]);

    expect(await erase(way)).toMatchObject({ neededExceptions: 1, mandates: [], neededMandates: [mandates[0]?.rum] });
    await handle(exception);
    expect(await erase(way)).toMatchObject({ exceptions: 1, mandates: [mandates[0]?.rum], askAgain: [] });
    expect(await payerOf(exception)).toBeNull();
    expect(await debtorOf(mandates[0] ?? other)).toBeNull();
  });

  /** Money from the account of a person's mandate that a person handled elsewhere: it stays in suspense. */
  async function held(name: string) {
    const email = `${name}@example.fr`;
    await on.transfer({ email, idClient: name, status: 'EXPIRED' });
    await revoked(name);
    const said = { texts: ['acompte'], debtor: { name: 'MME CANARI', iban: canaryIban } };
    await on.statement([credit('500.00', said, { bankReference: name })], name);
    const exception = found((await on.open('UNMATCHED_CREDIT')).find(({ entryId }) => entryId !== null));
    await on.decide({ id: exception.id, reason: 'à rendre par la comptabilité' });
    return { email, exception };
  }
  const payersInSuspense = async (): Promise<readonly unknown[]> => {
    const payers: unknown[] = [];
    for await (const one of listSuspense(on.services, { idSociete: '1', runMode: 'TEST' }))
      payers.push(one.exception?.details.counterparty);
    return payers;
  };
  const release = ({ entryId }: BankException) =>
    on.store.transact((transaction) => on.services.suspense.release(transaction, entryId ?? ''));

  it('keeps who paid while the money is in suspense, and is erased after that', async () => {
    const { email, exception } = await held('acompte');
    const report = await erase({ email }, { erasesClientNumber: true });
    expect(report).toMatchObject({ erased: [expect.anything()], exceptions: 0, neededExceptions: 1 });
    expect(await payersInSuspense()).toEqual(['MME CANARI']);
    const again = found(report.askAgain[0]);
    expect(await erase(again)).toMatchObject({ exceptions: 0, neededExceptions: 1 });
    await release(exception);
    expect(await erase(again)).toMatchObject({ exceptions: 1, neededExceptions: 0, askAgain: [] });
    expect(await payerOf(exception)).toBeNull();
    expect(await erase(again)).toMatchObject({ exceptions: 0, neededExceptions: 0 });
  });

  it('stays through the retention while the money is in suspense', async () => {
    const { exception } = await held('ancien');
    const months = { notificationMonths: 15, payerMonths: 60, operatorMonths: 60, auditMonths: null };
    const periods = retentionPeriods({ ...months, unconfirmedBankFileDays: 30, idempotencyKeyDays: 31 });
    const retire = (isRehearsal = false) =>
      applyRetention(on.servicesAt(at + 61 * retentionMonthMs), {
        ...{ periods, isRehearsal, limit: 10_000, goesOn: async () => true },
      });
    await retire();
    expect(await payerOf(exception)).toBe('MME CANARI');
    expect(await retire()).toMatchObject({ bankExceptions: 0 });
    await release(exception);
    expect(await retire(true)).toMatchObject({ bankExceptions: 1 });
    expect(await retire()).toMatchObject({ bankExceptions: 1 });
    expect(await payerOf(exception)).toBeNull();
  });

  it('is found by the accounts that a mandate had before', async () => {
    const email = 'avant@example.fr';
    const [pending, reported] = ['FR1420041010050500013M02606', 'DE89370400440532013000'];
    await on.debit('E2E-avant', { email: 'autre@example.fr', idClient: 'autre' });
    await on.transfer({ email, idClient: 'avant', status: 'EXPIRED' });
    const { id } = await revoked('avant', { amendment: { originalIban: pending } });
    const amendment = JSON.stringify({ originalIban: reported, originalRum: 'RUM-0' });
    await ask(on.databaseUrl, `update direct_debits set mandate_id = '${id}', amendment = '${amendment}'`);
    const ofBoth = [await kept({}, pending), await kept({}, reported), await kept(stillOpen, reported)];
    const ids = ofBoth.map((one) => one.id).toSorted();

    const data = (await exportPerson(on.store, { email })) as { bankExceptions: { id: string }[] };
    expect(data.bankExceptions.map((one) => one.id).toSorted()).toEqual(ids);
    expect(await erase({ email })).toMatchObject({ exceptions: 2, neededExceptions: 1, mandates: [] });
    expect(await Promise.all(ofBoth.map(payerOf))).toEqual([null, null, 'Café Canari']);
  });
});
