import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordAudit } from '../../../src/kernel/audit/record-audit.ts';
import { createIdentifiers } from '../../../src/kernel/identifiers.ts';
import { anchorAuditLog } from '../../../src/modules/audit-log/anchor-audit-log.ts';
import { removeOldEntries } from '../../../src/modules/audit-log/remove-old-entries.ts';
import { verifyAuditLog } from '../../../src/modules/audit-log/verify-audit-log.ts';
import { settlingMs } from '../../../src/modules/event-log/chain.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { ask, openTestStore } from '../../support/store/examples.ts';

const day = 86_400_000;

describe.each(drawnDatabases())('the audit log ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));
  let now = Date.UTC(2026, 10, 25, 9);

  const clock = () => now;
  let identifiers = createIdentifiers(clock);
  beforeEach(() => {
    now = Date.UTC(2026, 10, 25, 9);
    identifiers = createIdentifiers(clock);
  });
  const sql = (text: string) => ask(opened.databaseUrl, text);
  const write = async (action: string): Promise<string> => {
    now += 5;
    const actor = { client: 'boutique', operator: 'camille' };
    await opened.store.transact((transaction) => recordAudit({ clock, identifiers }, transaction, actor, { action }));
    const filter = { actors: null, action, object: null, outcome: null, from: null, until: null };
    return (await opened.store.auditEntries(filter, null, 1))[0]?.id ?? '';
  };
  const anchor = async () => {
    now += settlingMs + 1;
    await anchorAuditLog({ store: opened.store, clock }, async () => true);
  };
  const verify = async (
    noted: { number: number; hash: string }[] = [],
    keptMs: number | null = 39 * day,
    store: typeof opened.store = opened.store,
  ) => {
    const found: unknown[] = [];
    const report = await verifyAuditLog(store, { noted, keptMs, clock }, ({ kind, entry, anchor: number }) =>
      found.push([kind, entry, number]),
    );
    expect(report.problems).toBe(found.length);
    return { ...report, found };
  };
  /** Three entries in two anchors. */
  const anchored = async () => {
    const ids = [await write('one'), await write('two')];
    await anchor();
    ids.push(await write('three'));
    await anchor();
    expect(await verify()).toMatchObject({ entries: 3, anchors: 2, unanchored: 0, found: [] });
    return ids as [string, string, string];
  };

  it('holds, and says what is not anchored yet', async () => {
    expect(await verify()).toMatchObject({ entries: 0, anchors: 0, lastAnchor: null, found: [] });
    await anchored();
    await write('four');
    await anchorAuditLog({ store: opened.store, clock }, async () => true);
    const { lastAnchor, unanchored } = await verify();
    expect([lastAnchor?.number, unanchored]).toEqual([2, 1]);
  });

  it('finds a removed entry and a changed one', async () => {
    const [one, , three] = await anchored();
    await sql(`delete from audit_entries where id = '${one}'`);
    await sql(`update audit_entries set actor = 'other' where id = '${three}'`);
    expect((await verify()).found).toEqual([
      ['ENTRY_MISSING', one, 1],
      ['ENTRY_CHANGED', three, 2],
    ]);
  });

  it.each(['action', 'object', 'code', 'request', 'approval', 'outcome', 'roles'])(
    'finds a changed %s',
    async (column) => {
      const [one] = await anchored();
      const value = { outcome: 'REFUSED', roles: '["validation"]' }[column] ?? 'other';
      await sql(`update audit_entries set ${column} = '${value}' where id = '${one}'`);
      expect((await verify()).found).toEqual([['ENTRY_CHANGED', one, 1]]);
    },
  );

  it('finds an outcome that is none, which stops neither the list nor the retention', async () => {
    const [one, two, three] = await anchored();
    await sql(`update audit_entries set outcome = 'OTHER' where id = '${one}'`);
    expect((await verify()).found).toEqual([['ENTRY_CHANGED', one, 1]]);
    const any = { actors: null, action: null, object: null, outcome: null, from: null, until: null };
    expect((await opened.store.auditEntries(any, null, 3)).map(({ id }) => id)).toEqual([three, two, one]);
    const services = { store: opened.store, clock, identifiers };
    expect(await removeOldEntries(services, { before: now + 1, isRehearsal: false })).toBe(3);
  });

  it('finds an entry that was written into the past', async () => {
    const [one] = await anchored();
    const late = `${one.slice(0, -1)}${one.endsWith('0') ? '1' : '0'}`;
    await sql(`update audit_entries set id = '${late}' where id = '${one}'`);
    expect((await verify()).found).toEqual([
      ['ENTRY_MISSING', one, 1],
      ['NOT_ANCHORED', late, 1],
    ]);
  });

  it('finds a changed, a removed and an exchanged anchor', async () => {
    await anchored();
    const { lastAnchor } = await verify();
    await sql(`update audit_anchors set at = at + 1 where number = 1`);
    expect((await verify()).found).toEqual([['ANCHOR_CHANGED', null, 1]]);
    await sql(`delete from audit_anchors where number = 2`);
    expect((await verify()).found).toContainEqual(['ANCHOR_MISSING', null, 2]);
    expect((await verify([lastAnchor ?? { number: 0, hash: '' }])).found).toHaveLength(2);
    const other = { number: 1, hash: '0'.repeat(64) };
    expect((await verify([other])).found).toContainEqual(['ANCHOR_UNEXPECTED', null, 1]);
  });

  it('can be checked with the rows alone', async () => {
    await anchored();
    for (const row of await sql('select * from audit_anchors order by number')) {
      const { previous_hash, number, at, from_entry, until_entry, entries } = row;
      const covered = [previous_hash, Number(number), Number(at), from_entry, until_entry, JSON.parse(String(entries))];
      expect(row.hash).toBe(createHash('sha256').update(JSON.stringify(covered)).digest('hex'));
    }
  });

  it('anchors what is written after a clock that was ahead', async () => {
    now += day;
    await write('ahead');
    await anchor();
    now -= day;
    now += 5;
    const other = createIdentifiers(clock);
    await opened.store.transact((transaction) =>
      recordAudit({ clock, identifiers: other }, transaction, { client: 'boutique' }, { action: 'after' }),
    );
    await anchor();
    expect(await verify()).toMatchObject({ anchors: 2, found: [] });
  });

  it('does not report what is to be anchored again after a clock that was ahead', async () => {
    now += 10 * 60_000;
    await write('ahead');
    await anchor();
    now -= 15 * 60_000;
    const other = createIdentifiers(clock);
    await anchorAuditLog({ store: opened.store, clock }, async () => true);
    await opened.store.transact((transaction) =>
      recordAudit({ clock, identifiers: other }, transaction, { client: 'boutique' }, { action: 'after' }),
    );
    expect(await verify()).toMatchObject({ entries: 2, unanchored: 1, found: [] });
    await anchor();
    expect(await verify()).toMatchObject({ entries: 2, unanchored: 0, found: [] });
  });

  it('forgets who ran a command, and still holds', async () => {
    const [one] = await anchored();
    expect(await opened.store.countAuditOperators(now + 1)).toBe(3);
    expect(await opened.store.transact((transaction) => transaction.forgetAuditOperators(now + 1, 200))).toBe(3);
    expect((await opened.store.auditEntry(one))?.operator).toBe('erased');
    expect(await opened.store.countAuditOperators(now + 1)).toBe(0);
    expect((await verify()).found).toEqual([]);
  });

  it('tells what the retention removed from what was taken away', async () => {
    const [one, two, three] = await anchored();
    now += 40 * day;
    const services = { store: opened.store, clock, identifiers };
    const before = now - 39 * day;
    expect(await removeOldEntries(services, { before, isRehearsal: true })).toBe(3);
    expect((await verify()).entries).toBe(3);
    expect(await removeOldEntries(services, { before, isRehearsal: false })).toBe(3);
    expect(await opened.store.auditEntry(one)).toBeNull();
    await anchor();
    expect(await verify()).toMatchObject({ entries: 1, anchors: 3, found: [] });
    // The entry that says so is one of the log: without it, they are missing.
    await sql(`delete from audit_entries where action = 'removeAuditEntries'`);
    const missing = (await verify()).found.map((problem) => (problem as string[])[1]);
    expect(missing).toEqual(expect.arrayContaining([one, two, three]));
    expect(await removeOldEntries(services, { before, isRehearsal: false })).toBe(0);
  });

  it('holds while the retention removes entries', async () => {
    const [one] = await anchored();
    now += 40 * day;
    const services = { store: opened.store, clock, identifiers };
    const removing = Object.create(opened.store, {
      anchorsAfter: {
        value: async (...asked: Parameters<typeof opened.store.anchorsAfter>) => {
          await removeOldEntries(services, { before: now - 39 * day, isRehearsal: false });
          return opened.store.anchorsAfter(...asked);
        },
      },
    });
    expect((await verify([], 39 * day, removing)).found).toEqual([]);
    expect(await opened.store.auditEntry(one)).toBeNull();
  });

  it('believes no removal of entries that are young', async () => {
    const [one, two] = await anchored();
    const actor = { client: 'clock' };
    const facts = { action: 'removeAuditEntries', object: two };
    await opened.store.transact((transaction) => recordAudit({ clock, identifiers }, transaction, actor, facts));
    await sql(`delete from audit_entries where id = '${one}'`);
    expect((await verify()).found).toEqual([['ENTRY_MISSING', one, 1]]);
  });

  it.each([
    ['of today', 0],
    ['that gives itself a moment to come', 4000 * day],
  ])('believes no note %s about entries that the retention still keeps', async (_what, ahead) => {
    const [one, two, three] = await anchored();
    // Older than a month, and to be kept for sixty.
    now += 100 * day;
    const facts = { action: 'removeAuditEntries', object: three };
    const forging = { clock: () => now + ahead, identifiers };
    await opened.store.transact((transaction) => recordAudit(forging, transaction, { client: 'clock' }, facts));
    await sql(`delete from audit_entries where id in ('${one}', '${two}')`);
    for (const keptMs of [60 * 31 * day, null])
      expect((await verify([], keptMs)).found).toEqual([
        ['ENTRY_MISSING', one, 1],
        ['ENTRY_MISSING', two, 1],
      ]);
    expect((await verify([], 99 * day)).found).toEqual([]);
  });
});
