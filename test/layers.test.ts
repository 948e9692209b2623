import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The layers are a rule of the linter. Here the linter itself is asked, once, over a small tree of good and bad
 * imports, so that a slip in `biome.json` cannot open a layer unnoticed.
 */
type Snippet = { readonly file: string; readonly code: string; readonly refusedBy: string | null };

const refused = (file: string, specifier: string): Snippet => ({
  file,
  code: `import { thing } from '${specifier}';\n\nthing();\n`,
  refusedBy: 'lint/style/noRestrictedImports',
});
const allowed = (file: string, specifier: string): Snippet => ({ ...refused(file, specifier), refusedBy: null });
const code = (file: string, text: string, refusedBy: string | null): Snippet => ({ file, code: text, refusedBy });

const layers: Readonly<Record<string, { readonly may: readonly string[]; readonly mayNot: readonly string[] }>> = {
  domain: {
    may: ['zod', 'ibantools', 'saxes', 'node:assert/strict', 'node:crypto', './money.ts'],
    mayNot: [
      '../use-cases/initiate-payment.ts',
      '../store/open-store.ts',
      'express',
      'graphql',
      'node:fs',
      'node:http',
    ],
  },
  'use-cases': {
    may: ['../domain/money.ts', './view-payment.ts', '@repeaterjs/repeater'],
    mayNot: [
      '../store/open-store.ts',
      '../providers/paybox/paybox.ts',
      '../schema/builder.ts',
      '../app.ts',
      'node:http',
    ],
  },
  providers: {
    may: ['../domain/provider.ts', './paybox/paybox.ts'],
    mayNot: [
      '../store/open-store.ts',
      '../sandbox/paybox.ts',
      '../use-cases/initiate-payment.ts',
      '../config/config.ts',
    ],
  },
  'providers/paybox': {
    may: ['../../domain/provider.ts', './signature.ts', 'node:crypto'],
    mayNot: ['../labanquepostale/signature.ts', '../../sandbox/paybox.ts', '../../store/open-store.ts'],
  },
  store: {
    may: ['../domain/store.ts', 'kysely', 'node:sqlite', 'pg'],
    mayNot: [
      '../use-cases/initiate-payment.ts',
      '../providers/paybox/paybox.ts',
      'node:http',
      'node:https',
      'express',
      'hono/client',
    ],
  },
  'store/migrations': {
    may: ['../../domain/store.ts', '../migrate.ts'],
    mayNot: ['../../use-cases/initiate-payment.ts'],
  },
  schema: {
    may: [
      '../domain/money.ts',
      '../use-cases/initiate-payment.ts',
      '../threads/run-in-thread.ts',
      './builder.ts',
      '@pothos/core',
    ],
    mayNot: ['../store/open-store.ts', '../rest/route.ts', '../providers/paybox/paybox.ts', '../main.ts'],
  },
  rest: {
    may: [
      '../schema/execute.ts',
      '../schema/context.ts',
      '../schema/generated/graphql.ts',
      '../domain/money.ts',
      '../html/page.ts',
    ],
    mayNot: ['../schema/builder.ts', '../use-cases/initiate-payment.ts', '../store/open-store.ts', '../pages/pay.ts'],
  },
  html: {
    may: ['../domain/money.ts'],
    mayNot: ['../pages/pay.ts', '../rest/html.ts', '../use-cases/view-payment.ts', 'express'],
  },
  pages: {
    may: ['../domain/money.ts', '../use-cases/view-payment.ts', '../html/page.ts', 'express'],
    mayNot: ['../rest/html.ts', '../store/open-store.ts', '../schema/execute.ts'],
  },
  'bank-calls': {
    may: ['../domain/bank-operation.ts', 'undici', 'cockatiel'],
    mayNot: ['../providers/paybox/direct.ts', '../use-cases/initiate-payment.ts', '../config/config.ts', '../app.ts'],
  },
  http: {
    may: ['../domain/caller.ts', './refuse.ts', 'express', 'node:http'],
    mayNot: [
      '../use-cases/expire.ts',
      '../store/open-store.ts',
      '../schema/execute.ts',
      '../config/config.ts',
      '../app.ts',
    ],
  },
  tracing: {
    may: ['../domain/store.ts', './span.ts', '@opentelemetry/api', 'express'],
    mayNot: ['../schema/execute.ts', '../store/open-store.ts', '../config/config.ts', '../app.ts'],
  },
  notifications: {
    may: ['../domain/store.ts', '../use-cases/apply-news.ts'],
    mayNot: ['../store/open-store.ts', '../providers/paybox/signature.ts', '../html/page.ts'],
  },
  downloads: {
    may: ['../domain/caller.ts', '../use-cases/close-batch.ts', 'express'],
    mayNot: ['../store/open-store.ts', '../schema/execute.ts', '../html/page.ts'],
  },
  'bank-uploads': {
    may: ['../domain/caller.ts', '../use-cases/import-bank-file.ts', 'express'],
    mayNot: ['../store/open-store.ts', '../bank-files/xml.ts', '../schema/execute.ts'],
  },
  webhooks: {
    may: ['../domain/store.ts', '../use-cases/deliver.ts', '../outgoing/checked-connect.ts'],
    mayNot: ['../store/open-store.ts', '../schema/execute.ts'],
  },
  outgoing: { may: ['../domain/money.ts', 'undici'], mayNot: ['../sandbox/deliver.ts', '../config/networks.ts'] },
  workers: { may: ['../domain/store.ts', '../use-cases/expire.ts'], mayNot: ['../store/open-store.ts', '../app.ts'] },
  threads: {
    may: ['../domain/money.ts', 'node:worker_threads'],
    mayNot: ['../bank-files/xml.ts', '../schema/examples.ts', '../store/open-store.ts', '../app.ts'],
  },
  'bank-files': {
    may: ['../domain/money.ts', '../threads/run-in-thread.ts'],
    mayNot: ['../use-cases/expire.ts', '../store/open-store.ts'],
  },
  accounting: { may: ['../domain/money.ts'], mayNot: ['../use-cases/expire.ts', '../bank-files/pain.ts'] },
  cli: {
    may: [
      '../rest/explain.ts',
      '../command-services.ts',
      '../use-cases/expire.ts',
      '../config/config.ts',
      '../accounting/fec.ts',
      '../app.ts',
      '../domain/money.ts',
    ],
    mayNot: ['../rest/legacy-door.ts', '../store/open-store.ts', '../main.ts', '../schema/execute.ts'],
  },
  sandbox: {
    may: ['./bank.ts', '../domain/vocabulary.ts', 'hono'],
    mayNot: [
      '../providers/paybox/signature.ts',
      '../providers/registry.ts',
      '../store/open-store.ts',
      '../use-cases/expire.ts',
    ],
  },
  'sandbox/paybox': { may: ['./page.ts', '../bank.ts'], mayNot: ['../../providers/paybox/signature.ts'] },
  remarks: {
    may: ['../config/config.ts', '../domain/mandate.ts', '../use-cases/check-bank-file.ts', './clients.ts'],
    mayNot: ['../store/open-store.ts', '../rest/bind.ts', '../app.ts', 'node:http'],
  },
  config: {
    may: ['zod', '../domain/merchant.ts', 'node:fs'],
    mayNot: ['../store/open-store.ts', '../app.ts', 'node:http'],
  },
};

const snippets: readonly Snippet[] = [
  ...Object.entries(layers).flatMap(([folder, { may, mayNot }]) => [
    ...may.map((specifier, index) => allowed(`src/${folder}/good-${index}.ts`, specifier)),
    ...mayNot.map((specifier, index) => refused(`src/${folder}/bad-${index}.ts`, specifier)),
  ]),
  code(
    'src/sandbox/type-import.ts',
    "import type { Form } from '../providers/paybox/paybox.ts';\n\nexport type Page = Form;\n",
    'lint/style/noRestrictedImports',
  ),
  code(
    'src/sandbox/late-import.ts',
    "export const load = () => import('../providers/paybox/paybox.ts');\n",
    'lint/style/noRestrictedImports',
  ),
  code(
    'src/store/calls.ts',
    "export const ask = () => fetch('https://example.net');\n",
    'lint/style/noRestrictedGlobals',
  ),
  code(
    'src/domain/calls.ts',
    "export const ask = () => fetch('https://example.net');\n",
    'lint/style/noRestrictedGlobals',
  ),
  code('src/domain/settings.ts', 'export const port = () => process.env.PORT;\n', 'lint/style/noRestrictedGlobals'),
  code('src/rest/prints.ts', "console.log('a payment');\n", 'lint/suspicious/noConsole'),
  code('src/cli/prints.ts', "console.log('a payment');\n", null),
  code('src/main.ts', "console.log('listening');\n", null),
  code('src/schema/index.ts', "export { thing } from './thing.ts';\n", 'lint/performance/noBarrelFile'),
  code(
    'src/workers/cycle-a.ts',
    "import { b } from './cycle-b.ts';\n\nexport const a = (): number => b();\n",
    'lint/suspicious/noImportCycles',
  ),
  code(
    'src/workers/cycle-b.ts',
    "import { a } from './cycle-a.ts';\n\nexport const b = (): number => a();\n",
    'lint/suspicious/noImportCycles',
  ),
];

let tree: string;
let refusals: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  tree = await mkdtemp(path.join(tmpdir(), 'layers-'));
  await copyFile('biome.json', path.join(tree, 'biome.json'));
  await copyFile('.gitignore', path.join(tree, '.gitignore'));
  for (const { file, code } of snippets) {
    await mkdir(path.join(tree, path.dirname(file)), { recursive: true });
    await writeFile(path.join(tree, file), code);
  }
  refusals = await lint(tree);
}, 30_000);
afterAll(() => rm(tree, { recursive: true, force: true }));

/** The rules that refuse each file, by its path in the tree. */
async function lint(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const biome = path.resolve('node_modules/@biomejs/biome/bin/biome');
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (_failed, stdout) => resolve(stdout),
    );
  });
  const report: { diagnostics: { category: string; location: { path: string | null } }[] } = JSON.parse(output);
  const byFile = new Map<string, string[]>();
  for (const { category, location } of report.diagnostics) {
    const file = location.path ?? '';
    byFile.set(file, [...(byFile.get(file) ?? []), category]);
  }
  return byFile;
}

test('every folder of src has its place in the layers', async () => {
  const entries = await readdir('src', { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(Object.keys(layers)).toEqual(expect.arrayContaining(folders));
});

describe('the linter', () => {
  test.each(snippets.filter(({ refusedBy }) => refusedBy !== null))('refuses $file: $code', ({ file, refusedBy }) => {
    expect(refusals.get(file)).toContain(refusedBy);
  });
  test.each(snippets.filter(({ refusedBy }) => refusedBy === null))('allows $file: $code', ({ file }) => {
    expect(refusals.get(file)).toBeUndefined();
  });
});
