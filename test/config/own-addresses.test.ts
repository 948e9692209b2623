import { expect, it } from 'vitest';
import { source, withoutDescriptors } from '../support/config/without-descriptors.ts';

/** What the config says where the addresses of this machine cannot be read. */

const urls = [
  'https://8.8.8.8/hooks',
  'https://shop.example/hooks',
  'https://10.0.0.1/hooks',
  'https://10.20.0.1/hooks',
];

it('an address that is checked against those of this machine is refused with the reason, no other', async () => {
  const webhooks = urls.map((url, place) => ({ name: String(place), url }));
  const settings = { privateNetworks: ['10.20.0.0/16'], ports: [443] };
  const file = JSON.stringify({ clients: [{ webhooks }], deployment: 'production', webhooks: settings });
  const imports = `import { problemsOfWebhooks } from ${source('config/webhooks.ts')};`;
  expect(await withoutDescriptors(imports, `problemsOfWebhooks(${file})`)).toEqual([
    'clients.0.webhooks.0.url: the addresses of this machine cannot be read through AF_NETLINK (EMFILE).',
    expect.stringMatching(/^clients\.0\.webhooks\.2\.url: webhooks do not go to this address/),
  ]);
});
