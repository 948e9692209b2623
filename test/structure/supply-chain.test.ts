import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagesOf, readBundledPackages } from '../../scripts/bundled-packages.ts';
import { buildGraphiql } from '../support/build-graphiql.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { temporaryFolder } from '../support/open-for.ts';

type LockedPackage = {
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
};

const root = path.resolve(import.meta.dirname, '../..');
const read = <T>(file: string): T => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
const { packages } = read<{ packages: Record<string, LockedPackage> }>('package-lock.json');
/** Without the repository's own packages, which are folders of it and links to them. */
const isOwn = (place: string, { link }: LockedPackage): boolean => link === true || !place.startsWith('node_modules/');
const installed = Object.entries(packages).filter(([place, locked]) => !isOwn(place, locked));
const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

beforeAll(async () => {
  await Promise.all([buildGraphiql(), buildConsole()]);
});

describe('what is bundled for browsers', () => {
  it('is known by its place in the lock file', () => {
    const modules = [
      'node_modules/a/x.js?v=1',
      'node_modules/@s/b/y.css',
      'node_modules/a/node_modules/c/z.mjs',
      'src/m.ts',
    ];
    const places = packagesOf(modules.map((module) => `/folder/${module}`));
    expect(places).toEqual(['node_modules/@s/b', 'node_modules/a', 'node_modules/a/node_modules/c']);
  });

  it('holds the parts of the console and of GraphiQL, each of the lock file', () => {
    const bundled = readBundledPackages(root);
    for (const name of ['react', 'react-aria-components', '@tanstack/react-router', 'graphiql', 'codemirror'])
      expect(bundled).toContain(`node_modules/${name}`);
    expect([...bundled].filter((place) => !packages[place])).toEqual([]);
  });

  it('is not known where it was not built, and then no bill is written', () => {
    expect(() => readBundledPackages('/none')).toThrow('run `npm run build:console`');
  });
});

describe('what is installed', () => {
  it('holds graphql once: with two copies every meant refusal would be masked', () => {
    expect(installed.map(([place]) => place).filter((place) => nameOf(place) === 'graphql')).toEqual([
      'node_modules/graphql',
    ]);
  });

  it('runs no install script, on no platform', () => {
    const { allowScripts } = read<{ allowScripts: Record<string, boolean> }>('package.json');
    const withScripts = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([place]) => nameOf(place));
    expect(Object.keys(allowScripts).toSorted()).toEqual(withScripts.toSorted());
    expect(Object.values(allowScripts)).not.toContain(true);
    expect(readFileSync(path.join(root, '.npmrc'), 'utf8')).toMatch(/^strict-allow-scripts=true$/m);
  });

  it('comes from whichever registry npm is set to, each with the digest of its content', () => {
    const strange = installed.filter(
      ([, { resolved, integrity }]) => resolved !== undefined || !integrity?.startsWith('sha512-'),
    );
    expect(strange.map(([place]) => place)).toEqual([]);
  });

  it('holds its own packages as links to folders of the repository', () => {
    const own = Object.entries(packages).filter(([place, locked]) => place !== '' && isOwn(place, locked));
    const links = own.filter(([, { link }]) => link).map(([, { resolved }]) => resolved);
    expect(links).toEqual(own.filter(([, { link }]) => !link).map(([place]) => place));
    expect(links).toEqual(['clients/typescript', 'console']);
  });
});

it('the bill of materials names every package that is handed on, and none that is for development alone', () => {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/sbom.ts'], { cwd: root, encoding: 'utf8' });
  const { bomFormat, metadata, components } = JSON.parse(stdout) as {
    bomFormat: string;
    metadata: { component: object };
    components: { purl: string }[];
  };
  expect(metadata.component).toMatchObject({ name: 'reglement', type: 'application' });
  const bundled = readBundledPackages(root);
  const named = components.map(({ purl }) => decodeURIComponent(purl.slice('pkg:npm/'.length)));
  const handedOn = Object.entries(
    read<{ packages: Record<string, LockedPackage & { version?: string; dev?: boolean }> }>('package-lock.json')
      .packages,
  )
    .filter(([place, locked]) => !isOwn(place, locked) && (!locked.dev || bundled.has(place)))
    .map(([place, { version }]) => `${nameOf(place)}@${version}`);
  expect([status, bomFormat]).toEqual([0, 'CycloneDX']);
  expect(named).toContain(handedOn.find((name) => name.startsWith('graphql@')));
  expect([...new Set(handedOn)].filter((name) => !named.includes(name))).toEqual([]);
  expect(named.filter((name) => !handedOn.includes(name))).toEqual([]);
});

describe('npm run licences', () => {
  const folder = temporaryFolder('licences');

  const run = (...lockFiles: string[]) =>
    spawnSync(process.execPath, [path.join(root, 'scripts/licences.ts'), ...lockFiles], {
      cwd: root,
      encoding: 'utf8',
    });
  async function check(locked: object) {
    const lockFile = path.join(folder, 'package-lock.json');
    await writeFile(
      lockFile,
      JSON.stringify({ packages: { '': {}, 'node_modules/thing': { version: '1.0.0', ...locked } } }),
    );
    const { status, stderr } = run(lockFile);
    return { status, stderr };
  }

  it('finds every licence of this gateway on the list', () => {
    expect(run()).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['nowhere.json', 'README.md', 'package.json'])('says that %s is no lock file', (file) => {
    const { status, stderr } = run(file);
    expect([status, stderr.split('\n')]).toEqual([1, [expect.stringMatching(`^${file} cannot be read: `), '']]);
  });

  it('explains itself', () => {
    expect(run('--help')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^npm run licences/) });
  });

  it.each([
    { license: 'MIT' },
    { license: '(GPL-3.0 OR MIT)' },
    { license: 'MIT or MPL-2.0' },
    { license: 'MIT AND ISC' },
    { license: 'MPL-2.0', dev: true },
  ])('lets %j pass', async (locked) => {
    expect(await check(locked)).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    { license: 'GPL-3.0' },
    { license: 'MIT AND GPL-3.0' },
    { license: 'MPL-2.0' },
    { license: 'GPL-3.0', dev: true },
    { license: 'UNLICENSED' },
    {},
  ])('names the package of %j', async (locked) => {
    const { status, stderr } = await check(locked);
    expect(status).toBe(1);
    expect(stderr).toContain('node_modules/thing 1.0.0');
  });
});
