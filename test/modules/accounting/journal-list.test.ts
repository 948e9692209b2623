import { beforeAll, describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/kernel/durations.ts';
import { addDays, parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import { payByCard, recorded } from '../../support/accounting/books.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { askGraphql, codesOf } from '../../support/schema/ask-graphql.ts';
import { index } from '../../support/search/searching.ts';
import { ask, initiate } from '../../support/store/examples.ts';

describe.each(drawnDatabases())('the list of entries ($name)', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open, aheadMs: -3 * dayMs }));
  const document = `query ($filter: JournalEntryFilter, $first: Int, $after: String) {
    journalEntries(idSociete: "1", runMode: TEST, filter: $filter, first: $first, after: $after) {
      ... on JournalEntryConnection { edges { node { kind label payment { id } } } pageInfo { endCursor hasNextPage } }
    } }`;
  type Page = {
    readonly edges: readonly { readonly node: { readonly kind: string; readonly payment: { readonly id: string } } }[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
  const page = async (variables: object): Promise<Page> => {
    const { data, errors } = await askGraphql(gateway, document, { ...variables });
    expect(errors).toEqual([]);
    return data?.journalEntries as Page;
  };
  const listed = async (filter: object) => (await page({ filter })).edges.map(({ node }) => node.payment.id);
  let [card, cheque, later] = ['', '', ''];
  let today = '';

  const booked = (pieceReference: string, date: string | null = null) =>
    initiated(gateway, {
      ...recorded,
      idCommande: pieceReference,
      accounting: { means: 'CHEQUE', pieceReference, date },
    });

  beforeAll(async () => {
    today = parisDateOf(gateway.now());
    card = (await payByCard(gateway)).payment.id;
    later = (await booked('RECU9', addDays(today, 2))).payment.id;
    cheque = (await booked('RECU8')).payment.id;
    await gateway.pass(2 * dayMs, 'journal');
    await index(gateway.store);
  });

  it('is narrowed by kind, payment, account, number and text', async () => {
    expect(await listed({})).toEqual([cheque, later, card]);
    expect(await listed({ kind: 'CARD_PAID' })).toEqual([card]);
    expect(await listed({ kind: 'REVERSAL' })).toEqual([]);
    expect(await listed({ payment: later })).toEqual([later]);
    expect(await listed({ payment: later, kind: 'CARD_PAID' })).toEqual([]);
    expect(await listed({ account: '511500' })).toEqual([card]);
    expect(await listed({ account: '411000' })).toEqual([cheque, later, card]);
    expect(await listed({ account: '999999' })).toEqual([]);
    // Each journal numbers its entries.
    expect(await listed({ number: 1 })).toHaveLength(2);
    expect(await listed({ number: 7 })).toEqual([]);
    expect(await listed({ text: 'recu8' })).toEqual([cheque]);
    expect(await listed({ text: 'recu' })).toEqual([cheque, later]);
    expect(await listed({ text: 'recu', account: '511500' })).toEqual([]);
    expect(await listed({ text: 'recu', date: { from: addDays(today, 1) } })).toEqual([later]);
  });

  it('has an entry by a text that very many newer payments of another société have', async () => {
    for (let newer = 0; newer < 501; newer++)
      await initiate(gateway.store, { idSociete: '2', idCommande: 'RECU8', effectiveRunMode: 'TEST' });
    await index(gateway.store);
    expect(await listed({ text: 'recu8' })).toEqual([cheque]);
  });

  const pageByPage = async (filter: object): Promise<string[]> => {
    const found: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = await page({ filter, first: 1, after });
      found.push(...edges.map(({ node }) => node.payment.id));
      if (!pageInfo.hasNextPage) return found;
      after = pageInfo.endCursor;
    }
  };
  const spans = () => [{ from: today, to: addDays(today, 2) }, { from: today }, { to: addDays(today, 9) }];

  it.each([{}, { account: '411000' }])('of a span of days has the latest day first, page by page: %j', async (more) => {
    expect(await listed({ ...more, date: { from: addDays(today, 1) } })).toEqual([later]);
    for (const date of spans()) {
      expect(await listed({ ...more, date })).toEqual([later, cheque, card]);
      expect(await pageByPage({ ...more, date })).toEqual([later, cheque, card]);
    }
  });

  it('of a span of days with a text has the newest first, page by page', async () => {
    for (const date of spans()) {
      const filter = { text: 'recu', date };
      expect(await listed(filter)).toEqual([cheque, later]);
      expect(await pageByPage(filter)).toEqual([cheque, later]);
    }
  });

  it('goes on after the cursor of an older gateway, which is an id', async () => {
    const rows = await ask(gateway.databaseUrl, `select id from journal_entries where payment_id = '${later}'`);
    const filter = { date: { from: today } };
    const { edges } = await page({ filter, after: String(rows[0]?.id) });
    expect(edges.map(({ node }) => node.payment.id)).toEqual([cheque, card]);
  });

  it('finds the same on an account of very many lines', async () => {
    await ask(
      gateway.databaseUrl,
      `insert into journal_entries (id, id_societe, run_mode, journal_code, journal_label, kind, piece_reference,
          piece_date, label, amount_cents, clears, created_at, date, exercise)
        select 'jrn_many', '9', run_mode, journal_code, journal_label, kind, piece_reference,
          piece_date, label, amount_cents, id, created_at, date, exercise from journal_entries limit 1`,
    );
    await ask(
      gateway.databaseUrl,
      `insert into journal_lines (entry_id, line, account, account_label, debit_cents, credit_cents)
        with recursive numbers (line) as (select 1 union all select line + 1 from numbers where line < 5001)
        select 'jrn_many', line, '411000', 'Clients', 1, 0 from numbers`,
    );
    expect(await gateway.store.hasManyLines('411000')).toBe(true);
    expect(await gateway.store.hasManyLines('511500')).toBe(false);
    const books = { idSociete: '1', runMode: 'TEST' } as const;
    const [newest, second, oldest] = await gateway.store.journalEntries({ ...books, limit: 3, beforeId: null });
    expect(await gateway.store.entryBefore(books, null, 2)).toBe(oldest?.id);
    expect(await gateway.store.entryBefore(books, newest?.id ?? '', 1)).toBe(oldest?.id);
    expect(await gateway.store.entryBefore(books, second?.id ?? '', 1)).toBeNull();
    const lineBefore = (beforeId: string | null, lines: number) => gateway.store.lineBefore('411000', beforeId, lines);
    expect(await lineBefore(null, 5000)).toBe('jrn_many');
    const onAccount = (await lineBefore(null, 5001)) ?? '';
    expect([await lineBefore('jrn_many', 0), onAccount < 'jrn_many']).toEqual([onAccount, true]);
    const along = { ...books, account: '411000', looksUpAccount: true, limit: 50, beforeId: null };
    const found = await gateway.store.journalEntries({ ...along, fromId: onAccount });
    expect(found.map(({ id }) => id)).toEqual([onAccount]);
    expect(await gateway.store.journalEntries({ ...along, beforeId: onAccount, fromId: onAccount })).toEqual([]);
    const upTo = { ...books, limit: 3, beforeId: null, fromId: second?.id ?? '' };
    expect((await gateway.store.journalEntries(upTo)).map(({ id }) => id)).toEqual([newest?.id, second?.id]);
    expect(await listed({ account: '411000' })).toEqual([cheque, later, card]);
    expect(await listed({ account: '411000', date: { to: addDays(today, -1) } })).toEqual([]);
    expect(await listed({ account: '411000', date: { from: addDays(today, 1) } })).toEqual([later]);
    for (const date of spans()) {
      expect(await listed({ account: '411000', date })).toEqual([later, cheque, card]);
      expect(await pageByPage({ account: '411000', date })).toEqual([later, cheque, card]);
    }
  });

  it('goes on where it was, though its last entry has moved to another day', async () => {
    const date = addDays(today, 2);
    const first = (await booked('RECU11', addDays(date, 1))).payment.id;
    const last = (await booked('RECU10', date)).payment.id;
    const filter = { date: { from: date } };
    const before = await page({ filter, first: 2 });
    expect(before.edges.map(({ node }) => node.payment.id)).toEqual([first, last]);
    await ask(
      gateway.databaseUrl,
      `update journal_entries set date = '${addDays(date, 3)}' where payment_id = '${last}'`,
    );
    const after = await page({ filter, first: 2, after: before.pageInfo.endCursor });
    expect(after.edges.map(({ node }) => node.payment.id)).toEqual([later]);
  });

  it.each([
    [{ filter: { date: { from: 'today' } } }],
    [{ filter: { date: { from: '2026-01-01' } }, after: `jrn_${'0'.repeat(32)}` }],
    [{ filter: { date: { from: '2026-01-01' } }, after: `jrn_${'0'.repeat(32)}.2026-02-30` }],
    [{ filter: { date: { from: '2026-01-01' } }, after: `jrn_${'0'.repeat(32)}.2026-02-01.` }],
    [{ filter: {}, after: '2026-02-01' }],
    [{ filter: { text: 'x'.repeat(201) } }],
  ])('refuses %j', async (variables) => {
    expect(codesOf(await askGraphql(gateway, document, variables))).toEqual(['BAD_USER_INPUT']);
  });
});
