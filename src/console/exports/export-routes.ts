import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response, Router } from 'express';
import { html } from 'hono/html';
import { refusalIn } from '../../html/refusals/refusal-in.ts';
import type { Language } from '../../html/texts.ts';
import type { Caller } from '../../kernel/caller.ts';
import { InvalidInputError, MandateStateError, NotAllowedError, type PaymentError } from '../../kernel/errors.ts';
import { requestIdOf } from '../../kernel/identifiers.ts';
import { chosenLanguage } from '../../kernel/locale/language.ts';
import { sendBatchFile } from '../../modules/direct-debits/batches/downloads.ts';
import { RefusedExportError } from '../../modules/exports/refused-export.ts';
import type { ExportRequest, StartedExport } from '../../modules/exports/start-export.ts';
import { isSameOrigin } from '../same-origin.ts';
import { callerAgain, callerOfConsole, type Shared } from '../shared.ts';
import type { ConsolePage } from '../show.ts';
import { type ExportRefusalCode, exportStatus, exportTexts } from './export-texts.ts';
import { endWhereStalled, resetIfOld, stalledReaderMs } from './stalled-reader.ts';

/**
 * `GET /console/exports/{kind}`: a list as a file, sent row by row. An export costs a long read, ends as personal data on
 * a disk, and stands in the audit log under a name.
 */
export function addExportRoutes(router: Router, shared: Shared, stalledMs = stalledReaderMs): void {
  addDownload(router, shared, '/exports/:kind', async (caller, request, response) => {
    const language = chosenLanguage(request.query.lang, request.get('Accept-Language'), shared.languageOf);
    const asked: ExportRequest = {
      ...{ kind: String(request.params.kind), language, isGone: () => response.destroyed },
      query: new URLSearchParams(request.url.split('?').slice(1).join('?')),
      request: requestIdOf(response),
      callerNow: () => callerAgain(shared, caller),
    };
    try {
      const fault = await send(response, await shared.startExport(caller, asked), stalledMs);
      if (fault !== null)
        shared.logger.error({ err: fault, request: asked.request }, 'an export ended before its last row');
    } catch (error) {
      refuseError(shared, request, response, error);
    }
  });
}

/**
 * `GET /console/direct-debit-batches/{id}/file`: the file for the bank, for a person of the console. The batch keeps who
 * downloaded it first.
 */
export function addBatchFileRoutes(router: Router, shared: Shared): void {
  addDownload(router, shared, '/direct-debit-batches/:id/file', async (caller, request, response) => {
    try {
      const found = await shared.downloadBatchFile(caller, String(request.params.id), requestIdOf(response));
      if (found === null) refuse(shared, request, response, 'NOT_FOUND');
      else sendBatchFile(response, found);
    } catch (error) {
      if (error instanceof MandateStateError) refuse(shared, request, response, 'MANDATE_STATE', error);
      else if (error instanceof NotAllowedError) refuse(shared, request, response, 'STEP_UP_REQUIRED', error);
      else throw error;
    }
  });
}

/**
 * A file that leaves a trace under the name of who asks. Only a page of the gateway may ask, though it is a GET: so a link
 * in a mail and an address that was typed are refused like another site's.
 */
function addDownload(
  router: Router,
  shared: Shared,
  path: string,
  answer: (caller: Caller, request: Request, response: Response) => Promise<void>,
): void {
  const notAllowed: RequestHandler = (_request, response) => void response.status(405).set('Allow', 'GET').end();
  // A look at the headers would leave the trace.
  router.head(path, notAllowed);
  router.get(path, async (request, response, next) => {
    const { oidc, local } = shared.services.console();
    if (!shared.isOpen() && oidc === null && local === null) return next('router');
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    if (!isSameOrigin(request)) {
      await shared.noteRefused({ code: 'CROSS_SITE_REQUEST', request: requestIdOf(response), person: null });
      return refuse(shared, request, response, 'CROSS_SITE_REQUEST');
    }
    const caller = await callerOfConsole(shared, request, response, { isUse: true });
    if (caller === null) return refuse(shared, request, response, 'UNAUTHENTICATED');
    shared.noteCaller(request, caller);
    await answer(caller, request, response);
  });
  router.all(path, notAllowed);
}

/**
 * Sends as fast as the browser reads. Where a row cannot be read the connection is cut, so that the browser does not take
 * the file for whole.
 * @returns a fault of ours, which made it incomplete
 */
async function send(
  response: Response,
  { fileName, type, text, end }: StartedExport,
  stalledMs: number,
): Promise<unknown> {
  response.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"` });
  // The guards, the log and the trace listen to it too.
  response.setMaxListeners(20);
  const isStalled = endWhereStalled(response, stalledMs);
  let fault: unknown = null;
  try {
    await pipeline(Readable.from(wholeOrReset(text, response)), response);
  } catch (error) {
    fault = isStalled() ? new RefusedExportError('READER_STALLED') : error;
  }
  return (await end(fault)) === 'FAULT' ? fault : null;
}

async function* wholeOrReset(text: AsyncIterable<string>, response: Response): AsyncGenerator<string> {
  try {
    yield* text;
  } catch (error) {
    resetIfOld(response);
    throw error;
  }
}

/** @throws whatever is no refusal, and what comes after the first byte */
function refuseError(shared: Shared, request: Request, response: Response, error: unknown): void {
  if (response.headersSent) throw error;
  if (error instanceof InvalidInputError) refuse(shared, request, response, 'INVALID_INPUT', error);
  else if (error instanceof NotAllowedError) refuse(shared, request, response, 'NOT_ALLOWED', error);
  else if (error instanceof RefusedExportError && error.code in exportStatus) {
    if (error.code === 'TOO_MANY_EXPORTS') response.set('Retry-After', '10');
    refuse(shared, request, response, error.code as ExportRefusalCode);
  } else throw error;
}

/** A page for a browser that goes there, JSON for a script. */
function refuse(
  { show }: Shared,
  request: Request,
  response: Response,
  code: ExportRefusalCode,
  error?: InvalidInputError | NotAllowedError | MandateStateError,
): void {
  if (request.accepts(['json', 'html']) === 'html') {
    show(request, response, pageOf(code, error));
    return;
  }
  const message = error?.message ?? exportTexts.en.refusals[code];
  response.status(exportStatus[code]).json({ code, message, path: error?.path ?? null });
}

const pageOf =
  (code: ExportRefusalCode, error: PaymentError | undefined) =>
  (language: Language): ConsolePage => {
    const { title, refusals, parameter, back } = exportTexts[language];
    const field = error?.path?.[0] ?? null;
    const why =
      error instanceof MandateStateError ? refusalIn(language, error.message, refusals[code]) : refusals[code];
    return {
      title,
      status: exportStatus[code],
      main: html`<h1>${title}</h1><p class="bad" role="alert">${why}</p>
${field === null ? '' : html`<p>${parameter} <code>${field}</code></p>`}
<div class="buttons"><a class="button quiet" href="/console">${back}</a></div>`,
    };
  };
