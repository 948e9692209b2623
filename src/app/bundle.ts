import { createHash, hash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bundle, openBundle } from './compiled-code.ts';
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
  const folder = path.join(bundlesFolder, notedDigest() ?? digestOfSources());
  if (!existsSync(path.join(folder, `${name}.js`))) return sources(await source(), false);
  mapStacks(folder);
  const { load, keepCompiled } = openBundle(folder);
  return { part: load(`${name}.js`) as Part, program: { kind: 'bundle' }, keepCompiled };
}

type LoadedProgram<Part> = {
  readonly part: Part;
  readonly program: RunningProgram;
  /** Called when the program has started: the next start compiles nothing that this one did. */
  readonly keepCompiled: Bundle['keepCompiled'];
};

const sources = <Part>(part: Part, isWanted: boolean): LoadedProgram<Part> => ({
  part,
  program: { kind: 'sources', isWanted },
  keepCompiled: async () => {},
});

/** The state of the sources at a build, and their digest. */
export const noteFile = path.join(bundlesFolder, 'note');

/**
 * The digest that the build noted, if sizes and times of all sources are those of then: to read all of them takes twice as
 * long. Null otherwise, for instance in a copy: then their content decides. The time is that of the last change of the
 * file, which no program can set.
 */
function notedDigest(): string | null {
  if (!existsSync(noteFile)) return null;
  const [state, digest = null] = readFileSync(noteFile, 'utf8').split(' ');
  return state === stateOfSources() ? digest : null;
}

export function stateOfSources(): string {
  const states = allSources().map((file) => {
    const { size, ctimeMs } = statSync(root + file);
    return `${file} ${size} ${ctimeMs}`;
  });
  return hash('sha256', states.join('\n'));
}

/** All code of ours, and the versions of all packages. */
const allSources = (): readonly string[] => ['package-lock.json', ...sourcesIn('src')];

export function digestOfSources(): string {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  for (const file of allSources()) {
    const descriptor = openSync(root + file, 'r');
    // A read that does not fill the buffer was the last: `readFileSync` asks for each size first, and takes a third longer.
    let length: number;
    do {
      length = readSync(descriptor, buffer);
      digest.update(buffer.subarray(0, length));
    } while (length === buffer.length);
    closeSync(descriptor);
    digest.update(`\n${file}\n`);
  }
  return digest.digest('hex').slice(0, 32);
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
