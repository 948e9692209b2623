import express, { type Router } from 'express';
import type { Bank } from './bank.ts';
import { type Log, type ShopCalls, startDelivering } from './deliver.ts';
import { faultRoutes } from './fault-routes.ts';
import { hostedPage } from './hosted-page.ts';
import { createHouseBank, type HouseBankOptions } from './house-bank/house-bank.ts';
import { indexPage } from './index-page.ts';
import type { ScelliusShop } from './labanquepostale/form.ts';
import { labanquepostaleBank } from './labanquepostale/page.ts';
import { labanquepostaleRest } from './labanquepostale/rest.ts';
import { startNotifying } from './notify.ts';
import { sendPage } from './page-shell.ts';
import { payboxDirect } from './paybox/direct.ts';
import type { PayboxShop } from './paybox/form.ts';
import { payboxBank } from './paybox/page.ts';
import { platformKey } from './platform-key.ts';
import { openState } from './state.ts';
import type { Language } from './texts.ts';

export type SandboxOptions = {
  /** Where the simulators keep their state between runs: a folder (SQLite, and the Paybox platform's key), made if missing. */
  readonly dataFolder: string;
  readonly payboxShops: readonly PayboxShop[];
  readonly labanquepostaleShops: readonly ScelliusShop[];
  readonly houseBank: HouseBankOptions;
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Buffer;
  /** The language for a reader, by the `Accept-Language` of the request. */
  readonly languageOf: (acceptLanguage: string | undefined) => Language;
  /** How the simulators send messages; closed with the sandbox. */
  readonly calls: ShopCalls;
  /** Called with one line when a message could not be delivered. Names no buyer. */
  readonly log: Log;
  /**
   * Whether the shop is notified of a cancellation by the buyer (default: yes). Paybox documents no such notification.
   * Its simulator sends the closest code, E=00117 (bank code 17, "cancelled by the buyer"), while the browser returns
   * with E=00001 as on the real platform. On Lyra's platform the back office's rule "abandon, cancel" decides, which is
   * off there by default. With `false` only the shop's own time-out reveals it.
   */
  readonly notifiesCancels?: boolean;
  /** How long the shop may take to answer a notification; 10 s by default. */
  readonly notificationTimeoutMs?: number;
};

export type Sandbox = {
  /** Mounted before any body parser, because the signatures cover the raw bytes. */
  readonly router: Router;
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
  const { clock, randomBytes, log, calls, notifiesCancels = true } = options;
  const { privateKeyPem, publicKeyPem } = await platformKey(options.dataFolder, randomBytes);
  const state = openState(options.dataFolder);
  const timeoutMs = options.notificationTimeoutMs ?? defaultNotificationTimeoutMs;
  const { deliver, close } = startDelivering({ state, clock, log, timeoutMs, calls });
  const notifying = startNotifying({ state, clock, deliver });
  const languageOf = (request: express.Request): Language => options.languageOf(request.get('Accept-Language'));
  const { dataFolder } = options;
  const houseBank = createHouseBank({ ...options.houseBank, dataFolder, clock, randomBytes, languageOf });
  const banks: readonly Bank[] = [
    payboxBank({ shops: options.payboxShops, state, clock, privateKeyPem, notifiesCancels }),
    labanquepostaleBank({ shops: options.labanquepostaleShops, state, clock, randomBytes, notifiesCancels }),
  ];

  const router = express.Router();
  router.get('/', (request, response) =>
    sendPage(response, indexPage(state, languageOf(request), request.baseUrl), randomBytes),
  );
  router.get('/paybox/load.html', (_request, response) => {
    response.type('html').send('<!doctype html><title>load</title><div id="server_status">OK</div>');
  });
  router.use(houseBank.router);
  router.use(payboxDirect({ shops: options.payboxShops, state, clock }));
  router.use(labanquepostaleRest({ shops: options.labanquepostaleShops, state, clock, randomBytes }));
  router.use(faultRoutes({ state, clock, releaseHeld: () => notifying.releaseAll(banks) }));
  for (const bank of banks) {
    const parts = { bank, state, clock, notify: notifying.notify, mayCall: calls.mayCall };
    router.use(hostedPage({ ...parts, randomBytes, languageOf }));
  }
  notifying.resume(banks);
  return {
    router,
    payboxPublicKeyPem: publicKeyPem,
    close: async () => {
      notifying.close();
      await close();
      state.close();
      houseBank.close();
    },
  };
}
