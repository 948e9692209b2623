import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphiql } from '../support/build-graphiql.ts';
import { buildConsole } from '../support/console/build-console.ts';
import { postgres, type TestDatabase } from '../support/databases.ts';
import { freePort } from '../support/http/free-port.ts';
import { buildProgram } from '../support/process.ts';

/**
 * The steps of the Dockerfile without Docker: what it copies, the packages that it installs, another user, and nothing
 * that can be written to but `data`.
 */

const root = path.resolve(import.meta.dirname, '../..');
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

let place: string;
let database: TestDatabase;
let dockerfile: string;
beforeAll(async () => {
  dockerfile = await readFile(path.join(root, 'Dockerfile'), 'utf8');
  place = await mkdtemp(path.join(tmpdir(), 'reglement-image-'));
  await chmod(place, 0o755);
  for (const source of copied()) if (source !== 'console') await copyTo(place, source);
  await copyPackages();
  await Promise.all([buildGraphiql(), buildConsole(), buildProgram()]);
  // As `COPY --from=bundles` does.
  for (const built of ['build', 'console/dist'])
    await cp(path.join(root, built), path.join(place, built), { recursive: true });
  await copyFile(process.execPath, path.join(place, 'node'));
  await mkdir(path.join(place, 'data'));
  if (isRoot) await chown(path.join(place, 'data'), nobody, nobody);
  database = await postgres.openEmpty();
});
afterAll(async () => {
  await database?.dispose();
  await rm(place, { recursive: true, force: true });
});

/** Sources of `COPY` out of the checkout. */
function copied(): string[] {
  const copies = dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm);
  return [...copies].flatMap(([, sources = '']) => sources.split(' '));
}

/** Without what is built, which `.dockerignore` leaves out. */
async function copyTo(folder: string, source: string): Promise<void> {
  const filter = (from: string): boolean => !from.startsWith(path.join(root, 'console/dist'));
  await cp(path.join(root, source), path.join(folder, source), { recursive: true, filter });
}

/** What `npm ci --omit=dev --omit=optional --ignore-scripts` installs. */
async function copyPackages(): Promise<void> {
  const { packages } = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>;
  };
  const wanted = Object.entries(packages).filter(([name, { dev, optional }]) => name !== '' && !dev && !optional);
  for (const [name] of wanted.toSorted(([one], [other]) => one.length - other.length)) {
    const from = path.join(root, name);
    const isThere = await stat(from).catch(() => null);
    const isTop = name.lastIndexOf('node_modules/') === 0;
    if (!isThere || !isTop) continue;
    await cp(from, path.join(place, name), { recursive: true, verbatimSymlinks: true });
  }
}

/** Runs something while a part of the installation is not there. */
async function moveAway(part: string, run: () => Promise<void>): Promise<void> {
  const [there, away] = [path.join(place, part), path.join(place, 'away')];
  await rename(there, away);
  try {
    await run();
  } finally {
    await rename(away, there);
  }
}

/** The console says what to run while it is not there, and is there as soon as it is. */
async function expectConsole(url: string): Promise<void> {
  const ask = () => fetch(`${url}/console`, { headers: { Accept: 'text/html' } });
  await moveAway('console/dist', async () => {
    const missing = await ask();
    expect([missing.status, await missing.text()]).toEqual([503, expect.stringContaining('npm run build:console')]);
  });
  const shell = await ask();
  const [, script = ''] = /src="([^"]+\.js)"/.exec(await shell.text()) ?? [];
  expect([shell.status, (await fetch(url + script)).status]).toEqual([200, 200]);
}

const nodeOf = (): string => path.join(place, 'node');

const options = () => ({
  cwd: place,
  ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  env: { PATH: place, DATABASE_URL: database.databaseUrl, LOG_LEVEL: 'info' },
});

describe('the Dockerfile', () => {
  it('bundles GraphiQL, the console and the program out of what it copies, and takes them over', async () => {
    const scripts = ['graphiql', 'console', 'program'].map((name) => `node scripts/build-${name}.ts`);
    expect(dockerfile).toContain(`RUN ${scripts.join(' && ')}`);
    expect(dockerfile).toContain('COPY --from=bundles /app/build ./build');
    expect(dockerfile).toContain('COPY --from=bundles /app/console/dist ./console/dist');
    const stage = /AS bundles\n([\s\S]*?)\nFROM /.exec(dockerfile)?.[1] ?? '';
    const copies = [...stage.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    const alone = await mkdtemp(path.join(tmpdir(), 'reglement-bundles-'));
    for (const source of copies) await copyTo(alone, source);
    await symlink(path.join(root, 'node_modules'), path.join(alone, 'node_modules'));
    const run = (script: string) => promisify(execFile)(nodeOf(), [script], { cwd: alone });
    expect((await run('scripts/build-graphiql.ts')).stdout).toMatch(/^GraphiQL is built: /);
    expect((await run('scripts/build-console.ts')).stdout).toMatch(/^The console is built: /);
    expect((await run('scripts/build-program.ts')).stdout).toMatch(
      /^The program is bundled: .*\nA start of it is compiled\.$/m,
    );
    // The digest says that the image's sources are those of its bundle.
    const digests = await Promise.all([alone, place].map((one) => readdir(path.join(one, 'build/program'))));
    expect(digests[0]).toEqual(digests[1]);
    const consoles = await Promise.all(
      [alone, place].map((one) => readFile(path.join(one, 'console/dist/manifest.json'), 'utf8')),
    );
    expect(consoles[0]).toBe(consoles[1]);
    await rm(alone, { recursive: true });
  });

  it('copies what .dockerignore lets in, and nothing else', async () => {
    const ignore = await readFile(path.join(root, '.dockerignore'), 'utf8');
    const allowed = [...ignore.matchAll(/^!(.+)$/gm)].map(([, name]) => name);
    expect(ignore).toMatch(/^\*$/m);
    const all = [...new Set(copied())];
    const parts = all.filter((source) => !all.some((folder) => source.startsWith(`${folder}/`)));
    expect(parts.toSorted()).toEqual(allowed.toSorted());
  });

  it('makes a gateway that starts as another user, writes nothing beside data, is healthy, and stops cleanly', async () => {
    const port = String(await freePort());
    const env = { ...options().env, PORT: port };
    const child = spawn(nodeOf(), ['--require', './scripts/require-node.cjs', 'src/main.ts'], { ...options(), env });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    const [, check = '[]'] = /^HEALTHCHECK [^\n]*\\\n\s*CMD (\[.+\])$/m.exec(dockerfile) ?? [];
    const [, ...script] = JSON.parse(check) as string[];
    const isHealthy = () =>
      promisify(execFile)(nodeOf(), script, { ...options(), env }).then(
        () => true,
        () => false,
      );
    expect(await isHealthy()).toBe(false);
    await expect.poll(isHealthy, { message: output }).toBe(true);
    const graphiql = await fetch(`http://127.0.0.1:${port}/graphql`, { headers: { Accept: 'text/html' } });
    expect(await graphiql.text()).toContain('<title>GraphiQL');
    await expectConsole(`http://127.0.0.1:${port}`);
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect([(await exited)[0], output]).toEqual([0, expect.stringContaining('stopped')]);
    expect(output).toContain('"program":"bundle"');
  });

  it('says what to run where an installation has no bundler, and does not fail', async () => {
    await cp(path.join(root, 'scripts/prepare.cjs'), path.join(place, 'scripts/prepare.cjs'));
    const without = { ...options(), uid: process.getuid?.(), gid: process.getgid?.() };
    await moveAway('console/dist', async () => {
      const { stdout } = await promisify(execFile)(nodeOf(), ['scripts/prepare.cjs'], without);
      expect(stdout).toMatch(/^The console was not built: run `npm run build:console`\. .*'vite'/m);
      expect(await readdir(path.join(place, 'console'))).toEqual(['package.json']);
    });
  });

  it('makes a command line', async () => {
    const { stdout } = await promisify(execFile)(
      nodeOf(),
      ['--require', './scripts/require-node.cjs', 'src/cli/main.ts', 'db', 'status'],
      options(),
    );
    expect(stdout).toContain('Nothing is to be changed for this version.');
  });
});
