import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * Builds the package: ESM and CommonJS, each with its types. `node build.ts [folder]`, by default `dist`.
 */
const root = import.meta.dirname;
const output = path.resolve(process.argv[2] ?? path.join(root, 'dist'));
const entries = ['index', 'follow', 'webhooks', 'legacy', 'testing'];

rmSync(output, { recursive: true, force: true });
await buildScripts();
buildTypes();
copyFileSync(path.join(root, 'src/generated/persisted-documents.json'), path.join(output, 'persisted-documents.json'));

async function buildScripts(): Promise<void> {
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((entry) => [entry, path.join(root, `src/${entry}.ts`)])),
    external: ['standardwebhooks'],
    platform: 'neutral',
    cwd: root,
  });
  for (const [format, extension] of [
    ['es', 'js'],
    ['cjs', 'cjs'],
  ] as const) {
    await bundle.write({
      ...{ dir: output, format, entryFileNames: `[name].${extension}`, chunkFileNames: `shared/[name].${extension}` },
    });
  }
  await bundle.close();
}

/** TypeScript writes the types of ESM. Those of CommonJS are the same, and name the other files. */
function buildTypes(): void {
  const compiler = path.join(path.dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', root, '--outDir', output], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  for (const file of globSync('**/*.d.ts', { cwd: output })) {
    const text = readFileSync(path.join(output, file), 'utf8');
    writeFileSync(
      path.join(output, file.replace(/\.d\.ts$/, '.d.cts')),
      text.replaceAll(/(?<=from '\.[^']*)\.ts(?=')/g, '.cjs'),
    );
  }
}
