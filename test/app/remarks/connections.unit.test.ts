import { describe, expect, it } from 'vitest';
import { remarksOnConnections } from '../../../src/app/remarks/connections.ts';
import { type Config, readConfig } from '../../../src/config/config.ts';

const builtIn = readConfig({});
const production: Config = {
  ...builtIn,
  deployment: 'production',
  publicUrl: 'https://pay.example',
  limits: { ...builtIn.limits, connectionsPerAddress: 200 },
};

describe('a deployment whose proxy has no name', () => {
  it('shares the connections of one address, which is remarked on', () => {
    expect(remarksOnConnections(production)).toEqual([expect.stringContaining('may hold 200 connections')]);
  });

  it.each([
    ['a proxy has one', { trustedProxies: ['10.0.0.1'] }],
    ['no proxy is needed', { publicUrl: 'http://pay.example' }],
    ['an address has no limit', { limits: builtIn.limits }],
    ['nobody else comes', { deployment: 'development' as const }],
  ])('is not remarked on where %s', (_title, change) => {
    expect(remarksOnConnections({ ...production, ...change })).toEqual([]);
  });
});
