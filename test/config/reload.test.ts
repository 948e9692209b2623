import { describe, expect, it } from 'vitest';
import { createAuthenticate } from '../../src/config/authenticate.ts';
import { createReloadableConfig } from '../../src/config/reload.ts';
import { UnauthenticatedError } from '../../src/kernel/errors.ts';
import { goodClient, goodFile, hashes, read, secrets, withPaybox } from '../support/config/good-file.ts';

describe('a config that is read again', () => {
  const lines: [level: string, details: Record<string, unknown>, message: string][] = [];
  const logger = Object.fromEntries(
    ['info', 'warn', 'error'].map((level) => [
      level,
      (details: object, message: string) => void lines.push([level, { ...details }, message]),
    ]),
  ) as Parameters<ReturnType<typeof createReloadableConfig>['reload']>[0];

  function reloadTo(first: object | string, ...others: (object | string)[]) {
    lines.length = 0;
    let file = first;
    const { config, reload } = createReloadableConfig(() => read(file));
    const authenticate = createAuthenticate(config, () => 0);
    const clientOf = (key: string): string | null => {
      try {
        return authenticate({ headers: { 'x-api-key': key } }).client;
      } catch (error) {
        if (error instanceof UnauthenticatedError) return null;
        throw error;
      }
    };
    const before = clientOf('premier');
    for (const next of others) {
      file = next;
      reload(logger);
    }
    return { config, clientOf, before };
  }

  it('lets a new key in and an old one out, while the gateway runs', () => {
    const rotated = { ...goodFile, clients: [{ ...goodClient, name: 'caisse', keyHashes: [{ hash: hashes[1] }] }] };
    const { config, clientOf, before } = reloadTo(goodFile, rotated);
    expect([before, clientOf('premier'), clientOf('deuxième')]).toEqual(['boutique', null, 'caisse']);
    expect(config.clients[0]?.caller.client).toBe('caisse');
    expect(lines).toEqual([['info', { clients: 1, societes: 1 }, expect.stringContaining('in force')]]);
  });

  it('takes other sociétés and REST settings over, and says what waits for a restart', () => {
    const societes = { ...goodFile.societes, '2': { name: 'BCASH Chapelle' } };
    const next = { ...goodFile, port: 4711, logLevel: 'debug', societes, rest: { repeatWindowMinutes: 3 } };
    const { config } = reloadTo(goodFile, next);
    expect([config.societes?.size, config.rest.repeatWindowMinutes, config.port, config.logLevel]).toEqual([
      2,
      3,
      4000,
      'info',
    ]);
    expect(lines).toEqual([
      [
        'warn',
        { clients: 1, societes: 2, waiting: ['port', 'logLevel'] },
        expect.stringContaining('wait for a restart'),
      ],
    ]);
  });

  it('takes over where to ask whether the page of a bank answers', () => {
    const at = (availabilityUrl: string) => withPaybox({ availabilityUrl });
    const { config } = reloadTo(at('https://one.example/load.html'), at('https://two.example/load.html'));
    expect(config.availabilityUrls.map(({ url }) => url)).toEqual(['https://two.example/load.html']);
    expect(lines.map(([level]) => level)).toEqual(['info']);
  });

  it('says that another secret waits for a restart, and not the secret', () => {
    const withToken = (env: string) => ({ ...goodFile, metrics: { token: { env } } });
    const { config } = reloadTo(withToken('PAYBOX_KEY'), withToken('PAYBOX_KEY'), withToken('FORM_KEY'));
    const counts = { clients: 1, societes: 1 };
    expect(lines.map(([level, details]) => [level, details])).toEqual([
      ['info', counts],
      ['warn', { ...counts, waiting: ['metrics'] }],
    ]);
    expect(config.metrics?.token?.reveal()).toBe(secrets.PAYBOX_KEY.trim());
  });

  it('keeps all of the old one where anything is wrong with the new one, and says what', () => {
    const good = { ...goodFile, clients: [{ ...goodClient, keyHashes: [{ hash: hashes[1] }] }] };
    const { clientOf } = reloadTo(goodFile, { ...good, rest: { repeatWindowMinutes: -1 } }, '{"clients": [', {
      ...good,
      deployment: 'development',
    });
    expect([clientOf('premier'), clientOf('deuxième')]).toEqual(['boutique', null]);
    expect(lines.map(([level, { problems }]) => [level, String(problems).split(':')[0]])).toEqual([
      ['error', 'rest.repeatWindowMinutes'],
      ['error', 'CONFIG'],
      ['error', 'deployment'],
    ]);
    expect(lines.every(([, , message]) => message.includes('the old one stays in force'))).toBe(true);
  });
});
