import { describe, expect, it } from 'vitest';
import { developmentSocietes, sandboxShops } from '../../../../src/config/development.ts';
import { payAtBank } from '../../../support/at-bank.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { scriptFault, startGateway, type TestGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { openLink } from '../../../support/pages/pay-link.ts';
import { notifiedOn } from '../../../support/payments/notified.ts';
import { type Initiated, initiated } from '../../../support/requests.ts';
import { answerOf, hashed, postMessage } from '../../../support/scellius-messages.ts';

/**
 * A form's message with a word that the gateway does not know. Its signature covers values and no names, so a customer
 * can make one out of the form that we signed. It proves nothing: the bank is asked.
 */

type Fields = Readonly<Record<string, string>>;

describe.each(drawnDatabases())('a word that is not known, on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const { start, notify, post } = notifiedOn(gateway);

  const standingOf = async ({ payment: { id } }: Initiated, { store }: Pick<TestGateway, 'store'> = gateway) => ({
    payment: await store.paymentById(id),
    attempts: await store.attemptsOf(id),
    events: (await store.eventsOf(id, 0, 100)).map(({ type }) => type),
  });
  const statusOf = async (initiation: Initiated) => (await standingOf(initiation)).payment?.status;
  const outcomesOf = async ({ payment: { id } }: Initiated, { store }: Pick<TestGateway, 'store'> = gateway) =>
    (await store.notificationsOfPayments([id], 100)).map(({ outcome }) => [outcome.kind, outcome.reason]);
  const formOf = async ({ payment }: Initiated): Promise<Fields> => {
    const { form } = await openLink(gateway, new URL(payment.paymentUrl ?? '').pathname);
    if (form === null) throw new Error('the page has no form');
    return form.fields;
  };
  /** The same values in the same order under other names: the signature holds. */
  const renamed = (fields: Fields, nameOf: (name: string) => string): string =>
    new URLSearchParams(Object.entries(fields).map(([name, value]) => [nameOf(name), value])).toString();
  /** The inquiries about a payment that are due by then. */
  const waits = async (initiation: Initiated, withinMs = 1_000): Promise<number> => {
    const due = { now: gateway.now() + withinMs, behind: { at: 0, id: '' }, limit: 100 };
    const all = await gateway.store.inquiriesToRepeat(due);
    return all.filter(({ read }) => read().attempt.paymentId === initiation.payment.id).length;
  };
  const isAsked = 'a status or an operation that is not known proves nothing: the bank is asked';

  it("in a form of the customer's own, renamed, changes nothing", async () => {
    const initiation = await start();
    const form = await formOf(initiation);
    const before = await standingOf(initiation);
    const names = new Map([
      ['vads_trans_id', 'vads_trans_status'],
      ['vads_url_check', 'vads_url_check_src'],
    ]);
    expect(await post(renamed(form, (name) => names.get(name) ?? name))).toBe(200);
    expect(await standingOf(initiation)).toEqual(before);
    expect(await outcomesOf(initiation)).toEqual([['IGNORED', isAsked]]);
    await gateway.runWorkers('resolver');
    expect(await standingOf(initiation)).toEqual(before);
  });

  it("about a stranger's payment, made of the forger's own details, changes nothing", async () => {
    const victim = await start({ amount: 999_900 });
    const { vads_order_id = '', vads_site_id = '' } = await formOf(victim);
    const payer = { lastName: 'x', zipCode: '75001', country: 'FR', phone: '+33612345678' };
    const own = await start({
      amount: 100,
      payer: { ...payer, firstName: 'SOMETHING', address: vads_order_id, city: vads_site_id },
    });
    const names = new Map([
      ['vads_cust_address', 'vads_order_id'],
      ['vads_cust_cell_phone', 'vads_p'],
      ['vads_cust_city', 'vads_site_id'],
      ['vads_cust_country', 'vads_t1'],
      ['vads_cust_email', 'vads_t2'],
      ['vads_cust_first_name', 'vads_trans_status'],
      ['vads_cust_id', 'vads_trans_t'],
      ['vads_cust_last_name', 'vads_trans_u'],
      ['vads_cust_phone', 'vads_url_check_src'],
    ]);
    let others = 100;
    const before = await standingOf(victim);
    const nameOf = (name: string) =>
      names.get(name) ?? (name > 'vads_cust_phone' && name !== 'signature' ? `vads_v${others++}` : name);
    expect(await post(renamed(await formOf(own), nameOf))).toBe(200);
    expect(await standingOf(victim)).toEqual(before);
    expect(await outcomesOf(victim)).toEqual([['IGNORED', isAsked]]);
  });

  it('that the bank explains when it is asked is applied', async () => {
    const initiation = await start();
    await scriptFault(gateway, { kind: 'LOSE_NOTIFICATION', reference: `${initiation.payment.reference}-1` });
    await payAtBank(initiation);
    expect(await notify(initiation, { vads_trans_status: 'SOMETHING_NEW' })).toBe(200);
    expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
    await gateway.runWorkers('resolver');
    expect(await statusOf(initiation)).toBe('PAID');
  });

  it('counts in a message of the REST API, also after that of the form', async () => {
    const initiation = await start();
    await notify(initiation, { vads_trans_status: 'SOMETHING_NEW' });
    const answer = JSON.stringify(answerOf(initiation, { detailedStatus: 'SOMETHING_NEW' }));
    const password = sandboxShops().labanquepostaleShops[0]?.passwords.TEST ?? '';
    expect(await post(hashed(answer, password))).toBe(200);
    expect(await statusOf(initiation)).toBe('PENDING');
  });

  it.each([
    ['status', { vads_trans_status: 'SOMETHING_NEW' }],
    ['operation', { vads_operation_type: 'REVERSAL' }],
  ])('as the %s changes no paid payment, whatever else the message says', async (_what, words) => {
    const initiation = await start();
    await notify(initiation);
    const before = await standingOf(initiation);
    const others: readonly Fields[] = [{}, { vads_amount: '1' }, { vads_currency: '840' }];
    for (const change of others) expect(await notify(initiation, { ...words, ...change })).toBe(200);
    expect(await standingOf(initiation)).toEqual(before);
    // The bank is asked, and once more because it does not answer.
    await scriptFault(gateway, { kind: 'ANSWER_500', operation: 'INQUIRY', reference: before.attempts[0]?.reference });
    await gateway.runWorkers('resolver');
    expect(await waits(initiation, 2 * 60_000)).toBe(1);
    expect(await standingOf(initiation)).toEqual(before);
  });

  it('makes one inquiry, however many such messages come', async () => {
    const initiation = await start();
    for (let number = 10; number < 30; number++) await notify(initiation, { vads_trans_status: `NEW_${number}` });
    expect(await waits(initiation)).toBe(1);
    // Each further message makes the inquiry due a millisecond later, and a fast machine takes less for each.
    await gateway.pass(20);
    expect(await waits(initiation)).toBe(0);
  });
});

it('that is not known to a shop without the REST API is kept, and the payment waits', async () => {
  const [societe] = developmentSocietes('http://127.0.0.1:1').values();
  const account = societe?.accounts.LABANQUEPOSTALE?.TEST;
  if (!societe || !account) throw new Error('there is no account');
  const accounts = { LABANQUEPOSTALE: { TEST: { ...account, rest: undefined } } };
  await using gateway = await startGateway({
    config: { societes: new Map([['1', { ...societe, id: '1', accounts }]]) },
  });
  const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
  await postMessage(gateway, initiation, { vads_trans_status: 'SOMETHING_NEW' });
  const lines = gateway.logs.filter(({ outcome }) => outcome === 'IGNORED');
  expect(lines.map(({ reason }) => reason)).toEqual([
    'a status or an operation that is not known proves nothing: the account has no REST API',
  ]);
  await gateway.pass(60_000);
  expect((await gateway.store.paymentById(initiation.payment.id))?.status).toBe('REQUIRES_ACTION');
});
