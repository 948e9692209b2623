import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scope } from '../../src/kernel/caller.ts';
import { clientEntry, honestAnswer, honestBody, productionEnvironment } from '../support/hostile/attacked-process.ts';
import { describeCorpus, expectUnhurt } from '../support/hostile/corpus.ts';
import { post } from '../support/hostile/flood.ts';
import { type LimitedProcess, startLimitedProcess } from '../support/hostile/limited-process.ts';
import { temporaryFolder } from '../support/open-for.ts';

/**
 * The same at a production deployment: with clients, rates and a proxy, from a client with every right, and without a
 * key.
 */

let gateway: LimitedProcess;
const folder = temporaryFolder('hostile-production');

/** Each from an address of its own, so that none is refused for being many. */
const from = (address: string, key?: string): Record<string, string> => ({
  'X-Forwarded-For': address,
  ...(key && { 'X-API-Key': key }),
});
const owner = from('192.0.2.1', 'rgl_hostile-owner');
const counting = from('192.0.2.2', 'rgl_hostile-counting');

beforeAll(async () => {
  const rights = { runModes: ['TEST', 'LIVE'], scopes: scope.names, returnOrigins: ['https://shop.example'] };
  const clients = ['owner', 'counting'].map((name) => clientEntry(name, `rgl_hostile-${name}`, rights));
  const more = { trustedProxies: ['127.0.0.1'] };
  gateway = await startLimitedProcess(await productionEnvironment(folder, 'TEST', clients, more));
});
afterAll(async () => {
  await gateway.stop('SIGKILL');
});

const sender = { gateway: () => gateway, counting };
describeCorpus('what a client sends to hurt', { ...sender, headers: owner });
describeCorpus('what a stranger sends to hurt', { ...sender, headers: from('192.0.2.3') });

describe('all of that', () => {
  it('stopped nothing, and left nothing in the log that was sent', async () => {
    await expectUnhurt(gateway, 'rgl_hostile', '0123456789abcdef');
  });

  it('was refused for what it is: the same client is served when it asks for something good', async () => {
    const { text } = await post(gateway.url, honestBody(45012, 'TEST'), owner);
    expect(text).toContain(honestAnswer);
  });

  it('is too much where it is too often, for one address and not for another', async () => {
    const ask = (headers: Record<string, string>) => post(gateway.url, '{"query":"{__typename}"}', headers);
    const many = from('192.0.2.4');
    let refused = 0;
    for (let sent = 0; sent < 3_000 && refused === 0; sent += 100) {
      const answers = await Promise.all(Array.from({ length: 100 }, () => ask(many)));
      refused += answers.filter(({ status }) => status === 429).length;
    }
    expect(refused).toBeGreaterThan(0);
    const others = await ask(owner);
    // 503 where this machine is busy; never 429.
    expect([200, 503]).toContain(others.status);
  });
});
