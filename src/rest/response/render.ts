import type { FormatName } from '../request/format.ts';
import type { JsonStyle } from '../request/json-config.ts';
import type { OperationName } from '../request/operation.ts';
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

type Writer = {
  readonly answer: (answer: Answer, style: JsonStyle, operationName: OperationName) => string;
  readonly fault: (fault: Fault, style: JsonStyle) => string;
};

/** The formats that are data; `html` is a page for a person. */
export type DataFormat = Exclude<FormatName, 'html'>;
export const writers: Readonly<Record<DataFormat, Writer>> = {
  json: { answer: renderJson, fault: renderJsonFault },
  xml: { answer: (answer, _style, operationName) => renderXml(answer, operationName), fault: renderXmlFault },
  jsv: { answer: renderJsv, fault: renderJsvFault },
  csv: { answer: renderCsv, fault: renderCsvFault },
  jsonl: {
    answer: (answer, style) => `${renderJson(answer, style)}\n`,
    fault: (fault, style) => `${renderJsonFault(fault, style)}\n`,
  },
};

/** Sends the operation's answer in the exchange's format, or in a call of its callback. */
export function sendAnswer(exchange: Exchange, answer: PaymentAnswer | StatusAnswer): void {
  const { response, format, callback, style, language, operationName } = exchange;
  if (callback) {
    sendScriptAnswer(exchange, answer);
    return;
  }
  const rendered =
    format === 'html'
      ? renderHtmlAnswer(answer, language)
      : { body: writers[format].answer(answer, style, operationName) };
  sendFormat(response, format, { status: 200, ...rendered, isSuccess: true, operationName });
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
  const headers = headersOf(fault);
  if (callback) {
    // A browser does not run a script that comes with an error status.
    const status = fault.isBindingFault ? 200 : fault.status;
    sendScript(response, { status, body: wrapInCallback(callback, renderJsonFault(fault, style)), headers });
    return;
  }
  const rendered =
    format === 'html'
      ? renderHtmlFault(fault, { bound, language, requestId, operationName })
      : { body: writers[format].fault(fault, style) };
  sendFormat(response, format, { status: fault.status, ...rendered, headers, isSuccess: false, operationName });
}

/** Headers that go with the status. */
function headersOf({ status, allow, retryAfterSeconds }: Fault): Record<string, string> {
  if (status === 405) return { Allow: allow ?? '' };
  if (retryAfterSeconds !== undefined) return { 'Retry-After': String(retryAfterSeconds) };
  if (status === 401) return { 'WWW-Authenticate': 'Bearer' };
  // The rest of a body that is too large is not read.
  return status === 413 ? { Connection: 'close' } : {};
}
