import { dayMs } from '../../../kernel/durations.ts';
import { lastIdAt } from '../../../kernel/identifiers.ts';
import type { Services } from '../ports.ts';

/** No upload takes as long: the server gives up on one that does not come on. */
const abandonedAfterMs = dayMs;
const filesPerPage = 20;
const cursorName = 'abandoned uploads';

/**
 * Bytes are stored while they arrive. If the process dies meanwhile, they belong to no file. After a day they are
 * removed, upload by upload; each is looked at once.
 * @returns how many uploads were removed
 */
export async function removeAbandonedUploads(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  goesOn: () => Promise<boolean>,
): Promise<number> {
  const untilId = lastIdAt('bkf', clock() - abandonedAfterMs);
  let behindId = (await store.cursor(cursorName)) ?? '';
  let removed = 0;
  while (behindId < untilId && (await goesOn())) {
    const page = await store.abandonedUploads({ behindId, untilId, limit: filesPerPage });
    for (const fileId of page) {
      await store.transact(async (transaction) => {
        if ((await transaction.bankFile(fileId)) === null) await transaction.removeBankFileParts(fileId);
      });
      removed++;
    }
    behindId = page.length < filesPerPage ? untilId : (page.at(-1) ?? untilId);
    const position = behindId;
    await store.transact((transaction) => transaction.moveCursor(cursorName, position));
  }
  return removed;
}
