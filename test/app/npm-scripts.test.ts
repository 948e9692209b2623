import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GatewayProcess, startProcess } from '../support/process.ts';

/** The gateway as a developer starts it, under npm and its shell. */

const root = path.resolve(import.meta.dirname, '../..');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reglement-npm-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const startByNpm = (...script: string[]): Promise<GatewayProcess> =>
  startProcess(
    {
      HOME: folder,
      npm_config_update_notifier: 'false',
      DATABASE_URL: `sqlite:${path.join(folder, script.join('-'), 'payments.sqlite')}`,
    },
    root,
    ['npm', ...script],
  );

async function untilGone({ url, output }: GatewayProcess): Promise<void> {
  await expect.poll(output, { timeout: 20_000 }).toContain('stopped');
  const state = () =>
    fetch(url).then(
      () => 'open',
      () => 'closed',
    );
  await expect.poll(state, { timeout: 10_000 }).toBe('closed');
}

describe('npm start', () => {
  it('ends the gateway cleanly when npm is stopped', async () => {
    const gateway = await startByNpm('start');
    await gateway.stop('SIGTERM');
    await untilGone(gateway);
  });
});
