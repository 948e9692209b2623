import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { recordAudit } from '../../src/kernel/audit/record-audit.ts';
import { createIdentifiers } from '../../src/kernel/identifiers.ts';
import { anchorAuditLog } from '../../src/modules/audit-log/anchor-audit-log.ts';
import { removeOldEntries } from '../../src/modules/audit-log/remove-old-entries.ts';
import { settlingMs } from '../../src/modules/event-log/chain.ts';
import { retentionMonthMs } from '../../src/modules/privacy/retention.ts';
import { db } from '../support/cli/restore-drill.ts';
import { temporaryFolder } from '../support/open-for.ts';

const folder = temporaryFolder('restore-audit-log');

describe('the audit log of a backup', () => {
  const fileOf = (name: string): string => path.join(folder, name, 'payments.sqlite');
  const start = Date.UTC(2026, 10, 25, 8);
  const later = start + 2 * retentionMonthMs;

  /** A backup of a database with one anchored entry, which the retention removes after a month where it `retires`. */
  async function backedUp(name: string, { retires }: { readonly retires: boolean }): Promise<string> {
    let now = start;
    const clock = () => now;
    await mkdir(path.dirname(fileOf(name)));
    const store = await openStore({ databaseUrl: `sqlite:${fileOf(name)}` });
    await store.migrate();
    const services = { store, clock, identifiers: createIdentifiers(clock) };
    await store.transact((tx) => recordAudit(services, tx, { client: 'boutique' }, { action: 'refundPayment' }));
    now += settlingMs + 1;
    await anchorAuditLog(services, async () => true);
    now = later;
    if (retires) await removeOldEntries(services, { before: now - retentionMonthMs, isRehearsal: false });
    await store.close();
    const backup = path.join(folder, `${name}-backup`);
    expect(await db(`sqlite:${fileOf(name)}`, ['backup', backup], {}, clock)).toMatchObject({ code: 0 });
    return backup;
  }
  const restore = (backup: string, to: string, ...options: string[]) =>
    db(`sqlite:${fileOf(to)}`, ['restore', backup, ...options], {}, () => later);

  it('is verified by a restore', async () => {
    const backup = await backedUp('whole', { retires: false });
    expect(await restore(backup, 'of-whole')).toMatchObject({
      ...{ code: 0, complaints: '', written: expect.stringContaining('The audit log holds: 2 entries, 1 anchor.') },
    });
    const database = new DatabaseSync(backup);
    const [{ id }] = database.prepare('select min(id) as id from audit_entries').all() as [{ id: string }];
    database.prepare('delete from audit_entries where id = ?').run(id);
    database.close();
    expect(await restore(backup, 'of-changed')).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(new RegExp(`ENTRY_MISSING {2}${id}.*\n.*The audit log of the backup does not`)),
    });
    expect(existsSync(fileOf('of-changed'))).toBe(false);
  });

  it('holds where entries were kept for fewer months than now, once a restore knows how many', async () => {
    const backup = await backedUp('raised', { retires: true });
    const refused = { code: 1, complaints: expect.stringContaining('ENTRY_MISSING') };
    expect(await restore(backup, 'of-raised')).toMatchObject(refused);
    expect(await restore(backup, 'of-raised', '--audit-months', '1')).toMatchObject({ code: 0, complaints: '' });
  });
});
