import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { hashOfClientKey } from '../../../src/config/client-key.ts';
import { readConfig } from '../../../src/config/config.ts';
import { scope } from '../../../src/kernel/caller.ts';
import { startCollector } from '../../support/collector.ts';
import { clientEntry } from '../../support/config-of.ts';
import { openDatabase } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../../support/open-for.ts';
import { keys, mark } from '../../support/privacy/canary.ts';
import { type Planted, plantCanaries } from '../../support/privacy/plant-canaries.ts';
import { startProcess } from '../../support/process.ts';
import { newSecret, startReceiver } from '../../support/webhooks/receiver.ts';

/**
 * No personal data in a log, on standard error, in the metrics or in another's answer: planted everywhere, found
 * nowhere.
 */

const folder = temporaryFolder('canaries');
let file: string;
const secret = newSecret();
const receiver = openForGroup(() => startReceiver(secret));
beforeAll(async () => {
  // An endpoint's answer may be read by no one else either.
  receiver.answer((response) => void response.writeHead(200, { 'X-Said': mark }).end(`${mark} was told`));
  file = path.join(folder, 'config.json');
  const secretFile = path.join(folder, 'webhook-secret');
  await writeFile(secretFile, secret);
  const client = (name: keyof typeof keys, societes: string[]) =>
    clientEntry(name, {
      keyHashes: [{ hash: hashOfClientKey(keys[name]) }],
      societes,
      scopes: scope.names,
      returnOrigins: ['https://shop.example'],
      webhooks: [{ name: 'shop', url: `${receiver.url}?key=${mark}`, secrets: [{ file: secretFile }] }],
    });
  await writeFile(file, JSON.stringify({ clients: [client('owner', ['1']), client('other', ['2'])] }));
});

/** The line around the first canary, so that a failure says where. */
function found(text: string, { canaries }: Planted): string | null {
  const holds = (line: string): boolean => canaries.some((canary) => line.toLowerCase().includes(canary));
  return text.split('\n').find(holds) ?? null;
}

describe('the process', () => {
  const database = openForGroup(openDatabase);
  const collector = openForGroup(startCollector);
  const gateway = openForGroup(() =>
    startProcess(
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        CONFIG: file,
        DATABASE_URL: database.databaseUrl,
        LOG_LEVEL: 'trace',
      },
      folder,
    ),
  );
  let planted: Planted;
  beforeAll(async () => {
    planted = await plantCanaries(gateway.url);
    await vi.waitFor(() => expect(receiver.messages.length).toBeGreaterThan(2), 30_000);
    await gateway.stop('SIGTERM');
  });

  it('was led down good paths and bad ones, and no fault of its own', () => {
    const statuses = [...planted.statuses.keys()];
    expect(statuses).toEqual(expect.arrayContaining([200, 400, 401, 403, 404]));
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(planted.unreached).toEqual([]);
    const everything = ['CreateMandate', 'ChangeMandate', 'InitiatePayment', 'CreateDirectDebitBatch'];
    expect(planted.inFiles).toEqual([...everything, 'ResolveBankException']);
    expect(gateway.output()).toContain('a legacy request was refused');
    expect(gateway.output()).toContain('a notification was received');
  });

  it('writes no canary to standard output or standard error', () => {
    expect(found(gateway.output(), planted)).toBeNull();
  });

  it('tells no canary to a webhook, but for what its client goes by: the order, and the mandate to announce a debit under', () => {
    expect(receiver.messages.length).toBeGreaterThan(2);
    for (const { body, headers } of receiver.requests) {
      expect(found(body.replaceAll(/"(id_commande|rum)":"[^"]*"/g, ''), planted)).toBeNull();
      expect(found(JSON.stringify(headers), planted)).toBeNull();
    }
  });

  it('sends no canary to the collector of its traces', () => {
    expect(collector.received()).toContain('POST /graphql');
    expect(found(collector.received(), planted)).toBeNull();
  });

  it('shows no canary to another client, without a key, or in the metrics', () => {
    for (const body of planted.overheard) expect(found(body, planted)).toBeNull();
  });
});

describe('a gateway whose database is gone', () => {
  const gateway = openForGroup(() => {
    const { clients } = readConfig({ CONFIG: file });
    return startGateway({ config: { clients }, environment: { LOG_LEVEL: 'trace' } });
  });
  let planted: Planted;
  const errors: string[] = [];
  beforeAll(async () => {
    using _spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => errors.push(String(text)) > 0);
    await gateway.store.close();
    planted = await plantCanaries(gateway.url);
  });

  it('fails, and says so in its log', () => {
    expect(planted.statuses.get(500)).toBeGreaterThan(0);
    expect(gateway.logs.filter(({ level }) => level === 50).length).toBeGreaterThan(0);
  });

  it('writes no canary to its log or to standard error', () => {
    expect(found(gateway.logs.map((line) => JSON.stringify(line)).join('\n'), planted)).toBeNull();
    expect(found(errors.join(''), planted)).toBeNull();
  });

  it('shows no canary to another client, without a key, or in the metrics', () => {
    for (const body of planted.overheard) expect(found(body, planted)).toBeNull();
  });
});
