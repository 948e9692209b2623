import { describe, expect, it } from 'vitest';
import { recordAudit } from '../../../src/kernel/audit/record-audit.ts';
import { anonymous, type Caller, type Scope } from '../../../src/kernel/caller.ts';
import { confirmCompared, readRestoreToCompare, recordRestore } from '../../../src/modules/workload/restores.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';
import { at, identifiers, initiate, openTestStore } from '../../support/store/examples.ts';

describe.each(drawnDatabases())('a restore that waits to be compared ($name)', (database) => {
  const opened = openForEach(() => openTestStore(database));
  const servicesAt = (now: number) => ({ store: opened.store, clock: () => now, identifiers });
  const seenBy = (change: Partial<Caller>) => readRestoreToCompare(opened, { ...anonymous, ...change });
  const seen = () => seenBy({});

  it('waits until a person confirms it, together with those before it', async () => {
    expect(await seen()).toBe(null);
    await recordRestore(servicesAt(2000), 1000);
    expect(await seen()).toEqual({ restoredAt: 2000, knownUntil: 1000 });
    // Of a younger backup.
    await recordRestore(servicesAt(3000), 2500);
    expect(await seen()).toEqual({ restoredAt: 3000, knownUntil: 1000 });
    const both = [
      { restoredAt: 2000, knownUntil: 1000 },
      { restoredAt: 3000, knownUntil: 2500 },
    ];
    expect(await confirmCompared(servicesAt(4000))).toEqual(both);
    expect(await seen()).toBe(null);
    expect(await confirmCompared(servicesAt(4000))).toEqual([]);
    await recordRestore(servicesAt(5000), null);
    expect(await seen()).toEqual({ restoredAt: 5000, knownUntil: null });
    await recordRestore(servicesAt(6000), 4500);
    expect(await seen()).toEqual({ restoredAt: 6000, knownUntil: null });
  });

  it('is later than what it knows, and than the one before it, where the clock is slow', async () => {
    const restored = async () => recordRestore(servicesAt(2000), await opened.store.newestRecord());
    expect(await restored()).toEqual({ restoredAt: 2000, knownUntil: null });
    expect(await recordRestore(servicesAt(2000), 5000)).toEqual({ restoredAt: 5001, knownUntil: 5000 });
    expect(await confirmCompared(servicesAt(2000))).toHaveLength(2);
    expect(await restored()).toEqual({ restoredAt: 5002, knownUntil: 5001 });
    expect(await seen()).toEqual({ restoredAt: 5002, knownUntil: 5001 });
  });

  it('is later than the newest record, where the clock is slow and the moment of the backup is given', async () => {
    await initiate(opened.store);
    expect(await recordRestore(servicesAt(at - 300_000), at - 3_600_000)).toEqual({
      ...{ restoredAt: at + 1, knownUntil: at - 3_600_000 },
    });
    expect(await recordRestore(servicesAt(at - 300_000), null)).toEqual({ restoredAt: at + 2, knownUntil: null });
  });

  it('is shown to those who may do something twice', async () => {
    await recordRestore(servicesAt(2000), 1000);
    const holding = (...scopes: readonly Scope[]) => seenBy({ scopes: new Set(scopes) });
    for (const scope of ['refund', 'decide', 'batches', 'operations'] as const)
      expect([scope, await holding(scope)]).toEqual([scope, expect.objectContaining({ restoredAt: 2000 })]);
    expect(await holding('read', 'initiate', 'mandates', 'bankFiles')).toBe(null);
    const approver = { id: 'per_1', name: 'Chef', roles: [], refundLimitCents: 0, sessionId: 'ses_1' };
    const proof = { confirmedAt: null, confirmedUntil: null, rights: new Set(['approve'] as const) };
    expect(await seenBy({ scopes: new Set(['read']), person: { ...approver, ...proof } })).not.toBe(null);
  });

  it('goes back to the newest record of any kind', async () => {
    const newest = () => opened.store.newestRecord();
    expect(await newest()).toBe(null);
    await initiate(opened.store);
    expect(await newest()).toBe(at);
    const services = servicesAt(at + 1);
    await opened.store.transact((transaction) =>
      recordAudit(services, transaction, anonymous, { action: 'db backup' }),
    );
    expect(await newest()).toBe(at + 1);
    await initiate(opened.store);
    expect(await newest()).toBe(at + 1);
  });
});
