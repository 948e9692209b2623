import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/store.ts';
import { type Role, readyRoles } from '../../src/modules/people/role.ts';
import type { ConsoleSettings } from '../../src/modules/people/settings.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup } from '../support/open-for.ts';
import {
  cookie,
  enterPerson,
  localConsole,
  sendForm,
  sessionOf,
  startConsole,
  tokenSetBy,
} from '../support/people/console.ts';
import { enrol } from '../support/people/enrol.ts';
import { exportOf, rowsOf } from '../support/people/exports.ts';
import { initiated } from '../support/requests.ts';
import { ask } from '../support/store/examples.ts';

/** An export of 50,000 payments: its memory, its pace, and its ends before the last row. */

const copies = 50_000;
const mostMoreBytes = 64 * 1024 * 1024;

const settings: ConsoleSettings = {
  ...localConsole,
  roles: new Map([...readyRoles, ['bcash', { ...(readyRoles.get('lecture') as Role), societes: new Set(['2']) }]]),
};

describe.each(drawnDatabases())('a large export ($name)', ({ open, name }) => {
  let pagesRead = 0;
  const counting = (store: Store): Store => {
    const counted = Object.create(store) as { payments: Store['payments'] } & Store;
    counted.payments = (query) => {
      pagesRead++;
      return store.payments(query);
    };
    return counted;
  };
  const gateway = openForGroup(() => startConsole({ open, around: counting, config: { console: settings } }));
  const signIn = async () => {
    const person = await enterPerson(gateway, ['lecture']);
    return { person, token: await sessionOf(gateway, person) };
  };
  const lastEntry = async (person: { readonly id: string }) => {
    const any = { action: 'exportPayments', object: null, outcome: null, from: null, until: null };
    return (await gateway.store.auditEntries({ ...any, actors: [`console/${person.id}`] }, null, 1))[0];
  };

  beforeAll(async () => {
    const { payment } = await initiated(gateway, { idClient: 'many' });
    const hex = name === 'sqlite' ? "printf('%032x', i)" : "lpad(to_hex(i), 32, '0')";
    const reference = name === 'sqlite' ? "printf('C%07d', i)" : "'C' || lpad(cast(i as text), 7, '0')";
    await ask(
      gateway.databaseUrl,
      `with recursive numbers(i) as (select 1 union all select i + 1 from numbers where i < ${copies})
      insert into payments (id, reference, token, client, payment_target, payment_run_mode, effective_run_mode, payment_type,
        type_paiement, id_origin, id_societe, id_client, id_commande, amount_cents, currency, email, flow, status, version,
        created_at, updated_at, capture)
      select 'pay_' || ${hex}, ${reference}, 't' || i, client, payment_target, payment_run_mode, effective_run_mode,
        payment_type, type_paiement, id_origin, id_societe, case when i % 20 = 0 then 'few' else id_client end, '1',
        100 + i % 7, currency, email, flow, status, version, created_at, updated_at, capture
      from payments cross join numbers where id = '${payment.id}'`,
    );
  });

  it('reads no further than the browser takes', async () => {
    const { token } = await signIn();
    pagesRead = 0;
    const response = await exportOf(gateway, token, 'payments');
    let early = -1;
    while (early !== pagesRead) {
      early = pagesRead;
      await setTimeout(300);
    }
    // The buffers of the connection hold a part of it.
    expect(early).toBeLessThan(90);
    await response.text();
    expect(pagesRead).toBe(Math.floor(copies / 500) + 1);
  });

  it('takes little memory, however many rows it has', async () => {
    const { token, person } = await signIn();
    const before = process.memoryUsage().rss;
    let most = 0;
    let bytes = 0;
    const response = await exportOf(gateway, token, 'payments');
    for await (const piece of response.body ?? []) {
      bytes += piece.length;
      most = Math.max(most, process.memoryUsage().rss);
    }
    expect(bytes).toBeGreaterThan(copies * 150);
    expect(most - before).toBeLessThan(mostMoreBytes);
    await expect.poll(() => lastEntry(person)).toMatchObject({ object: `${copies + 1} rows`, outcome: 'DONE' });
  });

  it.each(['NEWEST', 'OLDEST', 'AMOUNT'])('goes on after each page by %s, without a gap or a repeat', async (sort) => {
    const { token } = await signIn();
    const rows = await rowsOf(await exportOf(gateway, token, `payments?idClient=few&sort=${sort}&lang=en`));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(copies / 20);
    expect(rows).toHaveLength(copies / 20);
    const keys = rows.map(({ amount, id }) => (sort === 'AMOUNT' ? `${amount} ${id}` : String(id)));
    const sorted = keys.toSorted();
    expect(keys).toEqual(sort === 'OLDEST' ? sorted : sorted.toReversed());
  });

  it('ends with the connection, and is noted as such', async () => {
    const { token, person } = await signIn();
    const leaving = new AbortController();
    const response = await gateway.get('/console/exports/payments', {
      headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: `__Host-console=${token}` },
      signal: leaving.signal,
    });
    expect(response.status).toBe(200);
    leaving.abort();
    await expect.poll(() => lastEntry(person)).toMatchObject({ outcome: 'FAILED', code: 'ABORTED' });
    const read = pagesRead;
    await setTimeout(200);
    expect(pagesRead).toBe(read);
  });

  it('ends with the session: the browser sees that the file is not whole', async () => {
    const { token, person } = await signIn();
    const response = await exportOf(gateway, token, 'payments');
    await gateway.store.transact((transaction) => transaction.removeSessionsOf(person.id, ''));
    gateway.advance(15_000);
    await expect(response.text()).rejects.toThrow();
    await expect.poll(() => lastEntry(person)).toMatchObject({ outcome: 'FAILED', code: 'SESSION_ENDED' });
  });

  it('ends where the person may see less from now on', async () => {
    const { token, person } = await signIn();
    const response = await exportOf(gateway, token, 'payments');
    const narrowed = { ...person, roles: ['bcash'], updatedAt: gateway.now() };
    await gateway.store.transact((transaction) => transaction.updatePerson(narrowed));
    gateway.advance(15_000);
    await expect(response.text()).rejects.toThrow();
    await expect.poll(() => lastEntry(person)).toMatchObject({ outcome: 'FAILED', code: 'NOT_ALLOWED' });
  });

  it('goes on after a step-up, which gives the session a new token', async () => {
    const { person, done, code } = await enrol(gateway, 'camille@milliet.example');
    const token = tokenSetBy(done) ?? '';
    const response = await exportOf(gateway, token, 'payments');
    gateway.advance(30_000);
    const confirmed = await sendForm(gateway, '/console/confirm', { code: code() }, cookie(token));
    expect(tokenSetBy(confirmed)).not.toBeNull();
    gateway.advance(15_000);
    await response.text();
    await expect.poll(() => lastEntry(person)).toMatchObject({ object: `${copies + 1} rows`, outcome: 'DONE' });
  });

  it('is one of two at once of a person', async () => {
    const { token } = await signIn();
    const open = [await exportOf(gateway, token, 'payments'), await exportOf(gateway, token, 'payments')];
    const third = await exportOf(gateway, token, 'payments');
    expect([third.status, third.headers.get('Retry-After'), await third.json()]).toMatchObject([
      429,
      '10',
      { code: 'TOO_MANY_EXPORTS' },
    ]);
    const other = await exportOf(gateway, (await signIn()).token, 'payments');
    expect(other.status).toBe(200);
    for (const response of [...open, other]) await response.body?.cancel();
    const again = async () => {
      const response = await exportOf(gateway, token, 'payments?idClient=few');
      await response.text();
      return response.status;
    };
    await expect.poll(again).toBe(200);
  });
});
