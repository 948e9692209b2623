import type { Response } from 'express';

/** A reader that takes nothing for so long holds a place that another person waits for. */
export const stalledReaderMs = 60_000;

/**
 * Ends the answer of a reader that takes nothing. A database that is slow is not the reader's fault.
 * @returns whether it did
 */
export function endWhereStalled(response: Response, afterMs: number): () => boolean {
  let isStalled = false;
  response.setTimeout(afterMs, () => {
    if (!response.writableNeedDrain) return;
    isStalled = true;
    response.destroy();
  });
  return () => isStalled;
}
