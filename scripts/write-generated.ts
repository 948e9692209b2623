import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type GeneratedFile = { readonly filename: string; readonly content: string };

/** Writes the files that changed; with `--check` on the command line it fails where one would. */
export function writeGenerated(files: readonly GeneratedFile[]): void {
  const stale = files.filter(
    ({ filename, content }) => !existsSync(filename) || readFileSync(filename, 'utf8') !== content,
  );
  if (process.argv.includes('--check')) {
    for (const { filename } of stale) console.error(`${filename} is stale: run npm run codegen`);
    if (stale.length > 0) process.exitCode = 1;
    return;
  }
  for (const { filename, content } of stale) {
    mkdirSync(dirname(filename), { recursive: true });
    writeFileSync(filename, content);
    console.log(`wrote ${filename}`);
  }
}
