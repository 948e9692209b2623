import { beforeAll, describe, expect, it } from 'vitest';
import { UpsertCustomerDocument } from '../../generated/graphql.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';

const details = {
  firstName: 'Hélène',
  lastName: 'Canari',
  address: '7 rue du Canari',
  zipCode: '75002',
  city: 'Paris',
  country: 'FR',
  phone: '+33698765432',
};

describe.each(drawnDatabases())('a person in the directory ($name)', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  beforeAll(async () => {
    for (const [idSociete, idClient] of [
      ['1', 'own'],
      ['2', 'own'],
      ['1', 'shared'],
      ['1', 'other'],
    ] as const) {
      await gateway.send(UpsertCustomerDocument, { input: { idSociete, idClient, ...details } });
    }
    await initiated(gateway, { email: 'helene@example.fr', idClient: 'own' });
    await initiated(gateway, { email: 'helene@example.fr', idClient: 'shared' });
    await initiated(gateway, { email: 'paul@example.fr', idClient: 'shared' });
  });

  async function privacy(...args: string[]): Promise<string> {
    const { written, complaints } = await commandOn(gateway, ['privacy', ...args]);
    return written + complaints;
  }
  const entries = async () =>
    [...(await gateway.store.customersOf('1', '', 10)), ...(await gateway.store.customersOf('2', '', 10))].map(
      ({ idSociete, idClient }) => `${idSociete}/${idClient}`,
    );

  it('gets their own entries, and of a shared number only that there is one', async () => {
    const data = JSON.parse(await privacy('export', '--email', 'Helene@example.fr'));
    expect(data.directory).toEqual([
      { idSociete: '1', idClient: 'own', details, createdAt: expect.any(String), updatedAt: expect.any(String) },
    ]);
    expect(data.directoryNumbersSharedWithOthers).toEqual([{ idSociete: '1', idClient: 'shared' }]);
    const byNumber = JSON.parse(await privacy('export', '--client', 'own'));
    expect(byNumber.directory.map(({ idSociete }: { idSociete: string }) => idSociete).toSorted()).toEqual(['1', '2']);
  });

  it('is taken out by e-mail, also while a payment waits; others and shared numbers stay and are named', async () => {
    const rehearsal = await privacy('erase', '--email', 'helene@example.fr');
    expect(rehearsal).toContain('1 entry of the directory of customers would be taken out.');
    expect(await entries()).toEqual(['1/other', '1/own', '1/shared', '2/own']);
    const report = await privacy('erase', '--email', 'helene@example.fr', '--yes');
    expect(report).toContain('1 entry of the directory of customers was taken out.');
    expect(report).toContain('--client shared --societe 1');
    expect(await entries()).toEqual(['1/other', '1/shared', '2/own']);
  });

  it('is taken out by number, at one société or at all', async () => {
    await privacy('erase', '--client', 'shared', '--societe', '2', '--yes');
    expect(await entries()).toContain('1/shared');
    await privacy('erase', '--client', 'shared', '--societe', '1', '--yes');
    await privacy('erase', '--client', 'own', '--yes');
    expect(await entries()).toEqual(['1/other']);
  });
});
