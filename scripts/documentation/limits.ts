import { defaultRates, limits } from '../../src/config/schema/limits.ts';
import { defaultOverloadLimits } from '../../src/http/overload.ts';
import type { Rate } from '../../src/http/rates.ts';
import { defaultServerLimits } from '../../src/http/server.ts';
import { charactersPerTurn, xmlLimits } from '../../src/modules/bank-statements/files/stream-xml.ts';
import { packedLimits } from '../../src/modules/bank-statements/files/unpack.ts';
import { openedPerHour } from '../../src/modules/payments/attempts/open-attempt.ts';
import { attemptsPerHour } from '../../src/modules/payments/attempts/try-again.ts';
import { maximumMessageBytes } from '../../src/modules/payments/notifications/notifications.ts';
import { defaultStreamLimits as pageStreams } from '../../src/pages/streams.ts';
import { maximumBodyBytes } from '../../src/schema/server/graphql-door.ts';
import { defaultDocumentLimits as documents, helpful } from '../../src/schema/server/guard/limits.ts';
import { streamPatienceMs } from '../../src/schema/server/guard/stream-guard.ts';
import { rowsOfPage } from '../../src/schema/server/page.ts';

const number = (value: number): string => value.toLocaleString('en-US');
function bytes(value: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const step = Math.floor(Math.log2(value) / 10);
  return `${number(value / 1024 ** step)} ${units[step]}`;
}
const seconds = (ms: number): string => `${ms / 1000} s`;
const rate = (limit: Rate): string => `${number(limit.requests)} in ${limit.seconds} s`;

type Row = readonly [limit: string, figure: string];
const table = (rows: readonly Row[]): string[] => [
  '| limit | figure |',
  '|---|---|',
  ...rows.map(([limit, figure]) => `| ${limit} | ${figure} |`),
  '',
];

const server = defaultServerLimits;
const http: readonly Row[] = [
  ['request line and headers', `${bytes(server.headerBytes)}, ${seconds(server.headersTimeoutMs)} to arrive`],
  [
    'whole request',
    `${seconds(server.requestTimeoutMs)} after its headers; a body that announces more than 1 MB is not read`,
  ],
  [
    'bank file',
    `${server.uploadTimeoutMs / 60_000} minutes, \`bankFiles.maximumMegabytes\`, from a client that may send it`,
  ],
  [
    'connection',
    `idle ${seconds(server.keepAliveTimeoutMs)} (\`limits.keepAliveSeconds\`), ${number(server.requestsPerConnection)} requests`,
  ],
  [
    'connections',
    `${number(server.connections)} (\`limits.connectionsPerAddress\`, \`…PerNetwork\`: 200 and 800 in production)`,
  ],
  [
    'requests on a connection',
    `${server.requestsAtOnce} without a complete answer; an unread answer ends it after ${seconds(server.unreadMs)}`,
  ],
  ['chunks of a body', '1000: a chunk of one byte costs a hundred times its content'],
  ['headers', 'one valid `Host`; one length, or the coding `chunked`; HTTP/1.0 or 1.1'],
  [
    'overload (503)',
    `mean event-loop delay over ${defaultOverloadLimits.eventLoopDelayMs} ms in each of three seconds in a row, or ${defaultOverloadLimits.waitingRequests} received requests without an answer`,
  ],
  ['body', `GraphQL ${bytes(maximumBodyBytes)}, legacy 16 KB, notification ${bytes(maximumMessageBytes)}; 413 at once`],
  ['`Content-Encoding`', '`identity` only, else 415'],
];

const connections = [
  '1. **Shares.** In production an address holds 200 connections and a network (IPv4 /24, IPv6 /64) 800. As the gateway fills, an',
  '   address holds at most as many as are free, or 16. `trustedProxies` have no share; development has none.',
  '2. **Room.** When a share or the gateway is full, it closes an inactive connection for the new one: first the oldest whose',
  `   request takes over ${seconds(server.slowAfterMs)} to arrive, then the longest idle, then a request that only began, of a sender with more`,
  '   connections. It never closes a connection whose request is served or whose file is read.',
  '3. **Refusals.** Over the share: 429 with `Retry-After`; full: 503; then the connection closes. A refused connection waits two to',
  '   four seconds for its answer, a refused request one second.',
  '',
];

const streamsAndRates: readonly Row[] = [
  [
    'streams of customer pages',
    `${number(pageStreams.total)}, ${pageStreams.perLink} of one link, in production 50 of one address and ${pageStreams.perClient} of one client's payments (\`limits.streams\`); one more is 503, and the page polls every ten seconds`,
  ],
  [
    'GraphQL subscriptions',
    `${limits.parse({}).streams.subscriptionsPerClient} of a client; a reader that stops for ${seconds(2 * streamPatienceMs)} is dropped`,
  ],
  ['*Try again*', `${attemptsPerHour} attempts of a payment an hour, by link ${openedPerHour}, then 429`],
  ['notifications of an address', rate(defaultRates.notification)],
  ['probes (`/health/…`) of an address', rate(defaultRates.address)],
  ['other requests of an address', rate(defaultRates.address)],
  ['queries and subscriptions of a client', rate(defaultRates.reading)],
  ['payments, other changes, bank files of a client', rate(defaultRates.creation)],
];

const graphql: readonly Row[] = [
  ['tokens, counted before parsing', number(documents.tokens)],
  ['nested brackets', number(documents.brackets)],
  ['spreads, fragments, aliases', `${documents.spreads}, ${documents.fragments}, ${documents.aliases}`],
  ['comments', number(documents.comments)],
  ['field depth', number(documents.depth)],
  ['fields, fragments counted each time', `${documents.breadth} (all of one payment: 66)`],
  ['complexity', number(documents.complexity)],
  ['operations; fields of a mutation', '1; 1'],
  ['introspection', 'the standard query once, 12 ms'],
  ['rows of a page', number(rowsOfPage)],
  [
    'errors in an answer',
    `${documents.errors}, of ${documents.messageCharacters} characters; of ${helpful(documents).messageCharacters} in development, for suggestions and choices`,
  ],
  [
    'cached documents',
    `${documents.cachedDocuments}, of ${bytes(documents.cachedDocumentBytes)}, only those that passed every check`,
  ],
];

const xml: readonly Row[] = [
  ['attributes of an element, with namespaces', '32'],
  ['name', '100 characters'],
  ['attribute value', '4,096 characters'],
  ['an unfinished tag, comment or text; comments between elements', '1 MB'],
  ['text of an element', bytes(xmlLimits.textLength)],
  ['depth', number(xmlLimits.depth)],
  ['children of one element', number(xmlLimits.children)],
  [
    'elements of a record (entry, detail, statement head)',
    `${number(xmlLimits.nodes)}, and ${bytes(xmlLimits.keptLength)} of text`,
  ],
  ['document types, own entities', 'none'],
  ['characters parsed in one event-loop turn', number(charactersPerTurn)],
  ['schema check', 'a thread, one file at a time, 30 s, 16 MB, stops at the first fault'],
];

const packed: readonly Row[] = [
  ['size of a zip archive', bytes(packedLimits.archiveBytes)],
  ['files in it', number(packedLimits.files)],
  ['what it unpacks to', bytes(packedLimits.unpackedBytes)],
  [`and in proportion, beyond ${bytes(packedLimits.freeBytes)}`, `${packedLimits.ratio} times its size`],
  ['archives within it, encrypted files, names that lead out of its folder', 'none'],
];

const banks: readonly Row[] = [
  ['circuit breaker', 'a host without an answer five times in a row rests for 30 seconds, then gets one call'],
  ['a frozen gateway', 'sends nothing two and a half minutes after it began'],
  ['inquiries about an operation in doubt', 'after 30 s (3 min after a crash), 2, 10, 30 min, 2, 6, 12, 24 h'],
  [
    'inquiries about a silent payment',
    "Paybox 16 min, Scellius 11 min after the attempt; then 1, 6, 25 h; undecided also 3 and 7 days (a debit signed on the bank's page: 45 days)",
  ],
  [
    'a bank that does not answer an inquiry',
    'again after 1 min, then after as long as it was silent, 30 min at most, for a day',
  ],
];

/** The page of every limit. The figures come from the constants. */
export function describeLimits(): string {
  return [
    '# Limits',
    '',
    'Written by `npm run codegen` from the constants of the code. Tests try the last value that passes and the first that does not.',
    '',
    '## HTTP',
    '',
    ...table(http),
    'Set a heap limit, for instance `NODE_OPTIONS=--max-old-space-size=512`: without one, memory grows under attack.',
    '',
    '## Connections',
    '',
    ...connections,
    '## Streams and rates',
    '',
    'Rates are `limits.rates`; by default off in development.',
    '',
    ...table(streamsAndRates),
    'Behind a proxy that is not in `trustedProxies`, all customers are one address. Addresses count in 16,384 cells, so that many of',
    'them cannot fill memory. On PostgreSQL client rates are in a table; if it does not answer within 1.5 s, each gateway counts alone.',
    '',
    '## A GraphQL document',
    '',
    ...table(graphql),
    'Complexity is one for a field, and ten times its content for a list; a row of a page costs a tenth, because a page is one read.',
    '100 payments with their data cost about 200, 40 with attempts and events nearly 500, a trial balance 200. Batches, multipart',
    'bodies, forms and mutations over GET do not exist. In production the schema is for known callers (`graphql.introspection`).',
    '[Registered documents](../how-to/use-a-graphql-client.md#trusted-documents) keep only the limits on depth, complexity and rows.',
    '',
    '## An XML file',
    '',
    'A bank file beyond a limit is refused with its line, and nothing is applied.',
    '',
    ...table(xml),
    '## A packed file',
    '',
    'A zip or gzip file beyond a limit is refused, and nothing is applied.',
    '',
    ...table(packed),
    '## Calls to a bank',
    '',
    ...table(banks),
  ].join('\n');
}
