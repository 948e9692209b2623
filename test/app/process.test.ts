import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { startupBanner } from '../../src/app/startup-banner.ts';
import type { Config } from '../../src/config/config.ts';
import { developmentSocietes } from '../../src/config/development.ts';
import { readVersion } from '../../src/config/program.ts';
import { clientNamed } from '../support/clients/client-named.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { exchangeRaw } from '../support/hostile/raw-exchange.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { type GatewayProcess, programArguments, startProcess } from '../support/process.ts';
import { legacyPath } from '../support/requests.ts';
import { sampled } from '../support/sample.ts';

/** The real program: what it acknowledged survives a kill, it stops cleanly, and it refuses what it cannot run on. */

const folder = temporaryFolder('process');

const packageVersion = await readVersion();

const databaseUrl = (name: string): string => `sqlite:${path.join(folder, name, 'payments.sqlite')}`;

type Answer = {
  payment_id: string;
  reference: string;
  replayed: boolean;
  redirect: { url: string; fields: Record<string, string> };
};

describe.each(drawnDatabases())('the process on $name', ({ openEmpty }) => {
  it('loses nothing that it answered when it is killed right afterwards', async () => {
    await using database = await openEmpty();
    const environment = { DATABASE_URL: database.databaseUrl };
    const answered: Answer[] = [];
    for (let round = 0; round < 3; round++) {
      const gateway = await startProcess(environment, folder);
      const asks = Array.from({ length: 40 }, async (_, index) => {
        const response = await fetch(`${gateway.url}${legacyPath({ idCommande: `${round}-${index}` })}?format=json`);
        if (response.ok) answered.push((await response.json()) as Answer);
      });
      await asks[0];
      const killed = gateway.stop('SIGKILL');
      await Promise.allSettled(asks);
      expect(await killed).toBeNull();
    }
    expect(answered.length).toBeGreaterThanOrEqual(3);
    const gateway = await startProcess(environment, folder);
    for (const { payment_id, reference } of answered) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          query: `{ payment(id: "${payment_id}") { reference events { edges { node { type } } } } }`,
        }),
      });
      expect(await response.json()).toMatchObject({
        data: { payment: { reference, events: { edges: [{ node: { type: 'INITIATED' } }] } } },
      });
    }
    await gateway.stop('SIGKILL');
  });

  it('meets simulators that know what was used up, and a database beside it meets its own', async () => {
    const [database, beside] = [await openEmpty(), await openEmpty()];
    const used = await onTheSimulators(database, numberUsedUp);
    expect(await onTheSimulators(beside, numberUsedUp)).toBe(used);
    expect(await onTheSimulators(database, numberUsedUp)).not.toBe(used);
    await database.dispose();
    await beside.dispose();
  });
});

async function onTheSimulators<T>(
  { databaseUrl: DATABASE_URL }: { readonly databaseUrl: string },
  work: (gateway: GatewayProcess) => Promise<T>,
): Promise<T> {
  const gateway = await startProcess({ DATABASE_URL }, folder);
  try {
    return await work(gateway);
  } finally {
    await gateway.stop('SIGTERM');
  }
}

/** Opens the page of La Banque Postale, which takes each `vads_trans_id` once a day; answers the one it took. */
async function numberUsedUp({ url }: GatewayProcess): Promise<string> {
  const change = { paymentTarget: 'LABANQUEPOSTALE', idCommande: randomUUID() } as const;
  const { redirect } = (await (await fetch(url + legacyPath(change, '.json'))).json()) as Answer;
  const page = await fetch(redirect.url, {
    method: 'POST',
    body: new URLSearchParams(redirect.fields),
    redirect: 'manual',
  });
  expect([page.status, await page.text()]).toEqual([303, expect.anything()]);
  return redirect.fields.vads_trans_id ?? '';
}

describe('the process', () => {
  it('says where the console and GraphiQL are, and gives a legacy URL that works as it is, and stops cleanly on SIGTERM', async () => {
    const gateway = await startProcess({ DATABASE_URL: databaseUrl('greeting') });
    // It greets after it is ready.
    for (const path of ['/console', '/graphql']) await expect.poll(gateway.output).toContain(`${gateway.url}${path}\n`);
    await expect.poll(gateway.output).toContain('/payment_initiate/');
    const legacyUrl = /http:\S+\/payment_initiate\/\S+/.exec(gateway.output())?.[0] ?? '';
    const response = await fetch(legacyUrl, { headers: { Accept: 'application/json' } });
    expect(await response.json()).toMatchObject({ status: 'REQUIRES_ACTION' });
    expect(await gateway.stop('SIGTERM')).toBe(0);
    expect(gateway.output()).toContain('stopped');
  });

  it('has new simulators for a database that is made anew where an old one was deleted', async () => {
    const database = { databaseUrl: databaseUrl('anew') };
    const used = await onTheSimulators(database, numberUsedUp);
    for (const end of ['', '-wal', '-shm']) {
      await rm(`${database.databaseUrl.slice('sqlite:'.length)}${end}`, { force: true });
    }
    expect(await onTheSimulators(database, numberUsedUp)).toBe(used);
  });

  it('greets with whether real money can move', () => {
    const built = developmentSocietes('http://127.0.0.1:4000');
    const held = new Map(
      [...built].map(([id, societe]) => {
        const account = societe.accounts.PAYBOX?.TEST;
        return [id, { ...societe, accounts: { PAYBOX: account ? { TEST: account, LIVE: account } : {} } }];
      }),
    );
    const forcing = [clientNamed('caisse', { runModes: new Set(['FORCE_LIVE']) })];
    const said = (societes: Config['societes'], clients: Config['clients'] = []) =>
      startupBanner({ societes, clients, databaseUrl: 'sqlite:data/a.sqlite' }, 'http://127.0.0.1:4000');
    expect(said(null, forcing)).toContain('no real money moves');
    expect(said(held, forcing)).toContain('REAL MONEY, for caisse');
    for (const text of [said(held, forcing), said(held), said(built, forcing)]) {
      expect(text).not.toMatch(/no real money|payment_initiate/);
    }
    for (const text of [said(held), said(built, forcing)]) expect(text).toContain('LIVE runs as TEST');
  });

  it('keeps a connection as long as its config says', async () => {
    const file = path.join(folder, 'limits.json');
    await writeFile(file, JSON.stringify({ limits: { keepAliveSeconds: 75 } }));
    const gateway = await startProcess({ CONFIG: file, DATABASE_URL: databaseUrl('limits') });
    expect((await fetch(`${gateway.url}/health/live`)).headers.get('Keep-Alive')).toBe('timeout=75, max=1000');
    expect(await gateway.stop('SIGTERM')).toBe(0);
  });

  it('gives every answer an id that its log knows, whatever was sent', async () => {
    const gateway = await startProcess({ DATABASE_URL: databaseUrl('ids') });
    const head = (line: string, ...headers: string[]) =>
      `${[line, 'Host: a', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;
    const requests = [
      'Bonjour\r\n\r\n',
      'GET /\r\n\r\n',
      head('GET / HTTP/1.1', `X-Long: ${'a'.repeat(20_000)}`),
      head('GET / HTTP/1.1', 'Host: b'),
      head('POST /graphql HTTP/1.1', 'Content-Length: 1', 'Content-Length: 2'),
      head('POST /graphql HTTP/1.1', 'Content-Length: 2', 'Expect: 200-ok').concat('{}'),
      head('POST /graphql HTTP/1.1', 'Content-Length: 9999999'),
      head('TRACE / HTTP/1.1'),
      head('HEAD /docs HTTP/1.1'),
      head('GET /%ff HTTP/1.1'),
      head('POST /notify/paybox HTTP/1.1', 'Content-Length: 0'),
      head('PUT /payment_initiate/a HTTP/1.1'),
      head('GET /pay/x/events HTTP/1.1'),
      head('GET /sandbox/x HTTP/1.1'),
    ];
    const ids: (string | undefined)[] = [];
    for (const request of requests) {
      const { text } = await exchangeRaw(gateway.url, request, { untilAnswered: true, waitMs: 10_000 });
      ids.push(/^X-Request-Id: (req_[0-9a-f]+)\r$/im.exec(text)?.[1]);
    }
    await gateway.stop('SIGTERM');
    expect(new Set(ids).size).toBe(requests.length);
    for (const [index, id] of ids.entries())
      expect([requests[index], gateway.output().includes(`"${id}"`)]).toEqual([requests[index], true]);
  });

  type Refusal = [string, Record<string, string>, string];
  const inLinux = (refusal: Refusal): Refusal[] => (process.platform === 'linux' ? [refusal] : []);
  const refusals: Refusal[] = [
    ['production without a config', { NODE_ENV: 'production' }, 'CONFIG names no config file'],
    ['a config that is not there', { CONFIG: '/nowhere.json' }, 'cannot be read'],
    ['a port that is none', { PORT: 'many' }, 'PORT'],
    ['a kind of database that there is not', { DATABASE_URL: 'mysql://root@localhost/db' }, 'sqlite: (and a path)'],
    ['a database in memory', { DATABASE_URL: 'sqlite::memory:' }, 'loses payments'],
    ...inLinux([
      'a database where no folder can be made',
      { DATABASE_URL: 'sqlite:/proc/1/data/payments.sqlite' },
      'cannot be used',
    ]),
    // What the system refuses to root too.
    ...inLinux([
      'a database that it may only read',
      { DATABASE_URL: 'sqlite:/proc/sys/kernel/ostype' },
      'cannot be used: EACCES: permission denied, access',
    ]),
    ['a database below a file', { DATABASE_URL: 'sqlite:package.json/payments.sqlite' }, 'cannot be used'],
  ];
  const expectRefusal = async (environment: Record<string, string>, reason: string): Promise<void> => {
    const run = promisify(execFile)(process.execPath, programArguments('src/main.ts'), {
      // Any free port: another gateway may run on this machine.
      env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: databaseUrl('refused'), ...environment },
    });
    await expect(run).rejects.toMatchObject({ code: 78, stderr: expect.stringContaining(reason) });
  };
  it.each(sampled(refusals, { about: 3 }))(
    'refuses %s with exit code 78 and the reason',
    (_name, environment, reason) => expectRefusal(environment, reason),
  );

  it.each([
    ['--help', 0, 'Usage: npm start'],
    ['--version', 0, packageVersion],
    ['--port=4001', 2, 'npm start takes no arguments, and got --port=4001'],
  ])('answers the argument %s and does not start', async (argument, exitCode, text) => {
    const { code, output } = await promisify(execFile)(
      process.execPath,
      [...programArguments('src/main.ts'), argument],
      { env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: databaseUrl('argument') }, timeout: 20_000 },
    ).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, output: error.stderr }),
    );
    expect([code, output]).toEqual([exitCode, expect.stringContaining(text)]);
    expect(existsSync(path.join(folder, 'argument'))).toBe(false);
  });

  it('refuses production with a config that does not say which deployment it is', async () => {
    const CONFIG = path.join(folder, 'no-deployment.json');
    await writeFile(CONFIG, '{}');
    await expectRefusal({ NODE_ENV: 'production', CONFIG }, 'deployment: is missing, and NODE_ENV is production');
  });

  it('names each wrong and unknown entry of the config with its path, and no secret', async () => {
    const file = path.join(folder, 'config.json');
    const account = {
      site: '12',
      rang: '01',
      identifiant: '1',
      hmacKeys: ['canary-secret'],
      pageUrl: 'https://b.example/',
    };
    await writeFile(
      file,
      JSON.stringify({ societes: { '1': { name: 'A', colour: 'red', PAYBOX: { TEST: account } } }, port: -1 }),
    );
    const run = promisify(execFile)(process.execPath, programArguments('src/main.ts'), {
      env: { PATH: process.env.PATH, CONFIG: file },
    });
    const { stderr } = await run.then(
      () => ({ stderr: '' }),
      (error: { stderr: string }) => error,
    );
    for (const entry of [
      'societes.1.colour',
      'societes.1.PAYBOX.TEST.site',
      'societes.1.PAYBOX.TEST.hmacKeys.0',
      'port',
    ]) {
      expect(stderr).toContain(entry);
    }
    expect(stderr).not.toContain('canary-secret');
  });
});
