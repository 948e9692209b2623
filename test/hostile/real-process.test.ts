import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cardPayment } from '../requests.ts';
import { hostileBodies, hostileDocuments, hostileInputs } from './documents.ts';
import { type LimitedProcess, startLimitedProcess } from './limited-process.ts';
import { exchangeRaw, type RawAnswer } from './raw-exchange.ts';
import { hostileConnections, hostileTargets } from './requests.ts';

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

const insides =
  /node_modules|\bat \S+ \(|\.ts:\d|\.js:\d|Syntax Error|SyntaxError|TypeError|RangeError|Unexpected token|JSON at|in JSON|Did you mean|originalError|"stack|ECONN|SQLITE|heap/;
const slowestMs = 500;

/** Sends it, and again where another process had the processor: what costs too much does so each time. */
async function hurt(
  send: () => Promise<{ status: number | null; text: string; ms: number }>,
): Promise<{ status: number | null; text: string }> {
  let fastest = Number.POSITIVE_INFINITY;
  let answer = { status: null as number | null, text: '' };
  for (let round = 0; round < 3 && fastest > slowestMs; round++) {
    const { ms, ...found } = await send();
    fastest = Math.min(fastest, ms);
    answer = found;
  }
  expect(fastest).toBeLessThan(slowestMs);
  expect(answer.status ?? 0).toBeLessThan(500);
  // GraphiQL is a program of several megabytes, which has such words; every other answer is short.
  if (!answer.text.includes('<title>GraphiQL')) {
    expect(answer.text.length).toBeLessThan(100_000);
    expect(answer.text).not.toMatch(insides);
  }
  return answer;
}

async function post(body: string): Promise<{ status: number; text: string; ms: number }> {
  const startedAt = performance.now();
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
  const response = await fetch(`${gateway.url}/graphql`, init);
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - startedAt };
}

async function countPayments(): Promise<number> {
  const { text } = await post('{"query":"{payments(first:100){edges{cursor}}}"}');
  return JSON.parse(text).data.payments.edges.length;
}

describe('what is sent to hurt', () => {
  afterEach(async () => expect(await countPayments()).toBe(0));

  it.each(Object.entries(hostileDocuments))('as a document: %s', async (_title, query) => {
    const { text } = await hurt(() => post(JSON.stringify({ query })));
    const { errors = [] } = JSON.parse(text);
    expect(errors.length).toBeLessThanOrEqual(5);
    for (const { message } of errors) expect(message.length).toBeLessThanOrEqual(200);
  });

  it.each(Object.entries(hostileBodies))('as a body: %s', async (_title, body) => {
    await hurt(() => post(body));
  });

  it.each(hostileInputs)('as an input: %s', async (_title, change) => {
    const query =
      'mutation($input:InitiatePaymentInput!){initiatePayment(input:$input){__typename ...on PaymentError{message path}}}';
    const { text } = await hurt(() =>
      post(JSON.stringify({ query, variables: { input: { ...cardPayment, ...change } } })),
    );
    expect(text).not.toContain('InitiatePaymentSuccess');
    expect(text).not.toMatch(/4970[ -]?1011/);
  });

  it.each(hostileTargets.map((target) => [target.slice(0, 90), target]))('as a target: %s', async (_title, target) => {
    for (const accept of ['application/json', 'text/html']) {
      const bytes = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: ${accept}\r\nConnection: close\r\n\r\n`;
      const { text } = await hurt(() => exchangeRaw(gateway.url, bytes, { waitMs: 2_000 }));
      const [head = '', ...body] = text.split('\r\n\r\n');
      expect(head).not.toMatch(/^(?:X: ?y|Set-Cookie|Bcc)/im);
      expect(body.join('')).not.toMatch(/<script>alert|<img src=x|root:x:/);
    }
  });

  it.each(Object.entries(hostileConnections))('as a connection: %s', async (_title, bytes) => {
    const { text } = await hurt(async () => ({ ...(await exchangeRaw(gateway.url, bytes)), ms: 0 }));
    expect(text).not.toContain('evil.example');
  });

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
      const { status, text, ms } = await post(payment);
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
          const { status } = await post(JSON.stringify({ query }));
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
