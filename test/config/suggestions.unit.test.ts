import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remarksOn } from '../../src/app/remarks/remarks.ts';
import { ConfigError, readConfig } from '../../src/config/config.ts';
import { configFile } from '../../src/config/schema/config-file.ts';
import { meantEntry, misspeltVariables, nearestName } from '../../src/config/suggestions.ts';

/** "Did you mean …?" for entries of the config file and variables of the environment. */

const settings = ['HOST', 'PORT', 'PUBLIC_URL', 'DATABASE_URL', 'LOG_LEVEL', 'LOG_FORMAT', 'CONFIG', 'METRICS_PORT'];

describe('the entry that a person meant', () => {
  it.each([
    ['databseUrl', [], 'databaseUrl'],
    ['database_url', [], 'databaseUrl'],
    ['publicURL', [], 'publicUrl'],
    ['soceites', [], 'societes'],
    ['colour', [], null],
    ['graphiql', [], 'graphql.graphiql'],
    ['keepAliveSeconds', [], 'limits.keepAliveSeconds'],
    ['keepAliveSecond', ['limits'], 'limits.keepAliveSeconds'],
    ['keyHash', ['clients', 0], 'clients.0.keyHashes'],
    ['hmacKey', ['societes', '1', 'PAYBOX', 'TEST'], 'societes.1.PAYBOX.TEST.hmacKeys'],
    ['PAYBOKS', ['societes', '1'], 'societes.1.PAYBOX'],
  ] as const)('by %s at %j is %s', (written, path, meant) => {
    expect(meantEntry(written, path)).toBe(meant);
  });

  it('is the entry itself, with a letter changed, left out, doubled or swapped', () => {
    const names = Object.keys(configFile.shape).filter((name) => name.length > 5);
    const edits = [
      (name: string, at: number) => name.slice(0, at) + name.slice(at + 1),
      (name: string, at: number) => `${name.slice(0, at)}z${name.slice(at + 1)}`,
      (name: string, at: number) => name.slice(0, at) + name.charAt(at) + name.slice(at),
      (name: string, at: number) => name.slice(0, at) + name.charAt(at + 1) + name.charAt(at) + name.slice(at + 2),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...edits), fc.nat(), (name, edit, at) => {
        expect(nearestName(edit(name, at % (name.length - 1)), Object.keys(configFile.shape))).toBe(name);
      }),
    );
  });
});

describe('the variable that a person meant', () => {
  it.each([
    'DATABSE_URL',
    'DATABASE_URI',
    'DATABASEURL',
    'PUBLIC_ULR',
    'LOGLEVEL',
    'LOG_FROMAT',
    'CONFG',
    'PROT',
    'HSOT',
  ])('by %s', (written) => {
    expect(misspeltVariables({ [written]: 'x' }, settings)).toEqual([
      expect.stringMatching(
        new RegExp(`^environment variable ${written}: is not a setting\\. Did you mean [A-Z_]+\\?$`),
      ),
    ]);
  });

  it.each([
    ...['HOME', 'POST', 'HOSTNAME', 'LOGNAME', 'PWD', 'PATH', 'SHELL', 'TERM', 'LANG', 'EDITOR', 'DISPLAY', 'USER'],
    ...[
      'SHLVL',
      'MAIL',
      'OLDPWD',
      'LS_COLORS',
      'NODE_OPTIONS',
      'XDG_CONFIG_HOME',
      'npm_config_port',
      'REPORT',
      'CONFIGS',
    ],
    ...settings,
  ])('is none for %s', (name) => {
    expect(misspeltVariables({ [name]: 'x' }, settings).filter(() => name !== 'CONFIGS')).toEqual([]);
  });
});

describe('what the gateway says', () => {
  const errorOf = (environment: Record<string, string>): ConfigError => {
    try {
      readConfig(environment);
    } catch (error) {
      if (error instanceof ConfigError) return error;
      throw error;
    }
    throw new Error('the config could be read');
  };

  it('names the variable that was mistyped, and goes on', () => {
    const config = readConfig({ DATABSE_URL: 'sqlite:elsewhere.sqlite' });
    const remark = 'environment variable DATABSE_URL: is not a setting. Did you mean DATABASE_URL?';
    expect(remarksOn(config, Date.now())).toEqual([remark]);
  });

  it('names it beside what is wrong because of it', () => {
    expect(errorOf({ NODE_ENV: 'production', CONFG: '/etc/reglement/config.json' }).lines).toEqual([
      expect.stringContaining('CONFIG names no config file'),
      'environment variable CONFG: is not a setting. Did you mean CONFIG?',
    ]);
  });

  it('names the file', () => {
    expect(errorOf({ CONFIG: '/nowhere/config.json' }).printed.split('\n')[0]).toBe(
      'The configuration of /nowhere/config.json cannot be used:',
    );
    expect(errorOf({ PORT: 'many' }).printed.split('\n')[0]).toBe('The configuration cannot be used:');
  });
});
