import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/app/store.ts';
import { paidAtBank, payAtBank } from '../support/at-bank.ts';
import { postgres } from '../support/databases.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { findPoolers } from '../support/postgres/poolers.ts';
import { initiate, initiated } from '../support/requests.ts';
import { ask, exampleAttempt, exampleEvent, openTestStore, initiate as store } from '../support/store/examples.ts';
import { listen } from '../support/streams.ts';

const poolers = Object.entries(await findPoolers());
/** Fewer than the gateways have, so that their transactions take turns on them. */
const size = 4;

/** PostgreSQL with a pooler that gives each transaction another connection: nothing may be kept in a session. */

describe.each(poolers)('two gateways on %s', (_name, startPooler) => {
  const opened = openForGroup(postgres.open);
  const pooler = openForGroup(() => startPooler(opened.databaseUrl, size));
  const start = () => startGateway({ databaseUrl: pooler.databaseUrl });
  const gateways = [openForGroup(start), openForGroup(start)] as const;
  const gatewayOf = (turn: number): TestGateway => gateways[turn % 2] as TestGateway;

  test('take one payment for each key, however many ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, turn) =>
        initiate(gatewayOf(turn), { idCommande: `pooled-${turn % 30}`, idempotencyKey: `pooled ${turn % 30}` }),
      ),
    );
    const made = answers.filter((answer) => answer.__typename === 'InitiatePaymentSuccess');
    expect(made).toHaveLength(120);
    expect(new Set(made.map(({ payment }) => payment.id)).size).toBe(30);
    const stored = await ask(
      opened.databaseUrl,
      `select (select count(*) from payments where id_commande like 'pooled-%')::int as payments,
        (select count(*) from payment_events join payments p on p.id = payment_id where id_commande like 'pooled-%')::int as events`,
    );
    expect(stored).toEqual([{ payments: 30, events: 30 }]);
  });

  test('take numbers of one counter in turn, and pay', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => initiated(gatewayOf(turn), { paymentTarget: 'LABANQUEPOSTALE' })),
    );
    const numbers = await ask(opened.databaseUrl, 'select sequence from payment_attempts where sequence is not null');
    expect(new Set(numbers.map(({ sequence }) => sequence)).size).toBe(made.length);
    const paid = await paidAtBank(gatewayOf(0));
    expect(await gatewayOf(1).store.paymentById(paid.payment.id)).toMatchObject({ status: 'PAID' });
  });

  test('follow a payment that the other one changes', async () => {
    const made = await initiated(gatewayOf(0));
    const query = `subscription { paymentUpdated(id: "${made.payment.id}") { type status } }`;
    const stream = await listen(gatewayOf(1), query);
    const paying = payAtBank(made);
    await stream.hears('"status":"PAID"');
    await paying;
    expect(stream.heard()).toContain('"INITIATED"');
    stream.leave();
  });

  test('share the work of each worker by its lease', async () => {
    const now = Date.now();
    const claim = (turn: number) =>
      gatewayOf(turn).store.transact((t) =>
        t.claimLease({ name: 'pooled', holder: `gateway ${turn % 2}`, now, until: now + 30_000 }),
      );
    const claims = await Promise.all(Array.from({ length: 20 }, (_, turn) => claim(turn)));
    const holders = claims.flatMap((isHeld, turn) => (isHeld ? [turn % 2] : []));
    expect(holders).toHaveLength(10);
    expect(new Set(holders).size).toBe(1);
    for (const gateway of gateways) await gateway.runWorkers();
  });

  test('wait for rows that the other one has locked', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 40 }, (_, turn) =>
        gatewayOf(turn).store.transact(async (t) => {
          const number = await t.nextSequence('pooled');
          await t.lockSearch();
          return number;
        }),
      ),
    );
    expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 40 }, (_, number) => number));
  });

  test('go on after a unit of work that was refused in part', async () => {
    const [{ store: refusing }] = gateways;
    const taken = await store(refusing);
    for (let round = 0; round < 10; round++) {
      const failing = refusing.transact(async (t) => {
        await t.appendEvent(exampleEvent(taken), 1);
        await t.insertAttempt(exampleAttempt(taken), 'PAYBOX');
      });
      await expect(failing).rejects.toThrow(/payment_events/);
      expect(await store(refusing)).toMatchObject({ status: 'REQUIRES_ACTION' });
    }
    const idle = await ask(
      opened.databaseUrl,
      `select count(*)::int as left from pg_stat_activity
        where datname = current_database() and state like 'idle in transaction%'`,
    );
    expect(idle).toEqual([{ left: 0 }]);
  });
});

/** The first index takes longer than a statement or a transaction may, by the limits of the test below. */
const slowIndex = `create schema slow; create sequence slow.turns;
  create function slow.wait() returns event_trigger language plpgsql as $$
    begin if nextval('slow.turns') = 1 then perform pg_sleep(2.5); end if; end $$;
  create event trigger slow on ddl_command_start when tag in ('CREATE INDEX') execute function slow.wait()`;

describe.each(poolers)('a new version on %s', (_name, startPooler) => {
  const opened = openForGroup(postgres.openEmpty);
  const pooler = openForGroup(() => startPooler(opened.databaseUrl, size));

  async function migrate(warnings: string[] = []): Promise<void> {
    const logger = { warn: (_details: object, message: string) => warnings.push(message) };
    await using opening: Store = await openStore({ databaseUrl: pooler.databaseUrl, logger });
    await opening.migrate();
  }

  test('makes the tables once, longer than a statement may take, and leaves no lock in a session', async () => {
    const { databaseUrl } = opened;
    const name = new URL(databaseUrl).pathname.slice(1);
    await ask(databaseUrl, slowIndex);
    for (const limit of ['statement_timeout', 'idle_in_transaction_session_timeout']) {
      await ask(databaseUrl, `alter database ${name} set ${limit} = '2s'`);
    }
    await Promise.all([migrate(), migrate(), migrate()]);
    // Of this database alone: other tests migrate theirs on the same server. The pooler ends a transaction a little later.
    const held = `select pid from pg_locks join pg_database on pg_database.oid = database
      where datname = current_database() and locktype = 'advisory' and granted`;
    await expect.poll(() => ask(databaseUrl, held)).toEqual([]);
  });

  test('warns where the pooler drops the time limits of its connections', async () => {
    const warnings: string[] = [];
    await migrate(warnings);
    expect(warnings).toContainEqual(expect.stringMatching(/pooler dropped .*lock_timeout/));
  });
});

test('a connection without a pooler keeps its time limits', async () => {
  const { databaseUrl, close } = await openTestStore(postgres);
  const warnings: string[] = [];
  const direct = await openStore({ databaseUrl, logger: { warn: (_details, message) => warnings.push(message) } });
  await direct.close();
  await close();
  expect(warnings).toEqual([]);
});
