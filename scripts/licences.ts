import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readBundledPackages } from './bundled-packages.ts';

/**
 * `npm run licences [-- package-lock.json …]`: every package of a lock file has a licence under which the company may
 * use it. Exit code 1 names those that have not. What is only used for development is not handed on, so that for it
 * licences with a weak copyleft, or on data, will do as well. What a build puts into files for browsers is handed on.
 */

const allowed = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];
const allowedForDevelopment = [...allowed, 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0'];

type LockedPackage = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
};
type Manifest = { readonly license?: unknown; readonly licenses?: unknown };

const root = resolve(import.meta.dirname, '..');
const given = process.argv.slice(2);
if (given.includes('--help')) {
  console.log(
    'npm run licences -- [lock files]\npackage-lock.json when left out. Exit code 1 where a licence is not on the list.',
  );
  process.exit();
}
const lockFiles = given.length > 0 ? given : ['package-lock.json'];
const problems = lockFiles.flatMap(problemsOf);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log(`Every licence in ${lockFiles.join(', ')} is on the list.`);

function problemsOf(lockFile: string): string[] {
  const packages = packagesIn(lockFile);
  if (typeof packages === 'string') return [`${lockFile} cannot be read: ${packages}`];
  const bundled = resolve(lockFile) === join(root, 'package-lock.json') ? readBundledPackages(root) : new Set<string>();
  return Object.entries(packages).flatMap(([path, locked]) => {
    // The repository's own packages lie outside.
    if (locked.link || !path.includes('node_modules/')) return [];
    const licence = locked.license ?? licenceOfManifest(join(dirname(lockFile), path, 'package.json'));
    if (isAllowed(licence, locked.dev && !bundled.has(path) ? allowedForDevelopment : allowed)) return [];
    return [`${path} ${locked.version ?? ''}: ${licence ?? 'no licence that could be found'} is not on the list.`];
  });
}

/** Or why there are none. */
function packagesIn(lockFile: string): Readonly<Record<string, LockedPackage>> | string {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? 'it is no lock file of npm';
  } catch (error) {
    return String(error);
  }
}

/** For packages so old that the lock file does not know their way of naming it. */
function licenceOfManifest(file: string): string | null {
  if (!existsSync(file)) return null;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const named = [license, licenses].flat().map((entry) => (isObject(entry) ? entry.type : entry));
  const names = named.filter((entry) => typeof entry === 'string');
  return names.length === 0 ? null : names.join(' OR ');
}

function isObject(value: unknown): value is { readonly type?: unknown } {
  return typeof value === 'object' && value !== null;
}

/** An SPDX expression without nesting: any of its alternatives, and all parts of that one. */
function isAllowed(expression: string | null, names: readonly string[]): boolean {
  if (expression === null) return false;
  const alternatives = expression.replaceAll(/[()]/g, '').split(/ or /i);
  return alternatives.some((alternative) => alternative.split(/ and /i).every((name) => names.includes(name.trim())));
}
