import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Webhook } from 'standardwebhooks';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOfClientKey } from '../../src/config/client-key.ts';
import { readConfig } from '../../src/config/config.ts';
import { type Ran, runGateway, runGatewayHere } from '../support/cli/run-gateway.ts';
import { asClient } from '../support/clients/client-named.ts';
import { clientEntry } from '../support/config-of.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';
import { newSecret, startReceiver, status } from '../support/webhooks/receiver.ts';

/** `npm run gateway -- webhook …`, beside a gateway on the same database. */

const secret = newSecret();
const folder = temporaryFolder('webhook');
const receiver = openForGroup(() => startReceiver(secret));
let environment: Record<string, string>;

const gateway = openForGroup(async () => {
  const client = clientEntry('shop', {
    keyHashes: [{ hash: hashOfClientKey('rgl_shop') }],
    scopes: ['initiate', 'read'],
    webhooks: [{ name: 'main', url: receiver.url, secrets: [{ env: 'WEBHOOK_SECRET' }] }],
  });
  const file = path.join(folder, 'config.json');
  await writeFile(file, JSON.stringify({ clients: [client] }));
  const databaseUrl = `sqlite:${path.join(folder, 'payments.sqlite')}`;
  environment = { CONFIG: file, DATABASE_URL: databaseUrl, WEBHOOK_SECRET: secret };
  return startGateway({ databaseUrl, config: readConfig(environment) });
});
beforeAll(() => initiated(gateway, {}, asClient('shop')));

const webhook = (...args: string[]): Promise<Ran> => runGatewayHere(['webhook', ...args], environment);
const forMain = ['--client', 'shop', '--endpoint', 'main'];

describe('webhook', () => {
  it('ping says what the endpoint answered, and ends with 1 where it does not take it', async () => {
    const taken = await runGateway(['webhook', 'ping', ...forMain], environment);
    expect(taken).toMatchObject({ code: 0, stdout: expect.stringMatching(/^DELIVERED \(204\) after \d+ ms\n$/) });
    expect(receiver.messages).toMatchObject([{ type: 'webhook.ping' }]);
    receiver.answer(status(500));
    const refused = await runGateway(['webhook', 'ping', ...forMain], environment);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/^REFUSED \(500\) after/) });
  });

  it('endpoints and list show what waits, and replay has it sent again', async () => {
    receiver.answer(status(500));
    await gateway.runWorkers('webhooks');
    expect((await webhook('endpoints')).stdout).toMatch(/^shop\/main {2}WELL {2}1 waiting, since .*, failing since /);
    const { stdout } = await webhook('list', '--client', 'shop', '--status', 'WAITING');
    const [, id = ''] =
      /^(msg_[0-9a-f]{32}) .* main {2}payment\.initiated {2}pay_\w+ {2}WAITING after 1 try\n$/.exec(stdout) ?? [];
    expect(id).not.toBe('');
    receiver.answer(status(200));
    expect(await webhook('replay', '--client', 'shop', '--id', id)).toMatchObject({
      code: 0,
      stdout: `${id} waits to be sent again.\n`,
    });
    await gateway.runWorkers('webhooks');
    expect(receiver.messages.map((message) => message.id)).toContain(id);
    const again = await webhook('replay', ...forMain, '--from', '2020-01-01', '--status', 'DELIVERED');
    expect(again.stdout).toBe('1 message waits to be sent again.\n');
    await initiated(gateway, {}, asClient('shop'));
    const { stdout: first } = await webhook('list', '--client', 'shop', '--limit', '1');
    expect(first).toMatch(/^msg_.*\nThere are more: --limit 5 shows them\.\n$/);
    const page = JSON.parse((await webhook('list', '--client', 'shop', '--limit', '1', '--json')).stdout);
    expect(page).toHaveLength(1);
    const [, whole] = JSON.parse((await webhook('list', '--client', 'shop', '--json')).stdout);
    expect(whole).toMatchObject({ id, status: 'WAITING', tries: [{ statusCode: 500 }, { statusCode: 200 }] });
  });

  it('endpoints and list show what is left of an endpoint that left the config', async () => {
    const [message] = await gateway.store.webhookDeliveries({
      ...{ client: 'shop', endpoint: null, statuses: null, subject: null, beforeId: null, limit: 1 },
    });
    if (!message) throw new Error('there is a message');
    const now = Date.now();
    const left = { ...message, id: `${message.id}0`, client: 'former', endpoint: 'old', expiresAt: now + 60_000 };
    await gateway.store.transact((transaction) => transaction.insertMessage(left));
    expect((await webhook('endpoints')).stdout).toMatch(/\nformer\/old {2}NOT_IN_CONFIG {2}1 waiting, since /);
    expect(JSON.parse((await webhook('endpoints', '--json')).stdout)).toMatchObject([
      { client: 'shop', endpoint: 'main' },
      { client: 'former', endpoint: 'old', state: 'NOT_IN_CONFIG', waiting: 1, pausedUntil: null },
    ]);
    expect((await webhook('list', '--client', 'former')).stdout).toContain(`${left.id}  `);
  });

  it('secret makes one that the library and the config take', async () => {
    const { stdout } = await webhook('secret');
    expect(new Webhook(stdout.trim()).sign('msg_1', new Date(0), '{}')).toMatch(/^v1,/);
    const config = () => readConfig({ ...environment, WEBHOOK_SECRET: stdout });
    expect(config).not.toThrow();
    expect((await webhook('secret')).stdout).not.toBe(stdout);
  });

  it.each([
    [['ping', '--client', 'shop', '--endpoint', 'none'], 1, 'The config has no such endpoint'],
    [['ping', '--client', 'shop'], 2, '--endpoint'],
    [['ping', '--client', 'nobody', '--endpoint', 'main'], 2, 'nobody has no webhooks in the config'],
    [['list', '--client', 'shop', '--status', 'LOST'], 2, 'LOST'],
    [['list', '--client', 'shop', '--limit', '0'], 2, '1 to 1000'],
    [['replay', '--client', 'shop'], 2, 'Name --id'],
    [['replay', '--client', 'shop', '--id', 'msg_1'], 1, 'There is no such webhook'],
    [['replay', ...forMain, '--from', 'yesterday'], 2, 'must be a moment'],
    [['replay', ...forMain, '--from', '2026-11-25', '--to', '2026-11-24'], 1, 'must come after from'],
  ])('%j ends with %i', async (args, code, words) => {
    expect(await webhook(...args)).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(words) });
  });
});
