import type { Logger } from 'pino';
import type { Aged } from '../../../kernel/aged.ts';
import { pagesOf, walkPages } from '../../../kernel/walk-pages.ts';
import { reportRarely } from '../../../workers/report-rarely.ts';
import type { Services } from '../ports.ts';
import { dueStart } from './clock-walk.ts';
import type { BankAccess } from './provider-inquiry.ts';

/** What the rounds of the clock need. Each step is safe to repeat, and safe to run twice at once. */

export type Resolver = Services & BankAccess;
export type Rounds = {
  /** False: another process has the work now. */
  readonly keepsLease: () => Promise<boolean>;
  /** Reports an item that failed. It is tried again in the next round and holds up no other item. */
  readonly failed: (subject: string, error: unknown) => void;
};
export type Resolving = Rounds & { readonly services: Resolver };

/** Logs what fails in the rounds of a worker, for as long as it works. */
export const failedByClock = (clock: () => number, logger: Logger): Rounds['failed'] =>
  reportRarely(clock, (subject, error) => {
    const fault = error instanceof Error ? error.name : 'not an error';
    logger.error({ subject, fault }, 'the clock could not settle this; it is tried again');
  });

/** Read at a time, and worked on at the same time: a bank that is slow about one holds up few others. */
export const itemsPerPage = 100;
export const itemsAtOnce = 8;

/** Goes once along everything that is due, however much that is. */
export async function processDueItems<Item extends Aged>(
  { keepsLease, failed }: Rounds,
  read: (behind: Aged, limit: number) => Promise<readonly Item[]>,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  for await (const items of walkPages<Item, Aged>(itemsPerPage, dueStart, read, (item) => item)) {
    for (const some of pagesOf(itemsAtOnce, items)) {
      if (!(await keepsLease())) return;
      await Promise.all(
        some.map(async (item) => {
          try {
            await work(item);
          } catch (error) {
            failed(item.id, error);
          }
        }),
      );
    }
  }
}
