import { describe, expect, it } from 'vitest';
import { type BankException, nothingSaid } from '../../../src/modules/bank-statements/bank-import.ts';
import { reportedMessageIn, subjectOfReport } from '../../../src/modules/bank-statements/exceptions/report-subject.ts';
import { changeStatus } from '../../../src/modules/payments/change-payment.ts';
import { erasePerson } from '../../../src/modules/privacy/erase-person.ts';
import { exportPerson } from '../../../src/modules/privacy/export-person.ts';
import { canaryIban, handledException, handledFile, stillOpen } from '../../support/bank-statements/handled.ts';
import { type Importing, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { credit, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { found, index } from '../../support/search/searching.ts';
import { changeFacts } from '../../support/store/example-facts.ts';
import { identifiers } from '../../support/store/examples.ts';

/** Exceptions of bank files, found and erased by what the bank wrote. */

describe.each(drawnDatabases())('exceptions of a person, on $name', (database) => {
  const on = openForGroup<Importing>(() => openImporting(database));

  it('keep the ids of our debits, blocks and mandates, and no other', async () => {
    const email = 'mots@example.fr';
    const debit = await on.debit('E2E-mots', { email, idClient: 'mots', status: 'PAID' });
    const of = (details: Partial<BankException['details']>) =>
      handledException({ paymentId: debit.id, details: { ...nothingSaid, counterparty: 'Canari', ...details } });
    const ids = { endToEndId: 'E2E-mots', paymentInformationId: 'M1-1', mandateReference: 'rum-1' };
    const foreign = { paymentInformationId: 'PAIE ZQCANARI', mandateReference: 'ZQCANARI-1' };
    const [ours, words] = [of(ids), of({ endToEndId: 'LOYER ZQCANARI NOV', ...foreign })];
    await on.store.transact(async (transaction) => {
      await transaction.insertBankFile(handledFile);
      for (const one of [ours, words]) await transaction.insertBankException(one);
    });
    await index(on.store);
    expect((await found(on.store, 'zqcanari')).names).toEqual([words.id]);
    const request = { person: { email }, pseudonym: 'efface', erasesClientNumber: false, isRehearsal: false };
    expect(await erasePerson(on.services, request)).toMatchObject({ exceptions: 2 });
    expect((await on.store.bankException(ours.id))?.details).toEqual({ ...nothingSaid, ...ids });
    expect((await on.store.bankException(words.id))?.details).toEqual(nothingSaid);
    await index(on.store);
    expect((await found(on.store, 'zqcanari')).names).toEqual([]);
  });

  it('from an account that paid for the person are named alone, for it may be of another', async () => {
    const email = 'deuxfois@example.fr';
    const payment = await on.transfer({ email, idClient: 'deuxfois', status: 'PAID' });
    const other = await on.transfer({ email: 'autre@example.fr', idClient: 'autre', status: 'PAID' });
    const counterpartyIban = 'FR1420041010050500013M02606';
    const of = (paymentId: string | null, remittance: string) =>
      handledException({
        paymentId,
        details: { ...nothingSaid, counterparty: 'CANARI', counterpartyIban, remittance },
      });
    const [assigned, sentBack, others] = [
      of(payment.id, 'VIREMENT'),
      of(null, 'ENCORE UNE FOIS'),
      of(other.id, 'POUR AUTRUI'),
    ];
    await on.store.transact(async (transaction) => {
      await transaction.insertBankFile(handledFile);
      for (const one of [assigned, sentBack, others]) await transaction.insertBankException(one);
    });
    const exported = await exportPerson(on.store, { email });
    expect(exported).toMatchObject({
      bankExceptions: [{ id: assigned.id }],
      bankExceptionsOfTheSameAccounts: [sentBack.id],
    });
    expect(JSON.stringify(exported)).not.toContain('ENCORE');
    const request = { person: { email }, pseudonym: 'efface-7', erasesClientNumber: false };
    for (const isRehearsal of [true, false])
      expect(await erasePerson(on.services, { ...request, isRehearsal })).toMatchObject({
        ...{ exceptions: 1, neededExceptions: 0, sameAccountExceptions: [sentBack.id] },
      });
    for (const one of [sentBack, others]) expect((await on.store.bankException(one.id))?.details).toEqual(one.details);
    expect((await on.store.bankException(assigned.id))?.details).toEqual(nothingSaid);
  });

  it('about a report lose its words, and the same report gives no second one', async () => {
    const email = 'rapport@example.fr';
    const debit = await on.debit('E2E-rapport', { email, idClient: 'rapport', status: 'PAID' });
    const names = ['MSG-1', 'PAIE ZQSUJET', 'LOYER ZQSUJET', 'RJCT', 'REPORT_UNCLEAR', debit.id];
    const said = { kind: 'REPORT_UNCLEAR', paymentId: debit.id, subject: subjectOfReport(names) } as const;
    const report = handledException(said);
    const insert = (one: BankException) =>
      on.store.transact(async (transaction) => {
        await transaction.insertBankFile(handledFile);
        return transaction.insertBankException(one);
      });
    expect(await insert(report)).toBe(true);
    const request = { person: { email }, pseudonym: 'efface-2', erasesClientNumber: false, isRehearsal: false };
    expect(await erasePerson(on.services, request)).toMatchObject({ exceptions: 1 });
    const { subject = '' } = (await on.store.bankException(report.id)) ?? {};
    expect(subject).not.toContain('ZQSUJET');
    expect(reportedMessageIn(subject)).toBe('MSG-1');
    expect(await insert({ ...report, ...stillOpen, id: identifiers.newId('bkx') })).toBe(false);
  });

  it('are found by a reference as transfers carry it, as people say it, and with letters for digits', async () => {
    const email = 'reference@example.fr';
    const payment = await on.transfer({ email, idClient: 'reference', status: 'EXPIRED', reference: '4K0M-9QX1' });
    const spaced = referenceOf(payment).replaceAll(/(.{4})/g, '$1 ');
    const words = Array.from({ length: 12 }, (_, place) => `FACTURE${place % 10}`).join(' ');
    const texts = [
      { remittance: `${referenceOf(payment)}\nMERCI` },
      { remittance: `MERCI ${spaced.slice(0, 7)}\n${spaced.slice(7)}` },
      { remittance: `M CANARI ${referenceOf(payment)} ET RF18539007547034` },
      { endToEndId: referenceOf(payment) },
      { endToEndId: '4k0m9qx1' },
      { remittance: `${words} 4KOM-9QXI` },
    ];
    const theirs = texts.map((said) =>
      handledException({ details: { ...nothingSaid, counterparty: 'Canari', ...said } }),
    );
    const foreign = handledException({ details: { ...nothingSaid, counterparty: 'Autre', remittance: '4K0M-9QX2' } });
    await on.store.transact(async (transaction) => {
      await transaction.insertBankFile(handledFile);
      for (const one of [...theirs, foreign]) await transaction.insertBankException(one);
    });

    const data = (await exportPerson(on.store, { email })) as { bankExceptions: { id: string }[] };
    expect(data.bankExceptions.map(({ id }) => id).toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
    const request = { person: { email }, pseudonym: 'efface', erasesClientNumber: false, isRehearsal: false };
    expect(await erasePerson(on.services, request)).toMatchObject({ exceptions: texts.length });
    for (const { id } of theirs) expect((await on.store.bankException(id))?.details.counterparty).toBeNull();
    expect((await on.store.bankException(foreign.id))?.details.counterparty).toBe('Autre');
  });

  it('and what matched a payment leave the names of the files that the export does not print', async () => {
    const email = 'fichiers@example.fr';
    const [paid, debited] = [
      await on.transfer({ email, idClient: 'fichiers' }),
      await on.debit('E2E-fichiers', { email, idClient: 'fichiers', status: 'PENDING' }),
    ];
    const said = { debtor: { name: 'Canari', iban: canaryIban }, texts: [referenceOf(paid)] };
    const { file } = await on.import(writtenStatement({ id: 'F1', entries: [credit('123.45', said)] }));
    expect(await on.statusOf(paid)).toBe('PAID');
    await on.store.transact((transaction) =>
      changeStatus(on.services, transaction, debited, { to: 'SUBMITTED', data: changeFacts.BATCH }),
    );
    const about = handledException({ paymentId: paid.id, fileId: 'bkf_of_exception' });
    await on.store.transact(async (transaction) => {
      await transaction.insertBankFile({ ...handledFile, id: about.fileId, digest: 'cd'.repeat(32) });
      await transaction.insertBankException(about);
    });
    const data = (await exportPerson(on.store, { email })) as { filesNotPrinted: object };
    expect(data.filesNotPrinted).toEqual({
      bankFiles: [about.fileId, file.id],
      directDebitBatches: [changeFacts.BATCH.batch],
    });
    expect(await exportPerson(on.store, { email: 'personne@example.fr' })).toMatchObject({
      filesNotPrinted: { bankFiles: [], directDebitBatches: [] },
    });
  });
});
