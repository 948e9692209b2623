import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { forRequest, notingRefusals } from '../../../kernel/audit/record-audit.ts';
import { isEncodedBody } from '../../../kernel/bytes/content-encoding.ts';
import type { Caller } from '../../../kernel/caller.ts';
import { InvalidInputError, NotAllowedError, UnauthenticatedError } from '../../../kernel/errors.ts';
import { requestIdOf } from '../../../kernel/identifiers.ts';
import { StoreUnavailableError, unavailableMembers } from '../../../kernel/store-unavailable.ts';
import type { Services } from '../ports.ts';
import { type ImportedBankFile, importBankFile } from './import-bank-file.ts';

export type BankUploadOptions = {
  readonly services: Services;
  /** @throws UnauthenticatedError */
  readonly authenticate: (request: Request) => Caller;
  readonly logger: Logger;
};

/** No type that a foreign page's form can send. A browser asks first for these, and gets no permission. */
const contentTypes = [
  ...['application/xml', 'text/xml', 'application/octet-stream', 'application/zip', 'application/gzip'],
];

/**
 * `POST /bank-files?name=…`: a bank file, of any size that the config allows. It streams to the store and is never
 * whole in memory. 200: imported. 202: stored, and still being imported, or waiting for a confirmation (`status`). 422:
 * refused; `reason` names the place. 503: the database is not available; the file can be sent again.
 */
export function createBankUploads(options: BankUploadOptions): Router {
  const router = Router();
  router.all('/bank-files', async (request, response) => {
    response.set('Cache-Control', 'no-store');
    try {
      const caller = options.authenticate(request);
      if (isRefusedForm(request, response)) return;
      const services = forRequest(options.services, requestIdOf(response));
      const name = typeof request.query.name === 'string' ? request.query.name : '';
      const imported = await notingRefusals(services, caller, 'importBankFile', () =>
        importBankFile(services, caller, { name, source: 'UPLOAD', bytes: request }),
      );
      const { id, source, status, counts } = imported.file;
      const line = { bankFile: id, source, broughtBy: caller.client, status, repeated: imported.repeated, counts };
      options.logger.info({ request: response.getHeader('X-Request-Id'), ...line }, 'a file of a bank came');
      response.status(httpStatusOf(imported)).json(answerOf(imported));
    } catch (error) {
      // The sender stopped before the end; nothing of the file is kept.
      if (error === request.errored) response.destroy();
      else answerError(response, error);
    }
  });
  return router;
}

function isRefusedForm(request: Request, response: Response): boolean {
  if (request.method !== 'POST') {
    response.set('Allow', 'POST').status(405).json(problem('METHOD_NOT_ALLOWED', 'Send the file by POST.'));
    return true;
  }
  const type = (request.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!isEncodedBody(request.get('Content-Encoding')) && contentTypes.includes(type)) return false;
  const types = contentTypes.join(', ');
  const message = `Send the bytes of the file without Content-Encoding. Its Content-Type is one of ${types}; application/octet-stream fits every file.`;
  response.status(415).json(problem('UNSUPPORTED_MEDIA_TYPE', message));
  return true;
}

const httpStatusOf = ({ file }: ImportedBankFile): number =>
  file.status === 'REFUSED' ? 422 : file.status === 'IMPORTED' ? 200 : 202;

const answerOf = ({ file, repeated }: ImportedBankFile) => ({
  id: file.id,
  status: file.status,
  source: file.source,
  cameBefore: repeated,
  reason: file.reason,
  format: file.format,
  digest: file.digest,
  sizeBytes: file.sizeBytes,
  ...file.counts,
});

const problem = (code: string, message: string) => ({ error: { code, message } });

/** A file is imported in several commits: the first ones may have succeeded. */
const partly =
  'The database is not available. Part of the file may be imported. Send it again later: nothing is imported twice.';

/** An internal error goes on to the last handler. */
function answerError(response: Response, error: unknown): void {
  if (error instanceof UnauthenticatedError) {
    response.set('WWW-Authenticate', 'Bearer').status(401).json(problem('UNAUTHENTICATED', error.message));
  } else if (error instanceof NotAllowedError) {
    response.status(403).json(problem(error.code, error.message));
  } else if (error instanceof InvalidInputError) {
    // The rest of a body that is too large is not read.
    response.set('Connection', 'close').status(400).json(problem(error.code, error.message));
  } else if (error instanceof StoreUnavailableError) {
    response.set({ Connection: 'close', 'Retry-After': String(error.retryAfterSeconds) });
    response
      .status(503)
      .json({ error: { ...unavailableMembers({ retryAdvice: 'CHECK_STATUS_FIRST' }), message: partly } });
  } else throw error;
}
