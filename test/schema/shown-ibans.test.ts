import { hash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/kernel/durations.ts';
import { notedAgainMs } from '../../src/modules/audit-log/note-shown.ts';
import { ImportBankFileDocument } from '../generated/graphql.ts';
import { iban } from '../support/bank-statements/examples.ts';
import { writtenStatement } from '../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { openForEach, openForGroup } from '../support/open-for.ts';
import { askConsole, cookie, enterPerson, localConsole, sessionOf } from '../support/people/console.ts';
import { askGraphql } from '../support/schema/ask-graphql.ts';

/** Who sees a whole IBAN of the bank's words, and what the audit log has of it. */

const query = `query Ibans { bankExceptions { edges { node { id counterpartyIban counterpartyMaskedIban } } } }`;
const documentId = hash('sha256', query);

type Node = {
  readonly id: string;
  readonly counterpartyIban: string | null;
  readonly counterpartyMaskedIban: string | null;
};
const nodesOf = (body: unknown): readonly Node[] =>
  (body as { data: { bankExceptions: { edges: { node: Node }[] } } }).data.bankExceptions.edges.map(({ node }) => node);

describe.each(drawnDatabases())('whole IBANs ($name)', ({ open }) => {
  const program = openForGroup(() => startGateway({ open }));
  const gateway = openForGroup(() =>
    startGateway({
      databaseUrl: program.databaseUrl,
      config: { console: localConsole },
      consoleDocuments: () => new Map([[documentId, query]]),
    }),
  );
  beforeAll(async () => {
    const entry = (amount: string, bankReference: string) => ({
      ...{ amount, bankReference },
      details: [{ amount, texts: ['SANS REFERENCE'], debtor: { name: 'M. Exemple', iban: iban.france } }],
    });
    const content = writtenStatement({ entries: [entry('7.00', 'B1'), entry('8.00', 'B2')] });
    await program.send(ImportBankFileDocument, { input: { name: 'releve.xml', content } });
  });

  const noted = async (actor: string) =>
    (
      await gateway.store.auditEntries(
        { actors: [actor], action: 'showIban', object: null, outcome: null, from: null, until: null },
        null,
        100,
      )
    ).map(({ object }) => object);
  const ask = async (of: TestGateway) => nodesOf(await askGraphql(of, query));

  it('are shown to a program, and each is noted once in an hour', async () => {
    const nodes = await ask(program);
    expect(nodes.map((node) => node.counterpartyIban)).toEqual([iban.france, iban.france]);
    const ids = nodes.map(({ id }) => id).toSorted();
    expect((await noted('anonymous')).toSorted()).toEqual(ids);
    await ask(program);
    expect(await noted('anonymous')).toHaveLength(2);
    program.advance(notedAgainMs);
    await ask(program);
    expect(await noted('anonymous')).toHaveLength(4);
    program.advance(dayMs);
    await ask(program);
    expect(await noted('anonymous')).toHaveLength(6);
    // The clock was set back.
    program.advance(-dayMs);
    await ask(program);
    expect(await noted('anonymous')).toHaveLength(8);
  });

  it('are shown to a person after a fresh proof alone; the masked one always', async () => {
    const person = await enterPerson(gateway, ['comptabilite']);
    const stale = await sessionOf(gateway, person, { confirmedAt: gateway.now() - 6 * 60_000 });
    const masked = `${iban.france.slice(0, 4)} •••• ${iban.france.slice(-4)}`;
    const before = nodesOf((await askConsole(gateway, { documentId }, cookie(stale))).body);
    expect(before.map((node) => [node.counterpartyIban, node.counterpartyMaskedIban])).toEqual([
      [null, masked],
      [null, masked],
    ]);
    expect(await noted(`console/${person.id}`)).toEqual([]);
    const fresh = await sessionOf(gateway, person);
    const after = nodesOf((await askConsole(gateway, { documentId }, cookie(fresh))).body);
    expect(after.map((node) => node.counterpartyIban)).toEqual([iban.france, iban.france]);
    expect((await noted(`console/${person.id}`)).toSorted()).toEqual(after.map(({ id }) => id).toSorted());
  });
});

describe('an IBAN whose sight cannot be noted', () => {
  const gateway = openForEach(() => startGateway());
  it('is not shown', async () => {
    const entries = [
      {
        amount: '7.00',
        bankReference: 'B1',
        details: [{ amount: '7.00', texts: ['X'], debtor: { iban: iban.france } }],
      },
    ];
    const input = { name: 'releve.xml', content: writtenStatement({ entries }) };
    await gateway.send(ImportBankFileDocument, { input });
    const broken: { transact: unknown } = gateway.store;
    broken.transact = () => Promise.reject(new Error('the disk is full'));
    expect((await askGraphql(gateway, query)).text).not.toContain(iban.france);
  });
});
