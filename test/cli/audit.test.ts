import { describe, expect, it } from 'vitest';
import { commandOn } from '../support/cli/run-gateway.ts';
import { databases } from '../support/databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';

describe.each(databases)('commands and the audit log ($name)', ({ open }) => {
  const gateway = openForGroup(async () => startGateway({ ...(await open()) }));
  const run = (...args: string[]) => commandOn(gateway, args);

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
    expect((await run('audit', 'list', '--from', 'yesterday')).code).toBe(2);
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
