import { describe, expect, test } from 'vitest';
import { createWebhookEndpoints } from '../../../src/app/event-handlers.ts';
import { hashOfClientKey } from '../../../src/config/client-key.ts';
import type { Config } from '../../../src/config/config.ts';
import { printableConfig } from '../../../src/config/print.ts';
import { createReloadableConfig } from '../../../src/config/reload.ts';
import { configOf, problemsOfConfig } from '../../support/config-of.ts';
import { newSecret } from '../../support/webhooks/receiver.ts';

const [first, second] = [newSecret(), newSecret()];
const good = { name: 'main', url: 'https://shop.example/hooks', secrets: [{ env: 'FIRST' }] };
const account = { creditorName: 'A', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' };

function fileOf(webhooks: readonly object[], more: object): object {
  const client = {
    name: 'shop',
    keyHashes: [{ hash: hashOfClientKey('key') }],
    origins: ['web'],
    societes: ['1'],
    runModes: ['TEST'],
    scopes: ['initiate'],
    webhooks,
  };
  const societes = { '1': { name: 'A', MILLIET: { TEST: account, LIVE: account } } };
  return { societes, clients: [client], ...more };
}
const production = { deployment: 'production', publicUrl: 'https://pay.example' };

const environment = { FIRST: first, SECOND: second, BAD: 'password' };
const read = (webhooks: readonly object[], more: object = {}): Config => configOf(fileOf(webhooks, more), environment);
const problemsOf = (webhooks: readonly object[], more: object = production): readonly string[] =>
  problemsOfConfig(fileOf(webhooks, more), environment);

describe('webhooks in the config', () => {
  test('have a name, an address, secrets that each sign, and the types that are wanted', () => {
    const config = read([
      { ...good, secrets: [{ env: 'FIRST' }, { env: 'SECOND' }], events: ['payment.paid'] },
      { ...good, name: 'other' },
    ]);
    const [main, other] = createWebhookEndpoints(config).of('shop');
    expect(main).toMatchObject({ client: 'shop', name: 'main', url: 'https://shop.example/hooks' });
    expect(main?.secrets.map((secret) => secret.reveal())).toEqual([first, second]);
    expect(main?.events).toEqual(new Set(['payment.paid']));
    expect(other?.events).toBeNull();
    expect(config.webhooks).toEqual({ privateNetworks: [], ports: [443], retentionDays: 90 });
  });

  test.each([
    ['http://shop.example/', 'clients.0.webhooks.0.url: a production deployment needs https.'],
    ['https://shop.example:8443/', 'clients.0.webhooks.0.url: this port is not one of webhooks.ports.'],
    ['https://localhost/', 'clients.0.webhooks.0.url: webhooks do not go to this machine.'],
    ['https://shop.localhost./', 'clients.0.webhooks.0.url: webhooks do not go to this machine.'],
    ['https://127.0.0.1/', 'clients.0.webhooks.0.url: webhooks do not go to this machine.'],
    ['https://2130706433/', 'clients.0.webhooks.0.url: webhooks do not go to this machine.'],
    ['https://0x7f.1/', 'clients.0.webhooks.0.url: webhooks do not go to this machine.'],
    ['https://[::1]/', 'clients.0.webhooks.0.url: webhooks do not go to this machine.'],
    ['https://[::ffff:127.0.0.1]/', 'clients.0.webhooks.0.url: webhooks do not go to this machine.'],
    ['https://10.0.0.1/', expect.stringContaining('clients.0.webhooks.0.url: webhooks do not go to this address')],
    ['https://169.254.169.254/latest', expect.stringContaining('clients.0.webhooks.0.url: webhooks do not go to')],
    ['https://[fd00::1]/', expect.stringContaining('clients.0.webhooks.0.url: webhooks do not go to this address')],
    ...[
      'https://user@shop.example/',
      'https://user:password@shop.example/',
      'https://shop.example/#part',
      'https://shop.example/#',
      'ftp://shop.example/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      '//shop.example/',
      'shop.example',
      'https://',
      'https://shop.example/\r\nHost: other',
      'https://shop.example\\@other.example/',
      ' https://shop.example/',
      'https://shop.example/\u0000',
      `https://shop.example/${'x'.repeat(1024)}`,
    ].map((url): [string, string] => [
      url,
      'clients.0.webhooks.0.url: must be a web address without user, password or fragment.',
    ]),
  ])('refuse %s', (url, problem) => {
    expect(problemsOf([{ ...good, url }])).toEqual([problem]);
  });

  test('may go to a private network and to a port that the config names', () => {
    const settings = { ...production, webhooks: { privateNetworks: ['10.20.0.0/16'], ports: [443, 8443] } };
    expect(problemsOf([{ ...good, url: 'https://10.20.1.1:8443/hooks' }], settings)).toEqual([]);
  });

  test('may go to this machine, without https, on a development deployment', () => {
    expect(problemsOf([{ ...good, url: 'http://127.0.0.1:8080/' }], {})).toEqual([]);
    expect(problemsOf([{ ...good, url: 'http://localhost:8080/' }], {})).toEqual([]);
    expect(problemsOf([{ ...good, url: 'http://10.0.0.1/' }], {})).toHaveLength(1);
  });

  test('have names of their own, known types, and secrets that are some', () => {
    expect(problemsOf([good, good])).toEqual([
      'clients.0.webhooks.1.name: another webhook of this client has this name.',
    ]);
    expect(problemsOf([{ ...good, name: 'Main hook' }])).toEqual([
      'clients.0.webhooks.0.name: must be 1 to 32 small letters, digits or dashes.',
    ]);
    expect(problemsOf([{ ...good, events: ['payment.payed'] }])).toEqual([
      expect.stringMatching(/^clients\.0\.webhooks\.0\.events\.0: /),
    ]);
    expect(problemsOf([{ ...good, secrets: [] }])).toEqual([
      expect.stringMatching(/^clients\.0\.webhooks\.0\.secrets/),
    ]);
    expect(problemsOf([{ ...good, secrets: ['whsec_plain'] }])).toEqual([
      expect.stringMatching(/^clients\.0\.webhooks\.0\.secrets\.0: .*by reference only/),
    ]);
    expect(problemsOf([{ ...good, secrets: [{ env: 'FIRST' }, { env: 'BAD' }, { env: 'NONE' }] }])).toEqual([
      expect.stringMatching(/^clients\.0\.webhooks\.0\.secrets\.1: the secret must be whsec_/),
      expect.stringMatching(/^clients\.0\.webhooks\.0\.secrets\.2: the secret .*NONE.* is not there/),
    ]);
  });

  test('are printed without their secrets, and without what stands in the query of an address', () => {
    const config = read([{ ...good, url: 'https://shop.example/hooks?token=canary' }]);
    const printed = JSON.stringify(printableConfig(config));
    expect(printed).toContain('"url":"https://shop.example/hooks?[secret]"');
    for (const secret of [first, 'canary']) expect(printed).not.toContain(secret);
  });

  test('are taken over by a reload, endpoints and settings', () => {
    let file = fileOf([good], {});
    const { config, reload } = createReloadableConfig(() => configOf(file, environment));
    const endpoints = createWebhookEndpoints(config);
    expect(endpoints.all().map(({ name }) => name)).toEqual(['main']);
    file = fileOf(
      [
        { ...good, secrets: [{ env: 'SECOND' }] },
        { ...good, name: 'new' },
      ],
      { webhooks: { retentionDays: 7 } },
    );
    const logged: object[] = [];
    const log = (details: object): void => void logged.push(details);
    reload({ info: log, warn: log, error: log });
    expect(logged).toEqual([{ clients: 1, societes: 1 }]);
    expect(endpoints.all().map(({ name }) => name)).toEqual(['main', 'new']);
    expect(endpoints.of('shop')[0]?.secrets[0].reveal()).toBe(second);
    expect(config.webhooks.retentionDays).toBe(7);
  });
});
