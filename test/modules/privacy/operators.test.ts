import { describe, expect, it } from 'vitest';
import { recordAudit } from '../../../src/kernel/audit/record-audit.ts';
import { applyRetention, type RetentionOptions, type Retired } from '../../../src/modules/privacy/apply-retention.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup } from '../../support/open-for.ts';
import { ask, identifiers, openTestStore } from '../../support/store/examples.ts';

/** Which user ran a command is kept for a time only. */

const day = 86_400_000;
const now = Date.UTC(2030, 0, 1);
const periods = {
  ...{ notificationMs: null, payerMs: null, unconfirmedFileMs: null, idempotencyKeyMs: null },
  operatorMs: 300 * day,
  auditMs: null,
};

describe.each(drawnDatabases())('who ran a command, on $name', (database) => {
  const opened = openForGroup(() => openTestStore(database));

  const retire = (change: Partial<RetentionOptions> = {}): Promise<Retired> =>
    applyRetention(
      { store: opened.store, clock: () => now, identifiers, eventHandlers: [] },
      { periods, isRehearsal: false, limit: Number.POSITIVE_INFINITY, goesOn: async () => true, ...change },
    );
  const record = async (operator: string | null, days: number): Promise<string> => {
    const id = identifiers.newId('act');
    const action = { id, client: 'command line', operator, kind: 'IMPORT_FILE', subject: id } as const;
    await opened.store.transact((transaction) => transaction.insertAction({ ...action, at: now - days * day }));
    return id;
  };
  const operatorOf = async (subject: string) =>
    (await opened.store.recordedActions({ subject, beforeId: null, limit: 1 }))[0]?.operator;

  it('goes when it was long enough ago, and what was done stays', async () => {
    const [old, young, ofClient] = [
      await record('camille', 301),
      await record('camille', 299),
      await record(null, 301),
    ];
    expect((await retire({ isRehearsal: true })).operators).toBe(1);
    expect(await operatorOf(old)).toBe('camille');
    expect((await retire()).operators).toBe(1);
    // It still differs from an action of a client.
    expect([await operatorOf(old), await operatorOf(young), await operatorOf(ofClient)]).toEqual([
      'erased',
      'camille',
      null,
    ]);
    expect((await retire()).operators).toBe(0);
  });

  it('goes from the audit log batch by batch, the oldest first, as far as the limit', async () => {
    const actor = { client: 'command line', operator: 'camille' };
    await opened.store.transact(async (transaction) => {
      const write = (action: string, at: number) =>
        recordAudit({ clock: () => at, identifiers }, transaction, actor, { action });
      for (let index = 0; index < 450; index++) await write('old', now - 301 * day + index);
      await write('young', now - 299 * day);
    });
    const named = async () => {
      const rows = await ask(opened.databaseUrl, "select action, at from audit_entries where operator = 'camille'");
      return rows.map(({ action, at }) => [action, Number(at)] as const).toSorted(([, a], [, b]) => a - b);
    };
    const batches: number[] = [];
    const goesOn = async ({ operators }: Retired) => batches.push(operators) > 0;
    expect((await retire({ isRehearsal: true, goesOn })).operators).toBe(450);
    expect((await retire({ limit: 150, goesOn })).operators).toBe(200);
    expect((await named())[0]).toEqual(['old', now - 301 * day + 200]);
    expect((await retire({ goesOn })).operators).toBe(250);
    expect(batches).toEqual([450, 200, 200, 250]);
    expect(await named()).toEqual([['young', now - 299 * day]]);
  });
});
