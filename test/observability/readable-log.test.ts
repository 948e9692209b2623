import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify, stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createLogOutput } from '../../src/observability/log-output.ts';
import { createLogger } from '../../src/observability/logging.ts';
import { readableLine } from '../../src/observability/readable-log.ts';
import { freePort } from '../support/http/free-port.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { programArguments, startProcess } from '../support/process.ts';

/** The log as a person reads it, and where it is written. */

const folder = temporaryFolder('log');

const time = new Date(2026, 10, 27, 9, 5, 3, 42).getTime();
const shown = (fields: object): string =>
  readableLine(`${JSON.stringify({ level: 30, time, pid: 7, hostname: 'vm', ...fields })}\n`, { hasColours: false });

describe('a line of the log for a person', () => {
  it.each([
    [{ msg: 'ready', deployment: 'development' }, '09:05:03.042 INFO  ready  deployment=development\n'],
    [{ level: 50, msg: 'it failed', fault: 'a b' }, '09:05:03.042 ERROR it failed  fault="a b"\n'],
    [
      { msg: 'request', request: 'req_1', method: 'POST', route: '/graphql', status: 200, durationMs: 4 },
      '09:05:03.042 INFO  POST /graphql 200 in 4 ms  request=req_1\n',
    ],
    [{ level: 40, msg: 'it', counts: { a: 1 }, list: [] }, '09:05:03.042 WARN  it  counts={"a":1} list=[]\n'],
    [
      { level: 60, msg: 'fault', stack: 'Error: x\n    at y (z.ts:1:2)' },
      '09:05:03.042 FATAL fault\n      Error: x\n      at y (z.ts:1:2)\n',
    ],
    [{ msg: 'quiet' }, '09:05:03.042 INFO  quiet\n'],
  ])('shows %j as %j', (fields, expected) => {
    expect(shown(fields)).toBe(expected);
  });

  it.each([
    ['a new line', 'a\n09:05:03.042 INFO  paid'],
    ['an escape sequence', '\u001b[2J\u001b[31mred'],
    ['an end of line of Unicode', 'a\u2028b'],
    ['a change of direction', 'a\u202eb'],
  ])('does not let a value hold %s', (_name, value) => {
    for (const fields of [{ msg: 'x', client: value }, { msg: value }, { msg: 'x', [value]: 1 }]) {
      expect(shown(fields)).toMatch(/^[^\p{Cc}\p{Cf}\u2028\u2029]+\n$/u);
    }
  });

  it('has the colour of its level, and is the same words without', () => {
    const line = `${JSON.stringify({ level: 50, time, msg: 'it failed', fault: 'x' })}\n`;
    const coloured = readableLine(line, { hasColours: true });
    expect(coloured).toContain('\u001b[31mERROR\u001b[39m');
    expect(stripVTControlCharacters(coloured)).toBe(readableLine(line, { hasColours: false }));
  });

  it('leaves alone what is no JSON', () => {
    expect(readableLine('  GraphiQL\n', { hasColours: false })).toBe('  GraphiQL\n');
  });
});

describe('the output of the log', () => {
  it('writes everything in its order', async () => {
    const file = path.join(folder, 'ordered.log');
    const fd = openSync(file, 'w');
    const output = createLogOutput(fd, () => undefined);
    const logger = createLogger({ level: 'info', maskingKey: Buffer.alloc(32), destination: output });
    for (let count = 0; count < 2000; count++) logger.info({ count }, 'é'.repeat(count % 50));
    await new Promise<void>((resolve) => output.flush(resolve));
    closeSync(fd);
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).count)).toEqual(Array.from({ length: 2000 }, (_, count) => count));
  });

  it('waits for a reader that is slow, and holds up nothing else', async () => {
    const program = `
      import { createLogOutput } from ${JSON.stringify(path.resolve('src/observability/log-output.ts'))};
      const output = createLogOutput(process.stdout.fd, () => undefined);
      process.once('exit', output.flushSync);
      for (let count = 0; count < 5000; count++) output.write(count + ' '.repeat(200) + '\\n');
      process.stderr.write('goes on\\n');
      output.flush(() => process.stderr.write('done\\n'));`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
    const said: string[] = [];
    child.stderr.on('data', (text) => said.push(String(text)));
    await expect.poll(() => said.join('')).toContain('goes on');
    expect(said.join('')).not.toContain('done');
    let output = '';
    child.stdout.on('data', (text) => (output += String(text)));
    await once(child, 'close');
    expect(said.join('')).toContain('done');
    expect(output.trim().split(/\s+\n/).map(Number)).toEqual(Array.from({ length: 5000 }, (_, count) => count));
  });

  it('drops lines while too many wait for a reader, and says how many when it reads again', async () => {
    const program = `
      import { createLogOutput } from ${JSON.stringify(path.resolve('src/observability/log-output.ts'))};
      const output = createLogOutput(process.stdout.fd, (lines) => output.write(lines + ' dropped'));
      for (let count = 0; count < 20_000; count++) output.write(count + ' '.repeat(1000) + '\\n');
      process.stderr.write('goes on\\n');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
    await once(child.stderr, 'data');
    const [lines] = await Promise.all([text(child.stdout), once(child, 'close')]);
    const [dropped = '', ...kept] = lines.split(/\s+\n/).toReversed();
    expect(kept.toReversed().map(Number)).toEqual(Array.from({ length: kept.length }, (_, count) => count));
    expect(dropped).toBe(`${20_000 - kept.length} dropped`);
    expect(lines.length).toBeLessThan(10_000_000);
  });

  it.skipIf(process.platform === 'win32')('waits for a full disk, and writes on in order', async () => {
    const file = path.join(folder, 'full.log');
    const program = `
      import { createLogOutput } from ${JSON.stringify(path.resolve('src/observability/log-output.ts'))};
      const output = createLogOutput(process.stdout.fd, () => undefined);
      for (let count = 0; count < 20; count++) output.write(count + ' '.repeat(100) + '\\n');
      process.stdin.on('data', (text) => output.write(String(text))).on('end', () => process.stderr.write('read\\n'));`;
    // A file may grow to 1,024 bytes.
    const shell = `ulimit -S -f 1 && exec "$@" >>"$0"`;
    const node = [process.execPath, '--input-type=module', '--eval', program];
    const child = spawn('bash', ['-c', shell, file, ...node], { stdio: ['pipe', 'ignore', 'pipe'] });
    child.stdin.end('20\n');
    await once(child.stderr, 'data');
    const parts: string[] = [];
    for (let each = 0; each < 2; each++) {
      await expect.poll(async () => (await stat(file)).size).toBe(1024);
      parts.push(await readFile(file, 'utf8'));
      await truncate(file);
    }
    await once(child, 'close');
    parts.push(await readFile(file, 'utf8'));
    expect(parts.join('').trim().split(/\s+\n/).map(Number)).toEqual(Array.from({ length: 21 }, (_, count) => count));
  });

  it('holds up the end of the process for a few seconds at most when its reader sleeps', async () => {
    const url = `sqlite:${path.join(folder, 'asleep.sqlite')}`;
    const gateway = await startProcess({ DATABASE_URL: url }, folder, undefined, 'readers sleep');
    const ask = () => fetch(`${gateway.url}/graphql?${'x'.repeat(100)}`).then((answer) => answer.text());
    for (let count = 0; count < 40; count++) await Promise.all(Array.from({ length: 50 }, ask));
    expect(await gateway.stop('SIGTERM')).toBe(0);
  });

  it('ends the process cleanly when its reader has gone', async () => {
    const url = `sqlite:${path.join(folder, 'gone.sqlite')}`;
    const gateway = await startProcess({ DATABASE_URL: url }, folder, undefined, 'readers go');
    expect(await gateway.stop('SIGTERM')).toBe(0);
  });
});

describe('LOG_FORMAT', () => {
  it.each([
    [
      'text',
      /^\d\d:\d\d:\d\d\.\d{3} INFO {2}ready {2}readyAfterMs=\d+ deployment=development program=(?:bundle|sources)$/m,
    ],
    ['json', /^\{"level":30,"time":\d+,.*"msg":"ready"\}$/m],
    ['', /^\{"level":30,"time":\d+,.*"msg":"ready"\}$/m],
  ])('%j is obeyed, and a pipe gets JSON', async (LOG_FORMAT, expected) => {
    const gateway = await startProcess({ LOG_FORMAT, DATABASE_URL: `sqlite:${path.join(folder, 'format.sqlite')}` });
    await expect.poll(gateway.output).toMatch(expected);
    await gateway.stop('SIGTERM');
    expect(gateway.output()).not.toContain('\u001b');
  });
});

describe('a port that is taken', () => {
  it('is named, with the setting, before the database is opened', async () => {
    const port = String(await freePort());
    const holder = spawn(process.execPath, [
      '--eval',
      `require('net').createServer().listen(${port}, '127.0.0.1', () => console.log('held'))`,
    ]);
    await once(holder.stdout, 'data');
    const environment = {
      PATH: process.env.PATH,
      PORT: port,
      DATABASE_URL: `sqlite:${path.join(folder, 'never', 'made.sqlite')}`,
    };
    const run = promisify(execFile)(process.execPath, programArguments('src/main.ts'), { env: environment });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: `Port ${port} is taken by another program: set PORT=… to a free one.\n`,
    });
    await expect(readFile(path.join(folder, 'never', 'made.sqlite'))).rejects.toThrow('ENOENT');
    holder.kill();
  });
});
