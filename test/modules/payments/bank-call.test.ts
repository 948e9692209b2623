import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type BankCallOptions, createBankCall } from '../../../src/modules/payments/inquiry/bank-call.ts';
import { LostAnswerError, NotSentError } from '../../../src/modules/payments/operations/bank-operation.ts';
import { freePort } from '../../support/http/free-port.ts';
import { createListening } from '../../support/http/listening.ts';

const options: BankCallOptions = { connectTimeoutMs: 1000, deadlineMs: 1000, maximumAnswerBytes: 1024 * 1024 };
const { serve, serveBytes } = createListening();

/** An address without a server. */
const closedPort = async (): Promise<string> => `http://127.0.0.1:${await freePort()}`;

const question = {
  bank: 'PAYBOX',
  headers: { 'content-type': 'text/plain', authorization: 'Basic secret' },
  body: 'q=é+b%20c',
} as const;

describe('a call', () => {
  test('posts headers and body, and brings the bytes of the answer', async () => {
    const echo = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { method, url: path, headers } = request;
      const body = (await buffer(request)).toString();
      response.writeHead(402, { 'Content-Type': 'text/plain' });
      response.end(JSON.stringify([method, path, headers.authorization, body]));
    };
    const url = await serve((request, response) => void echo(request, response));
    const answer = await createBankCall(options)({ ...question, url: `${url}/PPPS.php?a=1` });
    expect(answer.status).toBe(402);
    expect(JSON.parse(answer.body.toString())).toEqual(['POST', '/PPPS.php?a=1', 'Basic secret', 'q=é+b%20c']);
  });

  test('does not follow a redirect', async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.writeHead(307, { Location: '/elsewhere' }).end();
    });
    expect((await createBankCall(options)({ ...question, url })).status).toBe(307);
    expect(asked).toBe(1);
  });

  test('makes a connection of its own each time', async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('ok');
    });
    const call = createBankCall(options);
    for (let i = 0; i < 3; i += 1) await call({ ...question, url });
    expect(ports.size).toBe(3);
  });
});

describe('what was never sent', () => {
  test.each([
    ['nobody listens', closedPort],
    ['the name is unknown', async () => 'http://no-such-host.invalid'],
    ['TLS cannot be agreed on', async () => (await serveBytes('')).replace('http:', 'https:')],
  ])('is known as such where %s', async (_why, address) => {
    await expect(createBankCall(options)({ ...question, url: await address() })).rejects.toThrow(NotSentError);
  });
});

describe('a call that waits for others to a slow host', () => {
  const others = 16;

  test('is known as not sent where none of them ends in time', async () => {
    let asked = 0;
    const url = await serve(() => {
      asked += 1;
    });
    const call = createBankCall({ ...options, deadlineMs: 500 });
    const failed = () => call({ ...question, url }).catch((error: unknown) => error);
    const ended = await Promise.all(Array.from({ length: others + 1 }, failed));
    expect(ended.slice(0, others).every((error) => error instanceof LostAnswerError)).toBe(true);
    expect(ended.at(-1)).toBeInstanceOf(NotSentError);
    expect(asked).toBe(others);
  });

  test('has the whole time for its answer once it is sent', async () => {
    const url = await serve((_request, response) => setTimeout(() => response.end('ok'), 600));
    const call = createBankCall(options);
    const answers = await Promise.all(Array.from({ length: others + 1 }, () => call({ ...question, url })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });
});

describe('an answer is lost', () => {
  test.each([
    ['the host hangs up', () => serve((_request, response) => response.destroy())],
    ['no answer comes in time', () => serve(() => {})],
    ['the head comes and the body does not', () => serve((_request, response) => response.write('a'))],
    ['half of the body is missing', () => serveBytes('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf')],
    ['a chunk is missing', () => serveBytes('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n')],
    ['it is no HTTP', () => serveBytes('hello\r\n\r\n')],
    ['it is longer than we take', () => serve((_request, response) => response.end('a'.repeat(1024 * 1024 + 1)))],
  ])('where %s', async (_why, address) => {
    const url = await address();
    const error = await createBankCall(options)({ ...question, url }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LostAnswerError);
    expect(JSON.stringify([error, String(error), (error as Error).cause])).not.toContain('secret');
  });

  test('and is never asked for a second time', async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.destroy();
    });
    await expect(createBankCall(options)({ ...question, url })).rejects.toThrow(LostAnswerError);
    expect(asked).toBe(1);
  });
});

describe('a host that fails again and again', () => {
  test('is left alone for a while, whatever happens to others, and then tried with one call', async () => {
    let asked = 0;
    let isUp = false;
    const url = await serve((_request, response) => {
      asked += 1;
      if (isUp) response.end('ok');
      else response.destroy();
    });
    const other = await serve((_request, response) => response.end('fine'));
    const restMs = 60_000;
    const call = createBankCall({ ...options, breaker: { failures: 2, restMs } });
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    for (let i = 0; i < 2; i += 1) await expect(call({ ...question, url })).rejects.toThrow(LostAnswerError);
    await expect(call({ ...question, url })).rejects.toThrow(NotSentError);
    expect(asked).toBe(2);
    expect((await call({ ...question, url: other })).body.toString()).toBe('fine');
    // Another bank at the same address, as the simulators are, is another one.
    await expect(call({ ...question, bank: 'LABANQUEPOSTALE', url })).rejects.toThrow(LostAnswerError);
    expect(asked).toBe(3);
    isUp = true;
    vi.setSystemTime(Date.now() + restMs - 1);
    await expect(call({ ...question, url })).rejects.toThrow(NotSentError);
    vi.setSystemTime(Date.now() + 1);
    expect((await call({ ...question, url })).status).toBe(200);
    expect(asked).toBe(4);
  });
});
