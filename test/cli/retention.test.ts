import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { hashOfClientKey } from '../../src/config/client-key.ts';
import { readConfig } from '../../src/config/config.ts';
import { commandOn } from '../support/cli/run-gateway.ts';
import { asClient } from '../support/clients/client-named.ts';
import { clientEntry } from '../support/config-of.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { ask } from '../support/store/examples.ts';
import { newSecret } from '../support/webhooks/receiver.ts';

/** `npm run gateway -- privacy retention`, in place of the worker. */

const day = 86_400_000;
const folder = temporaryFolder('retention');
const environment = { CONFIG: path.join(folder, 'config.json'), WEBHOOK_SECRET: newSecret() };

beforeAll(async () => {
  const client = clientEntry('shop', {
    keyHashes: [{ hash: hashOfClientKey('rgl_shop') }],
    scopes: ['initiate', 'read'],
    webhooks: [{ name: 'main', url: 'http://127.0.0.1:9/', secrets: [{ env: 'WEBHOOK_SECRET' }] }],
  });
  await writeFile(environment.CONFIG, JSON.stringify({ clients: [client] }));
});
const gateway: TestGateway = openForGroup(() => startGateway({ config: readConfig(environment) }));

async function run(...args: readonly string[]): Promise<string> {
  const { code, written, complaints } = await commandOn(gateway, args, { environment });
  expect([code, complaints]).toEqual([0, '']);
  return written;
}

it('tells clients what it ended and whose payer it removed, as the worker does', async () => {
  const { payment } = await initiated(gateway, {}, asClient('shop'));
  gateway.advance(61 * 31 * day);
  expect(await run('privacy', 'retention')).toContain('the payers of 1 payment,');
  expect(await gateway.store.paymentById(payment.id)).toMatchObject({
    status: 'EXPIRED',
    email: expect.stringMatching(/^erased-/),
  });
  const messages = JSON.parse(await run('webhook', 'list', '--client', 'shop', '--json'));
  expect(messages.map(({ type }: { readonly type: string }) => type).toSorted()).toEqual([
    'payment.erased',
    'payment.expired',
    'payment.initiated',
  ]);
});

it('removes all old entries of the audit log, and counts them first', async () => {
  const columns = 'id, at, actor, roles, action, outcome';
  const numbers = 'with recursive n(i) as (select 1 union all select i + 1 from n where i <= 10000)';
  await ask(
    gateway.databaseUrl,
    `insert into audit_entries (${columns}) ${numbers}
     select 'aud_0' || (10000000 + i), 0, 'boutique', '[]', 'initiatePayment', 'DONE' from n`,
  );
  const counted = '10001 entries of the audit log,';
  expect(await run('privacy', 'retention', '--dry-run')).toContain(counted);
  expect(await run('privacy', 'retention')).toContain(counted);
  expect(await run('privacy', 'retention')).toContain(' 0 entries of the audit log,');
});
