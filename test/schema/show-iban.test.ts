import { describe, expect, it } from 'vitest';
import { ImportBankFileDocument } from '../generated/graphql.ts';
import { iban } from '../support/bank-statements/examples.ts';
import { credit, writtenStatement } from '../support/bank-statements/written-files.ts';
import { asClient, clientNamed } from '../support/clients/client-named.ts';
import { consoleOperations } from '../support/console/operations.ts';
import { debtorIban, signed } from '../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { askConsole, cookie, enterPerson, localConsole, sessionOf } from '../support/people/console.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';

type Answer = {
  readonly __typename: string;
  readonly iban?: string;
  readonly code?: string;
  readonly message?: string;
  readonly path?: readonly string[] | null;
};

/** Who sees the whole IBAN of a mandate or an exception, and the entry that the audit log has of it before. */
describe.each(drawnDatabases())('showIban ($name)', ({ open }) => {
  // The same database without people and keys, to fill it.
  const program = openForGroup(() => startGateway({ open }));
  const gateway = openForGroup(() =>
    startGateway({
      databaseUrl: program.databaseUrl,
      config: {
        console: localConsole,
        clients: [
          clientNamed('mandates', { scopes: new Set(['mandates'] as const) }),
          clientNamed('reader', { scopes: new Set(['read'] as const) }),
        ],
      },
    }),
  );
  const noted = async (object: string) =>
    (
      await gateway.store.auditEntries(
        { actors: null, action: 'showIban', object, outcome: null, from: null, until: null },
        null,
        100,
      )
    ).map(({ actor, outcome, code, request }) => [actor, outcome, code, request !== null]);
  const asPerson = async (roles: readonly string[], ageMs = 0) => {
    const person = await enterPerson(gateway, roles);
    const token = await sessionOf(gateway, person, { confirmedAt: gateway.now() - ageMs });
    const show = async (id: string): Promise<Answer> => {
      const asked = { documentId: consoleOperations.ShowIban, variables: { input: { id } } };
      const { body } = await askConsole(gateway, asked, { ...cookie(token), 'Accept-Language': 'fr' });
      return (body as { data: { showIban: Answer } }).data.showIban;
    };
    return { actor: `console/${person.id}`, show };
  };
  const byKey = async (client: string, id: string): Promise<Answer> => {
    const query = `mutation { showIban(input: { id: "${id}" }) {
      __typename ... on ShowIbanSuccess { iban } ... on PaymentError { code message path } } }`;
    const { data } = await askGraphql(gateway, query, {}, { 'Accept-Language': 'fr', ...asClient(client) });
    return (data as { showIban: Answer }).showIban;
  };

  it('shows a mandate’s to a person with the right and a fresh proof, and notes it each time', async () => {
    const { id } = await signed(program, { idClient: 'fresh' });
    const { actor, show } = await asPerson(['tresorerie']);
    expect(await show(id)).toEqual({ __typename: 'ShowIbanSuccess', iban: debtorIban });
    await show(id);
    expect(await noted(id)).toEqual([
      [actor, 'DONE', null, true],
      [actor, 'DONE', null, true],
    ]);
  });

  it('refuses where the proof is too old or the right is missing, and notes that it was refused', async () => {
    const { id } = await signed(program, { idClient: 'refused' });
    const old = await asPerson(['comptabilite'], 6 * 60_000);
    expect(await old.show(id)).toMatchObject({
      ...{ __typename: 'NotAllowedError', code: 'NOT_ALLOWED' },
      message: 'Confirmez de nouveau que c’est vous\u00a0: la dernière confirmation est trop ancienne.',
    });
    const other = await asPerson(['accueil']);
    expect(await other.show(id)).toMatchObject({ __typename: 'NotAllowedError' });
    // A program reads English, whatever its browser speaks.
    const message = 'This client may not see a whole IBAN: that takes the scope mandates.';
    expect(await byKey('reader', id)).toMatchObject({ __typename: 'NotAllowedError', message });
    expect((await noted(id)).map(([actor, outcome, code]) => [actor, outcome, code]).toSorted()).toEqual(
      [
        [old.actor, 'REFUSED', 'NOT_ALLOWED'],
        [other.actor, 'REFUSED', 'NOT_ALLOWED'],
        ['reader', 'REFUSED', 'NOT_ALLOWED'],
      ].toSorted(),
    );
  });

  it('shows it to a program with the right, which proves itself by its key, and notes it', async () => {
    const { id } = await signed(program, { idClient: 'program' });
    expect(await byKey('mandates', id)).toEqual({ __typename: 'ShowIbanSuccess', iban: debtorIban });
    expect(await noted(id)).toEqual([['mandates', 'DONE', null, true]]);
  });

  it('shows an exception’s to who decides it', async () => {
    const entry = credit('7.00', { texts: ['?'], debtor: { name: 'M. Exemple', iban: iban.france } }, {});
    const content = writtenStatement({ entries: [entry] });
    await program.send(ImportBankFileDocument, { input: { name: 'releve.xml', content } });
    const [exception] = await gateway.store.bankExceptions({
      ...{ limit: 1, beforeId: null, societes: null, status: null, kind: null },
    } as never);
    const id = exception?.id ?? '';
    const { show } = await asPerson(['comptabilite']);
    expect(await show(id)).toEqual({ __typename: 'ShowIbanSuccess', iban: iban.france });
    expect(await byKey('mandates', id)).toMatchObject({ __typename: 'NotAllowedError' });
  });

  it('says the same of an unknown mandate as of one that may not be seen', async () => {
    const { show } = await asPerson(['comptabilite']);
    for (const id of [`mdt_${'0'.repeat(32)}`, `bkx_${'0'.repeat(32)}`, 'x']) {
      expect(await show(id)).toMatchObject({ __typename: 'InvalidInputError', path: ['id'] });
    }
  });

  it('shows nothing where the entry cannot be written, and has no IBAN in its log', async () => {
    const { id } = await signed(program, { idClient: 'disk' });
    const broken: { transact: unknown } = gateway.store;
    const { transact } = gateway.store;
    broken.transact = () => Promise.reject(new Error('the disk is full'));
    const text = await byKey('mandates', id).then(JSON.stringify, () => 'no data');
    broken.transact = transact;
    expect(text).toBe('no data');
    expect(JSON.stringify(gateway.logs)).not.toContain(debtorIban);
  });
});
