import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hashOfClientKey } from '../../src/config/client-key.ts';
import { readConfig } from '../../src/config/config.ts';
import { createReloadableConfig } from '../../src/config/reload.ts';
import { clientEntry } from '../support/config-of.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { type GatewayProcess, programArguments, startProcess } from '../support/process.ts';
import { legacyPath } from '../support/requests.ts';
import { listen } from '../support/streams.ts';

/** SIGHUP on the real program: the config is read again, all or nothing, and no request is refused meanwhile. */

const folder = temporaryFolder('reload');
let file: string;
let gateway: GatewayProcess;

const client = (key: string, change: object = {}) =>
  clientEntry('boutique', { keyHashes: [{ hash: hashOfClientKey(key) }], scopes: ['initiate', 'read'], ...change });

beforeAll(async () => {
  file = path.join(folder, 'config.json');
  await writeFile(file, JSON.stringify({ clients: [client('old')] }));
  gateway = await startProcess({ CONFIG: file, DATABASE_URL: `sqlite:${path.join(folder, 'payments.sqlite')}` });
});
afterAll(async () => {
  await gateway.stop('SIGTERM');
});

async function reloadTo(text: string): Promise<Record<string, unknown>> {
  await writeFile(file, text);
  const before = gateway.output().length;
  process.kill(await pidOf(gateway), 'SIGHUP');
  const said = () =>
    gateway
      .output()
      .slice(before)
      .split('\n')
      .find((line) => line.includes('read again') && line.endsWith('}'));
  await expect.poll(said).toBeDefined();
  return JSON.parse(String(said())) as Record<string, unknown>;
}

/** Every line of the log names the process. */
async function pidOf({ output }: GatewayProcess): Promise<number> {
  await expect.poll(output).toContain('"pid":');
  return Number(/"pid":(\d+)/.exec(output())?.[1]);
}

const statusOf = async (key: string, change: Parameters<typeof legacyPath>[0] = {}): Promise<number> => {
  const response = await fetch(`${gateway.url}${legacyPath(change)}?format=json`, { headers: { 'X-API-Key': key } });
  return response.status;
};

describe('SIGHUP', () => {
  it('lets a new key in while the old one still works, and then the old one out', async () => {
    expect([await statusOf('old'), await statusOf('new')]).toEqual([200, 401]);
    const both = client('old', { keyHashes: [{ hash: hashOfClientKey('old') }, { hash: hashOfClientKey('new') }] });
    expect(await reloadTo(JSON.stringify({ clients: [both] }))).toMatchObject({ level: 30, clients: 1 });
    expect([await statusOf('old'), await statusOf('new')]).toEqual([200, 200]);
    await reloadTo(JSON.stringify({ clients: [client('new')] }));
    expect([await statusOf('old'), await statusOf('new')]).toEqual([401, 200]);
  });

  it.each([
    ['the key', client('kept', { name: 'other' })],
    ['the scope', client('new', { scopes: ['initiate'] })],
    ['the société', client('new', { name: 'other', societes: ['2'] })],
  ])('that takes %s away ends what is open under it', async (_title, less) => {
    const get = (url: string, init?: RequestInit) => fetch(gateway.url + url, init);
    const headers = { 'X-API-Key': 'new' };
    await reloadTo(JSON.stringify({ clients: [client('new')] }));
    await statusOf('new', { idCommande: 'followed' });
    const listed = await get(`/graphql?query=${encodeURIComponent('{ payments(first: 1) { edges { cursor } } }')}`, {
      headers,
    });
    const [{ cursor }] = ((await listed.json()) as { data: { payments: { edges: [{ cursor: string }] } } }).data
      .payments.edges;
    const stream = await listen({ get }, `subscription { paymentUpdated(id: "${cursor}") { type } }`, headers);
    await stream.hears('INITIATED');
    await reloadTo(JSON.stringify({ clients: [less] }));
    const reloadedAt = performance.now();
    while (await stream.goesOn());
    expect(performance.now() - reloadedAt).toBeLessThan(5_000);
    await reloadTo(JSON.stringify({ clients: [client('new')] }));
  });

  it('that takes a scope away is heeded by the next event of a stream that stays open', async () => {
    const get = (url: string, init?: RequestInit) => fetch(gateway.url + url, init);
    const headers = { 'X-API-Key': 'new' };
    const mutate = async (query: string) => {
      const init = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } };
      return (await get('/graphql', { ...init, body: JSON.stringify({ query }) })).text();
    };
    await reloadTo(JSON.stringify({ clients: [client('new', { scopes: ['initiate', 'read', 'operations'] })] }));
    const initiated = await mutate(`mutation { initiatePayment(input: {
      paymentTarget: PAYBOX, paymentRunMode: TEST, paymentType: CB, idOrigin: "web", idSociete: "1", idClient: "2263",
      idCommande: "payer", amount: 1250, email: "a.client@example.fr", payer: { firstName: "Camille" }
    }) { ... on InitiatePaymentSuccess { payment { id } } } }`);
    const id = /pay_[0-9a-f]{32}/.exec(initiated)?.[0];
    const query = `subscription { paymentUpdated(id: "${id}") { status payment { payer { firstName } } } }`;
    const stream = await listen({ get }, query, headers);
    await stream.hears('Camille');
    await reloadTo(JSON.stringify({ clients: [client('new')] }));
    expect(await mutate(`mutation { cancelPayment(input: { id: "${id}" }) { __typename } }`)).toContain('Success');
    await stream.hears('"status":"CANCELLED"');
    expect(stream.heard().split('"CANCELLED"')[1]).toContain('{"payer":null}');
    stream.leave();
  });

  it('says again which settings deserve a look, where it took them over', async () => {
    const expired = { hash: hashOfClientKey('short'), expiresAt: '2026-01-01T00:00:00Z' };
    const shutOut = client('short', { name: 'shut-out', keyHashes: [expired] });
    await reloadTo(JSON.stringify({ clients: [client('new'), shutOut] }));
    await expect.poll(gateway.output).toContain('shut-out: every key has expired');
    await reloadTo('{');
    await reloadTo(JSON.stringify({ clients: [client('new')] }));
    expect(gateway.output().split('shut-out: every key has expired')).toHaveLength(2);
  });

  it('with a file that cannot be used changes nothing, and says what is wrong with it', async () => {
    const broken = { clients: [client('newer', { scopes: ['everything'] })] };
    expect(await reloadTo(JSON.stringify(broken))).toMatchObject({
      level: 50,
      problems: [expect.stringMatching(/^clients\.0\.scopes\.0:/)],
    });
    expect(await reloadTo('{"clients":')).toMatchObject({
      level: 50,
      problems: [expect.stringContaining('is not JSON (line 1 column 12).')],
    });
    expect(await reloadTo('{"clients":[],"clients":[]}')).toMatchObject({
      level: 50,
      problems: ['clients: is written a second time (line 1 column 15).'],
    });
    expect([await statusOf('new'), await statusOf('newer')]).toEqual([200, 401]);
  });

  it('takes other sociétés and REST settings over, and says what waits for a restart', async () => {
    const account = { creditorName: 'NOUVELLE', iban: 'FR7630006000011234567890189', bic: 'AGRIFRPP' };
    const next = {
      graphql: { graphiql: false },
      societes: { '1': { name: 'J. Milliet BBC' }, '8': { name: 'Nouvelle', MILLIET: { TEST: account } } },
      rest: { acceptsAnyTypePaiement: true },
      clients: [client('new', { societes: ['1', '8'] })],
    };
    const transfer = { paymentTarget: 'MILLIET', paymentType: 'SEPA', typePaiement: 'CB', idSociete: '8' } as const;
    expect(await statusOf('new', transfer)).toBe(403);
    expect(await reloadTo(JSON.stringify(next))).toMatchObject({ level: 40, societes: 2, waiting: ['graphql'] });
    expect(await statusOf('new', transfer)).toBe(200);
  });
});

describe('a reload', () => {
  it.skipIf(process.platform === 'win32')('while the gateway starts is not lost, and does not end it', async () => {
    const pipe = path.join(folder, 'pipe.json');
    await promisify(execFile)('mkfifo', [pipe]);
    const starting = spawn(process.execPath, programArguments('src/main.ts'), {
      env: { CONFIG: pipe, PORT: '0', DATABASE_URL: `sqlite:${path.join(folder, 'early.sqlite')}` },
    });
    onTestFinished(() => void starting.kill('SIGKILL'));
    const output: string[] = [];
    starting.stdout.on('data', (chunk) => output.push(String(chunk)));
    // Opens once the gateway reads, which waits for what is written.
    const writing = await open(pipe, 'w');
    starting.kill('SIGHUP');
    await rm(pipe);
    await writeFile(pipe, JSON.stringify({ clients: [client('old'), client('new', { name: 'other' })] }));
    await writing.writeFile(JSON.stringify({ clients: [client('old')] }));
    await writing.close();
    await expect.poll(() => output.join('')).toMatch(/"clients":2,.*in force[\s\S]*"ready"/);
    starting.kill('SIGTERM');
    expect(await once(starting, 'exit')).toEqual([0, null]);
  });

  it('takes casing, documentation and the built-in sociétés over at once', async () => {
    const millietOnly = {
      '1': {
        name: 'A',
        MILLIET: { TEST: { creditorName: 'A', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' } },
      },
    };
    await reloadTo(JSON.stringify({ clients: [client('old')], societes: millietOnly }));
    expect(await statusOf('old', { idCommande: 'reload-1' })).toBe(400);
    await reloadTo(
      JSON.stringify({ clients: [client('old')], rest: { envelopeCasing: 'pascal', documentation: false } }),
    );
    expect(await statusOf('old', { idCommande: 'reload-1' })).toBe(200);
    expect((await fetch(`${gateway.url}/metadata`)).status).toBe(404);
    const refusal = await fetch(`${gateway.url}${legacyPath({ amount: 0 })}?format=json`, {
      headers: { 'X-API-Key': 'old' },
    });
    expect(await refusal.text()).toContain('"ResponseStatus":{"ErrorCode"');
  });

  it('takes the size of bank files, and what the documentation says, over at once', async () => {
    const sendFile = (bytes: number) =>
      fetch(`${gateway.url}/bank-files?name=a.xml`, {
        ...{ method: 'POST', headers: { 'Content-Type': 'application/xml', 'X-API-Key': 'old' } },
        body: new Uint8Array(bytes),
      });
    const read = async (name: string) => (await fetch(gateway.url + name)).text();
    const page = '/json/metadata?op=payment_initiate';
    await reloadTo(JSON.stringify({ clients: [client('old')], bankFiles: { maximumMegabytes: 1 } }));
    expect((await sendFile(1_500_000)).status).toBe(413);
    expect(await read(page)).toContain('X-API-Key');
    expect(await read('/openapi.json')).toContain('"responseStatus"');
    await reloadTo(JSON.stringify({ bankFiles: { maximumMegabytes: 2 }, rest: { envelopeCasing: 'pascal' } }));
    expect((await sendFile(1_500_000)).status).toBe(422);
    expect(await read(page)).not.toContain('X-API-Key');
    expect(await read('/openapi.json')).toContain('"ResponseStatus"');
    await reloadTo(JSON.stringify({ bankFiles: { maximumMegabytes: 1 } }));
    expect((await sendFile(1_500_000)).status).toBe(413);
  });

  it('never opens a gateway that listens to the network', async () => {
    const network = path.join(folder, 'network.json');
    const read = () => readConfig({ CONFIG: network });
    await writeFile(network, JSON.stringify({ host: '0.0.0.0', clients: [client('old')] }));
    const { config, reload } = createReloadableConfig(read);
    await writeFile(network, JSON.stringify({ host: '127.0.0.1', clients: [] }));
    const problems: object[] = [];
    const log = (details: object): void => void problems.push(details);
    reload({ info: log, warn: log, error: log });
    expect(config.clients).toHaveLength(1);
    expect(problems).toEqual([{ problems: [expect.stringContaining('listens on 0.0.0.0')] }]);
  });
});
