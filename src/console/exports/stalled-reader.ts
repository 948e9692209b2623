import type { Response } from 'express';

/**
 * Over HTTP/1.0, which some proxies speak, an answer ends where its connection ends: so that of a file that is not whole
 * is reset. Later versions say where an answer is whole.
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
