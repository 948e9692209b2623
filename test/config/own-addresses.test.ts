import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** What the config says where the addresses of this machine cannot be read: here the process has no descriptor left. */

const source = (file: string): string => JSON.stringify(path.resolve(import.meta.dirname, '../../src/config', file));

const program = `
import { openSync } from 'node:fs';
import { problemsOfWebhooks } from ${source('webhooks.ts')};
const urls = ['https://8.8.8.8/hooks', 'https://shop.example/hooks', 'https://10.0.0.1/hooks', 'https://10.20.0.1/hooks'];
const webhooks = urls.map((url, place) => ({ name: String(place), url }));
const settings = { privateNetworks: ['10.20.0.0/16'], ports: [443] };
try { for (;;) openSync('/dev/null'); } catch {}
console.log(JSON.stringify(problemsOfWebhooks({ clients: [{ webhooks }], deployment: 'production', webhooks: settings })));
`;

it('an address that is checked against those of this machine is refused with the reason, no other', async () => {
  const script = 'ulimit -n 64; exec "$0" --input-type=module --eval "$1"';
  const { stdout } = await promisify(execFile)('sh', ['-c', script, process.execPath, program]);
  expect(JSON.parse(stdout)).toEqual([
    'clients.0.webhooks.0.url: the addresses of this machine cannot be read through AF_NETLINK (EMFILE).',
    expect.stringMatching(/^clients\.0\.webhooks\.2\.url: webhooks do not go to this address/),
  ]);
});
