import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { wholeCommandLine } from '../../scripts/documentation/command-line.ts';
import { doingOf } from '../../src/cli/operator/shown-data.ts';
import { openDatabaseTools } from '../../src/store/open-store.ts';
import { handledFile } from '../support/bank-statements/handled.ts';
import { commandOn } from '../support/cli/run-gateway.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';

const all = { actors: null, action: null, object: null, outcome: null, from: null, until: null };

it('every command is in the table of what shows data', async () => {
  const leaves = (command: Command, name = ''): string[] =>
    command.commands.length === 0
      ? [name]
      : command.commands.flatMap((one) => leaves(one, name === '' ? one.name() : `${name} ${one.name()}`));
  expect(leaves(await wholeCommandLine()).toSorted()).toEqual(Object.keys(doingOf).toSorted());
});

describe.each(drawnDatabases())('commands and the audit log ($name)', ({ open }) => {
  const gateway = openForGroup(async () => startGateway({ ...(await open()) }));
  const run = (...args: string[]) => commandOn(gateway, args);
  const shown = (...args: readonly string[]) => commandOn(gateway, args, { openDatabaseTools });

  it('a command that changes something has an entry, one that reads or rehearses has none', async () => {
    expect((await run('privacy', 'retention', '--dry-run')).code).toBe(0);
    expect((await run('audit', 'list')).written).toBe('There is no entry.\n');
    expect((await run('privacy', 'retention')).code).toBe(0);
    const [entry, ...others] = JSON.parse((await run('audit', 'list', '--json')).written);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ action: 'privacy retention', actor: 'command line', outcome: 'DONE', request: null });
    expect(entry.operator).not.toBeNull();
  });

  it('exports as CSV, and the export has an entry', async () => {
    const { written } = await run('audit', 'export', '--action', 'audit export');
    const [head, row] = written.split('\r\n');
    expect(head).toBe('\uFEFFid;at;actor;roles;operator;action;object;outcome;code;request;approval');
    expect(row).toMatch(/^aud_[0-9a-f]{32};\d{4}-[^;]+Z;command line;;[^;]*;audit export;;DONE;;;$/);
    for (const from of ['yesterday', '2026-02-31', '2026-02-31T08:00:00Z'])
      expect([from, (await run('audit', 'list', '--from', from)).code]).toEqual([from, 2]);
  });

  it('a command that shows people, settings or all data has an entry before it does', async () => {
    const { payment } = await initiated(gateway, { email: 'a.client@example.fr' });
    const newest = async () => (await gateway.store.auditEntries(all, null, 1))[0];
    expect((await shown('payment', 'show', payment.id)).code).toBe(0);
    expect((await newest())?.action).not.toBe('payment show');
    for (const [args, object] of [
      [['payment', 'show', payment.id, '--personal'], payment.id],
      [['payment', 'show', payment.reference, '--personal'], payment.id],
      [['privacy', 'export', '--email', 'a.client@example.fr'], null],
      [['journal', 'suspense', '--societe', '1'], null],
      [['books', 'reconcile', '--societe', '1', '--from', '2026-01-01'], null],
      [['bank', 'exceptions', '--json'], null],
      [['console', 'people'], null],
      [['config', 'print'], null],
      [['db', 'migrate'], null],
    ] as const) {
      expect([args, (await shown(...args)).code]).toEqual([args, 0]);
      const action = args.slice(0, 2).join(' ');
      expect(await newest()).toMatchObject({ action, object, outcome: 'DONE', actor: 'command line' });
    }
    expect(JSON.stringify(await newest())).not.toContain('a.client');
  });

  it('a command that was refused after it was announced has a second entry that says so', async () => {
    const { payment } = await initiated(gateway, { idCommande: 'refused' });
    const newest = async () => (await gateway.store.auditEntries(all, null, 2)).map(({ id: _, at: __, ...one }) => one);
    expect((await run('payment', 'refund', payment.id, '--yes')).code).toBe(1);
    expect(await newest()).toMatchObject([
      { action: 'payment refund', object: payment.id, outcome: 'FAILED', code: 'OPERATION_NOT_POSSIBLE' },
      { action: 'payment refund', outcome: 'DONE', code: null },
    ]);
    const batch = ['sepa', 'batch', '--societe', '99', '--run-mode', 'TEST'];
    expect((await run(...batch)).complaints).toContain('error: --societe is not a société of this gateway: 1, 2');
    expect(await newest()).toMatchObject([
      { action: 'sepa batch', object: 'TEST 99', outcome: 'FAILED', code: 'INVALID_INPUT' },
      { action: 'sepa batch', object: 'TEST 99', outcome: 'DONE' },
    ]);
  });

  it('so has one whose refusal is written in words for a person', async () => {
    const id = handledFile.id;
    // The process that received it died before it read it, and it is none that a bank writes.
    const unread = { status: 'AWAITS_CONFIRMATION', format: null, decidedBy: null } as const;
    await gateway.store.transact(async (transaction) => {
      await transaction.insertBankFile({ ...handledFile, ...unread });
      await transaction.insertBankFilePart(id, 0, Buffer.from('no XML'));
    });
    const { code, complaints } = await run('bank', 'confirm', id);
    expect([code, complaints]).toEqual([1, 'The file does not wait for a confirmation: it is REFUSED.\n']);
    expect(await gateway.store.auditEntries(all, null, 2)).toMatchObject([
      { action: 'bank confirm', object: id, outcome: 'FAILED', code: 'INVALID_INPUT' },
      { action: 'bank confirm', object: id, outcome: 'DONE' },
    ]);
  });

  it('an entry says what it is about, by whatever name the command was given it', async () => {
    const { payment } = await initiated(gateway, { idCommande: 'named' });
    const newest = async (count: number) => gateway.store.auditEntries(all, null, count);
    expect((await run('payment', 'refund', payment.reference, '--yes')).code).toBe(1);
    expect(await newest(2)).toMatchObject([
      { action: 'payment refund', object: payment.id, outcome: 'FAILED' },
      { action: 'payment refund', object: payment.id, outcome: 'DONE' },
    ]);
    await run('payment', 'refresh', payment.reference);
    expect((await run('actions', '--limit', '1')).written).toMatch(
      /^ {2}at +action +who +about\n.* REFRESH_PAYMENT .*\nThere are more: --limit 5 shows them\.\n$/,
    );
    expect((await newest(1))[0]).toMatchObject({ action: 'payment refresh', object: payment.id });
  });

  it('a backup that was refused has a second entry that says so', async () => {
    const nowhere = ['db', 'backup', '/nowhere/at/all'];
    expect((await shown(...nowhere)).code).toBe(1);
    expect((await gateway.store.auditEntries(all, null, 2)).toReversed()).toMatchObject([
      { action: 'db backup', outcome: 'DONE', code: null },
      { action: 'db backup', outcome: 'FAILED', code: 'UNUSABLE' },
    ]);
    expect((await shown('db', 'restore', '/nowhere/at/all')).complaints).toContain('There is no backup at');
    expect(await gateway.store.auditEntries(all, null, 1)).toMatchObject([{ action: 'db restore', outcome: 'FAILED' }]);
  });

  it('a wrong value is named by its option', async () => {
    const batch = ['sepa', 'batch', '--societe', '1', '--run-mode', 'TEST'];
    const reconcile = ['books', 'reconcile', '--societe', '1', '--from', '2026-11-30', '--to', '2026-11-01'];
    for (const [args, words] of [
      [[...batch, '--cut-off', 'soon'], '--cut-off must be a date'],
      [reconcile, '--to must not lie before --from.'],
      [['bank', 'list', '--status', 'NOPE'], "'--status <status>' argument 'NOPE' is invalid"],
      [['bank', 'rules', 'preview', '--societe', '99'], '--societe must be one of 1, 2'],
      [['bank', 'rules', 'preview', 'package.json', '--societe', '1'], '--societe, --from and --to are of stored'],
      [['bank', 'rules', 'preview', '/nowhere/at.xml'], 'there is no file /nowhere/at.xml.'],
      [['customer', 'import', '/nowhere/at.csv'], 'there is no file /nowhere/at.csv.'],
    ] as const) {
      expect(await run(...args)).toMatchObject({ code: 2, complaints: expect.stringContaining(words) });
    }
  });

  it('prints the settings also where there is no database, and says that this is not noted', async () => {
    const nowhere = { databaseUrl: 'sqlite:/nowhere/at/all.sqlite', now: gateway.now };
    const { code, written, complaints } = await commandOn(nowhere, ['config', 'print']);
    expect([code, complaints]).toEqual([0, expect.stringContaining('The audit log has no entry of this')]);
    expect(JSON.parse(written)).toHaveProperty('deployment');
  });

  it('are verified with the event log', async () => {
    const { written, code } = await run('event-log', 'verify');
    expect(code).toBe(0);
    expect(written).toContain('The audit log holds: ');
    expect((await run('event-log', 'verify', '--expect-audit', `1:${'0'.repeat(64)}`)).complaints).toContain(
      'The audit log does not hold.',
    );
  });
});
