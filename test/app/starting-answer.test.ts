import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createClient, GatewayError, InitiatePaymentDocument } from '../../clients/typescript/src/index.ts';
import { createStartingAnswer } from '../../src/app/starting-answer.ts';
import { input } from '../support/clients/fake-answers.ts';
import { serving } from '../support/http/serving.ts';
import { openForGroup } from '../support/open-for.ts';

/** What a gateway answers before it stands, which a migration may take minutes for. */

describe('a gateway that starts', () => {
  const server = openForGroup(() => serving(createServer(createStartingAnswer(() => 'req_1'))));

  it.each(['/console', '/pay/abc', '/graphql'])('shows a person a page that loads itself again: %s', async (path) => {
    const answer = await fetch(`${server.url}${path}`, { headers: { accept: 'text/html,application/xhtml+xml' } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await answer.text();
    for (const said of ['La passerelle démarre', 'The gateway is starting', 'http-equiv="refresh"'])
      expect(page).toContain(said);
  });

  it('keeps JSON for programs, for a form that is sent, and for the probes', async () => {
    const answers = await Promise.all([
      fetch(`${server.url}/health/ready`),
      fetch(`${server.url}/payment_initiate/x.json`),
      fetch(`${server.url}/notify/paybox/1`, { method: 'POST', headers: { accept: 'text/html' } }),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(await answer.json()).toEqual({ status: 'not ready', reason: 'starting' });
    }
    const live = await fetch(`${server.url}/health/live`, { headers: { accept: 'text/html' } });
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
  });

  it('lets a GraphQL client know that nothing was done, and that the same key may be sent again', async () => {
    const client = createClient({ url: server.url, retries: 0 });
    const fault = await client.execute(InitiatePaymentDocument, { input }).catch((one: unknown) => one);
    // No lost answer, after which the client would have to find out what was done.
    expect(fault).toBeInstanceOf(GatewayError);
    expect(fault).toMatchObject({
      name: 'GatewayError',
      code: 'DATABASE_UNAVAILABLE',
      status: 503,
      requestId: 'req_1',
    });
    expect((fault as GatewayError).message).toMatch(/^The gateway is starting\. Nothing was done/);
  });
});
