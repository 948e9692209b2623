import { beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../../../src/kernel/caller.ts';
import { awaitedTransfer } from '../../../support/bank-statements/bank-gateway.ts';
import { credit, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { asClient, clientNamed } from '../../../support/clients/client-named.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { askGraphql, codesOf } from '../../../support/schema/ask-graphql.ts';
import { index } from '../../../support/search/searching.ts';

/** What people look at in files of banks: entries, exceptions with candidates, and whether a statement is missing. */
describe.each(drawnDatabases())('looks at files of banks ($name)', ({ open }) => {
  const scopes = (...names: Scope[]) => ({ scopes: new Set(names) });
  const clients = [
    clientNamed('office'),
    clientNamed('files', scopes('bankFiles')),
    clientNamed('other', { ...scopes('read', 'operations'), societes: new Set(['2']) }),
  ];
  const gateway = openForGroup(() => startGateway({ open, config: { clients } }));
  const ask = async (query: string, client = 'office') => {
    const { data, errors } = await askGraphql(gateway, query, {}, asClient(client));
    expect(errors).toEqual([]);
    return data as Record<string, unknown>;
  };
  const importFile = async (content: string): Promise<string> => {
    const input = { name: 'releve.xml', content };
    const document = `mutation ($input: ImportBankFileInput!) { importBankFile(input: $input) {
      ... on ImportBankFileSuccess { bankFile { id status reason } } } }`;
    const { data } = await askGraphql(gateway, document, { input }, asClient('office'));
    const { bankFile } = (data as { importBankFile: { bankFile: { id: string } } }).importBankFile;
    expect(bankFile).toMatchObject({ status: 'IMPORTED', reason: null });
    return bankFile.id;
  };
  let [first, again] = ['', ''];
  let reference = '';

  beforeAll(async () => {
    const awaited = await awaitedTransfer(gateway, asClient('office'), { payer: { lastName: 'L’Œillet Dupont' } });
    ({ reference } = awaited);
    const entries = [
      credit('123.45', { texts: [awaited.creditorReference] }, { bankReference: 'B1', bookedOn: '2026-11-24' }),
      credit(
        '7.00',
        { texts: [`MERCI ${reference}`], debtor: { name: 'DUPONT Hélène L OEILLET' } },
        { bankReference: 'B2', bookedOn: '2026-11-24' },
      ),
      { amount: '9.00', bankReference: 'B3', status: 'PDNG', bookedOn: '2026-11-24' },
    ];
    first = await importFile(writtenStatement({ id: 'S1', entries, day: '2026-11-24', opening: 100 }));
    again = await importFile(
      writtenStatement({ id: 'S2', entries: entries.slice(0, 2), day: '2026-11-24', opening: 100 }),
    );
    await importFile(writtenStatement({ id: 'S3', entries: [], day: '2026-11-27', opening: 5_000 }));
    await index(gateway.store);
  });

  it('show the outcome of each entry, and why', async () => {
    const entries = async (id: string, client?: string) => {
      const { bankFile } = await ask(
        `{ bankFile(id: "${id}") { entries(first: 10) { edges { node {
          place outcome reason isCredit amount { cents } payment { reference } bankException { kind } broughtBy
        } } } } }`,
        client,
      );
      return (bankFile as { entries: { edges: { node: object }[] } } | null)?.entries.edges.map(({ node }) => node);
    };
    const none = { payment: null, bankException: null, broughtBy: null };
    expect(await entries(first)).toEqual([
      {
        ...none,
        place: 1,
        outcome: 'APPLIED',
        reason: 'PAYMENT',
        isCredit: true,
        amount: { cents: 12_345 },
        payment: { reference },
      },
      {
        ...none,
        place: 2,
        outcome: 'EXCEPTION',
        reason: 'EXCEPTION',
        isCredit: true,
        amount: { cents: 700 },
        bankException: { kind: 'UNMATCHED_CREDIT' },
      },
      { ...none, place: 3, outcome: 'IGNORED', reason: 'NOT_BOOKED', isCredit: true, amount: { cents: 900 } },
    ]);
    expect(await entries(again)).toMatchObject([
      { outcome: 'REPEATED', reason: 'KNOWN', broughtBy: first, payment: { reference } },
      { outcome: 'REPEATED', reason: 'KNOWN', broughtBy: first },
    ]);
    expect(await entries(first, 'files')).toMatchObject([{ payment: null }, { bankException: null }, {}]);
    expect(await entries(first, 'other')).toBeUndefined();
  });

  it('show the entries page by page', async () => {
    const page = `{ bankFile(id: "${first}") { entries(first: 1, after: "2") { edges { node { place } } pageInfo { hasNextPage } } } }`;
    expect(await ask(page)).toEqual({
      bankFile: { entries: { edges: [{ node: { place: 3 } }], pageInfo: { hasNextPage: false } } },
    });
    const wrong = await askGraphql(gateway, page.replace('"2"', '"x"'), {}, asClient('office'));
    expect(codesOf(wrong)).toEqual(['BAD_USER_INPUT']);
  });

  it('show the exceptions of a file, and those that have a text', async () => {
    const listed = async (filter: string) => {
      const { bankExceptions } = await ask(
        `{ bankExceptions(filter: { ${filter} }) { edges { node { amount { cents } } } } }`,
      );
      return (bankExceptions as { edges: { node: { amount: { cents: number } } }[] }).edges.map(
        ({ node }) => node.amount.cents,
      );
    };
    expect(await ask(`{ bankFile(id: "${first}") { bankExceptions { edges { node { kind } } } } }`)).toEqual({
      bankFile: { bankExceptions: { edges: [{ node: { kind: 'UNMATCHED_CREDIT' } }] } },
    });
    expect(await listed(`bankFile: "${again}"`)).toEqual([]);
    expect(await listed('text: "helene dup"')).toEqual([700]);
    expect(await listed('text: "helene dup", kind: UNMATCHED_DEBIT')).toEqual([]);
    expect(await listed('text: "helene martin"')).toEqual([]);
    expect(await listed('text: "7,00"')).toEqual([700]);
    expect(await listed('text: " "')).toEqual([700]);
    expect(await listed('text: "!"')).toEqual([]);
    const long = await askGraphql(
      gateway,
      `{ bankExceptions(filter: { text: "${'x'.repeat(201)}" }) { edges { cursor } } }`,
      {},
      asClient('office'),
    );
    expect(codesOf(long)).toEqual(['BAD_USER_INPUT']);
  });

  it('show what agrees with a candidate, a name as banks write it among it', async () => {
    const { bankExceptions } = await ask(
      '{ bankExceptions { edges { node { candidates { payment { reference } agrees } suggestions { reference } } } } }',
    );
    expect((bankExceptions as { edges: object[] }).edges).toEqual([
      {
        node: { candidates: [{ payment: { reference }, agrees: ['REFERENCE', 'NAME'] }], suggestions: [{ reference }] },
      },
    ]);
  });

  it('show at once that a statement is missing', async () => {
    const calendar = async (client?: string, period = 'from: "2026-11-23", to: "2026-11-28"') =>
      (
        await ask(
          `{ statementCalendar(runMode: TEST, idSociete: "1", ${period}) { __typename
        ... on InvalidInputError { path } ... on StatementCalendars { accounts { societes isUnbroken lastDay days { day state statements { follows } } } } } }`,
          client,
        )
      ).statementCalendar as { accounts: { days: { state: string }[] }[] };
    const { accounts } = await calendar();
    expect(accounts).toMatchObject([{ societes: ['1'], isUnbroken: false, lastDay: '2026-11-27' }]);
    expect(accounts[0]?.days.map(({ state }) => state)).toEqual([
      ...['BEFORE_FIRST', 'STATEMENT', 'MISSING', 'MISSING', 'STATEMENT', 'NOT_YET'],
    ]);
    expect((await calendar('files')).accounts).toHaveLength(1);
    expect((await calendar('other')).accounts).toEqual([]);
    expect(await calendar('office', 'from: "2025-01-01", to: "2026-11-28"')).toEqual({
      __typename: 'InvalidInputError',
      path: ['to'],
    });
  });
});
