import type { PaymentAnswer } from './answer.ts';
import type { Fault } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { renderHtmlAnswer, renderHtmlFault } from './html.ts';
import { wrapInCallback } from './jsonp.ts';
import { renderCsv, renderCsvFault } from './render-csv.ts';
import { renderJson, renderJsonFault } from './render-json.ts';
import { renderJsv, renderJsvFault } from './render-jsv.ts';
import { renderXml, renderXmlFault } from './render-xml.ts';
import { sendFormat, sendScript } from './respond.ts';

/** Sends what the operation answered, in the exchange's format. */
export function sendAnswer({ response, format, callback, style, language }: Exchange, answer: PaymentAnswer): void {
  const status = 200;
  switch (format) {
    case 'json':
      if (callback) sendScript(response, { status, body: wrapInCallback(callback, renderJson(answer, style)) });
      else sendFormat(response, format, { status, body: renderJson(answer, style), isSuccess: true });
      return;
    case 'jsonl':
      sendFormat(response, format, { status, body: `${renderJson(answer, style)}\n`, isSuccess: true });
      return;
    case 'xml':
      sendFormat(response, format, { status, body: renderXml(answer), isSuccess: true });
      return;
    case 'jsv':
      sendFormat(response, format, { status, body: renderJsv(answer, style), isSuccess: true });
      return;
    case 'csv':
      sendFormat(response, format, { status, body: renderCsv(answer), isSuccess: true });
      return;
    case 'html':
      sendFormat(response, format, { status, ...renderHtmlAnswer(answer, language), isSuccess: true });
      return;
  }
}

/** Sends why the request was refused, in the exchange's format. */
export function sendFault(
  { response, format, callback, style, language, bound, requestId }: Exchange,
  fault: Fault,
): void {
  if (response.headersSent || response.destroyed) return;
  const { status } = fault;
  const headers = headersOf(fault);
  const rendered = { status, headers, isSuccess: false } as const;
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
      sendFormat(response, format, { ...rendered, ...renderHtmlFault(fault, { bound, language, requestId }) });
      return;
  }
}

/** What the status wants beside it. */
function headersOf({ status, allow }: Fault): Record<string, string> {
  if (status === 405) return { Allow: allow ?? '' };
  if (status === 401) return { 'WWW-Authenticate': 'Bearer' };
  // The rest of a body that is too large is not read.
  return status === 413 ? { Connection: 'close' } : {};
}
