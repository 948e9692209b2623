import type { Router } from 'express';
import type { Bank } from './bank.ts';
import { startDelivering } from './deliver.ts';
import { openState as openHouseBank } from './house-bank/state.ts';
import { labanquepostaleBank } from './labanquepostale/page.ts';
import { startNotifying } from './notify.ts';
import { payboxBank } from './paybox/page.ts';
import { platformKey } from './platform-key.ts';
import type { SandboxOptions } from './sandbox-options.ts';
import { openState } from './state.ts';

export type Sandbox = {
  /** Mounted before any body parser, because the signatures cover the raw bytes. Loaded for the first page. */
  readonly openRouter: () => Promise<Router>;
  readonly payboxPublicKeyPem: string;
  /** Ends notifications that are under way, then closes the state. */
  close(): Promise<void>;
};

const defaultNotificationTimeoutMs = 10_000;

/**
 * The banks' simulators. `/paybox/pay` and `/labanquepostale/vads-payment/` are the hosted pages, `/paybox/PPPS.php`
 * and `/labanquepostale/api-payment/V4/…` the server APIs. `/` shows the latest payments, and `/faults` sets faults.
 * `/house-bank` is the bank of the company's accounts. They accept http and localhost addresses, unlike the real
 * platforms, and know only the shops' test contracts.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { clock, log, calls, notifiesCancels = true } = options;
  const { privateKeyPem, publicKeyPem } = await platformKey(options.dataFolder);
  const state = openState(options.dataFolder);
  const timeoutMs = options.notificationTimeoutMs ?? defaultNotificationTimeoutMs;
  const houseBankState = openHouseBank(options.dataFolder);
  const banks: readonly Bank[] = [
    payboxBank({ shops: options.payboxShops, state, clock, privateKeyPem, notifiesCancels }),
    labanquepostaleBank({ shops: options.labanquepostaleShops, state, clock, notifiesCancels }),
  ];
  const { deliver, close } = startDelivering({ state, banks, clock, log, timeoutMs, calls });
  const notifying = startNotifying({ state, clock, deliver, log });
  notifying.resume();
  return {
    openRouter: async () => {
      const { sandboxRoutes } = await import('./routes/routes.ts');
      return sandboxRoutes(options, { state, houseBankState, banks, notifying });
    },
    payboxPublicKeyPem: publicKeyPem,
    close: async () => {
      notifying.close();
      await close();
      state.close();
      houseBankState.close();
    },
  };
}
