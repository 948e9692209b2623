import { type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { InvalidInputError, NotAllowedError } from '../../kernel/errors.ts';
import type { ConsoleFiles } from '../../modules/bank-statements/import/console-files.ts';
import type { ConsoleCaller } from '../graphql-guard.ts';
import type { NoteRefusedRequest } from '../note-refused-request.ts';

type Options = {
  /** As at the console's GraphQL door. */
  readonly identify: (request: Request, response: Response) => Promise<ConsoleCaller | null>;
  readonly files: ConsoleFiles;
  readonly noteRefused: NoteRefusedRequest;
  readonly logger: Logger;
};

/**
 * `POST /console/bank-files?name=…`: a person brings a file of a bank, which streams to the store. `…/check` before says
 * what would become of it and keeps nothing, `…/{id}/check` of one that waits for a confirmation. A statement is larger
 * than a request of GraphQL may be, and the browser shows the progress of this one.
 */
export function createBankFileRoutes({ identify, files, noteRefused, logger }: Options): Router {
  const router = Router();
  const route = (
    path: string,
    answer: (caller: ConsoleCaller['caller'], request: Request, requestId: string) => Promise<unknown>,
  ): void =>
    void router.post(path, async (request, response) => {
      const asking = await identify(request, response);
      const requestId = String(response.getHeader('X-Request-Id') ?? '');
      if (asking === null) {
        if (response.statusCode === 403)
          await noteRefused({ code: 'CROSS_SITE_REQUEST', request: requestId, person: null });
        return;
      }
      try {
        const answered = await answer(asking.caller, request, requestId);
        if (answered === null) refuse(response, 404, 'NOT_FOUND', 'There is no such file.');
        else response.json(answered);
      } catch (error) {
        // The person closed the page before the end: nothing of the file is kept.
        if (error === request.errored) response.destroy();
        else refuseError(response, error);
      }
    });
  route('/bank-files', async (caller, request, requestId) => {
    const brought = await files.bring(caller, { name: nameOf(request), bytes: request, request: requestId });
    logger.info({ bankFile: brought.id, person: caller.person?.id, status: brought.status }, 'a file of a bank came');
    return brought;
  });
  route('/bank-files/check', (caller, request) => files.check(caller, { name: nameOf(request), bytes: request }));
  route('/bank-files/:id/check', (caller, request) => files.checkStored(caller, String(request.params.id)));
  return router;
}

const nameOf = ({ query }: Request): string => (typeof query.name === 'string' ? query.name : '');

function refuseError(response: Response, error: unknown): void {
  if (error instanceof NotAllowedError) refuse(response, 403, error.code, error.message);
  else if (error instanceof InvalidInputError) {
    // The rest of a body that is too large is not read.
    refuse(response.set('Connection', 'close'), 400, error.code, error.message);
  } else throw error;
}

const refuse = (response: Response, status: number, code: string, message: string): void =>
  void response.status(status).json({ errors: [{ message, extensions: { code } }] });
