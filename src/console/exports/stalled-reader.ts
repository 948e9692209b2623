import type { Response } from 'express';

/**
 * Resets the connection of a file that is not whole, over HTTP/1.0, which some proxies speak: there the end of the
 * connection is the end of the answer. Later versions mark the end of the answer.
 */
export function resetIfOld(response: Response): void {
  if (response.req.httpVersion === '1.0') response.socket?.resetAndDestroy();
}

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
    resetIfOld(response);
    response.destroy();
  });
  return () => isStalled;
}
