/** What to look at, by the cause that the platform names. */
const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No program listens there: start the gateway, or correct `url`.',
  ENOTFOUND: 'This host name is not known: correct `url`.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'The gateway speaks http there, not https.',
  'unexpected redirect': 'This address leads to another one: set `url` to that.',
  // Node sends a request again after a 421, fails in doing so, and hides the answer.
  UND_ERR_REQ_CONTENT_LENGTH_MISMATCH:
    'Probably the gateway does not accept this host name: set its `publicUrl` or `acceptedHosts`.',
};

/** `No answer came from http://127.0.0.1:4000/graphql: ECONNREFUSED. No program listens there…` */
export function whyNoAnswer(error: unknown, endpoint: string): string {
  const { name, message, cause } = Object(error) as Partial<Error>;
  if (name === 'AbortError') return 'The call was aborted before its answer came.';
  if (name === 'TimeoutError') return `No answer came from ${endpoint} in time.`;
  const { message: why = message, code = why } = Object(cause) as Partial<Error> & { readonly code?: unknown };
  const said = `No answer came from ${endpoint}: ${String(code ?? error).replace(/\.$/, '')}.`;
  const next = cause ? advice[String(code)] : inBrowser(endpoint);
  return next ? `${said} ${next}` : said;
}

/** A browser does not tell a page why a request to another site failed. */
function inBrowser(endpoint: string): string | undefined {
  const { location } = globalThis as { readonly location?: { readonly href: string; readonly origin: string } };
  if (!location || new URL(endpoint, location.href).origin === location.origin) return;
  return `The gateway is not there, or \`graphql.corsOrigins\` of its config lacks ${location.origin}.`;
}
