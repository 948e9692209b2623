import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import { html } from 'hono/html';
import { refusalIn } from '../../html/refusals/refusal-in.ts';
import type { Language } from '../../html/texts.ts';
import type { Caller } from '../../kernel/caller.ts';
import { InvalidInputError, MandateStateError, NotAllowedError, type PaymentError } from '../../kernel/errors.ts';
import { chosenLanguage } from '../../kernel/locale/language.ts';
import { mandateStateOf, sendBatchFile } from '../../modules/direct-debits/batches/downloads.ts';
import { RefusedExportError } from '../../modules/exports/refused-export.ts';
import type { ExportRequest, StartedExport } from '../../modules/exports/start-export.ts';
import { isSameOrigin } from '../same-origin.ts';
import { callerOfConsole, requestIdOf, type Shared } from '../shared.ts';
import type { ConsolePage } from '../show.ts';
import { type ExportRefusalCode, exportStatus, exportTexts } from './export-texts.ts';
import { endWhereStalled, stalledReaderMs } from './stalled-reader.ts';

/**
 * `GET /console/exports/{kind}`: a list as a file, sent row by row. Only a page of the gateway may ask, though it is a
 * GET: an export costs a long read, ends as personal data on a disk, and stands in the audit log under a name. So a link
 * in a mail and an address that was typed are refused like another site's.
 */
export function addExportRoutes(router: Router, shared: Shared, stalledMs = stalledReaderMs): void {
  const { services, isOpen, startExport, logger } = shared;
  const path = '/exports/:kind';
  // A look at the headers would be an export in the audit log.
  router.head(path, (_request, response) => void response.status(405).set('Allow', 'GET').end());
  router.get(path, async (request, response, next) => {
    const { oidc, local } = services.console();
    if (!isOpen() && oidc === null && local === null) return next('router');
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    const language = chosenLanguage(request.query.lang, request.get('Accept-Language'), shared.languageOf);
    const callerNow = (isUse: boolean): Promise<Caller | null> => callerOfConsole(shared, request, { isUse });
    const requestId = String(response.getHeader('X-Request-Id') ?? '');
    if (!isSameOrigin(request)) {
      await shared.noteRefused({ code: 'CROSS_SITE_REQUEST', request: requestId, person: null });
      return refuse(shared, request, response, 'CROSS_SITE_REQUEST');
    }
    const caller = await callerNow(true);
    if (caller === null) return refuse(shared, request, response, 'UNAUTHENTICATED');
    shared.noteCaller(request, caller);
    const asked: ExportRequest = {
      ...{ kind: String(request.params.kind), language, isGone: () => response.destroyed },
      query: new URLSearchParams(request.url.split('?').slice(1).join('?')),
      request: requestId,
      callerNow: () => callerNow(false),
    };
    try {
      const fault = await send(response, await startExport(caller, asked), stalledMs);
      if (fault !== null) logger.error({ err: fault, request: asked.request }, 'an export ended before its last row');
    } catch (error) {
      refuseError(shared, request, response, error);
    }
  });
  router.all(path, (_request, response) => void response.status(405).set('Allow', 'GET').end());
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
    await pipeline(Readable.from(text), response);
  } catch (error) {
    fault = isStalled() ? new RefusedExportError('READER_STALLED') : error;
  }
  return (await end(fault)) === 'FAULT' ? fault : null;
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

/**
 * `GET /console/direct-debit-batches/{id}/file`: the file for the bank, for a person of the console. The batch keeps who
 * downloaded it first, so that only a page of the gateway may ask, as for exports.
 */
export function addBatchFileRoutes(router: Router, shared: Shared): void {
  const path = '/direct-debit-batches/:id/file';
  // A look at the headers would count as the first download.
  router.head(path, (_request, response) => void response.status(405).set('Allow', 'GET').end());
  router.get(path, async (request, response, next) => {
    const { oidc, local } = shared.services.console();
    if (!shared.isOpen() && oidc === null && local === null) return next('router');
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
    if (!isSameOrigin(request)) {
      await shared.noteRefused({ code: 'CROSS_SITE_REQUEST', request: requestIdOf(response), person: null });
      return refuse(shared, request, response, 'CROSS_SITE_REQUEST');
    }
    const caller = await callerOfConsole(shared, request, { isUse: true });
    if (caller === null) return refuse(shared, request, response, 'UNAUTHENTICATED');
    shared.noteCaller(request, caller);
    const download = shared.downloadBatchFile(caller, String(request.params.id), requestIdOf(response));
    const found = await download.catch(mandateStateOf);
    if (found instanceof MandateStateError) refuse(shared, request, response, 'MANDATE_STATE', found);
    else if (found === null) refuse(shared, request, response, 'NOT_FOUND');
    else sendBatchFile(response, found);
  });
  router.all(path, (_request, response) => void response.status(405).set('Allow', 'GET').end());
}
