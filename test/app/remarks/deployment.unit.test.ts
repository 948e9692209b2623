import { describe, expect, it } from 'vitest';
import { remarksOnDeployment } from '../../../src/app/remarks/deployment.ts';
import { type ConfigError, readConfig } from '../../../src/config/config.ts';
import { clientEntry, configOf, productionFile } from '../../support/config-of.ts';

const production = { NODE_ENV: 'production' };
const { deployment: _left, ...withoutDeployment } = productionFile;

describe('a config file without a deployment', () => {
  it('is refused where NODE_ENV is production, together with what else is wrong with it', () => {
    const wrong = /^deployment: is missing, and NODE_ENV is production/;
    expect(() => configOf(withoutDeployment, production)).toThrow(wrong);
    expect(() => configOf({}, production)).toThrow(wrong);
    try {
      configOf({ ...withoutDeployment, databaseUrl: { env: 'NOT_THERE' } }, production);
      expect.unreachable();
    } catch (error) {
      expect((error as ConfigError).lines).toEqual([
        expect.stringMatching(wrong),
        expect.stringContaining('databaseUrl'),
      ]);
    }
  });

  it.each([
    ['production', productionFile],
    ['development', { ...withoutDeployment, deployment: 'development' }],
  ])('is not one that says %s', (deployment, file) => {
    const config = configOf(file, production);
    expect([config.deployment, remarksOnDeployment(config)]).toEqual([deployment, []]);
  });

  it('is a development deployment everywhere else, and there is a remark on it', () => {
    const config = configOf({ clients: [clientEntry('shop')] });
    expect(config.deployment).toBe('development');
    expect(remarksOnDeployment(config)).toEqual([expect.stringMatching(/^deployment: is missing/)]);
  });

  it('is no built-in config', () => {
    expect(remarksOnDeployment(readConfig({}))).toEqual([]);
    expect(remarksOnDeployment(configOf({ logLevel: 'debug' }))).toEqual([]);
  });
});
