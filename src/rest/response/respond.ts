import type { ServerResponse } from 'node:http';
import { contentTypes, type FormatName } from '../request/format.ts';
import type { OperationName } from '../request/operation.ts';

/** Links to the GraphQL door, and to the documentation where it is served, beneath the path of the public URL. */
export const linkHeader = (publicPath: string, isDocumented: boolean): string =>
  `<${publicPath}/graphql>; rel="successor-version"${isDocumented ? `, <${publicPath}/docs>; rel="deprecation"` : ''}`;

const strictPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Rendered = {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly contentDisposition?: string | undefined;
  readonly contentSecurityPolicy?: string;
  /** Set for JSONP alone: a script tag of another site may load it. */
  readonly isCrossOrigin?: boolean;
  /** Headers that go with a status: `Allow`, `WWW-Authenticate`, `Connection`. */
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * Sends an answer with this door's common headers. They do not disturb a script tag, a form or a plain GET. They
 * prevent caching, indexing, sniffing, and a file name from the caller's path.
 */
function send(response: ServerResponse, rendered: Rendered): void {
  const { status, contentType, body, contentDisposition, contentSecurityPolicy, isCrossOrigin, headers } = rendered;
  const vary = contentType === contentTypes.html ? 'Accept, Accept-Language' : 'Accept';
  const varied = response.getHeader('Vary');
  response.writeHead(status, {
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(body),
    Vary: varied === undefined ? vary : `${varied}, ${vary}`,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'X-Content-Type-Options': 'nosniff',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': contentSecurityPolicy ?? strictPolicy,
    'Cross-Origin-Resource-Policy': isCrossOrigin ? 'cross-origin' : 'same-origin',
    ...(contentDisposition === undefined ? undefined : { 'Content-Disposition': contentDisposition }),
    ...headers,
  });
  // To a HEAD, Node leaves the body out.
  response.end(body);
}

/** Without an envelope: a path, method or purpose outside of the operation. */
export function sendPlain(response: ServerResponse, status: 403 | 404): void {
  send(response, { status, contentType: 'text/plain', body: String(status) });
}

/** Where a browser cannot show an answer it saves it, and then under this name. */
function dispositionOf(format: FormatName, isSuccess: boolean, operationName: OperationName): string | undefined {
  if (format === 'html') return undefined;
  return format === 'csv' && isSuccess
    ? `attachment;filename=${operationName}.csv`
    : `inline; filename="${operationName}.${format}"`;
}

export function sendFormat(
  response: ServerResponse,
  format: FormatName,
  rendered: Omit<Rendered, 'contentType'> & { readonly isSuccess: boolean; readonly operationName: OperationName },
): void {
  const contentDisposition = dispositionOf(format, rendered.isSuccess, rendered.operationName);
  send(response, { ...rendered, contentType: contentTypes[format], contentDisposition });
}

/** JSON inside a call of the callback, for a script tag. */
export function sendScript(
  response: ServerResponse,
  { status, body, headers }: Pick<Rendered, 'status' | 'body' | 'headers'>,
): void {
  send(response, {
    status,
    body,
    contentType: 'text/javascript; charset=utf-8',
    contentDisposition: 'attachment; filename="f.txt"',
    isCrossOrigin: true,
    ...(headers ? { headers } : {}),
  });
}
