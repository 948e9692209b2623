import { describe, expect, it } from 'vitest';
import { type ActingPerson, anonymous, consoleClient } from '../../../../src/kernel/caller.ts';
import { parseInput } from '../../../../src/kernel/parse-input.ts';
import { cancelDirectDebitBatch } from '../../../../src/modules/direct-debits/batches/close-batch.ts';
import type { CreatedBatches } from '../../../../src/modules/direct-debits/batches/create-batch.ts';
import { requireDirectDebitAccount } from '../../../../src/modules/direct-debits/batches/direct-debit-account.ts';
import { amendMandate } from '../../../../src/modules/direct-debits/mandates/amend-mandate.ts';
import { keepMandateImport, planMandateImport } from '../../../../src/modules/direct-debits/mandates/import-mandate.ts';
import { importedMandate } from '../../../../src/modules/direct-debits/mandates/mandate-input.ts';
import { activateMandate } from '../../../../src/modules/direct-debits/mandates/sign-mandate.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { debtorIban, otherIban } from '../../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

const person: ActingPerson = {
  ...{ id: 'per_1', name: 'Camille Exemple', roles: ['comptabilite'], rights: new Set(), refundLimitCents: 0 },
  ...{ sessionId: 'ses_1', confirmedAt: null, confirmedUntil: null },
};

describe.each(drawnDatabases())('a mandate that debits used ($name)', (database) => {
  const company = openForEach(() => openCompany(database));
  const mandateOf = (id: string) => company.store.mandateById(id);

  it('has a last debit, beside one that was collected, and no other one', async () => {
    const { id, idClient } = await company.mandate();
    const first = await company.debit(idClient);
    await company.batch('2026-12-09');
    await company.book(first);
    expect((await company.payment(first)).status).toBe('PAID');
    await amendMandate(company.services, anonymous, { id, endsWithNext: true });
    const last = await company.debit(idClient);
    await expect(company.debit(idClient)).rejects.toThrow('its only or last debit is on its way');
    const made = await company.batch('2026-12-09');
    expect(await company.fileOf(made)).toContain('<SeqTp>FNAL</SeqTp>');
    expect((await company.payment(last)).status).toBe('SUBMITTED');
    expect(await mandateOf(id)).toMatchObject({ status: 'COMPLETED', collections: 2 });
    await expect(company.debit(idClient)).rejects.toThrow('COMPLETED');
  });

  it.each([
    ['the older first', [0, 1, 2]],
    ['the newer first', [2, 1, 0]],
    ['in any order', [1, 0, 2]],
  ])('was never used where the bank had no file of them, which are taken back: %s', async (_, order) => {
    const { id, idClient } = await company.mandate();
    const batches: Awaited<ReturnType<typeof company.batch>>[] = [];
    for (const [day, dueDate] of [
      ['2026-11-25', '2026-12-09'],
      ['2026-11-25', '2026-12-09'],
      ['2026-11-27', '2026-12-11'],
    ] as const) {
      company.on(day);
      await company.debit(idClient);
      batches.push(await company.batch(dueDate));
      expect((await mandateOf(id))?.lastCollectedOn).toBe(dueDate);
    }
    for (const number of order) {
      const made = batches[number];
      if (made) await company.cancel(made);
    }
    expect(await mandateOf(id)).toMatchObject({ collections: 0, lastCollectedOn: null });
    await amendMandate(company.services, anonymous, { id, iban: otherIban });
    expect((await mandateOf(id))?.amendment).toBeNull();
  });

  it.each([
    ['of the same day', '2026-11-25', '2026-12-09'],
    ['of an earlier day', '2026-11-27', '2026-12-11'],
  ])('was last used by the debit that stays, where another one is taken back: %s', async (_, day, dueDate) => {
    const { id, idClient } = await company.mandate();
    company.on(day);
    await company.debit(idClient);
    const takenBack = await company.batch(dueDate);
    company.on('2026-11-25');
    await company.debit(idClient);
    const stays = await company.batch('2026-12-09');
    expect((await mandateOf(id))?.lastCollectedOn).toBe(dueDate);
    await company.cancel(takenBack);
    expect((await mandateOf(id))?.lastCollectedOn).toBe('2026-12-09');
    await company.cancel(stays);
    expect((await mandateOf(id))?.lastCollectedOn).toBeNull();
  });

  it('reports no change to a bank that knows none of it, where its only debit was taken back unsent', async () => {
    const { id, idClient } = await company.mandate();
    await company.debit(idClient);
    const made = await company.batch('2026-12-09');
    await amendMandate(company.services, anonymous, { id, iban: otherIban });
    expect(await mandateOf(id)).toMatchObject({ collections: 1, amendment: { originalIban: debtorIban } });
    await company.cancel(made);
    expect(await mandateOf(id)).toMatchObject({ collections: 0, lastCollectedOn: null, amendment: null });
    expect(await company.fileOf(await company.batch('2026-12-09'))).not.toContain('AmdmntInd>true');
  });

  it.each([
    ['of the same day', '2026-11-25', '2026-12-09'],
    ['of an earlier day', '2026-11-27', '2026-12-11'],
  ])(
    'reports a change to the bank that refused a debit of it, where one that the bank has not is taken back: %s',
    async (_, day, dueDate) => {
      const { id, idClient } = await company.mandate();
      company.on(day);
      await company.debit(idClient);
      const unsent = await company.batch(dueDate);
      company.on('2026-11-25');
      const refused = await company.debit(idClient, 2000);
      const sent = await company.batch('2026-12-09');
      await company.report(sent, refused, 'AM04');
      await amendMandate(company.services, anonymous, { id, iban: otherIban });
      await company.cancel(unsent);
      const known = { collections: 0, lastCollectedOn: '2026-12-09', amendment: { originalIban: debtorIban } };
      expect(await mandateOf(id)).toMatchObject(known);
      company.on('2026-11-27');
      const next = await company.batch('2026-12-11');
      expect(await company.fileOf(next)).toContain('<AmdmntInd>true</AmdmntInd>');
      await company.cancel(next);
      expect(await mandateOf(id)).toMatchObject(known);
    },
  );

  it('has no pending change in its story where the file that reported it was taken back too', async () => {
    const { id, idClient } = await company.mandate();
    await company.debit(idClient);
    const files = [await company.batch('2026-12-09')];
    await amendMandate(company.services, anonymous, { id, iban: otherIban });
    await company.debit(idClient);
    files.push(await company.batch('2026-12-09'));
    for (const made of files) await company.cancel(made);
    expect(await mandateOf(id)).toMatchObject({ collections: 0, lastCollectedOn: null, amendment: null });
    const story = (await company.store.mandateEventsOf(id, 0, 100)).map(({ type }) => type);
    expect(story).toContain('AMENDMENT_SENT');
    expect(story).not.toContain('AMENDMENT_PENDING');
  });

  it('names in its story the person who took its last debit back', async () => {
    const { id, idClient } = await company.mandate('CORE', 'ONE_OFF');
    await company.debit(idClient);
    const [made] = (await company.batch('2026-12-09')).batches;
    await cancelDirectDebitBatch(company.services, { ...anonymous, client: consoleClient, person }, { id: made?.id });
    const [last] = (await company.store.mandateEventsOf(id, 0, 100)).toReversed();
    expect(last).toMatchObject({ status: 'ACTIVE', by: 'console/per_1', data: { cause: 'COLLECTION_UNDONE' } });
  });

  it('between businesses reports it all the same, since the bank has a copy', async () => {
    const { id, idClient } = await company.mandate('B2B');
    await company.debit(idClient);
    const made = await company.batch('2026-12-09');
    await amendMandate(company.services, anonymous, { id, iban: otherIban });
    await company.cancel(made);
    expect(await mandateOf(id)).toMatchObject({ collections: 0, amendment: { originalIban: debtorIban } });
  });

  it('between businesses reports its first account also where it is amended again before its bank confirms', async () => {
    const { id, idClient } = await company.mandate('B2B');
    await amendMandate(company.services, anonymous, { id, iban: otherIban });
    await amendMandate(company.services, anonymous, { id, debtorName: 'Café Neuf' });
    expect(await mandateOf(id)).toMatchObject({ status: 'SIGNED', amendment: { originalIban: debtorIban } });
    await activateMandate(company.services, anonymous, { id, bankConfirmedOn: '2026-11-25' });
    await company.debit(idClient);
    expect(await company.fileOf(await company.batch('2026-12-09'))).toContain('<AmdmntInd>true</AmdmntInd>');
  });

  it('names an order on the statement where it fits, and holds no debit back where it does not', async () => {
    const { idClient } = await company.mandate();
    // 160 and 180 letters of SEPA.
    const orders = ['A-77', '漢字'.repeat(32), 'ﷺ'.repeat(10)];
    const payments = [];
    for (const order of orders) payments.push(await company.debit(idClient, 1250, order));
    const made = await company.batch('2026-12-09');
    expect(made).toMatchObject({ batches: [{ debits: 3 }], heldBack: [] });
    const [first, second, third] = payments.map(({ reference }) => reference);
    const file = await company.fileOf(made);
    const texts = [...file.matchAll(/<Ustrd>(.*?)<\/Ustrd>/g)].map(([, text]) => text);
    expect(texts.toSorted()).toEqual([`CDE A-77 ${first}`, second, third].toSorted());
  });

  it.each([
    ['its bank refuses', (made: CreatedBatches, first: Payment) => company.report(made, first, 'AM04')],
    ['is taken back', (made: CreatedBatches) => company.cancel(made)],
  ])('has no second first debit where the first one %s, and a file of mandates has a later use', async (_, end) => {
    const services = company.servicesOn(company.store, { namesFirst: true });
    const account = requireDirectDebitAccount(services, anonymous, '1', 'TEST');
    const target = { runMode: 'TEST', account, by: 'cli' } as const;
    const load = (lastCollectedOn: string | null) =>
      company.store.transact(async (transaction) => {
        const given = parseInput(importedMandate, {
          ...{ idSociete: '1', runMode: 'TEST', idClient: 'client-9', rum: 'RUM-9', scheme: 'CORE', lastCollectedOn },
          debtor: { name: 'Dupont', iban: debtorIban },
          signature: { signedOn: '2025-01-15', method: 'PAPER' },
        });
        const planned = await planMandateImport(services, transaction, given, target);
        await keepMandateImport(services, transaction, planned, target);
      });
    await load(null);
    const first = await company.debit('client-9');
    const made = await company.batch('2026-12-09', services);
    expect(await company.fileOf(made)).toContain('<SeqTp>FRST</SeqTp>');
    const { mandateId } = await company.presentation(first);
    company.on('2026-12-15');
    await load('2026-12-10');
    await end(made, first);
    expect(await mandateOf(mandateId)).toMatchObject({ collections: 1, lastCollectedOn: '2026-12-10' });
    await company.debit('client-9');
    expect(await company.fileOf(await company.batch('2026-12-29', services))).toContain('<SeqTp>RCUR</SeqTp>');
  });
});
