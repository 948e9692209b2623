import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config/config.ts';
import { createUnverifiedKeeper } from '../../../src/modules/payments/notifications/keep-unverified.ts';
import { NotificationsDocument } from '../../generated/graphql.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { exampleNotification } from '../../support/store/examples.ts';

/** What strangers send to `/notify`: refused, bounded in every way, and there to be read again. */

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const dayMs = 86_400_000;

describe.each(drawnDatabases())('an unverified message on $name', ({ open }) => {
  const gateway = openForGroup(() =>
    startGateway({
      open,
      config: { ...readConfig({}), notifications: { unverified: { messages: 10, days: 30, megabytes: 1 } } },
    }),
  );

  const post = async (path: string, body: string) =>
    (await gateway.get(path, { method: 'POST', headers: form, body })).status;
  const all = () => gateway.store.notificationsBehind('', 10_000);

  it.each([
    ['/notify/paybox/1', 'x='.padEnd(64 * 1024, 'a'), 400],
    ['/notify/paybox/1', 'x='.padEnd(64 * 1024 + 1, 'a'), 413],
    ['/notify/labanquepostale/1', 'x='.padEnd(64 * 1024, 'a'), 400],
    ['/notify/labanquepostale/1', 'x='.padEnd(64 * 1024 + 1, 'a'), 413],
    ['/notify/labanquepostale/1', 'kr-hash=b&kr-answer='.padEnd(64 * 1024, 'a'), 400],
    ['/notify/labanquepostale/1', 'kr-answer='.padEnd(64 * 1024 + 1, 'a'), 413],
  ])('to %s that is %.20s… is answered by its size', async (path, body, status) => {
    const before = new Set((await all()).map(({ id }) => id));
    expect(await post(path, body)).toBe(status);
    const added = (await all()).filter(({ id }) => !before.has(id));
    expect(added).toHaveLength(status === 400 ? 1 : 0);
  });

  it('with too long a query or société is refused, and nothing of it is kept', async () => {
    const before = (await all()).length;
    // The limit of the headers holds for the query too.
    expect((await gateway.get(`/notify/paybox/1?${'x'.repeat(16 * 1024)}`)).status).toBe(431);
    expect((await gateway.get(`/notify/paybox/${'x'.repeat(65)}?x=1`)).status).toBe(414);
    expect((await all()).length).toBe(before);
  });

  it('takes its place in the ring of its account, or in the common one of its bank', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, number) => post(`/notify/paybox/nobody-${number}`, `x=${number}`)),
    );
    await Promise.all(Array.from({ length: 30 }, (_, number) => post('/notify/paybox/2', `x=${number}`)));
    await Promise.all(Array.from({ length: 30 }, (_, number) => post('/notify/paybox', `x=${number}`)));
    const kept = (await all()).filter(({ target, outcome }) => target === 'PAYBOX' && outcome.kind === 'REJECTED');
    const byPath = (test: (idSociete: string | null) => boolean) => kept.filter(({ idSociete }) => test(idSociete));
    expect(byPath((id) => id === '2')).toHaveLength(10);
    // The addresses that name no account share one ring, however many a stranger makes up.
    expect(byPath((id) => id === null || id.startsWith('nobody'))).toHaveLength(10);
    expect(
      (await gateway.store.unverifiedRings({ after: '', limit: 100 })).filter((ring) => ring.startsWith('PAYBOX')),
    ).toEqual(['PAYBOX', 'PAYBOX 1', 'PAYBOX 2']);
  });

  it('is listed among the others', async () => {
    const { data } = await gateway.send(NotificationsDocument, { filter: { outcome: 'REJECTED', idSociete: '2' } });
    expect(data?.notifications.edges).toHaveLength(10);
  });

  it('goes after its days, also where nothing else comes', async () => {
    await gateway.pass(31 * dayMs, 'retention');
    expect((await all()).filter(({ outcome }) => outcome.kind === 'REJECTED')).toEqual([]);
  });
});

describe('a process that is flooded', () => {
  it('writes by one unit of work at a time, and gives up what does not fit', async () => {
    let running = 0;
    let most = 0;
    const sizes: number[] = [];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const keep = createUnverifiedKeeper({
      clock: Date.now,
      settings: () => ({ messages: 10, days: 30, megabytes: 1 }),
      store: {
        transact: async (work) => {
          most = Math.max(most, ++running);
          await held;
          const count = {
            keepUnverified: async (_ring: string, added: readonly unknown[]) => sizes.push(added.length),
          };
          const value = await work(count as never);
          running--;
          return value;
        },
      },
    });
    const kept = Array.from({ length: 400 }, () => keep('PAYBOX', exampleNotification()));
    const settling = Promise.allSettled(kept);
    release();
    const outcomes = (await settling).map(({ status }) => status);
    expect(most).toBe(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
    expect(outcomes.filter((status) => status === 'fulfilled')).toHaveLength(
      sizes.reduce((sum, size) => sum + size, 0),
    );
    expect(outcomes.filter((status) => status === 'rejected').length).toBeGreaterThan(0);
  });
});
