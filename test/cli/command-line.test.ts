import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createCliServices } from '../../src/app/cli-services.ts';
import { openStore } from '../../src/app/store.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import { createAuthenticate } from '../../src/config/authenticate.ts';
import { readConfig } from '../../src/config/config.ts';
import { runGatewayOnFullDisk, runGatewayUnread } from '../support/cli/run-gateway.ts';
import { clientEntry } from '../support/config-of.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { programArguments } from '../support/process.ts';

const folder = temporaryFolder('cli');

const now = Date.UTC(2026, 10, 25);
const hash = 'ab'.repeat(32);
const client = clientEntry('boutique', { keyHashes: [{ hash }], scopes: ['read'] });

async function gateway(args: readonly string[], environment: Record<string, string> = {}) {
  const written: string[] = [];
  const complaints: string[] = [];
  const code = await runCommandLine(args, {
    environment,
    openStore,
    createServices: createCliServices,
    clock: () => now,
    randomBytes: (size) => Buffer.alloc(size, 7),
    write: (text) => void written.push(text),
    complain: (text) => void complaints.push(text),
  });
  return { code, written: written.join(''), complaints: complaints.join('') };
}

async function fileOf(name: string, content: object): Promise<Record<string, string>> {
  const file = path.join(folder, name);
  await writeFile(file, JSON.stringify(content));
  return { CONFIG: file };
}

describe('the command line', () => {
  it.each([[['--help']], [['help']], [['client', '--help']], [['help', 'privacy']], [['privacy', 'erase', '--help']]])(
    'explains itself for %j and ends with 0',
    async (args) => {
      const { code, written, complaints } = await gateway(args);
      expect([code, complaints]).toEqual([0, '']);
      expect(written).toContain('Usage: gateway');
    },
  );

  it.each(['--version', '-V'])('says its version for %s', async (option) => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await gateway([option])).toEqual({ code: 0, written: `${version}\n`, complaints: '' });
  });

  it('names its exit codes, its environment and examples', async () => {
    const { written } = await gateway(['--help']);
    for (const word of [
      'Exit codes:',
      '78',
      'CONFIG',
      'DATABASE_URL',
      'PORT',
      'PUBLIC_URL',
      'Examples:',
      'npm run gateway -- client key',
    ]) {
      expect(written).toContain(word);
    }
  });

  it('keeps the lines of npm out of the files and the JSON of its examples', async () => {
    const spoiled: string[] = [];
    for await (const file of glob(['src/cli/**/*.ts', 'docs/**/*.md'])) {
      const lines = (await readFile(file, 'utf8')).split(/\n|\\n/);
      spoiled.push(...lines.filter((line) => /npm run gateway -- [^`|]*(?: > | --json)/.test(line)));
    }
    expect(spoiled).toEqual([]);
  });

  it.each([
    [[]],
    [['client']],
    [['nonsense']],
    [['client', 'key', '--nonsense']],
    [['client', 'key', '--name', '']],
    [['client', 'key', '--expires']],
    [['client', 'key', '--expires', 'tomorrow']],
    [['client', 'key', '--expires', '2026-02-30T99:00Z']],
    [['client', 'key', '--expires', '2027-02-31']],
    [['client', 'key', '--expires', '2026-11-24']],
    [['config', 'check', 'something']],
    [['event-log', 'verify', '--expect', '1']],
    [['event-log', 'verify', '--expect', '1:abc']],
    [['event-log', 'verify', '--since', 'yesterday']],
    [['event-log', 'verify', '--since', '2026-11-01', '--payment', 'x']],
    [['event-log', 'verify', '--expect-audit', `1:${hash}`, '--payment', 'x']],
    [['event-log', 'verify', '--audit-months', '12', '--payment', 'x']],
    [['bank', 'confirm', 'bkf_x']],
    [['bank', 'reject', 'bkf_x', '--reason', 'not from the bank']],
    [['privacy', 'erase']],
    [['privacy', 'export', '--client', '']],
    [['privacy', 'export', '--email', 'nobody']],
    [['privacy', 'erase', '--email', 'a@b.fr', '--client', '7']],
    [['privacy', 'export', '--email', 'a@b.fr', '--societe', '1']],
  ])('does not understand %j, says so on standard error and ends with 2', async (args) => {
    const { code, written, complaints } = await gateway(args);
    expect([code, written]).toEqual([2, '']);
    expect(complaints).not.toBe('');
  });

  it.each([
    [['help', 'nope'], 'nope'],
    [['nope', '--help'], 'nope'],
    [['help', 'privacy', 'nope'], 'nope'],
    [['privacy', 'help', 'nope'], 'nope'],
    [['help', 'help'], null],
    [['privacy', 'help', 'erase'], null],
    [['help', 'privacy', 'erase'], null],
  ])('helps with a command alone: %j', async (args, unknown) => {
    const { code, written, complaints } = await gateway(args);
    if (unknown === null) expect([code, complaints]).toEqual([0, '']);
    else expect([code, written, complaints]).toEqual([2, '', expect.stringContaining(`unknown command '${unknown}'`)]);
    if (args.includes('erase')) expect(written).toContain('Usage: gateway privacy erase');
  });

  it('ends with 78 where the configuration cannot be used, whatever was asked', async () => {
    const environment = await fileOf('bad.json', { clients: [{ ...client, colour: 'red' }] });
    for (const args of [
      ['config', 'check'],
      ['config', 'print'],
      ['privacy', 'export', '--email', 'a@b.fr'],
    ]) {
      const { code, written, complaints } = await gateway(args, environment);
      expect([code, written]).toEqual([78, '']);
      expect(complaints).toContain('clients.0.colour: is not a setting that is known.');
    }
  });

  it('ends with 1 where it failed, and makes no database where there is none', async () => {
    const file = path.join(folder, 'nowhere', 'payments.sqlite');
    const { code, complaints } = await gateway(['privacy', 'export', '--email', 'a@b.fr'], {
      DATABASE_URL: `sqlite:${file}`,
    });
    expect(code).toBe(1);
    expect(complaints).toContain('there is no database');
    expect(existsSync(path.dirname(file))).toBe(false);
  });
});

describe('client key', () => {
  it('shows a key once, with its hash and what to write into the config', async () => {
    const { code, written } = await gateway(['client', 'key', '--name', 'boutique', '--expires', '2027-06-30']);
    expect(code).toBe(0);
    const key = /^ {2}(rgl_[\w-]{43})$/m.exec(written)?.[1] ?? '';
    expect(written.split(key)).toHaveLength(2);
    const entry = /^ {2}\{[\s\S]*^ {2}\}$/m.exec(written)?.[0] ?? '';
    expect(JSON.parse(entry)).toMatchObject({
      name: 'boutique',
      keyHashes: [{ expiresAt: '2027-06-30T00:00:00.000Z' }],
    });
    // What it says to write is what the gateway takes.
    const environment = await fileOf('snippet.json', { clients: [JSON.parse(entry)] });
    const authenticate = createAuthenticate(readConfig(environment), () => now);
    expect(authenticate({ headers: { 'x-api-key': key } }).client).toBe('boutique');
  });

  it('is another one each time, and JSON for a program', async () => {
    const { written } = await gateway(['client', 'key', '--json']);
    expect(JSON.parse(written)).toEqual({
      key: `rgl_${Buffer.alloc(32, 7).toString('base64url')}`,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const program = [...programArguments('src/cli/main.ts'), 'client', 'key', '--json'];
    const run = () => promisify(execFile)(process.execPath, program, { env: {} });
    const [one, other] = await Promise.all([run(), run()]);
    expect(JSON.parse(one.stdout).key).not.toBe(JSON.parse(other.stdout).key);
    expect(one.stderr).toBe('');
  });
});

describe('config', () => {
  it('ends quietly where its reader closes the pipe early', async () => {
    expect(await runGatewayUnread(['--help'], {})).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it.runIf(existsSync('/dev/full'))('says in one line that the disk of its output is full, and fails', async () => {
    const stderr = 'It failed: the output cannot be written (ENOSPC).\n';
    expect(await runGatewayOnFullDisk(['--help'])).toEqual({ code: 1, stderr });
  });

  it('check says what the gateway would run on', async () => {
    expect((await gateway(['config', 'check'])).written).toContain(
      'The built-in configuration can be used: development',
    );
    const environment = await fileOf('good.json', { deployment: 'development', clients: [client] });
    expect(await gateway(['config', 'check'], environment)).toEqual({
      code: 0,
      written: `The configuration of ${environment.CONFIG} can be used: development, the built-in sociétés, 1 client.\nAccepted hosts, on any port: this machine.\n`,
      complaints: '',
    });
  });

  it('check says to which hosts the gateway answers, and warns where it answers to all', async () => {
    const hosts = { publicUrl: 'http://pay.example:8080', acceptedHosts: ['Old.example', '10.0.0.1'] };
    const file = { deployment: 'development', clients: [client], ...hosts };
    const { written } = await gateway(['config', 'check'], await fileOf('hosts.json', file));
    expect(written).toContain('Accepted hosts, on any port: pay.example, old.example, 10.0.0.1, this machine.\n');
    expect(written).not.toContain('note:');
    const reporting = await fileOf('reporting.json', { ...file, acceptedHostsMode: 'reportOnly' });
    expect((await gateway(['config', 'check'], reporting)).written).toContain('note: acceptedHostsMode: requests for');
  });

  it('check remarks on what is allowed and perhaps not meant', async () => {
    const soon = { ...client, name: 'soon', keyHashes: [{ hash, expiresAt: '2026-12-01T00:00:00Z' }] };
    const late = { ...client, name: 'late', keyHashes: [{ hash: 'cd'.repeat(32), expiresAt: '2026-11-01T00:00:00Z' }] };
    const real = { ...client, name: 'real', keyHashes: [], networks: ['10.0.0.1'], runModes: ['FORCE_LIVE'] };
    const account = { creditorName: 'ONE', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' };
    const { code, written } = await gateway(
      ['config', 'check'],
      await fileOf('remarks.json', {
        clients: [soon, late, real],
        societes: { 1: { name: 'One', MILLIET: { TEST: account, LIVE: account } } },
      }),
    );
    expect(code).toBe(0);
    expect(written).toContain('note: soon: a key expires on 2026-12-01');
    expect(written).toContain('note: late: every key has expired');
    expect(written).toContain('note: real: may move real money on this development deployment');
    expect(written).toContain('note: MILLIET: the account FR14 •••• 2606 stands for TEST and for LIVE');
  });

  it('print writes JSON without a secret', async () => {
    const environment = await fileOf('print.json', { clients: [client] });
    const { code, written } = await gateway(['config', 'print'], {
      ...environment,
      DATABASE_URL: 'postgres://u:canary@h/d',
    });
    expect(code).toBe(0);
    expect(JSON.parse(written)).toMatchObject({
      clients: [{ name: 'boutique' }],
      databaseUrl: 'postgres://u:[secret]@h/d',
    });
    for (const secret of ['canary', hash]) expect(written).not.toContain(secret);
  });
});
