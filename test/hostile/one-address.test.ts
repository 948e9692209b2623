import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { honestAnswer, honestBody, honestHeaders, startAttackedProcess } from '../support/hostile/attacked-process.ts';
import type { GatewayProcess } from '../support/process.ts';

/** One address wants every connection of a production deployment. Another one is served all the same. */

let gateway: GatewayProcess;
let isAttacked = false;
const sockets = new Set<Socket>();
beforeAll(async () => {
  gateway = await startAttackedProcess();
});
afterEach(() => {
  isAttacked = false;
  for (const socket of sockets) socket.destroy();
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** Opens another connection for each one that is closed. With `next` it sends that after each answer. */
function attack(first: string, next: string | null): void {
  const socket = connect({ port: Number(new URL(gateway.url).port), host: '127.0.0.1', localAddress: '127.0.0.1' });
  sockets.add(socket);
  socket.on('error', () => undefined).on('connect', () => socket.write(first));
  socket.on('data', () => next !== null && socket.writable && socket.write(next));
  socket.on('close', () => {
    sockets.delete(socket);
    if (isAttacked) setImmediate(attack, first, next);
  });
}

function payFrom(localAddress: string, order: number): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const sent = request(`${gateway.url}/graphql`, {
    ...{ method: 'POST', agent: false, localAddress, headers: honestHeaders },
  });
  sent.on('response', (response) => void text(response).then(resolve, String));
  sent.on('error', ({ message }) => resolve(message));
  sent.end(honestBody(order));
  return promise;
}

/** Overload may be another process' doing: this machine is busy, and no connection was refused. */
async function payInTheEnd(localAddress: string, order: number): Promise<string> {
  for (;;) {
    const answer = await payFrom(localAddress, order);
    if (!answer.includes('OVERLOADED')) return answer;
  }
}

const busy =
  'GET /payment_initiate/PAYBOX/LIVE/CB/web/1/2263/1/CB/1250/a@example.fr HTTP/1.1\r\nHost: pay.example\r\n\r\n';

describe.each([
  ['2,100 connections that send the beginning of a request', 2_100, busy.slice(0, -2), null],
  ['800 connections that send one request after the other', 800, busy, busy],
])('%s', (_title, count, first, next) => {
  it('keep no other address out', async () => {
    isAttacked = true;
    for (let index = 0; index < count; index++) attack(first, next);
    await expect
      .poll(() => [...sockets].filter(({ connecting }) => !connecting).length, { timeout: 30_000 })
      .toBeGreaterThan(200);
    const answers = [];
    for (let order = 0; order < 30; order++) answers.push(await payInTheEnd('127.0.0.2', count + order));
    expect(answers.filter((answer) => !answer.includes(honestAnswer))).toEqual([]);
  });
});
