import { describe, expect, test } from 'vitest';
import { createLabanquepostale } from '../../src/providers/labanquepostale/labanquepostale.ts';
import { createPaybox } from '../../src/providers/paybox/paybox.ts';
import { openForEach } from '../support/open-for.ts';
import {
  labanquepostaleAccount,
  payAtLabanquepostale,
  payAtPaybox,
  payboxAccount,
  script,
} from '../support/providers/paying.ts';
import { type Received, runSandbox } from '../support/sandbox/running-sandbox.ts';

const bank = openForEach(() => runSandbox());

const raw = ({ body, query }: Received) => ({ method: 'POST' as const, query, body: Buffer.from(body, 'latin1') });

/** Each bank with a payment at it, and what our own adapter makes of a notification that the shop got. */
const banks = [
  {
    name: 'PAYBOX',
    pay: () => payAtPaybox(bank),
    refuse: () => payAtPaybox(bank, 'REFUSED'),
    read: (received: Received) =>
      createPaybox().readNotification(raw(received), [
        { idSociete: '1', runMode: 'TEST', account: payboxAccount(bank) },
      ]),
  },
  {
    name: 'LABANQUEPOSTALE',
    pay: () => payAtLabanquepostale(bank),
    refuse: () => payAtLabanquepostale(bank, 'REFUSED'),
    read: (received: Received) =>
      createLabanquepostale().readNotification(raw(received), [
        { idSociete: '1', runMode: 'TEST', account: labanquepostaleAccount(bank) },
      ]),
  },
] as const;

describe.each(banks)('a notification of $name', ({ name, pay, refuse, read }) => {
  const statuses = () =>
    bank.received.map((received) => {
      const reading = read(received);
      return reading.kind === 'AUTHENTIC' ? reading.update.status : reading.kind;
    });

  test('is lost once, and the next one is not', async () => {
    await script(bank, { kind: 'LOSE_NOTIFICATION', bank: name });
    await pay();
    expect(bank.received).toEqual([]);
    await pay();
    expect(statuses()).toEqual(['PAID']);
  });

  test('is lost for as long as the script lasts', async () => {
    await script(bank, { kind: 'LOSE_NOTIFICATION', lasting: true });
    await pay();
    await pay();
    expect(bank.received).toEqual([]);
    await fetch(`${bank.url}/faults`, { method: 'DELETE' });
    await pay();
    expect(statuses()).toEqual(['PAID']);
  });

  test('strikes only the bank and the reference that it names', async () => {
    await script(bank, { kind: 'LOSE_NOTIFICATION', reference: 'another' });
    await script(bank, { kind: 'LOSE_NOTIFICATION', bank: name === 'PAYBOX' ? 'LABANQUEPOSTALE' : 'PAYBOX' });
    await pay();
    expect(statuses()).toEqual(['PAID']);
    const { faults } = await (await bank.get(`${bank.url}/faults`)).json();
    expect(faults).toHaveLength(2);
  });

  test('comes late, while the buyer goes on at once', async () => {
    await script(bank, { kind: 'DELAY_NOTIFICATION', delayMs: 1_000 });
    await pay();
    expect(bank.received).toEqual([]);
    await expect.poll(statuses).toEqual(['PAID']);
  });

  test('comes late even if the bank was ended in between', async () => {
    await script(bank, { kind: 'DELAY_NOTIFICATION', delayMs: 60_000 });
    await pay();
    bank.now += 59_000;
    await bank.restart();
    expect(bank.received).toEqual([]);
    await expect.poll(statuses).toEqual(['PAID']);
    await bank.restart();
    expect(bank.received).toHaveLength(1);
  });

  test('comes twice, byte for byte', async () => {
    await script(bank, { kind: 'REPEAT_NOTIFICATION' });
    await pay();
    expect(statuses()).toEqual(['PAID', 'PAID']);
    expect(bank.received[0]?.body).toBe(bank.received[1]?.body);
  });

  test('is changed on its way', async () => {
    await script(bank, { kind: 'TAMPER_NOTIFICATION' });
    const { payment } = await pay();
    expect(statuses()).toEqual(['REJECTED']);
    const values = new URLSearchParams(bank.received[0]?.body);
    expect(values.get('amount') ?? values.get('vads_amount')).toBe(String(payment.amountCents + 1));
  });

  test('is preceded by a forgery that claims a payment', async () => {
    await script(bank, { kind: 'FORGE_NOTIFICATION' });
    await refuse();
    expect(statuses()).toEqual(['REJECTED', 'REFUSED']);
    expect(bank.received[0]?.body).toMatch(/error=00000|vads_trans_status=AUTHORISED/);
    // Its numbers are as long as real ones, so that only the signature gives it away.
    expect(bank.received[0]?.body).toMatch(/trans=\d{10}&|vads_trans_uuid=[0-9a-f]{32}&/);
  });

  test('is authentic, but over another amount', async () => {
    await script(bank, { kind: 'WRONG_AMOUNT' });
    const { payment } = await pay();
    const [received] = bank.received;
    const reading = received && read(received);
    expect(reading).toMatchObject({ kind: 'AUTHENTIC', update: { amountCents: payment.amountCents + 1 } });
  });

  test('suffers two faults at once', async () => {
    await script(bank, { kind: 'TAMPER_NOTIFICATION' });
    await script(bank, { kind: 'REPEAT_NOTIFICATION' });
    await pay();
    expect(statuses()).toEqual(['REJECTED', 'REJECTED']);
  });
});

test('a notification that is out of order comes after the next one of its payment', async () => {
  await script(bank, { kind: 'REORDER_NOTIFICATION', delayMs: 60_000 });
  const { attempt } = await payAtPaybox(bank, 'REFUSED');
  expect(bank.received).toEqual([]);
  const { sessions } = await sessionsOf(attempt.reference);
  await bank.press(sessions[0] ?? '', 'try-again');
  await bank.press(sessions[0] ?? '', 'pay', {
    card_number: '1111222233334444',
    expiry: '12/99',
    security_code: '123',
  });
  expect(bank.received.map(({ body }) => /error=(\d{5})/.exec(body)?.[1])).toEqual(['00000', '00105']);
});

/** The addresses of the simulator's sessions for a reference. */
async function sessionsOf(reference: string) {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(`${bank.folder}/sandbox.sqlite`, { readOnly: true });
  const rows = database.prepare('SELECT id FROM session WHERE reference = ?').all(reference);
  database.close();
  return { sessions: rows.map(({ id }) => `${bank.url}/paybox/session/${id}`) };
}

test('a notification that is held goes out on request, once', async () => {
  await script(bank, { kind: 'DELAY_NOTIFICATION', delayMs: 86_400_000 });
  await payAtPaybox(bank);
  expect(bank.received).toEqual([]);
  expect(await (await bank.get(bank.url)).text()).toMatch(/(?:late, out of order|retardées, désordonnées)\)\s?: 1/);
  for (let count = 0; count < 2; count++) {
    expect((await fetch(`${bank.url}/faults/release`, { method: 'POST' })).status).toBe(204);
    expect(bank.received).toHaveLength(1);
  }
});

test('an inquiry at La Banque Postale can show a wrong amount', async () => {
  const paying = await payAtLabanquepostale(bank);
  await script(bank, { kind: 'WRONG_AMOUNT' });
  const amountCents = paying.payment.amountCents + 1;
  expect(await paying.inquire()).toMatchObject({ outcome: 'FOUND', update: { amountCents } });
  expect(await paying.inquire()).toMatchObject({ update: { amountCents: paying.payment.amountCents } });
});

describe('the scripts', () => {
  const post = (body: string, type = 'application/json') =>
    fetch(`${bank.url}/faults`, { method: 'POST', headers: { 'Content-Type': type }, body, redirect: 'manual' });

  test('are listed, taken away one by one, and survive a restart', async () => {
    await script(bank, { kind: 'TIME_OUT', bank: 'PAYBOX', operation: 'REFUND', moment: 'BEFORE', delayMs: 5 });
    await script(bank, { kind: 'LOSE_NOTIFICATION', reference: 'A+é 1', lasting: true });
    await bank.restart();
    const { faults } = await (await bank.get(`${bank.url}/faults`)).json();
    expect(faults).toMatchObject([
      {
        kind: 'TIME_OUT',
        bank: 'PAYBOX',
        reference: null,
        operation: 'REFUND',
        moment: 'BEFORE',
        lasting: false,
        delayMs: 5,
      },
      { kind: 'LOSE_NOTIFICATION', bank: null, reference: 'A+é 1', lasting: true },
    ]);
    await fetch(`${bank.url}/faults/${faults[0].id}`, { method: 'DELETE' });
    expect((await (await bank.get(`${bank.url}/faults`)).json()).faults).toHaveLength(1);
  });

  test.each([
    ['no JSON', '{"kind":'],
    ['an unknown fault', '{"kind":"EXPLODE"}'],
    ['an unknown member', '{"kind":"TIME_OUT","for":1}'],
    ['a delay that is none', '{"kind":"TIME_OUT","delayMs":"soon"}'],
    ['nothing', ''],
  ])('are refused where they are %s', async (_what, body) => {
    expect((await post(body)).status).toBe(400);
    expect((await (await bank.get(`${bank.url}/faults`)).json()).faults).toEqual([]);
  });

  test('are added and cleared from the index page', async () => {
    const form = 'kind=HALF_BODY&bank=&reference=&operation=INQUIRY&moment=AFTER&delayMs=30000&lasting=on';
    const added = await post(form, 'application/x-www-form-urlencoded');
    expect([added.status, added.headers.get('location')]).toEqual([303, '../sandbox/#fault-panel']);
    const page = await (await bank.get(bank.url)).text();
    expect(page).toContain('<code>HALF_BODY</code> question sur l’état · après l’effet · toujours');
    expect(page).toContain('action="./sandbox/faults"');
    await bank.post(`${bank.url}/faults/clear`, []);
    expect(await (await bank.get(bank.url)).text()).not.toContain('<code>HALF_BODY</code>');
  });
});
