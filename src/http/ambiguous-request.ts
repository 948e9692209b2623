import type { IncomingMessage } from 'node:http';

/**
 * Why a request is ambiguous, or null. A proxy in front and Node could disagree on its end or its host, and Node
 * accepts all of these: two `Host` headers, HTTP/0.9, `Transfer-Encoding` that is listed twice or unknown.
 */
export function createAmbiguityCheck(): (request: IncomingMessage) => string | null {
  let hostThatIsGood: string | null = null;
  return ({ rawHeaders, headers, httpVersionMajor, httpVersionMinor }) => {
    if (httpVersionMajor !== 1 || httpVersionMinor > 1) return 'The version of HTTP must be 1.1.';
    if (hasBadFraming(rawHeaders, httpVersionMinor)) return 'The headers contradict each other.';
    const { host } = headers;
    if (host === hostThatIsGood || (host === undefined && httpVersionMinor === 0)) return null;
    if (host === undefined || !isHost(host)) return 'The header Host is not a host.';
    hostThatIsGood = host;
    return null;
  };
}

function hasBadFraming(rawHeaders: readonly string[], minorVersion: number): boolean {
  let hosts = 0;
  let codings = 0;
  let lengths = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    // By length first: lower-casing every name would cost more than all the rest.
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++;
    else if (name.length === 14 && name.toLowerCase() === 'content-length') lengths++;
    else if (name.length === 17 && name.toLowerCase() === 'transfer-encoding') {
      codings++;
      if (rawHeaders[index + 1]?.toLowerCase() !== 'chunked') return true;
    }
  }
  return hosts > 1 || lengths > 1 || codings > 1 || (codings > 0 && (lengths > 0 || minorVersion === 0));
}

/** Node would join two keys to a third one, under which the same request is another payment. */
export const repeatsIdempotencyKey = ({ headers, rawHeaders }: IncomingMessage): boolean =>
  Boolean(headers['idempotency-key']?.includes(', ')) && countOf(rawHeaders, 'idempotency-key') > 1;

const countOf = (rawHeaders: readonly string[], header: string): number =>
  rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === header).length;

/** A name or an address, and a port that can be one. */
function isHost(host: string): boolean {
  return /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}/`);
}
