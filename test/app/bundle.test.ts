import { isAscii } from 'node:buffer';
import { cp, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlesFolder, digestOfSources } from '../../src/app/bundle.ts';
import { schemaWith, transferOf } from '../support/bank-statements/bank-gateway.ts';
import { buildGraphiql } from '../support/build-graphiql.ts';
import { runGateway } from '../support/cli/run-gateway.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { buildProgram, type GatewayProcess, programArguments, startProcess } from '../support/process.ts';
import { legacyPath } from '../support/requests.ts';

/** What `npm start` and `npm run gateway` start: the bundle, and the sources where the bundle is not of them. */

const root = path.resolve(import.meta.dirname, '../..');

const folder = temporaryFolder('bundle');
beforeAll(async () => {
  await Promise.all([buildProgram(), buildGraphiql()]);
});

const built = path.join(bundlesFolder, digestOfSources());
const databaseOf = (name: string): string => `sqlite:${path.join(folder, `${name}.sqlite`)}`;
const fallback = 'the sources run';

describe('a gateway of these sources', () => {
  let gateway: GatewayProcess;
  beforeAll(async () => {
    const environment = { DATABASE_URL: databaseOf('these'), LOG_FORMAT: 'json' };
    gateway = await startProcess(environment, folder);
  });
  afterAll(() => gateway?.stop('SIGKILL'));

  it('is the bundle, and says so', async () => {
    await expect.poll(gateway.output).toContain('"program":"bundle"');
    expect(gateway.output()).not.toContain(fallback);
  });

  it('is ASCII but for one table, because V8 keeps two bytes for each character of another file', async () => {
    const files = (await readdir(built)).filter((name) => name.endsWith('.js') && !name.startsWith('any-ascii'));
    const isWide = async (name: string): Promise<boolean> => !isAscii(await readFile(path.join(built, name)));
    const wide = await Promise.all(files.map(isWide));
    expect([files.length > 10, files.filter((_name, index) => wide[index])]).toEqual([true, []]);
  });

  it('needs neither the TLS of Node nor Express at its start', async () => {
    const file = (await readdir(built)).find((name) => /^gateway-.*\.js$/.test(name)) ?? '';
    const code = await readFile(path.join(built, file), 'utf8');
    expect(code).not.toMatch(/require\(["'](?:node:)?(?:https|tls)["']\)/);
    expect(code).not.toContain('x-powered-by');
  });

  it.each([
    ['the reference', '/docs/graphql/reference.css'],
    ['the metadata', '/metadata/metadata.css'],
    ['the documentation', '/docs/docs.css'],
    ['the script of the documentation', '/docs/docs.js'],
    ['the viewer', '/docs/swagger-ui.css'],
    ['OpenAPI', '/openapi.json'],
  ])('finds the files of %s', async (_what, place) => {
    const answer = await fetch(gateway.url + place);
    expect([answer.status, (await answer.text()).length > 100]).toEqual([200, true]);
  });

  it('finds GraphiQL', async () => {
    const answer = await fetch(`${gateway.url}/graphql`, { headers: { Accept: 'text/html' } });
    expect(await answer.text()).toContain('<title>GraphiQL');
  });

  it('passes every audit of GraphQL over HTTP', async () => {
    const results = await auditServer({ url: `${gateway.url}/graphql` });
    expect(results.filter(({ status }) => status !== 'ok').map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  });

  it('reads a large file at the simulated bank, in a thread', async () => {
    const form = new FormData();
    form.set('file', new Blob([`<Document>${'<Amt>12</Amt>'.repeat(10_000)}`]), 'large.xml');
    const headers = { 'Accept-Language': 'en' };
    const answer = await fetch(`${gateway.url}/sandbox/house-bank/files`, { method: 'POST', body: form, headers });
    expect(await answer.text()).toContain('not well-formed');
  });

  it('reads a small file at the simulated bank, by a package that it loads for it, and warns of nothing', async () => {
    const form = new FormData();
    form.set('file', new Blob(['<Document><Amt>']), 'small.xml');
    const headers = { 'Accept-Language': 'en' };
    const answer = await fetch(`${gateway.url}/sandbox/house-bank/files`, { method: 'POST', body: form, headers });
    expect(await answer.text()).toContain('not well-formed');
    expect(gateway.output()).not.toContain('Warning');
  });

  it('checks a bank file against a schema, in a thread of the command line', async () => {
    const [CONFIG, file] = [path.join(folder, 'schemas.json'), path.join(folder, 'releve.xml')];
    await writeFile(CONFIG, JSON.stringify({ deployment: 'development', bankFiles: { schemaFolder: folder } }));
    await writeFile(path.join(folder, 'camt.053.001.08.xsd'), schemaWith('Another'));
    await writeFile(file, transferOf('123.45', 'RF18539007547034'));
    const ran = await runGateway(['bank', 'import', file, '--dry-run'], { CONFIG, DATABASE_URL: databaseOf('these') });
    expect(ran.stdout).toContain('it is not what the schema of the message allows');
  });

  it('takes a payment by both doors', async () => {
    const answer = await fetch(gateway.url + legacyPath({}, '.json'));
    const { payment_id: id, reference } = (await answer.json()) as { payment_id: string; reference: string };
    const read = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: `{ payment(id: "${id}") { reference } }` }),
    });
    expect(await read.json()).toEqual({ data: { payment: { reference } } });
  });
});

describe('the command line of these sources', () => {
  it('lists the same commands from the bundle and from the sources', async () => {
    const bundled = await runGateway(['--help'], {});
    expect(bundled).toEqual(await runGateway(['--help'], { RUN_SOURCES: '1' }));
    expect(bundled.stdout).toContain('explain-url [options] <url>');
  });
});

describe('a copy of the sources', () => {
  let copy: string;
  beforeAll(async () => {
    copy = path.join(folder, 'copy');
    for (const part of ['src', 'scripts', 'build', 'package.json', 'package-lock.json']) {
      await cp(path.join(root, part), path.join(copy, part), { recursive: true });
    }
    await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  });

  const start = (name: string, environment: Record<string, string> = {}): Promise<GatewayProcess> =>
    startProcess({ DATABASE_URL: databaseOf(name), LOG_FORMAT: 'json', ...environment }, folder, [
      process.execPath,
      ...programArguments('src/main.ts', copy),
    ]);
  const outputOf = async (name: string, environment: Record<string, string> = {}): Promise<string> => {
    const gateway = await start(name, environment);
    expect(await gateway.stop('SIGTERM')).toBe(0);
    return gateway.output();
  };
  const change = async (file: string, from: string | RegExp, to: string): Promise<() => Promise<void>> => {
    const place = path.join(copy, file);
    const text = await readFile(place, 'utf8');
    expect(text).toMatch(from);
    await writeFile(place, text.replace(from, to));
    return () => writeFile(place, text);
  };

  it('runs its bundle where the content is the same', async () => {
    expect(await outputOf('same')).toContain('"program":"bundle"');
  });

  it('finds the code that the build compiled, and compiles it again where that is damaged', async () => {
    const kept = (name: string): string => path.join(copy, 'build/program', bundle, name);
    const bundle = (await readdir(path.join(copy, 'build/program'))).find((name) => name.length === 32) ?? '';
    const names = (await readdir(kept(''))).filter((name) => /^(?:gateway|process)-.*\.compiled$/.test(name));
    expect(names).toHaveLength(2);
    const inodes = (): Promise<readonly number[]> =>
      Promise.all(names.map(async (name) => (await stat(kept(name))).ino));
    const untouched = await inodes();
    const gateway = await start('compiled');
    await setTimeout(3_000);
    expect([await gateway.stop('SIGTERM'), await inodes()]).toEqual([0, untouched]);

    for (const name of names) await writeFile(kept(name), (await readFile(kept(name))).fill(65, 5_000, 50_000));
    const other = await start('damaged');
    const isReplaced = async (): Promise<boolean> => (await inodes()).every((inode, at) => inode !== untouched[at]);
    await expect.poll(isReplaced).toBe(true);
    expect(await other.stop('SIGTERM')).toBe(0);
    expect(other.output()).toContain('"program":"bundle"');
  });

  it.each([
    ['a source', 'src/kernel/money.ts', /^/, '// Changed.\n'],
    ['the lock', 'package-lock.json', /"lockfileVersion"/, ' "lockfileVersion"'],
  ])('runs the sources where %s was changed, and says so in one line', async (_what, file, from, to) => {
    const undo = await change(file, from, to);
    const output = await outputOf('changed');
    await undo();
    expect(output).toContain('"program":"sources"');
    expect(output.split(fallback)).toHaveLength(2);
  });

  it('runs its bundle by the state that the build noted, and the sources where one changed and kept its size and time', async () => {
    expect(await buildProgram(copy)).toBe('The program is bundled already.\n');
    const file = path.join(copy, 'src/kernel/money.ts');
    expect(await outputOf('noted')).toContain('"program":"bundle"');
    const text = await readFile(file, 'utf8');
    const { atime, mtime } = await stat(file);
    await writeFile(file, text.replace('/** ', '/**  ').replace(' */', '*/'));
    await utimes(file, atime, mtime);
    expect((await stat(file)).size).toBe(Buffer.byteLength(text));
    expect(await outputOf('same-size')).toContain('"program":"sources"');
    await writeFile(file, text);
  });

  it('runs the sources without a word where they are wanted', async () => {
    const output = await outputOf('wanted', { RUN_SOURCES: '1' });
    expect(output).toContain('"program":"sources"');
    expect(output).not.toContain(fallback);
  });

  it('names the place in the source in the stack of a fault', async () => {
    const file = 'src/app/startup-banner.ts';
    const undo = await change(file, /$/, plantedFault);
    expect(await buildProgram(copy)).toContain('The program is bundled: ');
    const gateway = await start('fault');
    await undo();
    const line = (await readFile(path.join(copy, file), 'utf8')).split('\n').length + 1;
    await expect.poll(gateway.output).toContain(`${file}:${line}:`);
    expect(gateway.output()).toContain('planted');
    expect(gateway.output()).toContain('"program":"bundle"');
    await gateway.stop('SIGKILL');
  });
});

/** Ends the process a moment after it is ready, as any unexpected fault does. */
const plantedFault = `
setTimeout(() => { throw new TypeError('planted'); }, 3_000);
`;
