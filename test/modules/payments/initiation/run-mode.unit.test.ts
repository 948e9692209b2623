import { expect, test } from 'vitest';
import { remarksOnClients } from '../../../../src/app/remarks/clients.ts';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { chooseRunMode } from '../../../../src/modules/payments/initiation/run-mode.ts';
import { clientNamed } from '../../../support/clients/client-named.ts';
import { configOf } from '../../../support/config-of.ts';

const on = (deployment: 'production' | 'development') =>
  ({ settings: { deployment } }) as Parameters<typeof chooseRunMode>[0];
const liveAlone = { runModes: new Set(['LIVE'] as const) };

test('LIVE is refused as TEST where it runs as TEST, and the refusal says so', () => {
  const caller = { ...anonymous, ...liveAlone };
  const choose = (deployment: 'production' | 'development', mode: 'TEST' | 'LIVE') => () =>
    chooseRunMode(on(deployment), caller, mode, 'paymentRunMode');
  expect(choose('production', 'LIVE')()).toBe('LIVE');
  expect(choose('development', 'LIVE')).toThrow(
    'LIVE runs as TEST on this deployment, and this client does not hold TEST.',
  );
  expect(choose('development', 'TEST')).toThrow('This client may not ask for TEST.');
});

test('a client with LIVE without TEST is remarked on outside production', () => {
  const config = { ...configOf({}), clients: [clientNamed('shop', liveAlone)] };
  const remark = 'shop: holds LIVE without TEST, so that its LIVE payments are refused on this deployment.';
  expect(remarksOnClients({ ...config, deployment: 'development' }, 0)).toEqual([remark]);
  expect(remarksOnClients({ ...config, deployment: 'production' }, 0)).toEqual([]);
});
