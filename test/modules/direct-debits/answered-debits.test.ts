import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import type { DirectDebitContract } from '../../../src/kernel/merchant.ts';
import { resolveBankException } from '../../../src/modules/bank-statements/exceptions/resolve-bank-exception.ts';
import type { CreatedBatches } from '../../../src/modules/direct-debits/batches/create-batch.ts';
import { amendMandate } from '../../../src/modules/direct-debits/mandates/amend-mandate.ts';
import { resumeMandate } from '../../../src/modules/direct-debits/mandates/end-mandate.ts';
import { everything } from '../../support/bank-statements/importing.ts';
import { writtenReport } from '../../support/bank-statements/written-files.ts';
import { withAccount } from '../../support/config/changed-account.ts';
import { type Company, openCompany } from '../../support/direct-debits/company.ts';
import { debtorIban, otherIban } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

const textOf = (file: string, name: string): string | undefined => new RegExp(`<${name}>([^<]*)`).exec(file)?.[1];

/** What a debit under a mandate is called, and tells the bank, after the bank refused, returned or settled the one before. */
describe.each(drawnDatabases())('the debit after one that the bank answered ($name)', (database) => {
  let company: Company;
  const open = async (contract: Partial<DirectDebitContract> = {}): Promise<void> => {
    company = await openCompany(database, contract);
  };
  beforeEach(() => open({ namesFirst: true, batchBooking: false }));
  afterEach(() => company.close());

  const collect = async (idClient: string) => {
    const payment = await company.debit(idClient);
    const made = await company.batch('2026-12-09');
    return { payment, made, file: await company.fileOf(made) };
  };
  const sequenceOf = async (idClient: string) => {
    const collected = await collect(idClient);
    return { ...collected, sequence: textOf(collected.file, 'SeqTp') };
  };
  const mandateOf = async ({ id }: { id: string }) => (await company.store.mandateById(id)) ?? Promise.reject(id);

  it('is FRST again where the first one was refused, and RCUR once one was settled, even if it came back', async () => {
    const mandate = await company.mandate();
    const refused = await sequenceOf(mandate.idClient);
    await company.report(refused.made, refused.payment, 'AM04');
    expect([refused.sequence, (await company.payment(refused.payment)).status]).toEqual(['FRST', 'REFUSED']);
    const again = await sequenceOf(mandate.idClient);
    await company.book(again.payment);
    expect([again.sequence, (await company.payment(again.payment)).status]).toEqual(['FRST', 'PAID']);
    const third = await sequenceOf(mandate.idClient);
    await company.report(third.made, third.payment, 'MS03');
    const fourth = await sequenceOf(mandate.idClient);
    await company.book(fourth.payment);
    await company.book(fourth.payment, { reason: 'AM04' });
    expect((await company.payment(fourth.payment)).status).toBe('RETURNED');
    expect([third.sequence, fourth.sequence, (await sequenceOf(mandate.idClient)).sequence]).toEqual([
      'RCUR',
      'RCUR',
      'RCUR',
    ]);
    // For the 36 months a debit counts that the bank refused.
    expect(await mandateOf(mandate)).toMatchObject({ lastCollectedOn: '2026-12-09', status: 'ACTIVE' });
  });

  it('is FRST again where the first one was refused while a second was under way, until a first one stands', async () => {
    const mandate = await company.mandate();
    const first = await sequenceOf(mandate.idClient);
    const second = await sequenceOf(mandate.idClient);
    await company.report(first.made, first.payment, 'AC01');
    await resumeMandate(company.services, anonymous, { id: mandate.id });
    const third = await sequenceOf(mandate.idClient);
    await company.report(second.made, second.payment, 'AM04');
    const fourth = await sequenceOf(mandate.idClient);
    const all = [first, second, third, fourth].map(({ sequence }) => sequence);
    expect(all).toEqual(['FRST', 'RCUR', 'FRST', 'RCUR']);
  });

  it('is FRST again after its batch was cancelled', async () => {
    const { idClient } = await company.mandate();
    const first = await sequenceOf(idClient);
    await company.cancel(first.made);
    const again = await company.fileOf(await company.batch('2026-12-09'));
    expect([first.sequence, textOf(again, 'SeqTp')]).toEqual(['FRST', 'FRST']);
  });

  it('comes after the one that falls due first, which is the first one, whatever day was announced first', async () => {
    const { idClient } = await company.mandate();
    const missed = await company.debit(idClient);
    company.on('2026-12-01');
    const intime = await company.debit(idClient);
    company.on('2026-12-08');
    await company.batch('2026-12-22');
    const told = await Promise.all([missed, intime].map((payment) => company.presentation(payment)));
    expect(told.map(({ dueDate, sequence }) => [dueDate, sequence])).toEqual([
      ['2026-12-22', 'RCUR'],
      ['2026-12-15', 'FRST'],
    ]);
  });

  it('under a mandate for one debit goes where that one was refused, and not where it was settled', async () => {
    const mandate = await company.mandate('CORE', 'ONE_OFF');
    const refused = await sequenceOf(mandate.idClient);
    expect([refused.sequence, (await mandateOf(mandate)).status]).toEqual(['OOFF', 'COMPLETED']);
    await company.report(refused.made, refused.payment, 'AM04');
    expect((await mandateOf(mandate)).status).toBe('ACTIVE');
    const again = await sequenceOf(mandate.idClient);
    await company.book(again.payment);
    await company.book(again.payment, { reason: 'AM04' });
    expect([again.sequence, (await mandateOf(mandate)).status]).toEqual(['OOFF', 'COMPLETED']);
    await expect(company.debit(mandate.idClient)).rejects.toThrow('the mandate is COMPLETED');
  });

  it('reports a change to the bank again where the debit that reported it was refused, and no more once it was settled', async () => {
    const mandate = await company.mandate();
    await company.book((await collect(mandate.idClient)).payment);
    await amendMandate(company.services, anonymous, { id: mandate.id, rum: 'NEW-1', iban: otherIban });
    const told = await collect(mandate.idClient);
    await company.report(told.made, told.payment, 'MS03');
    await amendMandate(company.services, anonymous, { id: mandate.id, rum: 'NEW-2' });
    const again = await collect(mandate.idClient);
    await company.book(again.payment);
    const later = await collect(mandate.idClient);
    const amendments = [told, again, later].map(({ file }) => [
      ...['OrgnlMndtId', 'MndtId'].map((name) => textOf(file, name)),
      file.includes('<OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct>'),
    ]);
    // The bank never took NEW-1: the oldest reference is the one that it knows.
    expect(amendments).toEqual([
      [mandate.rum, 'NEW-1', true],
      [mandate.rum, 'NEW-2', true],
      [undefined, 'NEW-2', false],
    ]);
    expect(again.file).not.toContain(debtorIban);
    // An amended mandate goes on: its sequence does not begin anew.
    expect(textOf(told.file, 'SeqTp')).toBe('RCUR');
  });

  it('names another creditor only once the mandate says so, and another business code is no other creditor', async () => {
    const mandate = await company.mandate();
    await company.book((await collect(mandate.idClient)).payment);
    const amend = (ics: string) =>
      amendMandate(company.servicesOn(company.store, { ics }), anonymous, {
        ...{ id: mandate.id, takesCreditorOfConfig: true },
      });
    const batchOf = async (ics: string): Promise<CreatedBatches> => {
      await company.debit(mandate.idClient);
      return company.batch('2026-12-09', company.servicesOn(company.store, { ics }));
    };
    expect(await company.fileOf(await batchOf('FR72ABC123456'))).not.toContain('AmdmntInd');
    await amend('FR72ABC123456');
    expect((await mandateOf(mandate)).amendment).toBeNull();
    expect(await batchOf('FR78ZZZ123ABC')).toMatchObject({
      batches: [],
      heldBack: [{ reason: expect.stringContaining('amend the mandate') }],
    });
    await amend('FR78ZZZ123ABC');
    const file = await company.fileOf(await batchOf('FR78ZZZ123ABC'));
    expect(file).toContain('<OrgnlCdtrSchmeId><Id><PrvtId><Othr><Id>FR72ABC123456</Id>');
    expect(file.match(/<AmdmntInd>/g)).toHaveLength(1);
  });

  it('goes under another name of the creditor only once the mandate says so, and tells the bank the old one', async () => {
    const mandate = await company.mandate();
    await company.book((await collect(mandate.idClient)).payment);
    const societes = withAccount(company.services.societes, '1', 'MILLIET', (account) => ({
      TEST: { ...account, creditorName: 'MILLIET BOISSONS' },
    }));
    const renamed = { ...company.services, societes };
    await company.debit(mandate.idClient);
    expect(await company.batch('2026-12-09', renamed)).toMatchObject({
      batches: [],
      heldBack: [{ reason: "the société's name at the bank is another one now: amend the mandate" }],
    });
    await amendMandate(renamed, anonymous, { id: mandate.id, takesCreditorOfConfig: true });
    const file = await company.fileOf(await company.batch('2026-12-09', renamed));
    expect(file).toContain('<Cdtr><Nm>MILLIET BOISSONS</Nm>');
    expect(file).toContain('<OrgnlCdtrSchmeId><Nm>J MILLIET BBC</Nm></OrgnlCdtrSchmeId>');
  });

  it('is a duplicate that the bank names by its mandate alone: a person says that it was refused', async () => {
    const { rum, idClient } = await company.mandate();
    const { payment, made } = await collect(idClient);
    const { blockId } = await company.presentation(payment);
    const said = { mandate: rum, status: 'RJCT', reason: 'AM05' };
    const messageId = made.batches[0]?.messageId ?? '';
    await company.read(writtenReport({ messageId, blocks: [{ id: blockId ?? '', transactions: [said] }] }));
    expect(await company.only()).toMatchObject({ paymentId: payment.id, details: { endToEndId: null } });
    await company.decide({ resolution: 'ASSIGNED', payment: payment.id });
    expect(await company.standing(payment)).toBe('REFUSED 1 REFUSED');
  });

  it('is a duplicate by the word of the bank alone: a person who found out says that it was refused', async () => {
    const { idClient } = await company.mandate();
    const { payment, made } = await collect(idClient);
    const other = await company.newDebit();
    await company.report(made, payment, 'AM05');
    const query = { ...everything, kind: 'REPORT_UNCLEAR' } as const;
    const [exception] = await company.store.bankExceptions(query);
    const resolve = (id: string) =>
      resolveBankException(company.services, anonymous, {
        ...{ id: exception?.id, resolution: 'ASSIGNED', payment: id, reason: 'Banque appelée: rejeté' },
      });
    await expect(resolve(other.id)).rejects.toThrow('it can be assigned to no other');
    expect((await company.payment(payment)).status).toBe('SUBMITTED');
    expect(await resolve(payment.id)).toMatchObject({
      exception: { status: 'RESOLVED', resolution: 'ASSIGNED', resolvedBy: 'anonymous' },
      payment: { status: 'REFUSED' },
    });
    expect(await company.store.bankExceptions(query)).toMatchObject([{ status: 'RESOLVED' }]);
    expect((await company.eventsOf(payment)).at(-1)).toMatchObject({ bankCode: 'AM05', isDecidedByHand: true });
    // The mandate stands where it stood: the next one is the first again.
    expect(textOf((await collect(idClient)).file, 'SeqTp')).toBe('FRST');
    await expect(resolve(payment.id)).rejects.toThrow('there is nothing to decide');
  });
});

/** Settled, a debit is paid; every day of the scheme on which it may go back is known, and later ones count as well. */
describe.each(drawnDatabases())('a debit that was settled ($name)', (database) => {
  const company = openForEach(() => openCompany(database, { batchBooking: false }));

  it.each([
    ['CORE', 'AM04', '2026-12-16', 'on the last day of the bank, the fifth'],
    ['CORE', 'MD06', '2027-02-03', 'by the debtor within eight weeks'],
    ['CORE', 'MD01', '2028-01-09', 'by the debtor without a mandate, within thirteen months'],
    ['CORE', 'MD01', '2028-02-01', 'after all of that'],
    ['B2B', 'AM04', '2026-12-14', 'on the last day of the bank, the third'],
    ['B2B', 'AM04', '2027-01-04', 'after that'],
  ] as const)('is final, and in %s comes back with %s on %s all the same: %s', async (scheme, reason, day, _when) => {
    const { idClient } = await company.mandate(scheme);
    const payment = await company.debit(idClient);
    await company.batch('2026-12-09');
    company.on('2026-12-09');
    await company.book(payment, { on: '2026-12-09' });
    expect((await company.payment(payment)).status).toBe('PAID');
    company.on(day);
    await company.book(payment, { reason, on: day });
    expect((await company.payment(payment)).status).toBe('RETURNED');
    expect((await company.eventsOf(payment)).at(-1)).toMatchObject({ status: 'RETURNED', bankCode: reason });
  });
});
