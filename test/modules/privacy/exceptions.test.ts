import { describe, expect, it } from 'vitest';
import { nothingSaid } from '../../../src/modules/bank-statements/bank-import.ts';
import { erasePerson } from '../../../src/modules/privacy/erase-person.ts';
import { exportPerson } from '../../../src/modules/privacy/export-person.ts';
import { handledException, handledFile } from '../../support/bank-statements/handled.ts';
import { type Importing, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { found, index } from '../../support/search/searching.ts';

/** Exceptions of bank files, found and erased by what the bank wrote. */

describe.each(drawnDatabases())('exceptions of a person, on $name', (database) => {
  const on = openForGroup<Importing>(() => openImporting(database));

  it('keep an end-to-end id only where a debit of ours has it', async () => {
    const email = 'mots@example.fr';
    const debit = await on.debit('E2E-mots', { email, idClient: 'mots', status: 'PAID' });
    const of = (endToEndId: string) =>
      handledException({ paymentId: debit.id, details: { ...nothingSaid, counterparty: 'Canari', endToEndId } });
    const [ours, words] = [of('E2E-mots'), of('LOYER ZQCANARI NOV')];
    await on.store.transact(async (transaction) => {
      await transaction.insertBankFile(handledFile);
      for (const one of [ours, words]) await transaction.insertBankException(one);
    });
    await index(on.store);
    expect((await found(on.store, 'zqcanari')).names).toEqual([words.id]);
    const request = { person: { email }, pseudonym: 'efface', erasesClientNumber: false, isRehearsal: false };
    expect(await erasePerson(on.services, request)).toMatchObject({ exceptions: 2 });
    expect((await on.store.bankException(ours.id))?.details).toEqual({ ...nothingSaid, endToEndId: 'E2E-mots' });
    expect((await on.store.bankException(words.id))?.details).toEqual(nothingSaid);
    await index(on.store);
    expect((await found(on.store, 'zqcanari')).names).toEqual([]);
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
});
