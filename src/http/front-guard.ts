import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodePercent } from '../kernel/bytes/percent-encoding.ts';
import { anonymous, type Caller, callerOrNull } from '../kernel/caller.ts';
import { createAddressCells } from './address-cells.ts';
import { createAmbiguityCheck, repeatsIdempotencyKey } from './ambiguous-request.ts';
import { createOpenResponses } from './open-responses.ts';
import { createOverload, type Overload, type OverloadLimits } from './overload.ts';
import type { RateCounter, RateName } from './rates.ts';
import { type Refusal, sendRefusal } from './refuse.ts';

export type FrontGuardOptions = {
  /** Null: no rate limits. */
  readonly rates: RateCounter | null;
  /** The address of a request's sender, as seen through the trusted proxies. Null where it is unknown. */
  readonly addressOf: (request: IncomingMessage) => string | null;
  /** Whether a trusted proxy sends the request: its connection carries the requests of others, and is not closed. */
  readonly isFromProxy?: (request: IncomingMessage) => boolean;
  /** @throws UnauthenticatedError for a request without a known key. It is counted by its address. */
  readonly authenticate: (request: IncomingMessage) => Caller;
  /** Refuses in the format of a door. False, and nothing is sent, for a path outside of that door. */
  readonly refuseInForm?: (request: IncomingMessage, response: ServerResponse, refusal: Refusal) => boolean;
  /** Why the gateway does not answer to the host that a request is for, or null. Left out: it answers to every host. */
  readonly refuseHost?: (request: IncomingMessage, path: string) => Refusal | null;
  readonly overload?: OverloadLimits;
  /**
   * How long a request over the rate waits for its refusal; see `RefusalTimes`. Requests through a trusted proxy do not
   * wait.
   */
  readonly refuseAfterMs?: number;
  /** The most that a body says it holds, in bytes. Each door has a smaller limit of its own. */
  readonly maximumBodyBytes?: number;
  /** The same for paths that take more. */
  readonly uploadLimits?: (path: string) => number | null;
};

export type FrontGuard = {
  /** In front of everything but the id of the request. */
  readonly handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;
  /** Counts one operation of a door that parses the request first. Null, or the seconds to wait. */
  readonly countOperation: (
    request: IncomingMessage,
    client: string | null,
    kind: 'reading' | 'creation',
  ) => Promise<number | null>;
  /** Responses to requests that were let in or are refused later. */
  readonly openResponses: () => readonly ServerResponse[];
  readonly close: () => Promise<void>;
};

/** Answers under any load: the process lives. */
const livePath = '/health/live';
const probePaths: ReadonlySet<string> = new Set([livePath, '/health', '/health/ready']);

/** Refuses before any parsing, authentication or lookup. Checks run from cheapest to most expensive. */
export function createFrontGuard(options: FrontGuardOptions): FrontGuard {
  const { rates, addressOf, authenticate, maximumBodyBytes = 1024 * 1024, uploadLimits = () => null } = options;
  const { refuseHost = () => null } = options;
  const openResponses = createOpenResponses();
  const overload = createOverload(openResponses, options.overload);
  const { isEnding, turnAway, refuseLater } = createRefusing(options, overload.leaveOut);
  const ambiguityOf = createAmbiguityCheck();
  const cellOf = createAddressCells();
  const early = (request: IncomingMessage, path: string): Refusal | null => {
    const ambiguity = ambiguityOf(request);
    if (ambiguity !== null) return { status: 400, code: 'BAD_REQUEST', message: ambiguity, closes: true };
    const foreignHost = refuseHost(request, path);
    if (foreignHost !== null) return foreignHost;
    if (repeatsIdempotencyKey(request)) return repeatedKey;
    const limit = uploadLimits(path) ?? maximumBodyBytes;
    if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
    return overload.isOverloaded() && request.url !== livePath ? overloaded : null;
  };
  const countOperation: FrontGuard['countOperation'] = async (request, client, kind) =>
    rates ? rates.count(kind, client ?? cellOf(addressOf(request))) : null;
  const countRequest = async (counter: RateCounter, request: IncomingMessage, path: string): Promise<number | null> => {
    const cell = cellOf(addressOf(request));
    // Probes have their own count, so that other requests of the same address cannot exhaust it.
    if (probePaths.has(path)) return counter.count('address', `probe ${cell}`);
    const name = nameOfRate(path);
    const wait = await counter.count(name === 'notification' ? name : 'address', cell);
    return wait === null && (name === 'creation' || name === 'reading')
      ? countOperation(request, clientOf(authenticate, request), name)
      : wait;
  };
  return {
    countOperation,
    handler: (request, response, next) => {
      if (isEnding(request) || request.socket.destroyed) return;
      openResponses.follow(response);
      const path = withoutQuery(request.url ?? '');
      const refusal = path.startsWith('/') ? early(request, path) : badTarget;
      if (refusal !== null) {
        turnAway(request, response, refusal);
        return;
      }
      if (rates === null) return next();
      return countRequest(rates, request, path).then((wait) =>
        wait === null ? next() : refuseLater(request, response, tooMany(wait)),
      );
    },
    openResponses: openResponses.all,
    close: async () => {
      overload.stop();
      await rates?.close();
    },
  };
}

/** How requests are refused: in the form of their door, and those over a rate after a delay. */
function createRefusing(
  { refuseInForm = () => false, isFromProxy = () => false, refuseAfterMs = 1000 }: FrontGuardOptions,
  leaveOut: Overload['leaveOut'],
) {
  // Node has read the requests that a client pipelined after the last one, and would serve them.
  const ending = new WeakSet<object>();
  const turnAway = (request: IncomingMessage, response: ServerResponse, given: Refusal): void => {
    // A sender that comes too often, or at a bad time, would send the next request at once.
    const refusal = given.retryAfterSeconds !== undefined && !isFromProxy(request) ? { ...given, closes: true } : given;
    if (refusal.closes) ending.add(request.socket);
    // An ambiguous request is not parsed to choose a format, unless a header field alone is at fault.
    const isReadable = refusal.status !== 400 || refusal.field !== undefined;
    if (!isReadable || !refuseInForm(request, response, refusal)) sendRefusal(request, response, refusal);
  };
  const refuseLater = (request: IncomingMessage, response: ServerResponse, refusal: Refusal): void => {
    if (isFromProxy(request)) {
      turnAway(request, response, refusal);
      return;
    }
    // Later requests of the connection are not answered.
    ending.add(request.socket);
    leaveOut(response);
    const timer = setTimeout(() => turnAway(request, response, refusal), refuseAfterMs);
    response.once('close', () => clearTimeout(timer));
  };
  return { isEnding: ({ socket }: IncomingMessage): boolean => ending.has(socket), turnAway, refuseLater };
}

const badTarget: Refusal = { status: 400, code: 'BAD_REQUEST', message: 'The target must be a path.', closes: true };
const repeatedKey: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The header Idempotency-Key is given more than once.',
  field: 'idempotencyKey',
  closes: true,
};
const tooLarge: Refusal = { status: 413, code: 'BAD_REQUEST', message: 'The body is too large.', closes: true };
const overloaded: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: 'The gateway has too much to do. Nothing was done: come back.',
  retryAfterSeconds: 1,
};

const tooMany = (retryAfterSeconds: number): Refusal => ({
  status: 429,
  code: 'RATE_LIMITED',
  message: 'Too many requests. Nothing was done: come back.',
  retryAfterSeconds,
});

/** Null without a known key, and for `anonymous`, which any sender may be. */
function clientOf(authenticate: FrontGuardOptions['authenticate'], request: IncomingMessage): string | null {
  const client = callerOrNull(authenticate, request)?.client ?? null;
  return client === anonymous.client ? null : client;
}

function withoutQuery(target: string): string {
  const end = target.indexOf('?');
  return end < 0 ? target : target.slice(0, end);
}

/** An upload costs as much as a payment's creation. The legacy door's predefined routes create payments too. */
function nameOfRate(path: string): RateName {
  if (/^\/notify\//i.test(path)) return 'notification';
  // Names may be percent-encoded. A path that cannot be decoded is not of that door.
  const plain = decodePercent(path) ?? path;
  if (/payment_initiate|^\/(?:console\/)?bank-files|^\/console\/customers\/check/i.test(plain)) return 'creation';
  return /payment_status|^\/(?:console\/)?direct-debit-batches\/|^\/console\/exports\//i.test(plain)
    ? 'reading'
    : 'address';
}
