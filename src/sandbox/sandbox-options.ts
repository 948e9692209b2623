import type { Log, ShopCalls } from './deliver.ts';
import type { HouseBankOptions } from './house-bank/house-bank.ts';
import type { ScelliusShop } from './labanquepostale/form.ts';
import type { PayboxShop } from './paybox/form.ts';
import type { Language } from './texts.ts';

export type SandboxOptions = {
  /** Where the simulators keep their state between runs: a folder (SQLite, and the Paybox platform's key), made if missing. */
  readonly dataFolder: string;
  readonly payboxShops: readonly PayboxShop[];
  readonly labanquepostaleShops: readonly ScelliusShop[];
  readonly houseBank: HouseBankOptions;
  readonly clock: () => number;
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
