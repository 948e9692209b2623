import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { watchExampleReceiver } from '../../src/app/example-receiver.ts';
import { startupBanner } from '../../src/app/startup-banner.ts';
import { exampleReceiverPort, exampleWebhookOf } from '../../src/config/development.ts';
import { paidAtBank } from '../support/at-bank.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { initiated } from '../support/requests.ts';
import { found } from '../support/store/found.ts';

/** `npm run example:webhooks` beside the default start: no config, no secret to copy. */

const root = path.resolve(import.meta.dirname, '../..');
const program = path.join(root, 'examples/webhook-receiver/server.ts');
const clientSources = new URL('../../examples/client-sources.ts', import.meta.url).href;
const byDefault = { deployment: 'development', clients: [] } as const;
const endpointAt = (port: number) => found(exampleWebhookOf(byDefault, port));

let gateway: TestGateway | null = null;
let stop = (): void => undefined;
afterEach(async () => {
  stop();
  await gateway?.close();
  gateway = null;
});

function startExample() {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', clientSources, program], {
    env: { PATH: process.env.PATH, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stop = () => void child.kill();
  return createInterface({ input: child.stdout })[Symbol.asyncIterator]();
}

describe('the example of a receiver', () => {
  it('receives and verifies what happens to a payment of the default start', async () => {
    const lines = startExample();
    const line = async (): Promise<string> => String((await lines.next()).value);
    const port = Number(new URL((await line()).replace('listening on ', '')).port);
    const exampleReceiver = watchExampleReceiver(endpointAt(port));
    await expect.poll(exampleReceiver.isListening).toBe(true);
    gateway = await startGateway({ exampleReceiver });
    const initiation = await paidAtBank(gateway);
    await gateway.runWorkers('webhooks');
    const { id } = initiation.payment;
    const told = [await line(), await line()].toSorted();
    expect(told).toEqual([`payment.initiated: ${id} is REQUIRES_ACTION`, `payment.paid: ${id} is PAID`]);
  });

  it.each([
    [['examples/webhook-receiver/server.ts'], { PORT: 'abc' }, 'PORT must be a port, not abc.\n'],
    [['examples/webhook-receiver/server.ts'], { PORT: '99999' }, 'PORT must be a port, not 99999.\n'],
    [['examples/checkout/server.ts'], { PORT: 'abc' }, /^PORT must be a port, and GATEWAY_URL an address, .*\n$/],
    [
      ['examples/checkout/server.ts'],
      { GATEWAY_URL: 'foo' },
      /^PORT must be a port, and GATEWAY_URL an address, .*\n$/,
    ],
  ])('says in one line what %j cannot use: %j', ([server = ''], environment, line) => {
    const args = ['--disable-warning=ExperimentalWarning', '--import', clientSources, server];
    const { status, stderr } = spawnSync(process.execPath, args, {
      ...{ cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH, ...environment } },
    });
    expect([status, stderr]).toEqual([1, typeof line === 'string' ? line : expect.stringMatching(line)]);
  });

  it('ends when its npm is stopped', async () => {
    const child = spawn('npm', ['run', 'example:webhooks'], {
      ...{ cwd: root, env: { PATH: process.env.PATH, PORT: '0' }, stdio: ['ignore', 'pipe', 'ignore'] },
    });
    const lines = createInterface({ input: child.stdout });
    let address = '';
    for await (const line of lines) {
      address = /^listening on (http:\S+)$/.exec(line)?.[1] ?? '';
      if (address !== '') break;
    }
    child.kill('SIGTERM');
    child.stdout.destroy();
    const state = () =>
      fetch(address).then(
        () => 'open',
        () => 'closed',
      );
    await expect.poll(state, { timeout: 10_000 }).toBe('closed');
  });

  it('says in one line that its port is taken', async () => {
    gateway = await startGateway();
    const args = ['--disable-warning=ExperimentalWarning', '--import', clientSources, program];
    const env = { PATH: process.env.PATH, PORT: new URL(gateway.url).port };
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^The receiver cannot start: listen EADDRINUSE.*\n$/)]);
  });

  it('costs nothing while it does not run: nothing is queued for it', async () => {
    const exampleReceiver = watchExampleReceiver(endpointAt(1));
    gateway = await startGateway({ exampleReceiver });
    const { payment } = await initiated(gateway);
    const query = {
      client: 'anonymous',
      endpoint: null,
      statuses: null,
      subject: payment.id,
      beforeId: null,
      limit: 10,
    };
    expect(await gateway.store.webhookDeliveries(query)).toEqual([]);
    expect([exampleReceiver.isListening(), exampleReceiver.wasSeen()]).toEqual([false, false]);
  });

  it('has an endpoint only on a development deployment without clients, and the banner says so', () => {
    expect(endpointAt(exampleReceiverPort).url).toBe('http://127.0.0.1:4200/');
    expect(exampleWebhookOf({ deployment: 'production', clients: [] })).toBeNull();
    const clients = [{ caller: { runModes: new Set() } }] as never;
    expect(exampleWebhookOf({ deployment: 'development', clients })).toBeNull();
    const known = { societes: null, databaseUrl: 'sqlite:a' };
    expect(startupBanner({ ...known, clients: [] }, 'http://a')).toContain('npm run example:webhooks');
    expect(startupBanner({ ...known, clients }, 'http://a')).not.toContain('example:webhooks');
  });
});
