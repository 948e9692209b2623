import { type Document, type Operation, readDocument } from './document.ts';

export type ClientOptions = {
  /** The gateway: `https://pay.example`. The client adds `/graphql`. */
  readonly url: string;
  /** The key of this client. Keep it on a server. A function is asked before each request. */
  readonly key?: string | (() => string | Promise<string>) | undefined;
  /** Left out: the `fetch` of the platform. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** How long one try waits, for `key` and for its answer. Default 15,000. */
  readonly timeoutMs?: number | undefined;
  /** How often a request is sent again after a fault that may pass. Default 3. */
  readonly retries?: number | undefined;
  /** The language of texts that people read. Default: that of the browser, else French. */
  readonly language?: 'fr' | 'en' | undefined;
  /** `HASH`: the gateway knows the documents (`documents` in its config), and gets their hashes alone. */
  readonly documents?: 'TEXT' | 'HASH' | undefined;
  /** `print` of graphql, for documents that are nodes and not texts. */
  readonly print?: ((document: never) => string) | undefined;
};

export type Send = {
  readonly accept: string;
  readonly signal?: AbortSignal | undefined;
  /** The key of the client; see `Transport.authorize`. */
  readonly authorization: string | undefined;
  /** Sent as `Idempotency-Key`. */
  readonly key?: string | undefined;
};

/** Sends one request, once. */
export type Transport = {
  /** @throws TypeError for a document that cannot be sent, or an address that cannot be reached */
  readonly read: (operation: Operation<unknown, never>) => Document;
  /**
   * Asks for the client's key. Nothing was sent where it throws.
   * @throws what `key` throws, TypeError for a key that no header can carry, or the reason of the signal
   */
  readonly authorize: (signal: AbortSignal) => Promise<string | undefined>;
  readonly send: (document: Document, variables: unknown, send: Send) => Promise<Response>;
};

export const endpointOf = ({ url }: ClientOptions): string => `${String(url).replace(/\/+$/, '')}/graphql`;

/**
 * A `fetch` of the caller's own may know what a relative address is relative to.
 *
 * @throws TypeError for an address that no request can reach. It is found before anything is sent: nothing is lost.
 */
function requireAddress(options: ClientOptions): void {
  const { location } = globalThis as { readonly location?: { readonly href: string } };
  let protocol = '';
  try {
    ({ protocol } = new URL(endpointOf(options), location?.href));
  } catch {
    // Not an address: it has no protocol.
  }
  if (typeof options.url === 'string' && (options.fetch || /^https?:$/.test(protocol))) return;
  throw new TypeError(`url must be the gateway's address, for instance http://127.0.0.1:4000. It is ${options.url}.`);
}

export function createTransport(options: ClientOptions): Transport {
  const endpoint = endpointOf(options);
  return {
    read(operation) {
      requireAddress(options);
      const document = readDocument(operation, options.print);
      if (options.documents === 'HASH' && document.hash === null) {
        throw new TypeError('With documents: "HASH" every document needs a hash.');
      }
      return document;
    },
    async authorize(signal) {
      const { key } = options;
      const given = await (typeof key === 'function' ? Promise.race([key(), stopped(signal)]) : key);
      if (signal.aborted) throw signal.reason;
      // `fetch` takes blanks away around it, and would say any other key whole.
      if (given && !/^[ \t\r\n]*[!-~]+[ \t\r\n]*$/.test(given))
        throw new TypeError('key has characters that no header can carry.');
      return given;
    },
    send(document, variables, { accept, signal, authorization, key }) {
      // Looked up at each call: called as a method of `options` it would lose the window that it belongs to.
      const { fetch = globalThis.fetch } = options;
      return fetch(endpoint, {
        method: 'POST',
        headers: {
          accept,
          'content-type': 'application/json',
          ...(authorization && { authorization: `Bearer ${authorization}` }),
          ...(key !== undefined && { 'idempotency-key': key }),
          ...(options.language && { 'accept-language': options.language }),
        },
        body: JSON.stringify(bodyOf(document, variables, options.documents)),
        credentials: 'omit',
        redirect: 'error',
        ...(signal && { signal }),
      });
    },
  };
}

const bodyOf = ({ text, hash }: Document, variables: unknown, documents: ClientOptions['documents']): object =>
  documents === 'HASH' ? { documentId: hash, variables } : { query: text, variables };

/** Rejects with the reason of the signal. */
const stopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** Beyond it a timer fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Waits; rejects with the reason of the signal where that comes first. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', stop);
        resolve();
      },
      Math.min(ms, longestTimerMs),
    );
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/** `Retry-After` in milliseconds; null where there is none. */
export function retryAfterMs(headers: Headers): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : null;
}

/** Doubles with each try, up to `longestMs`, and varies by half, so that clients do not come back together. */
export const backoffMs = (tries: number, firstMs: number, longestMs: number): number =>
  Math.min(longestMs, firstMs * 2 ** tries) * (0.5 + Math.random() / 2);
