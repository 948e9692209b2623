import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBundle } from './compiled-code.ts';
import { mapStacks } from './map-stacks.ts';

/**
 * The whole program in a few files, which start several times faster than the sources. `npm ci` builds it, by
 * `scripts/build-program.ts`. Its folder is named by the digest of the sources, so that a bundle of other sources is never
 * found.
 */

/** What runs in this process. Sources that are not wanted run because no bundle of them is there. */
export type RunningProgram = { readonly kind: 'bundle' } | { readonly kind: 'sources'; readonly isWanted: boolean };

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const bundlesFolder = path.join(root, 'build/program');

/** Loads a part of the program: from the bundle where one is built, and else from its source. */
export async function loadProgram<Part>(name: string, source: () => Promise<Part>): Promise<LoadedProgram<Part>> {
  // `npm run dev` wants the sources, and so does who measures them.
  if (process.env.RUN_SOURCES) return sources(await source(), true);
  // Sources alone, without the rest of the project, have no bundle.
  if (!existsSync(bundlesFolder)) return sources(await source(), false);
  const folder = path.join(bundlesFolder, digestOfSources());
  if (!existsSync(path.join(folder, `${name}.js`))) return sources(await source(), false);
  mapStacks(folder);
  const { load, keepCompiled } = openBundle(folder);
  return { part: load(`${name}.js`) as Part, program: { kind: 'bundle' }, keepCompiled };
}

type LoadedProgram<Part> = {
  readonly part: Part;
  readonly program: RunningProgram;
  /** Called when the program has started: the next start compiles nothing that this one did. */
  readonly keepCompiled: () => void;
};

const sources = <Part>(part: Part, isWanted: boolean): LoadedProgram<Part> => ({
  part,
  program: { kind: 'sources', isWanted },
  keepCompiled: () => {},
});

/** Of all code of ours, and of the versions of all packages. */
export function digestOfSources(): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  for (const file of ['package-lock.json', ...sourcesIn('src')]) {
    const descriptor = openSync(root + file, 'r');
    // A read that does not fill the buffer was the last: `readFileSync` asks for each size first, and takes a third longer.
    let length: number;
    do {
      length = readSync(descriptor, buffer);
      hash.update(buffer.subarray(0, length));
    } while (length === buffer.length);
    closeSync(descriptor);
    hash.update(`\n${file}\n`);
  }
  return hash.digest('hex').slice(0, 32);
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(root + folder, { withFileTypes: true })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourcesIn(name);
      return name.endsWith('.ts') ? [name] : [];
    });
}
