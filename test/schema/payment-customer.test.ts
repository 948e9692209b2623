import { beforeAll, describe, expect, it } from 'vitest';
import { type Role, readyRoles } from '../../src/modules/people/role.ts';
import type { ConsoleSettings } from '../../src/modules/people/settings.ts';
import { commandOn } from '../support/cli/run-gateway.ts';
import { consoleOperations } from '../support/console/operations.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import { askConsole, cookie, enterPerson, localConsole, sessionOf, startConsole } from '../support/people/console.ts';
import { exportOf, rowsOf } from '../support/people/exports.ts';
import { initiated } from '../support/requests.ts';
import { countedCalls } from '../support/store/counted-calls.ts';

const accueil = readyRoles.get('accueil') as Role;
const settings: ConsoleSettings = {
  ...localConsole,
  roles: new Map([...readyRoles, ['accueil-2', { ...accueil, societes: new Set(['2']) }]]),
};

type Named = { readonly firstName: string | null; readonly lastName: string | null };
type Row = { readonly idSociete: string; readonly idClient: string; readonly customer: Named | null };

describe.each(drawnDatabases())('the customer of a payment ($name)', ({ open }) => {
  const { calls, counting } = countedCalls();
  const gateway = openForGroup(() => startConsole({ open, config: { console: settings }, around: counting }));
  const enter = (idSociete: string, idClient: string, details: object) =>
    gateway.store.transact((transaction) =>
      transaction.insertCustomer({
        ...{ idSociete, idClient, details, version: 1, createdAt: 1, updatedAt: 1, updatedBy: 'command line' },
      }),
    );
  const tokenOf = async (role: string) => sessionOf(gateway, await enterPerson(gateway, [role]), { settings });
  const rowsAs = async (role: string): Promise<readonly Row[]> => {
    const headers = cookie(await tokenOf(role));
    calls.length = 0;
    const variables = { first: 50, sort: 'OLDEST' };
    const { body } = await askConsole(gateway, { documentId: consoleOperations.Payments, variables }, headers);
    const { data, errors } = body as { data: { payments: { edges: { node: Row }[] } }; errors?: unknown };
    expect(errors).toBeUndefined();
    return data.payments.edges.map(({ node }) => node);
  };
  const namesAs = async (role: string) =>
    (await rowsAs(role)).map(({ idSociete, idClient, customer }) => [
      `${idSociete}/${idClient}`,
      customer && `${customer.firstName} ${customer.lastName}`,
    ]);

  beforeAll(async () => {
    await enter('1', 'C1', { firstName: 'Zoé', lastName: 'Lefèvre' });
    await enter('2', 'C1', { firstName: 'Anne', lastName: 'Martin' });
    await enter('1', 'C2', { firstName: 'Hélène', lastName: 'Canari' });
    const payer = { firstName: 'Un', lastName: 'Autre' };
    for (const idSociete of ['1', '2', '6']) await initiated(gateway, { idSociete, idClient: 'C1', payer });
    await initiated(gateway, { idClient: 'C1', email: 'zoe@example.fr' });
    await initiated(gateway, { idClient: 'C2', email: 'helene@example.fr' });
    await initiated(gateway, { idClient: 'C2', email: 'paul@example.fr' });
    await initiated(gateway, { idClient: 'unknown' });
  });

  const named = [
    ...[
      ['1/C1', 'Zoé Lefèvre'],
      ['2/C1', 'Anne Martin'],
      ['6/C1', null],
    ],
    ...[
      ['1/C1', 'Zoé Lefèvre'],
      ['1/C2', 'Hélène Canari'],
      ['1/C2', 'Hélène Canari'],
      ['1/unknown', null],
    ],
  ];

  it.each(['accueil', 'comptabilite'])('is named to %s, with one read of the directory for the page', async (role) => {
    expect(await namesAs(role)).toEqual(named);
    expect(calls.filter((name) => name.startsWith('customer'))).toEqual(['customersAmong']);
  });

  it.each(['lecture', 'tresorerie', 'validation'])('is null for %s', async (role) => {
    const rows = await rowsAs(role);
    expect(rows.map(({ customer }) => customer)).toEqual(named.map(() => null));
  });

  it('is named for the sociétés of the role alone', async () => {
    expect(await namesAs('accueil-2')).toEqual([['2/C1', 'Anne Martin']]);
  });

  it('stands in the export with names, for those alone whom the list shows it', async () => {
    const columnAs = async (role: string) => {
      const rows = await rowsOf(
        await exportOf(gateway, await tokenOf(role), 'payments?names=true&lang=en&sort=OLDEST'),
      );
      return rows.map(({ customer_name }) => customer_name);
    };
    expect(await columnAs('comptabilite')).toEqual(named.map(([, name]) => name ?? ''));
    expect(await columnAs('lecture')).toEqual(named.map(() => ''));
    const plain = await rowsOf(await exportOf(gateway, await tokenOf('comptabilite'), 'payments?lang=en'));
    expect(plain[0]).not.toHaveProperty('customer_name');
  });

  it('is null after an erasure, also where others keep the entry', async () => {
    gateway.advance(8 * 86_400_000);
    for (const email of ['zoe@example.fr', 'helene@example.fr']) {
      const { complaints } = await commandOn(gateway, ['privacy', 'erase', '--email', email, '--yes']);
      expect(complaints).toBe('');
    }
    const left = (await namesAs('comptabilite')).map(([, name]) => name);
    expect(left).toEqual(['Zoé Lefèvre', 'Anne Martin', null, null, null, 'Hélène Canari', null]);
  });
});
