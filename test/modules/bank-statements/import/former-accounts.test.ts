import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../../src/config/development.ts';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { dayMs } from '../../../../src/kernel/durations.ts';
import { createIdentifiers } from '../../../../src/kernel/identifiers.ts';
import { ownAccounts } from '../../../../src/modules/bank-statements/import/check-bank-file.ts';
import { readStatementCalendars } from '../../../../src/modules/bank-statements/import/read-statement-calendar.ts';
import { bankTransferOf } from '../../../../src/modules/payments/initiation/payment-instructions.ts';
import { inWords, reconciledDays } from '../../../support/accounting/reconciled.ts';
import { at, openImporting, referenceOf } from '../../../support/bank-statements/importing.ts';
import { collection, credit, returned, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';
import { servicesOver } from '../../../support/store/services.ts';

const iban = 'FR7630006000011234567890189';
const identifiers = createIdentifiers(Date.now);
const built = developmentSocietes('http://127.0.0.1:4000');
const societeWith = (id: string, change: object) => {
  const societe = built.get(id);
  const account = societe?.accounts.MILLIET?.TEST;
  if (!societe || !account) throw new Error('it has an account');
  return { ...societe, accounts: { ...societe.accounts, MILLIET: { TEST: { ...account, ...change } } } };
};
const old = built.get('1')?.accounts.MILLIET?.TEST?.iban ?? '';

describe.each(drawnDatabases())('a société with another bank account ($name)', (database) => {
  const on = openForEach(() => openImporting(database));
  const servicesWith = (change: object) =>
    servicesOver(on.store, {
      ...{ clock: () => at + dayMs, identifiers },
      builtInSocietes: () => new Map([...built, ['1', societeWith('1', change)]]),
    });

  it('still gets returns and late transfers on the former one, also from a file that was refused', async () => {
    const [debit, late, next] = [await on.debit('E1'), await on.transfer(), await on.transfer({ amountCents: 5_000 })];
    const foreign = await on.transfer({ idSociete: '2', amountCents: 700 });
    await on.statement([collection('123.45', { endToEndId: 'E1' }, { bankReference: 'A' })], 'S1', { opening: 0 });
    const day = '2026-11-26';
    const last = writtenStatement({
      ...{ id: 'S2', day, opening: 12_345 },
      entries: [
        returned('123.45', 'E1', 'MD06', { bookedOn: day, bankReference: 'B' }),
        credit('123.45', { structured: referenceOf(late) }, { bookedOn: day, bankReference: 'C' }),
        credit('7.00', { structured: referenceOf(foreign) }, { bookedOn: day, bankReference: 'D' }),
      ],
    });
    const refused = await on.import(last, { services: servicesWith({ iban }) });
    expect(refused.file).toMatchObject({ status: 'REFUSED', reason: expect.stringContaining('of no société') });
    const services = servicesWith({ iban, formerIbans: [old] });
    const { file, repeated } = await on.import(last, { services });
    expect([file.status, file.idSociete, repeated]).toEqual(['IMPORTED', '1', true]);
    expect([await on.statusOf(debit), await on.statusOf(late)]).toEqual(['RETURNED', 'PAID']);
    expect(await on.openInWords()).toEqual(['WRONG_ACCOUNT 700']);
    const entry = credit('50.00', { structured: referenceOf(next) }, { bookedOn: day, bankReference: 'E' });
    await on.import(writtenStatement({ id: 'N1', iban, day, opening: 90_000, entries: [entry] }), { services });
    const days = await reconciledDays({ store: on.store, services });
    expect(inWords(days)).toEqual([
      ['2026-11-25', 0],
      [day, 0, 'SUSPENSE 700'],
    ]);
    expect(days.map(({ openingCents, closingCents }) => [openingCents, closingCents])).toEqual([
      [0, 12_345],
      [102_345, 108_045],
    ]);
  });

  it('pays by the new one alone, and misses no statement of the former one', async () => {
    await on.statement([collection('123.45', {}, { bankReference: 'A' })], 'S1', { opening: 0 });
    const services = servicesWith({ iban, formerIbans: [old] });
    const transfer = await on.transfer();
    expect(await bankTransferOf(services, transfer)).toMatchObject({ iban });
    const shown = async (from: string, to: string) =>
      (await readStatementCalendars(services, anonymous, { runMode: 'TEST', idSociete: '1', from, to })).map(
        ({ account }) => account.iban,
      );
    expect(await shown('2026-11-20', '2026-11-30')).toEqual([iban, old]);
    expect(await shown('2026-11-26', '2026-12-31')).toEqual([iban]);
  });

  it('comes after those that have the account now', () => {
    const moved = new Map([
      ...built,
      ['1', societeWith('1', { iban, formerIbans: [old] })],
      ['6', societeWith('6', { iban: old })],
    ]);
    const accounts = ownAccounts(moved);
    expect(accounts.get(old)).toMatchObject({ societes: ['6', '1'], isFormer: false });
    const [one] = moved.values();
    if (!one) throw new Error('there is one');
    const live = { ...one, id: '9', accounts: { MILLIET: { LIVE: { ...one.accounts.MILLIET?.TEST, iban: old } } } };
    expect(ownAccounts(new Map([...moved, ['9', live as typeof one]])).get(old)).toBeNull();
  });
});
