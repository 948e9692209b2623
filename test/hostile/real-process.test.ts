import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeCorpus, expectUnhurt, slowestMs } from '../support/hostile/corpus.ts';
import { describeFlood, flood, middleOf } from '../support/hostile/flood.ts';
import { type LimitedProcess, startLimitedProcess } from '../support/hostile/limited-process.ts';
import { exchangeRaw, type RawAnswer } from '../support/hostile/raw-exchange.ts';
import { bodyOfSingleBytes, requestsThatNobodyReads } from '../support/hostile/requests.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { isExhaustive, sampled } from '../support/sample.ts';

/**
 * The real program with a small heap, and everything that we know of to hurt it: no 5xx, no stack, every answer at once, no
 * payment, and the memory as before.
 */

let gateway: LimitedProcess;
const folder = temporaryFolder('hostile');
let slow: Promise<RawAnswer>[];

beforeAll(async () => {
  gateway = await startLimitedProcess({
    DATABASE_URL: `sqlite:${path.join(folder, 'payments.sqlite')}`,
    LOG_LEVEL: 'warn',
  });
  // These wait for their end while all the others are sent: honest requests do not notice them.
  const drip = { rest: 'X-Slow: 1\r\n', everyMs: 500 };
  const heads = [
    'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n',
    'POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{',
  ];
  slow = Array.from({ length: 100 }, (_, index) =>
    exchangeRaw(gateway.url, heads[index % 2] ?? '', { waitMs: 40_000, drip }),
  );
});
afterAll(async () => {
  await gateway.stop('SIGKILL');
});

describeCorpus('what is sent to hurt', { gateway: () => gateway, isHelped: true });

describe('all of that', () => {
  it('stopped nothing, and left nothing in the log that was sent', async () => {
    await expectUnhurt(gateway);
  });

  it('slowly has its end', async () => {
    const answers = await Promise.all(slow);
    expect(answers.every(({ closed }) => closed)).toBe(true);
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(30_000);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([408]));
  });
});

describe('a flood of what is sent to hurt', () => {
  it('beside honest payments takes none of them, and no memory', async () => {
    const { url, residentMb } = gateway;
    const figures = await flood({ url, residentMb, rounds: 3, roundMs: isExhaustive ? 3_000 : 1_000, senders: 8 });
    console.log(describeFlood(figures));
    expect(gateway.exitCode()).toBeNull();
    expect([...figures.statuses.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([]);
    expect(figures.lost).toEqual([]);
    expect(figures.waitsMs.length).toBeGreaterThan(10);
    expect(middleOf(figures.waitsMs)).toBeLessThan(slowestMs);
    const [, first, , last] = figures.memoryMb;
    if (first && last) {
      expect(last).toBeLessThan(400);
      expect(last - first).toBeLessThan(60);
    }
  });
});

const costs = [
  ['bodies in single bytes', 150, bodyOfSingleBytes('/notify/paybox')],
  ['bodies in single bytes for the old door', 50, bodyOfSingleBytes('/json/reply/payment_initiate')],
  ['bodies in single bytes for nobody', 50, bodyOfSingleBytes('/nowhere')],
  ['bodies in single bytes of a GET', 50, bodyOfSingleBytes('/pay/x/events').replace('POST', 'GET')],
  ['answers that nobody reads', 60, requestsThatNobodyReads],
] as const;

describe('many connections that only want to cost', () => {
  const open: Socket[] = [];
  afterAll(() => {
    for (const socket of open) socket.destroy();
  });

  /** Sent one after the other and held open, without a look at what comes back. */
  async function hold(count: number, bytes: string): Promise<void> {
    for (let index = 0; index < count; index++) {
      const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1')
        .on('error', () => undefined)
        .pause();
      open.push(socket);
      socket.write(bytes);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it.each(sampled(costs, { about: 2 }))('fill no memory: %s', async (_title, count, bytes) => {
    await hold(count, bytes);
    let fastest = Number.POSITIVE_INFINITY;
    // Another process may have the processor.
    for (let round = 0; round < 8 && fastest > slowestMs; round++) {
      const probe = 'GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
      const { status, ms } = await exchangeRaw(gateway.url, probe, { waitMs: 5_000 });
      if (status === 200) fastest = Math.min(fastest, ms);
    }
    expect(gateway.exitCode()).toBeNull();
    expect(fastest).toBeLessThan(slowestMs);
    const residentMb = gateway.residentMb();
    if (residentMb !== null) expect(residentMb).toBeLessThan(420);
  });
});
