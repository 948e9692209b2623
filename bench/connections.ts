import { fork } from 'node:child_process';
import { request } from 'node:http';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import {
  honestAnswer,
  honestBody,
  honestHeaders,
  startAttackedProcess,
} from '../test/support/hostile/attacked-process.ts';
import { positive, readOptions, text } from './read-options.ts';
import { nextMessage } from './servers.ts';

/** `npm run bench:connections`: connections of one address that take everything, beside honest requests of another. */

const usage = 'npm run bench:connections -- [--seconds 20] [--half-open 2100] [--busy 800]';
/** From where the honest requests come: a loopback address that is not the attacker's. */
const honestAddress = '127.0.0.2';
const pauseMs = 50;
const patienceMs = 10_000;

const spec = { seconds: text('20'), 'half-open': text('2100'), busy: text('800') };

const optionsGiven = () =>
  readOptions(usage, spec, (values) => ({
    seconds: positive(values, 'seconds'),
    attacks: (['half-open', 'busy'] as const).map((name) => [name, positive(values, name)] as const),
  }));

type Outcome = { readonly ms: number; readonly isServed: boolean };

/** One payment on a connection of its own. */
function payHonestly(url: string, order: number): Promise<Outcome> {
  const startedAt = performance.now();
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const end = (isServed: boolean): void => resolve({ ms: performance.now() - startedAt, isServed });
  const sent = request(`${url}/graphql`, {
    ...{ method: 'POST', agent: false, localAddress: honestAddress, timeout: patienceMs },
    headers: honestHeaders,
  });
  sent.on(
    'response',
    (response) =>
      void textOf(response).then(
        (answer) => end(answer.includes(honestAnswer)),
        () => end(false),
      ),
  );
  sent.on('timeout', () => sent.destroy());
  sent.on('error', () => end(false));
  sent.end(honestBody(order));
  return promise;
}

async function measure(url: string, seconds: number, orders: () => number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting: Promise<unknown>[] = [];
  for (const until = performance.now() + seconds * 1000; performance.now() < until; await setTimeout(pauseMs)) {
    // As customers come, whether the one before is served or not.
    waiting.push(payHonestly(url, orders()).then((outcome) => outcomes.push(outcome)));
  }
  await Promise.all(waiting);
  return outcomes;
}

function describe(title: string, outcomes: readonly Outcome[], attacker: object | null): string {
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(0);
  const served = outcomes.filter(({ isServed }) => isServed).length;
  const figures = Object.entries(attacker ?? {}).map(([name, value]) => `${name} ${value}`);
  return `| ${title} | ${served} of ${outcomes.length} | ${at(0.5)} | ${at(0.99)} | ${at(1)} | ${figures.join(', ')} |`;
}

/** What `work` answers, and what the attacker counted meanwhile. */
async function underAttack<Result>(attack: readonly string[], work: () => Promise<Result>): Promise<[Result, object]> {
  const attacker = fork(path.join(import.meta.dirname, 'hold-connections.ts'), attack);
  try {
    await setTimeout(1000);
    const result = await work();
    const counts = nextMessage<object>(attacker);
    attacker.send('counts');
    return [result, await counts];
  } finally {
    attacker.kill('SIGKILL');
  }
}

async function main(): Promise<void> {
  const { seconds, attacks } = optionsGiven();
  await using gateway = await startAttackedProcess();
  let order = 1;
  for (let warm = 0; warm < 300; warm++) await payHonestly(gateway.url, order++);
  await setTimeout(10_000);
  console.log(
    `${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}\n`,
  );
  console.log('| attack from one address | honest payments served | p50 ms | p99 ms | longest ms | the attacker |');
  console.log('| --- | ---: | ---: | ---: | ---: | --- |');
  const honestly = () => measure(gateway.url, seconds, () => order++);
  console.log(describe('none', await honestly(), null));
  for (const [attack, count] of attacks) {
    const [outcomes, attacker] = await underAttack([attack, new URL(gateway.url).port, `${count}`], honestly);
    console.log(describe(`${count} ${attack}`, outcomes, attacker));
  }
}

await main();
