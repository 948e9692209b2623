import { rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/open-for.ts';
import { type GatewayProcess, startProcess } from '../support/process.ts';
import { legacyPath } from '../support/requests.ts';

/** The gateway as a developer starts it, under npm and its shell. */

const root = path.resolve(import.meta.dirname, '../..');

const folder = temporaryFolder('npm');

const startByNpm = (script: readonly string[], environment: Record<string, string> = {}): Promise<GatewayProcess> =>
  startProcess(
    {
      ...environment,
      HOME: folder,
      npm_config_update_notifier: 'false',
      DATABASE_URL: `sqlite:${path.join(folder, script.join('-'), 'payments.sqlite')}`,
    },
    root,
    ['npm', ...script],
  );

async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

async function untilGone({ url, output }: GatewayProcess): Promise<void> {
  await expect.poll(output).toContain('stopped');
  const state = () =>
    fetch(url).then(
      () => 'open',
      () => 'closed',
    );
  await expect.poll(state).toBe('closed');
}

describe('npm start', () => {
  it('ends the gateway cleanly when npm is stopped', async () => {
    const gateway = await startByNpm(['start']);
    await gateway.stop('SIGTERM');
    await untilGone(gateway);
  });
});

describe('npm run dev', () => {
  it('starts again when a source file or the config changes, keeps the payments, and ends with npm', async () => {
    const config = path.join(folder, 'config.json');
    await writeFile(config, '{}');
    const gateway = await startByNpm(['run', 'dev'], { CONFIG: config });
    const pay = async () => {
      const answer = await fetch(`${gateway.url}${legacyPath({ idCommande: 'kept' })}?format=json`);
      return (await answer.json()) as { readonly payment_id: string; readonly replayed: boolean };
    };
    const starts = () => gateway.output().split('Règlement takes payments at').length - 1;
    const first = await pay();
    await expect.poll(starts).toBe(1);
    await expect
      .poll(gateway.output)
      .toMatch(/It restarts when a source file or the config changes\. Payments stay in \S+payments\.sqlite\./);
    await utimes(path.join(root, 'src/kernel/money.ts'), new Date(), new Date());
    await expect.poll(starts).toBe(2);
    expect(await pay()).toMatchObject({ payment_id: first.payment_id, replayed: true });
    // As an editor saves: a new file in the place of the old one. What is wrong in it is said, and corrected.
    await replaceFile(config, '{ "nonsense": 1 }');
    await expect.poll(gateway.output).toContain('nonsense: is not a setting that is known');
    await replaceFile(config, '{ "rest": { "envelopeCasing": "pascal" } }');
    await expect.poll(starts).toBe(3);
    const refused = await fetch(`${gateway.url}${legacyPath({ amount: 0 })}?format=json`);
    expect(await refused.json()).toHaveProperty('ResponseStatus');
    await gateway.stop('SIGTERM');
    await untilGone(gateway);
  });
});
