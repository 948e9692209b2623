import { createHash } from 'node:crypto';
import { globSync, watch } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { OutputChunk } from 'rolldown';
import { type BuiltConsole, builtConsole, builtFolder, factsPlace, manifestName } from '../src/console/built.ts';
import { packagesOf } from './bundled-packages.ts';

/**
 * `npm run build:console`: puts the console into files that browsers keep: split by page, named by their content,
 * compressed. `npm ci` does it too, by `prepare`. Nothing is done while the sources are the same. With `--watch` it goes on.
 */

/** What is in the files, for `npm run licences`, `npm run sbom`, and the test of the sizes. */
type Contents = {
  /** Places in package-lock.json of the packages that are bundled. */
  readonly packages: readonly string[];
  /** By module that begins a load, the page or a page of it: every file that comes with it. */
  readonly loads: Readonly<Record<string, readonly string[]>>;
};

const root = path.resolve(import.meta.dirname, '..');
const output = fileURLToPath(builtFolder);
const assets = path.join(output, 'assets');

await buildWhereChanged();
if (process.argv.includes('--watch')) watchSources();

/** For `npm run dev`: builds again when a file changes. */
function watchSources(): void {
  let waiting: NodeJS.Timeout | undefined;
  const again = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void buildWhereChanged().catch((error: Error) => console.error(error.message)), 150);
  };
  for (const folder of ['console/src', 'clients/typescript/src'])
    watch(path.join(root, folder), { recursive: true }, again);
}

async function buildWhereChanged(): Promise<void> {
  const sources = await digestOfSources();
  if ((await readManifest())?.sources === sources) console.log('The console is built already.');
  else await build(sources);
}

async function build(sources: string): Promise<void> {
  const draft = path.join(root, 'console', `dist-${process.pid}`);
  try {
    await buildIn(draft, sources);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function buildIn(draft: string, sources: string): Promise<void> {
  const { build: bundle } = await import('vite');
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = 'production';
  const made = await bundle({
    configFile: path.join(root, 'console/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: draft, emptyOutDir: true },
  });
  process.env.NODE_ENV = before;
  const page = await readFile(path.join(draft, 'index.html'), 'utf8');
  if (!page.includes(factsPlace)) throw new Error('console/index.html has no place for what the gateway says');
  const names = await readdir(path.join(draft, 'assets'));
  const sizes = await Promise.all(names.map((name) => compress(path.join(draft, 'assets', name))));
  await mkdir(assets, { recursive: true });
  const files = await readdir(path.join(draft, 'assets'));
  // Two installations at once write the same bytes. Last the manifest: what is there with it is whole.
  await Promise.all(files.map((name) => rename(path.join(draft, 'assets', name), path.join(assets, name))));
  const chunks = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  const contents = contentsOf(chunks.filter(isChunk));
  const manifest: BuiltConsole & Contents = { sources, page, pages: await pagesOf(contents), ...contents };
  await writeFile(path.join(draft, manifestName), JSON.stringify(manifest));
  await rename(path.join(draft, manifestName), path.join(output, manifestName));
  await removeOthers(new Set(files));
  const kilobytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000);
  console.log(`The console is built: ${names.length} files, ${kilobytes} kB compressed.`);
}

function isChunk(part: { readonly type: string }): part is OutputChunk {
  return part.type === 'chunk';
}

function contentsOf(chunks: readonly OutputChunk[]): Contents {
  const packages = packagesOf(chunks.flatMap(({ moduleIds }) => moduleIds));
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const add = (files: Set<string>, name: string): Set<string> => {
    const chunk = byName.get(name);
    if (!chunk || files.has(name)) return files;
    files.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
    for (const other of chunk.imports) add(files, other);
    return files;
  };
  const begins = chunks.flatMap(({ fileName, facadeModuleId }) =>
    facadeModuleId === null
      ? []
      : [[path.relative(path.join(root, 'console'), facadeModuleId).replaceAll('\\', '/'), fileName] as const],
  );
  return {
    packages,
    loads: Object.fromEntries(begins.map(([module, name]) => [module, [...add(new Set(), name)].toSorted()])),
  };
}

/** What each page needs besides the first load. */
async function pagesOf({ loads }: Contents): Promise<BuiltConsole['pages']> {
  // It reads the console's sources, which an installation does not have.
  const { pageFiles } = await import('./page-files.ts');
  const first = new Set(loads['index.html']);
  return pageFiles.map(({ path: address, file }) => ({
    path: address,
    files: (loads[`src/pages/${file}`] ?? []).filter((name) => !first.has(name)),
  }));
}

/** @returns how many bytes travel to a browser of today */
async function compress(file: string): Promise<number> {
  const content = await readFile(file);
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, { params: parameters }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
  return brotli.length;
}

/** What an earlier build left. */
async function removeOthers(wanted: ReadonlySet<string>): Promise<void> {
  const others = (await readdir(assets)).filter((name) => !wanted.has(name));
  await Promise.all(others.map((name) => rm(path.join(assets, name), { force: true })));
}

/** Of this script, of the console and of the client that it uses, and of the versions of all that is bundled. */
async function digestOfSources(): Promise<string> {
  const files = globSync(
    ['console/*.{html,ts,json}', 'console/src/**/*.{ts,tsx,css}', 'clients/typescript/src/**/*.ts'],
    { cwd: root },
  );
  const hash = createHash('sha256');
  for (const file of [
    'package-lock.json',
    'scripts/build-console.ts',
    'scripts/bundled-packages.ts',
    'scripts/page-files.ts',
    ...files.toSorted(),
  ]) {
    hash.update(`${file.replaceAll('\\', '/')}\n`).update(await readFile(path.join(root, file)));
  }
  return hash.digest('hex');
}

async function readManifest(): Promise<BuiltConsole | null> {
  const text = await readFile(path.join(output, manifestName), 'utf8').catch(() => null);
  return text === null ? null : (builtConsole.safeParse(JSON.parse(text)).data ?? null);
}
