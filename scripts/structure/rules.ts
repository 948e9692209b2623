import { readdirSync } from 'node:fs';

/**
 * What the source tree looks like: who may import whom, and how large things may be. `npm run check:structure` enforces
 * it, and `test/layers.test.ts` proves each rule.
 */

export type Part = {
  /**
   * A folder of the tree, or a file directly in it. A file belongs to the first part of the list that it lies in. With `*`
   * each folder is a part of its own.
   */
  readonly folder: string;
  /** Parts that it may import, besides itself. `modules/*` stands for every module without its store. */
  readonly mayImport: readonly string[];
  /** Packages and parts of Node that it may import; left out: all. */
  readonly packages?: readonly string[];
};

export type Limits = {
  readonly filesOfFolder: number;
  readonly linesOfFile: number;
  readonly linesOfFunction: number;
  /** Files without limits: migrations, generated files, data. */
  readonly exempt: readonly RegExp[];
};

export const limits: Limits = {
  filesOfFolder: 25,
  linesOfFile: 300,
  linesOfFunction: 70,
  exempt: [/\/migrations\//, /\/generated\//],
};

/** Nothing that calls anyone, waits, or reads the machine. */
const pure = [
  'any-ascii',
  'zod',
  'ibantools',
  'iso-3166/1-a2-to-1-n.js',
  'saxes',
  'node:assert/strict',
  'node:crypto',
  'node:util',
  'node:url',
];
/** A module's rules and use cases. The few that speak to the outside name their library here. */
const ruling = [...pure, 'node:timers/promises', '@repeaterjs/repeater', 'pino', 'express'];
const storing = ['kysely', 'node:assert/strict'];

/** From left to right: a module may import those before it, and never one after it. */
const modules = ['customers', 'payments', 'direct-debits', 'bank-statements', 'accounting'] as const;
const before = (name: (typeof modules)[number]): string[] =>
  modules.slice(0, modules.indexOf(name)).map((one) => `modules/${one}`);
const storesBefore = (name: (typeof modules)[number]): string[] => before(name).map((folder) => `${folder}/store`);

const ofModule = (
  name: (typeof modules)[number],
  { packages = [] }: { readonly packages?: readonly string[] } = {},
): readonly Part[] => [
  {
    folder: `modules/${name}/store`,
    mayImport: ['kernel', 'store', `modules/${name}`, ...before(name), ...storesBefore(name)],
    packages: storing,
  },
  { folder: `modules/${name}`, mayImport: ['kernel', 'workers', ...before(name)], packages: [...ruling, ...packages] },
];

const besidePayments = (
  name: string,
  {
    packages = [],
    mayImport = [],
  }: { readonly packages?: readonly string[]; readonly mayImport?: readonly string[] } = {},
): readonly Part[] => [
  {
    folder: `modules/${name}/store`,
    mayImport: ['kernel', 'store', 'modules/payments', 'modules/payments/store', `modules/${name}`],
    packages: storing,
  },
  {
    folder: `modules/${name}`,
    mayImport: ['kernel', 'workers', 'modules/payments', ...mayImport],
    packages: [...ruling, ...packages],
  },
];

/** Each bank is a folder of its own, beside the generated list of them. */
const banks = readdirSync('src/providers', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== 'generated' ? [entry.name] : [],
);

export const parts: readonly Part[] = [
  // `until-fresh.ts` waits between its tries.
  { folder: 'kernel', mayImport: [], packages: [...pure, 'node:timers/promises'] },
  { folder: 'store/migrations', mayImport: ['store'], packages: ['kysely', 'kysely/migration', 'node:assert/strict'] },
  { folder: 'store', mayImport: ['kernel', 'store/migrations'] },
  { folder: 'workers', mayImport: ['kernel'], packages: ['pino', 'node:worker_threads'] },
  ...ofModule('customers', { packages: ['csv-parse'] }),
  { folder: 'modules/people/store', mayImport: ['kernel', 'store', 'modules/people'], packages: storing },
  {
    folder: 'modules/people',
    mayImport: ['kernel'],
    packages: [
      ...ruling,
      ...[
        '@simplewebauthn/server',
        '@zxcvbn-ts/core',
        '@zxcvbn-ts/language-common',
        '@zxcvbn-ts/language-fr',
        'otpauth',
      ],
    ],
  },
  ...ofModule('payments', { packages: ['cockatiel', 'undici'] }),
  ...ofModule('direct-debits'),
  ...ofModule('bank-statements', {
    packages: [
      ...['libxml2-wasm', 'libxml2-wasm/lib/libxml2.mjs', 'node:worker_threads'],
      ...['node:fs', 'node:fs/promises', 'node:path', 'node:stream', 'node:stream/promises', 'node:zlib', 'yauzl'],
    ],
  }),
  ...ofModule('accounting', { packages: ['csv-stringify/sync'] }),
  ...besidePayments('webhooks', { packages: ['standardwebhooks', 'undici'], mayImport: ['http/outgoing'] }),
  ...besidePayments('event-log'),
  {
    folder: 'modules/approvals',
    mayImport: ['kernel', 'modules/payments', 'modules/direct-debits', 'modules/people'],
    packages: ruling,
  },
  ...besidePayments('audit-log', { packages: ['csv-stringify/sync'], mayImport: ['modules/event-log'] }),
  ...besidePayments('payment-lists', { mayImport: ['modules/event-log'] }),
  {
    folder: 'modules/search/store',
    mayImport: [
      ...['kernel', 'store', 'modules/search', 'modules/customers/store', 'modules/accounting/store'],
      ...['modules/payments/store', 'modules/bank-statements/store', 'modules/webhooks/store'],
    ],
    packages: storing,
  },
  {
    folder: 'modules/search',
    mayImport: [
      'kernel',
      'workers',
      ...before('accounting'),
      'modules/accounting',
      'modules/webhooks',
      'modules/event-log',
    ],
    packages: ruling,
  },
  {
    folder: 'modules/privacy/store',
    mayImport: ['kernel', 'store', 'modules/*', 'modules/payments/store'],
    packages: storing,
  },
  { folder: 'modules/privacy', mayImport: ['kernel', 'workers', 'modules/*'], packages: ruling },
  {
    folder: 'modules/workload/store',
    mayImport: ['kernel', 'store', 'modules/*', 'modules/payments/store'],
    packages: storing,
  },
  { folder: 'modules/workload', mayImport: ['kernel', 'modules/*'], packages: ruling },
  {
    folder: 'modules/live-changes/store',
    mayImport: ['kernel', 'store', 'modules/*', 'modules/payments/store'],
    packages: storing,
  },
  { folder: 'modules/live-changes', mayImport: ['kernel', 'modules/*'], packages: ruling },
  { folder: 'modules/exports', mayImport: ['kernel', 'modules/*'], packages: [...ruling, 'csv-stringify/sync'] },
  ...banks.map((bank) => ({
    folder: `providers/${bank}`,
    mayImport: ['kernel', 'modules/payments', 'providers'],
    packages: ['node:assert/strict', 'node:crypto', 'uqr', 'zod'],
  })),
  { folder: 'providers', mayImport: ['kernel', 'modules/payments', 'providers/*'], packages: [] },
  { folder: 'http/outgoing', mayImport: ['kernel'], packages: ['node:dns', 'node:net', 'undici'] },
  { folder: 'http', mayImport: ['kernel', 'html'] },
  { folder: 'html', mayImport: ['kernel', 'modules/*'], packages: ['hono/html', 'node:assert/strict'] },
  { folder: 'pages', mayImport: ['kernel', 'html', 'http', 'modules/*'], packages: ['express', 'hono/html'] },
  {
    folder: 'console',
    mayImport: ['kernel', 'html', 'modules/*'],
    packages: [
      ...['express', 'hono/html', 'openid-client', 'pino', 'sirv', 'uqr', 'zod'],
      ...['node:fs/promises', 'node:stream', 'node:stream/promises', 'node:url'],
    ],
  },
  { folder: 'schema', mayImport: ['kernel', 'html', 'modules/*'] },
  { folder: 'rest', mayImport: ['kernel', 'html', 'http', 'schema', 'modules/payments', 'modules/webhooks'] },
  { folder: 'config', mayImport: ['kernel', 'modules/*'] },
  { folder: 'observability', mayImport: ['kernel', 'modules/*', 'http', 'config', 'pages', 'rest'] },
  { folder: 'sandbox', mayImport: [] },
  { folder: 'cli', mayImport: ['kernel', 'modules/*', 'config', 'app', 'store', 'rest', 'providers/paybox'] },
  {
    folder: 'app',
    mayImport: [
      ...[
        'kernel',
        'modules/*',
        'modules/*/store',
        'store',
        'workers',
        'config',
        'observability',
        'http',
        'http/outgoing',
      ],
      ...['html', 'pages', 'console', 'schema', 'rest', 'sandbox', 'providers', 'providers/*'],
    ],
  },
  {
    folder: 'main.ts',
    mayImport: ['app', 'config', 'kernel', 'store', 'http', 'observability', 'schema', 'providers/*'],
  },
];

/** The console, `console/src`: arrows point to the left. A page imports no other page. */
export const consoleParts: readonly Part[] = [
  { folder: 'generated', mayImport: [] },
  { folder: 'texts', mayImport: ['generated'] },
  { folder: 'api', mayImport: ['generated', 'texts'] },
  { folder: 'parts', mayImport: ['generated', 'texts', 'api'] },
  { folder: 'pages/*', mayImport: ['generated', 'texts', 'api', 'parts'] },
  { folder: 'pages', mayImport: ['generated', 'api', 'pages/*'] },
  { folder: 'app', mayImport: ['generated', 'texts', 'api', 'parts', 'pages'] },
  { folder: 'styles', mayImport: [] },
  { folder: 'main.tsx', mayImport: ['app', 'styles'] },
];

/** The trees that have such a table. */
export const trees: Readonly<Record<string, readonly Part[]>> = { src: parts, 'console/src': consoleParts };
