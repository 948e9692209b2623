import { type Request, type RequestHandler, type Response, Router } from 'express';
import { type Caller, callerOrNull } from '../../../kernel/caller.ts';
import { MandateStateError, NotAllowedError } from '../../../kernel/errors.ts';
import { requestIdOf } from '../../../kernel/identifiers.ts';
import type { StoredBatch } from './direct-debit.ts';

export type BatchFile = { readonly batch: StoredBatch; readonly bytes: Buffer };
/**
 * Null where the caller may not see the batch.
 * @throws MandateStateError, NotAllowedError
 */
export type DownloadBatchFile = (caller: Caller, id: string, request: string) => Promise<BatchFile | null>;

export type DownloadsOptions = {
  /** @throws UnauthenticatedError */
  readonly authenticate: (request: Request) => Caller;
  readonly downloadBatchFile: DownloadBatchFile;
};

/**
 * `GET /direct-debit-batches/{id}/file`: the file for the bank, byte by byte as it was written. The response has its
 * digest as an entity tag (RFC 9110) and as `Repr-Digest` (RFC 9530).
 */
export function createDownloads({ authenticate, downloadBatchFile }: DownloadsOptions): Router {
  const router = Router({ strict: true });
  const send: RequestHandler = async (request, response) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    const caller = callerOrNull(authenticate, request);
    if (caller === null) {
      response
        .status(401)
        .set('WWW-Authenticate', 'Bearer')
        .json({ code: 'UNAUTHENTICATED', message: 'A key is needed.' });
      return;
    }
    const { id } = request.params;
    const asked = typeof id === 'string' ? id : '';
    const found = await downloadBatchFile(caller, asked, requestIdOf(response)).catch(refusalOf);
    if (found instanceof Error) {
      const status = found instanceof NotAllowedError ? 403 : 409;
      response.status(status).json({ code: found.code, message: found.message });
      return;
    }
    if (found === null) {
      response.status(404).json({ code: 'NOT_FOUND', message: 'There is no such batch.' });
      return;
    }
    sendBatchFile(response, found);
  };
  const path = '/direct-debit-batches/:id/file';
  // A look at the headers would count as the first download.
  router.head(path, (_request, response) => void response.status(405).set('Allow', 'GET').end());
  router.get(path, send);
  router.all(path, (_request, response) => void response.status(405).set('Allow', 'GET').end());
  return router;
}

/** The refusal of a caller without a key, or of a file whose debits are in doubt. */
function refusalOf(error: unknown): MandateStateError | NotAllowedError {
  if (error instanceof MandateStateError || error instanceof NotAllowedError) return error;
  throw error;
}

/** The file as it was written, with its name and its digest. */
export function sendBatchFile(response: Response, { batch, bytes }: BatchFile): void {
  response.set({
    'Content-Type': 'application/xml; charset=utf-8',
    'Content-Disposition': `attachment; filename="${batch.fileName}"`,
    'Repr-Digest': `sha-256=:${Buffer.from(batch.fileDigest, 'hex').toString('base64')}:`,
  });
  response.end(bytes);
}
