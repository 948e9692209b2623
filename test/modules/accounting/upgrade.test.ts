import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/app/store.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { ask, examplePayment, insertPayment } from '../../support/store/examples.ts';
import { openOlder } from '../../support/store/older-shape.ts';

/** Books from before suspense existed, and statements from before their day was stored. */

describe.each(drawnDatabases())('the statements of an older version ($name)', (databaseKind) => {
  it('are of the day on which they came', async () => {
    const { databaseUrl, dispose } = await openOlder(databaseKind, '0029-statement-days.ts');
    const store = await openStore({ databaseUrl });
    const counts = ['steps', 'done', 'applied_count', 'repeated_count', 'exception_count', 'ignored_count'];
    const columns = ['id', 'name', 'digest', 'source', 'received_by', 'rights', 'status', 'received_at', 'updated_at'];
    const file = `'bkf_1', 'x', 'd', 'UPLOAD', 'y', '{}', 'IMPORTED', ${Date.UTC(2026, 10, 25, 9)}, 1, 1`;
    const into = [...columns, 'size_bytes', ...counts].join(', ');
    await ask(databaseUrl, `insert into bank_files (${into}) values (${file}, ${counts.map(() => 0)})`);
    await ask(databaseUrl, `insert into bank_statements values ('FR1', 7, 'bkf_1')`);
    await store.migrate();
    const of = { iban: 'FR1', number: 9, from: '2026-11-25', until: '2026-11-25' };
    const known = await store.transact((transaction) => transaction.lastStatementUpTo(of));
    expect(known).toEqual({ iban: 'FR1', number: 7, day: '2026-11-25' });
    await store.close();
    await dispose();
  });
});

describe.each(drawnDatabases())('the journal of an older version ($name)', (databaseKind) => {
  it('is the same after the upgrade, and guarded as it was', async () => {
    const { databaseUrl, dispose } = await openOlder(databaseKind, '0026-suspense.ts');
    const store = await openStore({ databaseUrl });
    try {
      const payment = examplePayment();
      // Without its try: today's has columns that its table had not yet.
      await store.transact(async (transaction) => {
        await insertPayment(transaction, payment);
      });
      const [first, second] = [`jrn_${'1'.repeat(32)}`, `jrn_${'2'.repeat(32)}`];
      const columns = [
        ...['id', 'id_societe', 'run_mode', 'journal_code', 'journal_label', 'kind', 'piece_reference', 'piece_date'],
        ...['label', 'amount_cents', 'payment_id', 'event_sequence', 'reverses', 'created_at', 'date', 'exercise'],
      ].join(', ');
      const common = (kind: string) => `'1', 'TEST', 'CB', 'Cartes', '${kind}', 'P1', '2026-11-25', 'X', 500`;
      const where = `1, '2026-11-25', 2026`;
      const insert = `insert into journal_entries (${columns}) values`;
      await ask(databaseUrl, `${insert} ('${first}', ${common('CARD_PAID')}, '${payment.id}', 1, null, ${where})`);
      await ask(databaseUrl, `${insert} ('${second}', ${common('REVERSAL')}, null, null, '${first}', ${where})`);
      for (const [id, sides] of [[first, [500, 0]] as const, [second, [0, 500]] as const]) {
        await ask(databaseUrl, `insert into journal_lines values ('${id}', 1, '511500', 'Cartes', null, ${sides})`);
        const other = sides.toReversed();
        await ask(databaseUrl, `insert into journal_lines values ('${id}', 2, '411000', 'Clients', '2263', ${other})`);
      }
      await ask(
        databaseUrl,
        `update journal_entries set position = 1, number = 1, posted_at = 2, hash = 'h' where id = '${first}'`,
      );

      await store.migrate();

      const entries = await store.journalEntries({ idSociete: '1', runMode: 'TEST', limit: 10, beforeId: null });
      expect(entries).toMatchObject([
        { id: second, reverses: first, posting: null, bankEntryId: null, clears: null, lines: [{}, {}] },
        {
          id: first,
          event: { paymentId: payment.id, sequence: 1 },
          posting: { number: 1, hash: 'h' },
          bankEntryId: null,
        },
      ]);
      expect(entries[1]?.lines).toMatchObject([{ debitCents: 500 }, { creditCents: 500, auxiliary: '2263' }]);
      for (const [statement, message] of [
        [`update journal_entries set label = 'y' where id = '${first}'`, 'never changes'],
        [`update journal_entries set label = 'y' where id = '${second}'`, 'never changes'],
        [`update journal_entries set clears = '${first}' where id = '${second}'`, 'never changes'],
        [`delete from journal_entries where id = '${second}'`, 'never taken out'],
        [`update journal_lines set debit_cents = 1 where entry_id = '${second}'`, 'never changes'],
        [`insert into journal_lines values ('${first}', 3, '471000', 'x', null, 1, 0)`, 'never changes'],
        [`insert into journal_lines values ('jrn_none', 1, '471000', 'x', null, 1, 0)`, /foreign key/i],
        [`${insert} ('jrn_3', ${common('REVERSAL')}, null, null, '${first}', ${where})`, /unique/i],
        [`${insert} ('jrn_3', ${common('SUSPENSE')}, null, null, null, ${where})`, 'journal_entries_source'],
        [`${insert} ('jrn_3', ${common('CARD_PAID')}, '${payment.id}', 1, null, ${where})`, /unique/i],
      ] as const) {
        await expect(ask(databaseUrl, statement), statement).rejects.toThrow(message);
      }
      expect(await store.reversalOf(first)).toMatchObject({ id: second });
    } finally {
      await store.close();
      await dispose();
    }
  });
});
