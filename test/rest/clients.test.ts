import { createHash } from 'node:crypto';
import express from 'express';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { anonymous, type Caller } from '../../src/kernel/caller.ts';
import { createLanguageOf } from '../../src/kernel/locale/language.ts';
import type { LegacyCount } from '../../src/rest/routes/exchange.ts';
import { createLegacyDoor } from '../../src/rest/routes/legacy-door.ts';
import type { LegacyDoorOptions } from '../../src/rest/routes/serve.ts';
import { startGateway } from '../support/gateway.ts';
import { createListening } from '../support/http/listening.ts';
import { openForGroup } from '../support/open-for.ts';
import { envelopeOf, goodPath, jsonOf, pathWith, sendRaw } from '../support/rest/requests.ts';

describe('a deployment with clients', () => {
  const caller: Caller = {
    ...anonymous,
    client: 'telephone',
    origins: new Set(['web']),
    societes: new Set(['1']),
    runModes: new Set(['TEST']),
  };
  const gateway = openForGroup(() => {
    const keyHashes = [{ hash: createHash('sha256').update('clef').digest('hex'), expiresAt: null }];
    const { rest } = readConfig({});
    return startGateway({
      config: {
        clients: [{ caller, keyHashes, networks: [], webhooks: [] }],
        rest: { ...rest, envelopeCasing: 'pascal' },
      },
    });
  });
  const json = { Accept: 'application/json' };

  test('asks for a key, in the form of the answer that was wanted', async () => {
    for (const headers of [json, { ...json, 'X-API-Key': 'autre' }]) {
      const answer = await sendRaw(gateway.url, goodPath, { headers });
      expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
      expect(JSON.parse(answer.body)).toMatchObject({ ResponseStatus: { ErrorCode: 'Unauthorized', Errors: [] } });
    }
    expect((await sendRaw(gateway.url, `${goodPath}?callback=cb`)).body).toMatch(
      /^\/\*\*\/cb\(\{"ResponseStatus":\{"ErrorCode":"Unauthorized"/,
    );
    expect((await sendRaw(gateway.url, `${goodPath}.xml`)).body).toContain('<ErrorCode>Unauthorized</ErrorCode>');
  });

  test('reads no body without a key', async () => {
    const answer = await sendRaw(gateway.url, goodPath, {
      method: 'POST',
      headers: { ...json, 'Content-Type': 'application/json' },
      body: '[',
    });
    expect(answer.status).toBe(401);
  });

  test('answers the client that has one, within its rights', async () => {
    const headers = { ...json, Authorization: 'Bearer clef' };
    expect(jsonOf(await sendRaw(gateway.url, goodPath, { headers })).amount).toBe('1250');
    for (const [values, field] of [
      [{ 1: 'FORCE_LIVE' }, 'payment_run_mode'],
      [{ 3: 'dcp' }, 'id_origin'],
      [{ 4: '2' }, 'id_societe'],
    ] as const) {
      const answer = await sendRaw(gateway.url, pathWith(values), { headers });
      expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
        403,
        { ResponseStatus: { ErrorCode: 'NotAllowed', Errors: [{ FieldName: field }] } },
      ]);
    }
    expect(gateway.logs.findLast(({ msg }) => msg !== 'request')).toMatchObject({
      client: 'telephone',
      errorCode: 'NotAllowed',
    });
  });
});

describe('what the door tells the operator', () => {
  const listening = createListening();

  /** The door alone, before an executor that the test controls. */
  async function serveDoor(execute: LegacyDoorOptions['execute']) {
    const counts: LegacyCount[] = [];
    const logs: Record<string, unknown>[] = [];
    const app = express();
    app.use((_request, response, next) => {
      response.set('X-Request-Id', 'req_1');
      next();
    });
    app.use(
      createLegacyDoor({
        execute,
        authenticate: () => anonymous,
        logger: pino({}, { write: (line: string) => void logs.push(JSON.parse(line)) }),
        count: (request) => counts.push(request),
        settings: {
          envelopeCasing: 'camel',
          languageOf: createLanguageOf('fr'),
          maximumBodyBytes: 64,
          isDocumented: true,
        },
      }),
    );
    return { url: await listening.serve(app), counts, logs };
  }
  const fails: LegacyDoorOptions['execute'] = () => Promise.reject(new Error('disk is full of secrets'));

  test('an unexpected fault shows its request id alone, and is logged', async () => {
    const { url, counts, logs } = await serveDoor(fails);
    const answer = await sendRaw(url, `${goodPath}.json`);
    expect(answer.status).toBe(500);
    expect(envelopeOf(answer)).toEqual({
      errorCode: 'InternalServerError',
      message: 'Something went wrong on our side. Quote req_1 when you ask about it.',
      errors: [],
    });
    expect((await sendRaw(url, `${goodPath}?callback=cb`)).status).toBe(500);
    const page = await sendRaw(url, goodPath);
    expect([page.status, page.body.includes('req_1'), page.body.includes('secrets')]).toEqual([500, true, false]);
    expect(page.body).not.toContain('Aucun paiement n’a été enregistré');
    expect(logs[0]).toMatchObject({
      level: 50,
      request: 'req_1',
      client: 'anonymous',
      fault: 'Error',
      stack: expect.stringContaining('disk is full'),
    });
    expect(counts[0]).toEqual({ client: 'anonymous', format: 'json', outcome: 'InternalServerError' });
  });

  test('an error of the executor that may quote the input is not logged in words', async () => {
    const { GraphQLError } = await import('graphql');
    const quoting = new GraphQLError('Variable "$input" got "a.client@example.fr"');
    const { url, logs } = await serveDoor(() => Promise.reject(quoting));
    expect((await sendRaw(url, `${goodPath}.json`)).status).toBe(500);
    expect(JSON.stringify(logs)).not.toContain('a.client@example.fr');
    expect(logs[0]).toMatchObject({ fault: 'GraphQLError' });
  });

  test('every answer is counted once, by client, format and outcome', async () => {
    const { url, counts } = await serveDoor(async () => {
      const refusal = { code: 'NOT_ALLOWED', message: 'no', path: null, retryAdvice: 'DO_NOT_RETRY', requestId: '' };
      return { initiatePayment: { __typename: 'NotAllowedError', ...refusal } } as never;
    });
    await sendRaw(url, `${goodPath}?callback=cb`);
    await sendRaw(url, pathWith({ 0: 'BOGUS' }, '.csv'));
    await sendRaw(url, '/payment_initiate/x');
    await sendRaw(url, goodPath, { headers: { Purpose: 'prefetch' } });
    await sendRaw(url, `${goodPath}.xml`, {
      method: 'POST',
      headers: { 'Content-Type': 'text/csv' },
      body: 'x'.repeat(65),
    });
    expect(counts).toEqual([
      { client: 'anonymous', format: 'jsonp', outcome: 'NotAllowed' },
      { client: 'anonymous', format: 'csv', outcome: 'SerializationException' },
      { client: 'unknown', format: 'none', outcome: 'not_found' },
      { client: 'unknown', format: 'none', outcome: 'unintended' },
      { client: 'anonymous', format: 'xml', outcome: 'RequestEntityTooLarge' },
    ]);
  });

  test('a caller who leaves in the middle of a body gets no answer and no complaint', async () => {
    const { url, counts, logs } = await serveDoor(fails);
    const { hostname, port } = new URL(url);
    const { connect } = await import('node:net');
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST ${goodPath} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 40\r\n\r\n{"a":`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([counts, logs]).toEqual([[], []]);
    expect((await sendRaw(url, `${goodPath}.json`)).status).toBe(500);
  });
});
