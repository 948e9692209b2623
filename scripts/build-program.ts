import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { CodeSplittingGroup, OutputOptions, Plugin, RolldownOptions } from 'rolldown';
import { bundlesFolder, digestOfSources, noteFile, root, stateOfSources } from '../src/app/bundle.ts';
import { compiledOf, functionEnd, functionHead, settledMs } from '../src/app/compiled-code.ts';

/**
 * `npm run build:program`: puts the gateway, the command line and the threads into a few files with source maps. `npm ci`
 * does it too, by `prepare`. `src/app/bundle.ts` finds them.
 */

type Entry = { readonly name: string; readonly source: string; readonly format: 'cjs' | 'esm' };

/**
 * Each is bundled alone: what several share would be split into many small files, which each costs time at a start. Node
 * itself loads the threads; `src/app/compiled-code.ts` loads the others.
 */
const entries: readonly Entry[] = [
  { name: 'gateway', source: 'src/app/gateway-process.ts', format: 'cjs' },
  { name: 'command-line', source: 'src/cli/process.ts', format: 'cjs' },
  { name: 'schema-thread', source: 'src/modules/bank-statements/files/schema-thread.ts', format: 'esm' },
  { name: 'xml-thread', source: 'src/sandbox/house-bank/messages/xml-thread.ts', format: 'esm' },
];

/** They read files beside their own. */
const external = [/^libxml2-wasm/, /^swagger-ui-dist/, 'pg-native'];

/** Changed code whose lines stay: without this, the bundler drops the file from its map, and stacks name the bundle. */
const onItsLines = (code: string) => ({ code, map: null });

/**
 * Files that our code reads lie beside its source, and threads beside the bundle. So `import.meta.url` names the source
 * file, relative to the bundle, and a thread is one of the entries.
 */
const placesOfFiles: Plugin = {
  name: 'places-of-files',
  transform: {
    filter: { id: /^(?!\0)(?!.*node_modules)/, code: 'import.meta.url' },
    handler: (code, id) => {
      const source = path.relative(root, id).replaceAll(path.sep, '/');
      return onItsLines(
        code
          .replaceAll(
            /new URL\('\.\/([\w-]+-thread)\.ts', import\.meta\.url\)/g,
            "new URL('./$1.js', import.meta.bundle)",
          )
          .replaceAll('import.meta.url', `new URL('../../../${source}', import.meta.url).href`)
          .replaceAll('import.meta.bundle', 'import.meta.url'),
      );
    },
  },
};

/**
 * V8 keeps two bytes for each character of a file that is not all ASCII, and the bundler escapes neither comments nor
 * templates with a tag. The tags of ours read what the escape means.
 */
const asciiAlone: Plugin = {
  name: 'ascii-alone',
  transform: {
    filter: { id: /^(?!\0)(?!.*\/node_modules\/any-ascii\/)/, code: /[^\0-\x7f]/ },
    handler: (code) =>
      onItsLines(code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)),
  },
};

/** Of the metrics' package, whose way to push them loads `https`: we push none. */
const withoutPush: Plugin = {
  name: 'without-push',
  transform: {
    filter: { id: /\/node_modules\/prom-client\/index\.js$/ },
    handler: (code) => onItsLines(code.replace("exports.Pushgateway = require('./lib/pushgateway');", '')),
  },
};

/** Of what is not bundled and cannot be required, or only when it is used. `compiled-code.ts` gives the function. */
const importsOfOthers: Plugin = {
  name: 'imports-of-others',
  transform: {
    filter: { code: /import\(["'](?:libxml2-wasm|https?)["']\)/ },
    handler: (code) =>
      onItsLines(code.replaceAll(/(?<=await |[?:] )import\((["'](?:libxml2-wasm|https?)["'])\)/g, 'importOther($1)')),
  },
};

/**
 * Parts of Node without the namespace that an import of them makes: it reads every export, and that of `node:http` so
 * loads all of `fetch`, which takes 30 ms.
 */
const partsOfNode: Plugin = {
  name: 'parts-of-node',
  resolveId: (name, _importer, { kind }) =>
    isBuiltin(name) && kind === 'import-statement' ? `\0node:${name.replace(/^node:/, '')}` : null,
  load: (id) => {
    if (!id.startsWith('\0node:')) return null;
    const name = id.slice(1);
    const names = Object.keys(process.getBuiltinModule(name) as object).filter(
      (one) => /^[A-Za-z]\w*$/.test(one) && one !== 'default',
    );
    const exported = names.map(
      (one, index) => `const v${index} = /* @__PURE__ */ (() => part.${one})(); export { v${index} as ${one} };`,
    );
    return `const part = process.getBuiltinModule('${name}'); export default part;\n${exported.join('\n')}`;
  },
};

const silent = new Set(['EVAL', 'CIRCULAR_DEPENDENCY', 'SOURCEMAP_BROKEN']);

const input: RolldownOptions = {
  cwd: root,
  platform: 'node',
  external,
  plugins: [placesOfFiles, asciiAlone, withoutPush, partsOfNode],
  onLog: (level, log, report) => {
    // Of packages, and of no consequence. The replaced addresses stay on their lines.
    if (!silent.has(log.code ?? '')) report(level, log);
  },
};

/** Modules that always load together share a file: each file takes half a millisecond. */
const groups: readonly CodeSplittingGroup[] = [
  { name: 'node', test: (id) => id.startsWith('\0node:') && id !== '\0node:module', priority: 3 },
  // The only large text that is not ASCII: V8 keeps two bytes for each character of its file.
  { name: 'any-ascii', test: /\/node_modules\/any-ascii\//, priority: 4 },
  { name: 'process', test: /\/src\/app\/gateway-process\.ts$/, priority: 2 },
  { name: 'gateway', test: /\/src\/app\/run-gateway\.ts$/, priority: 1 },
  { name: 'pages', test: /\/src\/app\/pages\/pages\.ts$/ },
];

const output: OutputOptions = {
  // What it cannot escape stays as it is.
  charset: 'ascii',
  sourcemap: true,
  sourcemapExcludeSources: true,
  // Less to read and to keep: comments and blanks are a third.
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  // The log says the names of errors.
  keepNames: true,
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  codeSplitting: { groups: [...groups] },
};

/** In strict mode, as modules are. The banner comes first. */
const asFunction: OutputOptions = { strict: true, banner: functionHead, footer: functionEnd };

// Before the digest: of a source that changes meanwhile, the noted state is an old one.
const state = stateOfSources();
const digest = digestOfSources();
const folder = path.join(bundlesFolder, digest);
/** Says by which version of this script the folder was made. */
const builderFile = path.join(folder, 'builder');
const builder = createHash('sha256')
  .update(await readFile(import.meta.filename))
  .digest('hex');
const isBuilt = (await readFile(builderFile, 'utf8').catch(() => null)) === builder;
if (isBuilt) console.log('The program is bundled already.');
else await build();
await writeFile(noteFile, `${state} ${digest}`);
if (!isBuilt) await startOnce();

async function build(): Promise<void> {
  const draft = path.join(bundlesFolder, `draft-${process.pid}`);
  const { rolldown } = await import('rolldown');
  const sizes = await Promise.all(entries.map((entry) => bundle(rolldown, entry, draft)));
  if (digestOfSources() !== digest) throw new Error('a source changed while it was bundled');
  await writeFile(path.join(draft, path.basename(builderFile)), builder);
  // Complete or not there at all.
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
  const others = (await readdir(bundlesFolder)).filter((name) => name !== digest);
  await Promise.all(others.map((name) => rm(path.join(bundlesFolder, name), { recursive: true, force: true })));
  console.log(`The program is bundled: ${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000)} kB.`);
}

/**
 * Starts the gateway and the command line once, so that every start of a user finds compiled code, also where that user
 * may not write here. Without it, the first start compiles.
 */
async function startOnce(): Promise<void> {
  const data = await mkdtemp(path.join(tmpdir(), 'reglement-start-'));
  // No setting of the person who installs reaches this start.
  const { SystemRoot } = process.env;
  const start = (program: string, ...given: readonly string[]): ChildProcess =>
    spawn(process.execPath, [path.join(root, program), ...given], {
      cwd: data,
      env: { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: 'sqlite:start.sqlite', ...(SystemRoot && { SystemRoot }) },
      stdio: 'ignore',
    });
  const end = once(start('src/cli/main.ts', '--help'), 'exit');
  const gateway = start('src/main.ts');
  const gatewayEnd = once(gateway, 'exit');
  const isKept = (): boolean => existsSync(compiledOf(path.join(folder, 'gateway.js')));
  for (const deadline = Date.now() + 20_000; Date.now() < deadline && gateway.exitCode === null && !isKept(); ) {
    await setTimeout(50);
  }
  // The pages are loaded a second after that, and kept another second later.
  if (isKept()) await setTimeout(3 * settledMs);
  gateway.kill();
  await Promise.all([end, gatewayEnd]);
  await rm(data, { recursive: true, force: true });
  console.log(
    isKept() ? 'A start of it is compiled.' : 'A start of it could not be compiled: the first start does that.',
  );
}

/** @returns the size of its code */
async function bundle(
  rolldown: typeof import('rolldown').rolldown,
  { name, source, format }: Entry,
  dir: string,
): Promise<number> {
  const plugins = format === 'cjs' ? [input.plugins, importsOfOthers] : input.plugins;
  const made = await rolldown({ ...input, plugins, input: { [name]: source } });
  const { output: files } = await made.write({ ...output, ...(format === 'cjs' && asFunction), format, dir });
  await made.close();
  return files.reduce((sum, file) => sum + (file.type === 'chunk' ? file.code.length : 0), 0);
}
