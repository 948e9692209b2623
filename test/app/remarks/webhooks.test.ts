import { describe, expect, it } from 'vitest';
import { remarksOn } from '../../../src/app/remarks/remarks.ts';
import { source, withoutDescriptors } from '../../support/config/without-descriptors.ts';
import { clientEntry, configOf, productionFile } from '../../support/config-of.ts';
import { newSecret } from '../../support/webhooks/receiver.ts';

const webhooks = [{ name: 'main', url: 'https://shop.example/hooks', secrets: [{ env: 'WEBHOOK_SECRET' }] }];
const withWebhooks = { ...productionFile, clients: [clientEntry('shop', { runModes: ['LIVE'], webhooks })] };
const environment = { WEBHOOK_SECRET: newSecret() };

/** What is said of webhooks where the addresses of this machine cannot be read. */
const remarksOf = (file: object): Promise<unknown> =>
  withoutDescriptors(
    `import { configOf } from ${source('../test/support/config-of.ts')};
    import { remarksOn } from ${source('app/remarks/remarks.ts')};
    const config = configOf(${JSON.stringify(file)}, ${JSON.stringify(environment)});`,
    `remarksOn(config, Date.now()).filter((remark) => remark.startsWith('webhooks:'))`,
  );

describe('webhooks', () => {
  it('are remarked on where the addresses of this machine cannot be read', async () => {
    expect(await remarksOf(withWebhooks)).toEqual([
      'webhooks: the addresses of this machine cannot be read through AF_NETLINK (EMFILE). Until they can, webhooks to ' +
        'internet addresses wait. A sandbox of systemd needs AF_NETLINK in RestrictAddressFamilies.',
    ]);
  });

  it.each([
    ['there are none', productionFile],
    ['no real money moves', { clients: [clientEntry('shop', { webhooks })] }],
  ])('are not remarked on where %s', async (_case, file) => {
    expect(await remarksOf(file)).toEqual([]);
  });

  it('are not remarked on where their addresses can be checked', () => {
    const remarks = remarksOn(configOf(withWebhooks, environment), Date.now());
    expect(remarks.filter((remark) => remark.startsWith('webhooks:'))).toEqual([]);
  });
});
