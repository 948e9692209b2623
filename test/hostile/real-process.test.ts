import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardPayment } from '../requests.ts';
import { describeCorpus, post, slowestMs } from './corpus.ts';
import { hostileDocuments } from './documents.ts';
import { type LimitedProcess, startLimitedProcess } from './limited-process.ts';
import { exchangeRaw, type RawAnswer } from './raw-exchange.ts';

/**
 * The real program with a small heap, and everything that we know of to hurt it: no 5xx, no stack and no parser's text,
 * every answer at once, no payment, and the memory as before.
 */

let gateway: LimitedProcess;
let folder: string;
let slow: Promise<RawAnswer>[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reglement-hostile-'));
  gateway = await startLimitedProcess({
    DATABASE_URL: `sqlite:${path.join(folder, 'payments.sqlite')}`,
    LOG_LEVEL: 'warn',
  });
  // These wait for their end while all the others are sent: honest requests do not notice them.
  const drip = { rest: 'X-Slow: 1\r\n', everyMs: 500 };
  const heads = [
    'GET / HTTP/1.1\r\nHost: a\r\n',
    'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{',
  ];
  slow = Array.from({ length: 100 }, (_, index) =>
    exchangeRaw(gateway.url, heads[index % 2] ?? '', { waitMs: 40_000, drip }),
  );
}, 30_000);
afterAll(async () => {
  await gateway.stop();
  await rm(folder, { recursive: true, force: true });
});

describeCorpus('what is sent to hurt', { gateway: () => gateway });

describe('all of that', () => {
  it('stopped nothing, and left nothing in the log that was sent', async () => {
    expect(gateway.exitCode()).toBeNull();
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
    expect(gateway.output()).not.toMatch(/"level":(?:50|60)|a@b\.fr|4970[ -]?1011|evil\.example|heap/);
  });

  it('slowly has its end', async () => {
    const answers = await Promise.all(slow);
    expect(answers.every(({ closed }) => closed)).toBe(true);
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(30_000);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([408]));
  }, 45_000);
});

describe('a flood of what is sent to hurt', () => {
  const payment = JSON.stringify({
    query: 'mutation($input:InitiatePaymentInput!){initiatePayment(input:$input){__typename}}',
    variables: { input: cardPayment },
  });

  /** As a client should: who is told to come back comes back. */
  async function pay(): Promise<{ ms: number; refusals: number }> {
    for (let refusals = 0; ; refusals++) {
      const { status, text, ms } = await post(gateway.url, payment);
      if (status !== 503 || refusals === 3) {
        expect(text).toBe('{"data":{"initiatePayment":{"__typename":"InitiatePaymentSuccess"}}}');
        return { ms, refusals };
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }

  it('beside honest payments takes none of them, and no memory', async () => {
    const documents = Object.values(hostileDocuments);
    const statuses = new Map<number, number>();
    const paid: { ms: number; refusals: number }[] = [];
    const memory: (number | null)[] = [gateway.residentMb()];
    let sent = 0;
    for (let round = 0; round < 3; round++) {
      const end = performance.now() + 3_000;
      const attackers = Array.from({ length: 8 }, async () => {
        while (performance.now() < end) {
          // Each is another text, so that nothing that was kept of the one before helps.
          const query = `${documents[sent % documents.length]} #${sent++}`;
          const { status } = await post(gateway.url, JSON.stringify({ query }));
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      });
      while (performance.now() < end) {
        paid.push(await pay());
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await Promise.all(attackers);
      memory.push(gateway.residentMb());
    }
    const waits = paid.map(({ ms }) => ms).sort((one, other) => one - other);
    const middle = waits[Math.floor(waits.length / 2)] ?? 0;
    console.log(
      `${sent} hostile documents in 9 s (${JSON.stringify([...statuses])}); ${paid.length} payments, ` +
        `${middle.toFixed(0)} ms in the middle, ${waits.at(-1)?.toFixed(0)} ms at most, ` +
        `${paid.reduce((sum, { refusals }) => sum + refusals, 0)} told to come back; memory ${memory.join(', ')} MB`,
    );
    expect(gateway.exitCode()).toBeNull();
    expect([...statuses.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([]);
    expect(paid.length).toBeGreaterThan(10);
    expect(middle).toBeLessThan(slowestMs);
    const [, first, , last] = memory;
    if (first && last) {
      expect(last).toBeLessThan(400);
      expect(last - first).toBeLessThan(60);
    }
  }, 45_000);
});
