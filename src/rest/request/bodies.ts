import type { IncomingMessage } from 'node:http';
import { readBytes } from '../../kernel/bytes/bounded-bytes.ts';
import { isEncodedBody } from '../../kernel/bytes/content-encoding.ts';
import { bodyTooLarge, LegacyFaultError, unreadableBody, unsupportedBody } from '../response/errors.ts';
import { charsetOf, charsetOfXml, decodeText, inUtf8Percents } from './charset.ts';
import type { FieldName } from './fields.ts';
import { type FormatName, formatOfBody, mediaTypeOf } from './format.ts';
import {
  addField,
  type GivenField,
  type GivenFields,
  nothingGiven,
  type ObjectReader,
  readForm,
} from './given-fields.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { readJsv } from './read-jsv.ts';
import { readMultipart } from './read-multipart.ts';
import { readXml } from './read-xml.ts';

/** A body's values. Those of a form override the URL; those of a request object give way to the path. */
export type BodyFields = { readonly kind: 'form' | 'object'; readonly fields: GivenFields };

const nothing: BodyFields = { kind: 'object', fields: nothingGiven };

/** The connection ended before the body was complete, so there is no answer. */
export class RequestAbortedError extends Error {
  override readonly name = 'RequestAbortedError';
}

/**
 * Reads and decodes the body. On a predefined route anything but a form is read in the route's format, whatever its
 * type says; elsewhere an unknown type is ignored.
 * @throws LegacyFaultError for a body that is too large, compressed, not UTF-8, or not what its type says.
 */
export async function readBodyFields(
  request: IncomingMessage,
  { maximumBytes, routeFormat }: { readonly maximumBytes: number; readonly routeFormat: FormatName | null },
): Promise<BodyFields> {
  const contentType = request.headers['content-type'];
  if (isEncodedBody(request.headers['content-encoding'])) throw new LegacyFaultError(unsupportedBody);
  const body = await readBody(request, maximumBytes);
  if (body.length === 0) return nothing;
  const mediaType = mediaTypeOf(contentType) ?? '';
  if (mediaType === 'multipart/form-data') {
    return request.method === 'POST'
      ? { kind: 'form', fields: await multipartFields(contentType ?? '', body) }
      : nothing;
  }
  const isForm = mediaType === 'application/x-www-form-urlencoded';
  const format = routeFormat && readers[routeFormat] ? routeFormat : formatOfBody(contentType);
  const read = format && readers[format];
  if (!isForm && !read) return nothing;
  const charset = charsetOf(contentType, !isForm && format === 'xml' ? charsetOfXml(body) : 'utf-8');
  if (charset === null) throw new LegacyFaultError(unsupportedBody);
  const text = decodeText(body, charset);
  if (text === null) throw new LegacyFaultError(unreadableBody(mediaType));
  if (isForm) {
    return request.method === 'POST' ? { kind: 'form', fields: readForm(inUtf8Percents(text, charset)) } : nothing;
  }
  if (!read || text.trim() === '') return nothing;
  return { kind: 'object', fields: collect(read(text), mediaTypeOfReader[format as Readable]) };
}

/** A GET may carry a body of a known length; a chunked one is left alone. */
export function hasBody({ method, headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  if (length !== undefined) return length !== '0';
  return method === 'POST' && headers['transfer-encoding'] !== undefined;
}

async function readBody(request: IncomingMessage, maximumBytes: number): Promise<Buffer> {
  const bytes = await readBytes(request, maximumBytes).catch((error: unknown) => {
    throw new RequestAbortedError('the request ended before its body', { cause: error });
  });
  if (bytes === null) throw new LegacyFaultError(bodyTooLarge(maximumBytes));
  return bytes;
}

type Readable = Exclude<FormatName, 'html' | 'jsonl'>;
const readers: Partial<Readonly<Record<FormatName, ObjectReader>>> = {
  json: readJson,
  xml: readXml,
  jsv: readJsv,
  csv: readCsv,
};
const mediaTypeOfReader: Readonly<Record<Readable, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  jsv: 'application/jsv',
  csv: 'text/csv',
};

function collect(entries: ReturnType<ObjectReader>, mediaType: string): GivenFields {
  if (entries === null) throw new LegacyFaultError(unreadableBody(mediaType));
  const fields = new Map<FieldName, GivenField>();
  for (const [name, value] of entries) addField(fields, name, value);
  return fields;
}

async function multipartFields(contentType: string, body: Buffer): Promise<GivenFields> {
  return collect(await readMultipart(contentType, body), 'multipart/form-data');
}
