import type { Exchange } from '../routes/exchange.ts';
import type { Answer, PaymentAnswer, StatusAnswer } from './answer.ts';
import type { Fault } from './errors.ts';
import { renderHtmlAnswer, renderHtmlFault } from './html.ts';
import { wrapInCallback } from './jsonp.ts';
import { renderCsv, renderCsvFault } from './render-csv.ts';
import { renderJson, renderJsonFault } from './render-json.ts';
import { renderJsv, renderJsvFault } from './render-jsv.ts';
import { renderXml, renderXmlFault } from './render-xml.ts';
import { sendFormat, sendScript } from './respond.ts';

/** Sends the operation's answer in the exchange's format. */
export function sendAnswer(
  { response, format, callback, style, language, operationName }: Exchange,
  answer: PaymentAnswer | StatusAnswer,
): void {
  const status = 200;
  const isSuccess = true;
  switch (format) {
    case 'json':
      if (callback) sendScriptAnswer({ response, callback, style }, answer);
      else sendFormat(response, format, { status, body: renderJson(answer, style), isSuccess, operationName });
      return;
    case 'jsonl':
      sendFormat(response, format, { status, body: `${renderJson(answer, style)}\n`, isSuccess, operationName });
      return;
    case 'xml':
      sendFormat(response, format, { status, body: renderXml(answer, operationName), isSuccess, operationName });
      return;
    case 'jsv':
      sendFormat(response, format, { status, body: renderJsv(answer, style), isSuccess, operationName });
      return;
    case 'csv':
      sendFormat(response, format, { status, body: renderCsv(answer), isSuccess, operationName });
      return;
    case 'html':
      sendFormat(response, format, { status, ...renderHtmlAnswer(answer, language), isSuccess, operationName });
      return;
  }
}

/** The same inside the call of a callback. */
export function sendScriptAnswer(
  { response, callback, style }: Pick<Exchange, 'response' | 'callback' | 'style'>,
  answer: Answer,
): void {
  sendScript(response, { status: 200, body: wrapInCallback(callback ?? '', renderJson(answer, style)) });
}

/** Sends why the request was refused, in the exchange's format. */
export function sendFault(
  { response, format, callback, style, language, bound, requestId, operationName }: Exchange,
  fault: Fault,
): void {
  if (response.headersSent || response.destroyed) return;
  const { status } = fault;
  const headers = headersOf(fault);
  const rendered = { status, headers, isSuccess: false, operationName } as const;
  switch (format) {
    case 'json':
      if (callback) {
        // A browser does not run a script that comes with an error status.
        const scriptStatus = fault.isBindingFault ? 200 : status;
        sendScript(response, {
          status: scriptStatus,
          body: wrapInCallback(callback, renderJsonFault(fault, style)),
          headers,
        });
      } else sendFormat(response, format, { ...rendered, body: renderJsonFault(fault, style) });
      return;
    case 'jsonl':
      sendFormat(response, format, { ...rendered, body: `${renderJsonFault(fault, style)}\n` });
      return;
    case 'xml':
      sendFormat(response, format, { ...rendered, body: renderXmlFault(fault) });
      return;
    case 'jsv':
      sendFormat(response, format, { ...rendered, body: renderJsvFault(fault, style) });
      return;
    case 'csv':
      sendFormat(response, format, { ...rendered, body: renderCsvFault(fault, style) });
      return;
    case 'html':
      sendFormat(response, format, {
        ...rendered,
        ...renderHtmlFault(fault, { bound, language, requestId, operationName }),
      });
      return;
  }
}

/** Headers that go with the status. */
function headersOf({ status, allow, retryAfterSeconds }: Fault): Record<string, string> {
  if (status === 405) return { Allow: allow ?? '' };
  if (retryAfterSeconds !== undefined) return { 'Retry-After': String(retryAfterSeconds) };
  if (status === 401) return { 'WWW-Authenticate': 'Bearer' };
  // The rest of a body that is too large is not read.
  return status === 413 ? { Connection: 'close' } : {};
}
