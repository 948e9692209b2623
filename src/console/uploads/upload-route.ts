import type { Request, Response, Router } from 'express';
import { refusalIn } from '../../html/refusals/refusal-in.ts';
import type { Caller } from '../../kernel/caller.ts';
import { InvalidInputError, NotAllowedError } from '../../kernel/errors.ts';
import { requestIdOf } from '../../kernel/identifiers.ts';
import type { Language, LanguageOf } from '../../kernel/locale/language.ts';
import type { ConsoleCaller } from '../graphql-guard.ts';
import type { NoteRefusedRequest } from '../note-refused-request.ts';

export type UploadOptions = {
  /** As at the console's GraphQL door. */
  readonly identify: (request: Request, response: Response) => Promise<ConsoleCaller | null>;
  readonly noteRefused: NoteRefusedRequest;
  readonly languageOf: LanguageOf;
};

/** What answers: null where there is nothing like it. */
type Answer = (
  caller: Caller,
  request: Request,
  context: { readonly language: Language; readonly requestId: string },
) => Promise<unknown>;

/** A file that a page of the console sends as the body of a POST. */
export function addUpload(
  router: Router,
  { identify, noteRefused, languageOf }: UploadOptions,
  path: string,
  answer: Answer,
): void {
  router.post(path, async (request, response) => {
    const asking = await identify(request, response);
    const requestId = requestIdOf(response);
    if (asking === null) {
      if (response.statusCode === 403)
        await noteRefused({ code: 'CROSS_SITE_REQUEST', request: requestId, person: null });
      return;
    }
    const language = languageOf(request.get('Accept-Language'));
    try {
      const answered = await answer(asking.caller, request, { language, requestId });
      if (answered === null) refuse(response, 404, 'NOT_FOUND', 'There is no such file.', language);
      else response.json(answered);
    } catch (error) {
      // The person closed the page before the end: nothing of the file is kept.
      if (error === request.errored) response.destroy();
      else refuseError(response, error, language);
    }
  });
}

function refuseError(response: Response, error: unknown, language: Language): void {
  if (error instanceof NotAllowedError) refuse(response, 403, error.code, error.message, language);
  else if (error instanceof InvalidInputError) {
    // The rest of a body that is too large is not read.
    refuse(response.set('Connection', 'close'), 400, error.code, error.message, language);
  } else throw error;
}

const refuse = (response: Response, status: number, code: string, message: string, language: Language): void =>
  void response.status(status).json({ errors: [{ message: refusalIn(language, message), extensions: { code } }] });
