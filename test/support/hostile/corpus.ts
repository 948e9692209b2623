import { afterEach, describe, expect, it } from 'vitest';
import { cardPayment } from '../requests.ts';
import { sampled } from '../sample.ts';
import { hostileChanges, hostileFiles, hostileQuestions } from './back-office.ts';
import { hostileBodies, hostileDocuments, hostileInputs } from './documents.ts';
import { post } from './flood.ts';
import type { LimitedProcess } from './limited-process.ts';
import { exchangeRaw } from './raw-exchange.ts';
import { hostileConnections, hostileTargets, unfinishedConnections } from './requests.ts';

/** Everything that we know of to hurt a gateway, sent to a real one. */

export type Sender = {
  readonly gateway: () => LimitedProcess;
  /** How it shows who it is. */
  readonly headers?: Record<string, string>;
  /** The result for a caller that may see every payment; left out: the same. */
  readonly counting?: Record<string, string>;
  /** It asks a deployment of developers, whose errors say what the parser read, and suggest names. */
  readonly isHelped?: boolean;
};

const insides =
  /node_modules|\bat \S+ \(|\.ts:\d|\.js:\d|SyntaxError|TypeError|RangeError|Unexpected token|JSON at|in JSON|originalError|"stack|ECONN|SQLITE|heap/;
const help = /Syntax Error|Did you mean/;
export const slowestMs = 500;

type Answer = { readonly status: number | null; readonly text: string; readonly ms: number };

/**
 * On a busy machine the gateway may refuse for overload or rate, because all of this comes from one client. A refused
 * request comes back after the given time.
 */
async function patiently<Some extends Answer>(send: () => Promise<Some>): Promise<Some> {
  for (let tries = 1; ; tries++) {
    const answer = await send();
    if ((answer.status !== 503 && answer.status !== 429) || tries === 12) return answer;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

/** Sends it, and again where another process had the processor: what costs too much does so each time. */
async function hurt(
  { isHelped = false }: Sender,
  send: () => Promise<Answer>,
): Promise<{ status: number | null; text: string }> {
  let fastest = Number.POSITIVE_INFINITY;
  let answer = { status: null as number | null, text: '' };
  for (let round = 0; round < 8 && fastest > slowestMs; round++) {
    const { ms, ...found } = await patiently(send);
    fastest = Math.min(fastest, ms);
    answer = found;
  }
  expect(fastest).toBeLessThan(slowestMs);
  expect(answer.status ?? 0).toBeLessThan(500);
  // A refusal for being many would hide what is tried here.
  expect(answer.status).not.toBe(429);
  // The OpenAPI document is complete for every request. Every other answer is short.
  if (!answer.text.includes('"openapi":"3.1')) expect(answer.text.length).toBeLessThan(100_000);
  expect(answer.text).not.toMatch(insides);
  if (!isHelped) expect(answer.text).not.toMatch(help);
  return answer;
}

/** Puts the headers into every request of the bytes, after its host. */
const withHeaders = (bytes: string, headers: Record<string, string>): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return bytes.replaceAll(/^Host: [^\r\n]*\r\n/gm, (host) => host + lines.join(''));
};

/** It still runs and serves, and its log holds nothing that was sent, nor these words. */
export async function expectUnhurt({ exitCode, url, output }: LimitedProcess, ...words: readonly string[]) {
  expect(exitCode()).toBeNull();
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  expect(output()).not.toMatch(/"level":(?:50|60)|a@b\.fr|4970[ -]?1011|evil\.example|heap/);
  for (const word of words) expect(output()).not.toContain(word);
}

type Drawn = <Case>(cases: readonly Case[]) => readonly Case[];

/** No 5xx, no stack and no parser's text, every answer at once, and no payment. `npm test` draws a sixth of each table. */
export function describeCorpus(title: string, sender: Sender): void {
  const { gateway, headers = {}, counting = headers } = sender;
  async function countPayments(): Promise<number> {
    const query = '{"query":"{payments(first:100){edges{cursor}}}"}';
    const { text } = await patiently(() => post(gateway().url, query, counting));
    return JSON.parse(text).data.payments.edges.length;
  }

  describe(title, () => {
    afterEach(async () => expect(await countPayments()).toBe(0));
    const drawn: Drawn = (cases) => sampled(cases, { about: cases.length / 6, name: title });
    askHostileThings(sender, drawn);
    sendHostileBytes(sender, drawn);
  });
}

function askHostileThings(sender: Sender, drawn: Drawn): void {
  const { gateway, headers = {}, isHelped = false } = sender;
  const send = (body: string) => post(gateway().url, body, headers);
  it.each(drawn(Object.entries(hostileDocuments)))('as a document: %s', async (_title, query) => {
    const { text } = await hurt(sender, () => send(JSON.stringify({ query })));
    const { errors = [] } = JSON.parse(text);
    expect(errors.length).toBeLessThanOrEqual(5);
    for (const { message } of errors) expect(message.length).toBeLessThanOrEqual(isHelped ? 1000 : 200);
  });

  it.each(drawn(Object.entries(hostileBodies)))('as a body: %s', async (_title, body) => {
    await hurt(sender, () => send(body));
  });

  it.each(drawn(hostileInputs))('as an input: %s', async (_title, change) => {
    const query =
      'mutation($input:InitiatePaymentInput!){initiatePayment(input:$input){__typename ...on PaymentError{message path}}}';
    const { text } = await hurt(sender, () =>
      send(JSON.stringify({ query, variables: { input: { ...cardPayment, ...change } } })),
    );
    expect(text).not.toContain('InitiatePaymentSuccess');
    expect(text).not.toMatch(/4970[ -]?1011/);
  });

  it.each(drawn(hostileChanges))('as a change: %s', async (_title, field) => {
    const { text } = await hurt(sender, () => send(JSON.stringify({ query: `mutation { ${field} }` })));
    // A file is stored before it is read, and then says why it is refused.
    expect(text.replace(/.*"status":"REFUSED".*/, '')).not.toContain('Success"');
    expect(text).not.toMatch(/4970[ -]?1011|root:x:|<script>/);
  });

  it.each(drawn(hostileQuestions))('as a question: %s', async (_title, field) => {
    const { text } = await hurt(sender, () => send(JSON.stringify({ query: `{ ${field} }` })));
    expect(text).not.toMatch(/SELECT|syntax error|no such/i);
  });
}

function sendHostileBytes(sender: Sender, drawn: Drawn): void {
  const { gateway, headers = {} } = sender;
  it.each(drawn(Object.entries(hostileFiles)))('as an upload: %s', async (_title, content) => {
    const { text, status } = await hurt(sender, async () => {
      const startedAt = performance.now();
      const response = await fetch(`${gateway().url}/bank-files?name=${encodeURIComponent('../<script>.xml')}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/xml', ...headers },
        body: Buffer.from(content, 'latin1'),
      });
      return { status: response.status, text: await response.text(), ms: performance.now() - startedAt };
    });
    expect([400, 401, 403, 422]).toContain(status);
    expect(text).not.toMatch(/root:x:|<script>|evil\.example/);
  });

  it.each(drawn(hostileTargets.map((target) => [target.slice(0, 90), target])))(
    'as a target: %s',
    async (_title, target) => {
      for (const accept of ['application/json', 'text/html']) {
        const bytes = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: ${accept}\r\nConnection: close\r\n\r\n`;
        const { text } = await hurt(sender, () =>
          exchangeRaw(gateway().url, withHeaders(bytes, headers), { waitMs: 2_000 }),
        );
        const [head = '', ...body] = text.split('\r\n\r\n');
        expect(head).not.toMatch(/^(?:X: ?y|Set-Cookie|Bcc)/im);
        expect(body.join('')).not.toMatch(/<script>alert|<img src=x|root:x:/);
      }
    },
  );

  it.each(drawn(Object.entries(hostileConnections)))('as a connection: %s', async (_title, bytes) => {
    const { text } = await hurt(sender, async () => {
      const answer = await exchangeRaw(gateway().url, withHeaders(bytes, headers), {
        waitMs: 3_000,
        untilAnswered: true,
      });
      return { ...answer, ms: answer.answeredMs ?? Number.POSITIVE_INFINITY };
    });
    expect(text).not.toContain('evil.example');
  });

  // The gateway waits for the rest, as it must; that it does not wait for ever is measured with the slow ones.
  it.each(drawn(Object.entries(unfinishedConnections)))(
    'as a connection that is cut short: %s',
    async (_title, bytes) => {
      const { text, status } = await exchangeRaw(gateway().url, withHeaders(bytes, headers));
      // A request without a known key is refused at once.
      expect([null, 401]).toContain(status);
      expect(text).not.toMatch(insides);
    },
  );
}
