import { describe, expect, it } from 'vitest';
import { openStore } from '../../../src/app/store.ts';
import { defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import { parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import { amountOf, type PostedEntry } from '../../../src/modules/accounting/journal.ts';
import { entryHash } from '../../../src/modules/accounting/journal-chain.ts';
import { postJournal } from '../../../src/modules/accounting/post-journal.ts';
import { erasePerson } from '../../../src/modules/privacy/erase-person.ts';
import { exportPerson } from '../../../src/modules/privacy/export-person.ts';
import { changed, entriesOf, notifyCard, payByCard, recorded } from '../../support/accounting/books.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { ask, identifiers } from '../../support/store/examples.ts';

describe.each(drawnDatabases())('the journal on $name', ({ open, name }) => {
  const gateway = openForGroup(() => startGateway({ open }));

  const exercise = () => Number(parisDateOf(gateway.now()).slice(0, 4));
  const posted = (idSociete = '1') =>
    gateway.store.postedEntries({ idSociete, runMode: 'TEST', exercise: exercise() }, 0, 10_000);

  function expectWhole(entries: readonly PostedEntry[]): void {
    const numbers = new Map<string, number>();
    let previousHash: string | null = null;
    for (const [index, entry] of entries.entries()) {
      const { hash, ...place } = entry.posting;
      expect(place.position).toBe(index + 1);
      expect(place.number).toBe((numbers.get(entry.journal.code) ?? 0) + 1);
      numbers.set(entry.journal.code, place.number);
      expect(place.previousHash).toBe(previousHash);
      expect(entryHash(entry, place)).toBe(hash);
      expect(amountOf(entry.lines)).toBeGreaterThan(0);
      previousHash = hash;
    }
  }

  it('has nothing of a payment that only waits', async () => {
    expect(await entriesOf(gateway, await initiated(gateway))).toEqual([]);
  });

  it('has a card payment once, however often the bank tells of it', async () => {
    const paid = await payByCard(gateway);
    await Promise.all(Array.from({ length: 10 }, () => notifyCard(gateway, paid)));
    expect(await entriesOf(gateway, paid)).toMatchObject([
      {
        kind: 'CARD_PAID',
        event: { paymentId: paid.payment.id, sequence: 2 },
        lines: [
          { account: '511500', auxiliary: null, debitCents: 1250, creditCents: 0 },
          { account: '411000', auxiliary: '2263', debitCents: 0, creditCents: 1250 },
        ],
        posting: null,
      },
    ]);
  });

  it('gives numbers without gaps in the background, each journal its own', async () => {
    await payByCard(gateway);
    await initiated(gateway, { ...recorded, accounting: { means: 'CHEQUE', pieceReference: 'CHQ 1' } });
    await gateway.runWorkers('journal');
    const entries = await posted();
    expect(entries.length).toBeGreaterThanOrEqual(3);
    expect(new Set(entries.map(({ journal }) => journal.code))).toEqual(new Set(['CB', 'OD']));
    expectWhole(entries);
    await gateway.runWorkers('journal');
    expect(await posted()).toEqual(entries);
  });

  it('keeps a paid payment that is cancelled as two entries: the second one undoes the first', async () => {
    const paid = await payByCard(gateway);
    expect(await notifyCard(gateway, paid, { vads_trans_status: 'CANCELLED' })).toBe(200);
    const [first, second] = await entriesOf(gateway, paid);
    expect(second).toMatchObject({ kind: 'CANCELLED', reverses: first?.id });
    expect(second?.lines).toMatchObject([
      { account: '411000', debitCents: 1250 },
      { account: '511500', creditCents: 1250 },
    ]);
  });

  it('follows a transfer that comes, with a surplus, and is taken back for a fee', async () => {
    const transfer = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA' });
    await changed(gateway, transfer.payment.id, 'PAID', 'BANK_STATEMENT', { surplusCents: 50 });
    await changed(gateway, transfer.payment.id, 'RETURNED', 'BANK_STATEMENT', { feeCents: 89 });
    expect((await entriesOf(gateway, transfer)).map(({ kind, lines }) => [kind, amountOf(lines)])).toEqual([
      ['TRANSFER_RECEIVED', 1300],
      ['RETURNED', 1339],
    ]);
  });

  it('keeps the number of a customer who was erased, and gives money back under it', async () => {
    const paid = await payByCard(gateway, { idClient: '7777', email: 'oubli@example.fr' });
    const before = await entriesOf(gateway, paid);
    await initiated(gateway, { ...recorded, idClient: '7777', accounting: { operator: 'm.durand' } });
    const copy = JSON.stringify(await exportPerson(gateway.store, { idClient: '7777', idSociete: null }));
    expect(copy).toContain('"account":"411000","auxiliary":"7777"');
    expect(copy).not.toContain('durand');
    const services = { store: gateway.store, clock: gateway.now, identifiers, eventHandlers: [] };
    const person = { idClient: '7777', idSociete: null };
    await erasePerson(services, { person, pseudonym: 'erased-1', erasesClientNumber: true, isRehearsal: false });
    expect(await entriesOf(gateway, paid)).toEqual(before);
    await notifyCard(gateway, paid, { vads_trans_status: 'CANCELLED' });
    const [, undone] = await entriesOf(gateway, paid);
    expect(undone?.lines[0]).toMatchObject({ account: '411000', auxiliary: '7777', debitCents: 1250 });
    expect((await gateway.store.paymentById(paid.payment.id))?.idClient).toBe('erased-1');
  });

  it('loses an entry with its event, and an event with its entry', async () => {
    const { payment } = await initiated(gateway);
    const before = await gateway.store.eventsOf(payment.id, 0, 10);
    const store: typeof gateway.store = {
      ...gateway.store,
      transact: (work) =>
        gateway.store.transact((transaction) => {
          const insertJournalEntry = () => Promise.reject(new Error('no entry can be written'));
          return work({ ...transaction, insertJournalEntry });
        }),
    };
    await expect(changed({ ...gateway, store }, payment.id, 'PAID', 'BANK_NEWS')).rejects.toThrow(
      'no entry can be written',
    );
    expect(await gateway.store.eventsOf(payment.id, 0, 10)).toEqual(before);
    expect(await gateway.store.journalEntriesOf(payment.id)).toEqual([]);
    expect((await gateway.store.paymentById(payment.id))?.status).toBe('REQUIRES_ACTION');
  });

  it('has no gap where several post at once while others pay, and where posting fails half-way', async () => {
    const other = await openStore({ databaseUrl: gateway.databaseUrl });
    const services = (store: typeof other) => ({ store, clock: gateway.now, rulesOf: () => defaultAccountingRules });
    let failures = 2;
    const failing = {
      ...services(gateway.store),
      clock: () => {
        if (failures-- > 0) throw new Error('the process died');
        return gateway.now();
      },
    };
    try {
      const paying = Array.from({ length: 30 }, (_, index) =>
        initiated(gateway, { ...recorded, idSociete: '2', amount: index + 1 }),
      );
      await Promise.allSettled([postJournal(failing), postJournal(services(other)), postJournal(failing)]);
      await Promise.all([...paying, postJournal(services(gateway.store)), postJournal(services(other))]);
      await Promise.all([postJournal(services(gateway.store)), postJournal(services(other))]);
    } finally {
      await other.close();
    }
    const entries = await posted('2');
    expect(entries).toHaveLength(30);
    expectWhole(entries);
  });

  it('is guarded by the database itself', async () => {
    await payByCard(gateway);
    await gateway.runWorkers('journal');
    const [entry] = await posted();
    const id = entry?.id ?? '';
    for (const [statement, message] of [
      [`update journal_entries set label = 'x' where id = '${id}'`, 'never changes'],
      [`delete from journal_entries where id = '${id}'`, 'never taken out'],
      [`update journal_lines set debit_cents = 1 where entry_id = '${id}'`, 'never changes'],
      [`delete from journal_lines where entry_id = '${id}'`, name === 'sqlite' ? 'never taken out' : 'never changes'],
      [`insert into journal_lines values ('${id}', 3, '471000', 'x', null, 1, 0)`, 'never changes'],
    ] as const)
      await expect(ask(gateway.databaseUrl, statement), statement).rejects.toThrow(message);
    const paid = await payByCard(gateway);
    const [unposted] = await entriesOf(gateway, paid);
    await ask(
      gateway.databaseUrl,
      `insert into journal_lines values ('${unposted?.id}', 3, '471000', 'x', null, 1, 0)`,
    );
    await ask(
      gateway.databaseUrl,
      `insert into journal_lines values ('${unposted?.id}', 4, '471000', 'x', null, 1, 0)`,
    );
    await expect(
      ask(
        gateway.databaseUrl,
        `update journal_entries set position = 9000, number = 9000, posted_at = 1, hash = 'x' where id = '${unposted?.id}'`,
      ),
    ).rejects.toThrow('does not balance');
    // An unreadable entry holds up the poster, and no payment.
    await expect(gateway.store.unpostedEntries('', 10)).rejects.toThrow();
    await payByCard(gateway);
  });
});
