import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Transaction } from '../../../src/app/store.ts';
import { sandboxShops } from '../../../src/config/development.ts';
import { checkNotifications } from '../../../torture/check/against-bank.ts';
import type { PlainDatabase } from '../../../torture/check/database.ts';
import { createFindings } from '../../../torture/check/findings.ts';
import { payAtBank } from '../../support/at-bank.ts';
import { postgres } from '../../support/databases.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { type Fault, failing } from '../../support/failing-store.ts';
import { startGateway } from '../../support/gateway.ts';
import { startLeavingProxy } from '../../support/leaving-proxy.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { messageOf, signed } from '../../support/scellius-messages.ts';
import { askGraphql } from '../../support/schema/ask-graphql.ts';

/** The signature decides how a bank's message is answered, whatever the database does meanwhile. */

const shop = sandboxShops().labanquepostaleShops[0];

describe.each(drawnDatabases())('a notification on $name', ({ open }) => {
  let fault: Fault = 'NONE';
  const gateway = openForGroup(() => startGateway({ open, around: (store) => failing(store, () => fault) }));

  let messages = 0;
  /** A message about a payment of its own, signed with `key`. */
  async function messageSignedBy(key: string): Promise<string> {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const message = messageOf(initiation, { vads_trans_uuid: (++messages).toString(16).padStart(32, '0') });
    return signed(message, key);
  }
  const genuine = () => messageSignedBy(shop?.keys.TEST ?? '');
  const forged = () => messageSignedBy('a key that no shop has');
  const unsigned = async () => (await genuine()).replace(/&signature=.*$/, '');

  const post = (body: string) =>
    gateway.get('/notify/labanquepostale/1', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body,
    });
  const outcomeOf = async (body: string) => {
    const digest = createHash('sha256').update(`POST \n${body}`).digest('hex');
    const all = await gateway.store.notificationsBehind('', 1000);
    return all.find((notification) => notification.digest === digest)?.outcome.kind ?? null;
  };

  it.each([
    { what: 'genuine', make: genuine, while: 'NONE', status: 200, kept: 'APPLIED' },
    { what: 'genuine', make: genuine, while: 'APPLYING', status: 200, kept: 'STORED' },
    { what: 'genuine', make: genuine, while: 'STORING', status: 503, kept: null },
    { what: 'genuine', make: genuine, while: 'EVERYTHING', status: 503, kept: null },
    { what: 'forged', make: forged, while: 'NONE', status: 400, kept: 'REJECTED' },
    { what: 'forged', make: forged, while: 'APPLYING', status: 400, kept: 'REJECTED' },
    { what: 'forged', make: forged, while: 'STORING', status: 400, kept: null },
    { what: 'forged', make: forged, while: 'EVERYTHING', status: 400, kept: null },
    { what: 'unsigned', make: unsigned, while: 'NONE', status: 400, kept: 'REJECTED' },
    { what: 'unsigned', make: unsigned, while: 'EVERYTHING', status: 400, kept: null },
  ] as const)('that is $what is answered $status while $while fails', async ({ make, while: when, status, kept }) => {
    const body = await make();
    fault = when;
    const response = await post(body);
    fault = 'NONE';
    expect({ status: response.status, body: await response.text() }).toEqual({ status, body: '' });
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Retry-After') === null).toBe(status !== 503);
    expect(await outcomeOf(body)).toBe(kept);
  });

  it('is taken and shown with 60 KB of fields', async () => {
    const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
    const long = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`vads_ext_${n}`, 'a'.repeat(600)]));
    const body = signed(messageOf(initiation, long));
    expect(body.length).toBeGreaterThan(60_000);
    expect((await post(body)).status).toBe(200);
    expect(await outcomeOf(body)).toBe('APPLIED');
    const document = 'query ($id: ID!) { payment(id: $id) { notifications { raw { fields { name value } } } } }';
    const { data } = await askGraphql(gateway, document, { id: initiation.payment.id });
    const payment = data?.payment as { notifications: { raw: { fields: unknown[] } }[] } | undefined;
    expect(payment?.notifications.map(({ raw }) => raw.fields.length)).toEqual([new URLSearchParams(body).size]);
  });

  it('that could not be stored is taken when the bank sends it again', async () => {
    const body = await genuine();
    fault = 'EVERYTHING';
    expect((await post(body)).status).toBe(503);
    fault = 'NONE';
    expect((await post(body)).status).toBe(200);
    expect(await outcomeOf(body)).toBe('APPLIED');
  });
});

it('that a crash of PostgreSQL left unapplied is applied soon after its return', async () => {
  await using database = await postgres.open();
  await using proxy = await startLeavingProxy();
  let crashes = false;
  await using gateway = await startGateway({
    databaseUrl: proxy.url(database.databaseUrl),
    workers: 'RUNNING',
    around: (store) => ({
      ...store,
      transact: (work) =>
        store.transact((transaction) => {
          const claimUpdate: Transaction['claimUpdate'] = async (...claim) => {
            if (crashes) proxy.leave();
            return transaction.claimUpdate(...claim);
          };
          return work({ ...transaction, claimUpdate });
        }),
    }),
  });
  const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
  crashes = true;
  await payAtBank(initiation);
  const answered = gateway.logs.filter(({ route }) => String(route).startsWith('/notify'));
  expect(answered.map(({ status }) => status)).toEqual([200]);
  crashes = false;
  proxy.comeBack();
  const standing = async () => (await gateway.store.paymentById(initiation.payment.id))?.status;
  // 5 seconds on a machine that does nothing else.
  await expect.poll(standing).toBe('PAID');
});

describe('the crash rig counts messages by their digests', () => {
  const found = async (
    acknowledged: Readonly<Record<string, number>>,
    rows: readonly { readonly digest: string; readonly refused: boolean | number; readonly times: number }[],
  ) => {
    const findings = createFindings();
    const database: PlainDatabase = {
      rows: async function* () {
        yield* rows;
      },
      close: async () => undefined,
    };
    const bank = { charges: new Map(), acknowledged: new Map(Object.entries(acknowledged)) };
    await checkNotifications({ record: null as never, bank, findings }, database);
    const { LOST, ANSWERED_WRONGLY } = findings.counts();
    return { LOST, ANSWERED_WRONGLY };
  };

  it.each([
    ['every message is there', { a: 2 }, [{ digest: 'a', refused: false, times: 2 }], 0, 0],
    ['one of two is missing', { a: 2 }, [{ digest: 'a', refused: false, times: 1 }], 1, 0],
    ['a forgery was refused', {}, [{ digest: 'f', refused: 1, times: 1 }], 0, 0],
    ['a forgery was answered 200', { f: 1 }, [{ digest: 'f', refused: 1, times: 1 }], 1, 1],
    ['a forgery was answered 200 and is nowhere', { f: 1 }, [], 1, 0],
  ])('%s', async (_what, acknowledged, rows, lost, wrong) => {
    expect(await found(acknowledged, rows)).toEqual({ LOST: lost, ANSWERED_WRONGLY: wrong });
  });
});
