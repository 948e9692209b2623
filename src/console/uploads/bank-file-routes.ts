import { type Request, Router } from 'express';
import type { Logger } from 'pino';
import { bankFileRefusalIn } from '../../html/refusals/of-bank-files.ts';
import type { Language } from '../../kernel/locale/language.ts';
import type { ConsoleFiles, FileCheck } from '../../modules/bank-statements/import/console-files.ts';
import { addUpload, type UploadOptions } from './upload-route.ts';

type Options = UploadOptions & { readonly files: ConsoleFiles; readonly logger: Logger };

/**
 * `POST /console/bank-files?name=…`: a person brings a file of a bank, which streams to the store. `…/check` before
 * answers its outcome and keeps nothing, `…/{id}/check` for one that waits for a confirmation. A statement is larger
 * than a request of GraphQL may be, and the browser shows the progress of this one.
 */
export function createBankFileRoutes({ files, logger, ...options }: Options): Router {
  const router = Router();
  addUpload(router, options, '/bank-files', async (caller, request, { requestId }) => {
    const brought = await files.bring(caller, { name: nameOf(request), bytes: request, request: requestId });
    logger.info({ bankFile: brought.id, person: caller.person?.id, status: brought.status }, 'a file of a bank came');
    return brought;
  });
  addUpload(router, options, '/bank-files/check', async (caller, request, { language }) =>
    inLanguage(language, await files.check(caller, { name: nameOf(request), bytes: request })),
  );
  addUpload(router, options, '/bank-files/:id/check', async (caller, request, { language }) => {
    const check = await files.checkStored(caller, String(request.params.id));
    return check && inLanguage(language, check);
  });
  return router;
}

const nameOf = ({ query }: Request): string => (typeof query.name === 'string' ? query.name : '');

const inLanguage = (language: Language, check: FileCheck): FileCheck => ({
  ...check,
  refusal: check.refusal && bankFileRefusalIn(language, check.refusal),
});
