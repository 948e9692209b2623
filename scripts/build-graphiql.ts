import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { OutputChunk } from 'rolldown';
import {
  assetsPath,
  type BuiltGraphiql,
  builtFolder,
  builtGraphiql,
  manifestName,
  showsPlace,
} from '../src/schema/graphiql/built.ts';
import { packagesOf } from './bundled-packages.ts';

/**
 * `npm run build:graphiql`: puts GraphiQL into files that browsers keep: split, named by their content, compressed.
 * `npm ci` does it too, by `prepare`. Nothing is done while the sources are the same.
 */

const root = path.resolve(import.meta.dirname, '..');
const client = path.join(root, 'src/schema/graphiql/client');
const output = fileURLToPath(builtFolder);

type BuiltFile = { readonly name: string; readonly type: string; readonly content: Buffer };

const sources = await digestOfSources();
if ((await readManifest())?.sources === sources) console.log('GraphiQL is built already.');
else await build();

async function build(): Promise<void> {
  const { rolldown } = await import('rolldown');
  const chunks = await bundle(rolldown);
  const style = builtStyle(await readStyle());
  const scripts = chunks.map(({ fileName, code }) => ({
    name: fileName,
    type: 'text/javascript; charset=utf-8',
    content: Buffer.from(code),
  }));
  const files = [style, ...scripts];
  await mkdir(output, { recursive: true });
  const sizes = await Promise.all(files.map(writeCompressed));
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  const manifest: BuiltGraphiql & { packages: readonly string[] } = {
    packages: packagesOf(modules),
    sources,
    page: renderPage(style, chunks),
    files: files.map(({ name, type }) => ({ name, type })),
  };
  // Two installations at once write the same bytes. Last the manifest: what is there with it is whole.
  const draft = path.join(output, `${manifestName}.${process.pid}`);
  await writeFile(draft, JSON.stringify(manifest));
  await rename(draft, path.join(output, manifestName));
  await removeOthers(files);
  const kilobytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000);
  console.log(`GraphiQL is built: ${files.length} files, ${kilobytes} kB compressed.`);
}

async function bundle(rolldown: typeof import('rolldown').rolldown): Promise<readonly OutputChunk[]> {
  const build = await rolldown({
    cwd: root,
    input: path.join(client, 'main.jsx'),
    platform: 'browser',
    resolve: {
      conditionNames: ['browser', 'production', 'import', 'default'],
      alias: {
        'framer-motion': path.join(client, 'fixed-tabs.jsx'),
        'react-remove-scroll': path.join(client, 'no-scroll-lock.jsx'),
      },
    },
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    onLog: (level, log, report) => {
      // `use client` is for servers that render React.
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
    },
  });
  const { output: made } = await build.generate({
    format: 'esm',
    minify: true,
    hashCharacters: 'base36',
    entryFileNames: '[name]-[hash].js',
    chunkFileNames: '[name]-[hash].js',
    // What is ours changes more often than the libraries, which browsers then keep.
    codeSplitting: {
      groups: [
        { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
        { name: 'graphql', test: /node_modules[\\/](graphql|graphql-language-service|graphql-sse)[\\/]/ },
        { name: 'editor', test: /node_modules[\\/](codemirror|codemirror-graphql)[\\/]/ },
        { name: 'graphiql', test: /node_modules/ },
      ],
    },
  });
  await build.close();
  return made.filter((part) => part.type === 'chunk');
}

/** GraphiQL's style without its fonts, which are most of it; the system has some. */
async function readStyle(): Promise<string> {
  const whole = await readFile(path.join(root, 'node_modules/graphiql/dist/style.css'), 'utf8');
  return whole.replaceAll(/@font-face\s*\{[^}]*\}/g, '') + (await readFile(path.join(client, 'style.css'), 'utf8'));
}

function builtStyle(style: string): BuiltFile {
  const content = Buffer.from(style);
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return { name: `style-${digest}.css`, type: 'text/css; charset=utf-8', content };
}

function renderPage(style: BuiltFile, chunks: readonly OutputChunk[]): string {
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (entry === undefined) throw new Error('the bundle has no entry');
  const preloads = chunks
    .filter((chunk) => chunk !== entry)
    .map(({ fileName }) => `<link rel="modulepreload" href="${assetsPath}/${fileName}">`);
  return `<!doctype html>
<html lang="en" ${showsPlace}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>GraphiQL · Règlement</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assetsPath}/${style.name}">
${preloads.join('\n')}
<script type="module" src="${assetsPath}/${entry.fileName}"></script>
</head>
<body>
<div id="graphiql"><noscript><p>GraphiQL needs JavaScript.</p></noscript></div>
</body>
</html>
`;
}

/** @returns how many bytes travel to a browser of today */
async function writeCompressed({ name, content }: BuiltFile): Promise<number> {
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, { params: parameters }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  const file = path.join(output, name);
  await Promise.all([writeFile(file, content), writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
  return brotli.length;
}

/** What an earlier build left. */
async function removeOthers(files: readonly BuiltFile[]): Promise<void> {
  const wanted = new Set([manifestName, ...files.flatMap(({ name }) => [name, `${name}.br`, `${name}.gz`])]);
  const others = (await readdir(output)).filter((name) => !wanted.has(name) && !name.startsWith(`${manifestName}.`));
  await Promise.all(others.map((name) => rm(path.join(output, name), { force: true })));
}

/** Of this script, of the page's own sources, and of the versions of all that is bundled. */
async function digestOfSources(): Promise<string> {
  const own = (await readdir(client)).toSorted().map((name) => path.join(client, name));
  const files = [
    import.meta.filename,
    path.join(root, 'scripts/bundled-packages.ts'),
    path.join(root, 'src/schema/graphiql/examples.ts'),
    path.join(root, 'src/schema/graphiql/built.ts'),
    path.join(root, 'package-lock.json'),
    ...own,
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${path.basename(file)}\n`).update(await readFile(file));
  return hash.digest('hex');
}

async function readManifest(): Promise<BuiltGraphiql | null> {
  const text = await readFile(path.join(output, manifestName), 'utf8').catch(() => null);
  return text === null ? null : (builtGraphiql.safeParse(JSON.parse(text)).data ?? null);
}
