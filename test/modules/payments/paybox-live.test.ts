import { beforeEach, describe, expect, it } from 'vitest';
import { factOf } from '../../../src/kernel/stored-facts.ts';
import { ReviewPaymentDocument } from '../../generated/graphql.ts';
import { asClient } from '../../support/clients/client-named.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import {
  type Direct,
  eventually,
  liveConfig,
  liveSociete,
  startDirect,
  startLive,
  tell,
} from '../../support/providers/paybox-live.ts';
import type { Initiated } from '../../support/requests.ts';

/** A LIVE payment at PAYBOX: its message is a report, and the bank's answer under our own contract makes it paid. */

const minuteMs = 60_000;
const reportedType = 'REPORTED_PAID_NOT_CONFIRMED';

describe.each(drawnDatabases())('a LIVE payment at PAYBOX on $name', ({ open }) => {
  let trans = 5_000_000;
  const direct = openForGroup(() => startDirect());
  const gateway = openForGroup(() =>
    startGateway({
      open,
      // A bank that is silent on purpose is asked again.
      bankCallLimits: { breaker: { failures: 10_000, restMs: 1 } },
      config: liveConfig(
        liveSociete('1', direct.url),
        liveSociete('2', direct.url),
        // The same contract as société 1 has.
        liveSociete('3', direct.url, { site: '1234561', rang: '32' }),
        liveSociete('4', null),
      ),
    }),
  );
  beforeEach(() => {
    direct.says = null;
    direct.asked.length = 0;
    trans += 1;
  });

  const statusOf = async ({ payment }: Initiated) => (await gateway.store.paymentById(payment.id))?.status;
  const storyOf = async ({ payment }: Initiated) =>
    (await gateway.store.eventsOf(payment.id, 0, 100)).map(({ type, status, data }) => ({ type, status, data }));
  const becomes = (initiation: Initiated, status: string) =>
    eventually(
      () => statusOf(initiation),
      (now) => now === status,
    );
  /** Until so many of the questions that follow a message have come. */
  const asked = (times = 1) =>
    eventually(
      async () => direct.asked.length,
      (length) => length >= times,
    );
  const pass = async (...minutes: readonly number[]): Promise<void> => {
    for (const some of minutes) await gateway.pass(some * minuteMs);
  };
  const outcomesOf = async ({ payment }: Initiated) => {
    const query = { limit: 10, beforeId: null, outcome: null, paymentTarget: null, idSociete: null, visibleTo: null };
    const found = await gateway.store.notifications({ ...query, paymentId: payment.id });
    return found.map(({ outcome }) => outcome.kind);
  };

  it('is PAID once the bank confirms what the message reported', async () => {
    const initiation = await startLive(gateway);
    direct.says = { trans: String(trans), status: 'Capturé' };
    expect(await tell(gateway, initiation, { trans: String(trans) })).toBe(200);
    expect(await becomes(initiation, 'PAID')).toBe('PAID');
    const reference = `${initiation.payment.reference}-1`;
    expect(direct.asked).toMatchObject([
      { TYPE: '00011', REFERENCE: reference, MONTANT: '0000001250', DEVISE: '978', SITE: '1234561' },
      { TYPE: '00017', NUMTRANS: String(trans).padStart(10, '0') },
    ]);
    expect((await storyOf(initiation)).slice(1)).toMatchObject([
      { type: reportedType, status: 'PENDING', data: { from: 'REQUIRES_ACTION', bankTransaction: String(trans) } },
      { type: 'STATUS_CHANGED', status: 'PAID', data: { from: 'PENDING', cause: 'BANK_NEWS' } },
    ]);
    expect(await outcomesOf(initiation)).toEqual(['UNCONFIRMED']);
    const [attempt] = await gateway.store.attemptsOf(initiation.payment.id);
    expect(await gateway.store.reportOf(attempt?.id ?? '')).toBeNull();
  });

  it('that is only to be authorised is AUTHORIZED then', async () => {
    const initiation = await startLive(gateway, '1', { capture: 'LATER' });
    direct.says = { trans: String(trans), status: 'Autorisé' };
    await tell(gateway, initiation, { trans: String(trans) });
    expect(await becomes(initiation, 'AUTHORIZED')).toBe('AUTHORIZED');
  });

  it.each<[string, Direct['says'], string]>([
    ['has no such payment', null, ''],
    ['names another transaction', { trans: '4999', status: 'Capturé' }, ''],
    ['names a refused try, by number as well', { trans: '4998', status: 'Refusé' }, ''],
    ['refused it', { trans: 'ITS', status: 'Refusé' }, ''],
    ['cancelled it', { trans: 'ITS', status: 'Annulé' }, ''],
    ['rejected its capture', { trans: 'ITS', status: 'Rejet support' }, ''],
    ['says what nobody knows', { trans: 'ITS', status: 'Inconnu' }, ''],
    ['has it as a test payment', { trans: 'ITS', status: 'Capturé', auth: 'XXXXXX' }, ''],
    ['does not answer', 'SILENT', ''],
  ])('is not paid where the bank %s, and a person is called after 15 minutes', async (_what, says) => {
    const initiation = await startLive(gateway);
    direct.says = says === null || says === 'SILENT' || says.trans !== 'ITS' ? says : { ...says, trans: String(trans) };
    const alerts = () => gateway.logs.filter(({ msg }) => String(msg).includes('does not confirm it')).length;
    const before = alerts();
    await tell(gateway, initiation, { trans: String(trans) });
    await asked();
    expect(await statusOf(initiation)).toBe('PENDING');
    const first = direct.asked.length;
    await pass(1, 2, 4, 7);
    expect(await statusOf(initiation)).toBe('PENDING');
    expect(direct.asked.length).toBeGreaterThan(first);
    expect(alerts()).toBe(before);
    await pass(2);
    expect(await statusOf(initiation)).toBe('NEEDS_REVIEW');
    expect((await storyOf(initiation)).at(-1)).toMatchObject({
      type: 'CONTRADICTION',
      data: { reason: 'reported paid, and the bank does not confirm it', bankTransaction: String(trans) },
    });
    expect(alerts()).toBe(before + 1);
    // Real money that is confirmed during the review is applied.
    direct.says = { trans: String(trans), status: 'Capturé' };
    await pass(31);
    expect(await statusOf(initiation)).toBe('PAID');
    expect(alerts()).toBe(before + 1);
  });

  it('is asked about for a day, and then no more', async () => {
    const initiation = await startLive(gateway);
    await tell(gateway, initiation, { trans: String(trans) });
    await asked();
    await pass(15, 60, 600, 800);
    const [attempt] = await gateway.store.attemptsOf(initiation.payment.id);
    expect(await gateway.store.reportOf(attempt?.id ?? '')).toBeNull();
    const { length } = await storyOf(initiation);
    expect(await tell(gateway, initiation, { trans: String(trans) })).toBe(200);
    expect(await storyOf(initiation)).toHaveLength(length);
  });

  it('is asked about by the resolver where the process died before it asked', async () => {
    const initiation = await startLive(gateway);
    direct.says = 'SILENT';
    await tell(gateway, initiation, { trans: String(trans) });
    await asked();
    direct.says = { trans: String(trans), status: 'Capturé' };
    await pass(0.3);
    expect(await statusOf(initiation)).toBe('PAID');
  });

  it('is not stopped by a refusal that a stranger sends before and after the real message', async () => {
    const initiation = await startLive(gateway);
    const refusal = { error: '00105', auth: null };
    await tell(gateway, initiation, { ...refusal, trans: '71' });
    expect(await statusOf(initiation)).toBe('REFUSED');
    direct.says = { trans: String(trans), status: 'Autorisé en cours' };
    await tell(gateway, initiation, { trans: String(trans) });
    await asked(2);
    expect(await statusOf(initiation)).toBe('PENDING');
    await tell(gateway, initiation, { ...refusal, trans: '72' });
    await tell(gateway, initiation, { ...refusal, trans: String(trans) });
    expect(await statusOf(initiation)).toBe('PENDING');
    direct.says = { trans: String(trans), status: 'Capturé' };
    await pass(1);
    expect(await statusOf(initiation)).toBe('PAID');
    // Nor is a payment taken back by a message alone: the bank is asked, and says that it is paid.
    await tell(gateway, initiation, { ...refusal, auth: null, error: '00117', trans: String(trans) });
    await pass(1);
    expect(await statusOf(initiation)).toBe('PAID');
  });

  it.each([
    ['amount', { amount: '1' }, {}],
    ['shop', {}, { path: '/notify/paybox/2' }],
  ])('is not stopped by a report with another %s', async (reason, change, where) => {
    const initiation = await startLive(gateway);
    await tell(gateway, initiation, { ...change, trans: '73' }, where);
    expect(await statusOf(initiation)).toBe('REQUIRES_ACTION');
    expect((await storyOf(initiation)).at(-1)).toMatchObject({ type: 'CONTRADICTION', data: { reason } });
    expect(await outcomesOf(initiation)).toEqual(['CONTRADICTION']);
    // However many come, the story has one.
    const { length } = await storyOf(initiation);
    await tell(gateway, initiation, { ...change, trans: '7300' }, where);
    expect(await storyOf(initiation)).toHaveLength(length);
    direct.says = { trans: String(trans), status: 'Capturé' };
    await tell(gateway, initiation, { trans: String(trans) });
    expect(await becomes(initiation, 'PAID')).toBe('PAID');
  });

  it('is paid by the real message that follows a false one', async () => {
    const initiation = await startLive(gateway);
    direct.says = { trans: String(trans), status: 'Capturé' };
    await tell(gateway, initiation, { trans: '74' });
    await asked();
    expect(await statusOf(initiation)).toBe('PENDING');
    await tell(gateway, initiation, { trans: String(trans) });
    expect(await becomes(initiation, 'PAID')).toBe('PAID');
  });

  it('takes eight reports of one attempt, and no more', async () => {
    const initiation = await startLive(gateway);
    for (let number = 1; number <= 10; number++) await tell(gateway, initiation, { trans: String(80_000 + number) });
    const reports = (await storyOf(initiation)).filter(({ type }) => type === reportedType);
    expect(reports).toHaveLength(8);
    const outcomes = await outcomesOf(initiation);
    expect(outcomes.filter((kind) => kind === 'IGNORED')).toHaveLength(2);
  });

  it('is not paid by a transaction that paid another one of the same contract', async () => {
    const [one, other, elsewhere] = await Promise.all(['1', '3', '2'].map((id) => startLive(gateway, id)));
    if (!one || !other || !elsewhere) throw new Error('three were started');
    direct.says = { trans: String(trans), status: 'Capturé' };
    await tell(gateway, one, { trans: String(trans) });
    expect(await becomes(one, 'PAID')).toBe('PAID');
    await tell(gateway, other, { trans: String(trans) });
    expect(await becomes(other, 'NEEDS_REVIEW')).toBe('NEEDS_REVIEW');
    expect((await storyOf(other)).at(-1)).toMatchObject({ data: { reason: 'transaction used elsewhere' } });
    // Another contract counts its own transactions.
    await tell(gateway, elsewhere, { trans: String(trans) });
    expect(await becomes(elsewhere, 'PAID')).toBe('PAID');
  });

  it('is not paid by a transaction that was claimed before claims had contracts', async () => {
    const [one, other, elsewhere] = await Promise.all(['1', '3', '2'].map((id) => startLive(gateway, id)));
    if (!one || !other || !elsewhere) throw new Error('three were started');
    const [attempt] = await gateway.store.attemptsOf(one.payment.id);
    const claim = ['PAYBOX', 'LIVE', String(trans), attempt?.id ?? ''] as const;
    await gateway.store.transact((transaction) => transaction.claimBankTransaction(...claim));
    direct.says = { trans: String(trans), status: 'Capturé' };
    for (const initiation of [other, elsewhere]) await tell(gateway, initiation, { trans: String(trans) });
    expect(await becomes(other, 'NEEDS_REVIEW')).toBe('NEEDS_REVIEW');
    expect(await becomes(elsewhere, 'PAID')).toBe('PAID');
  });

  it('claims no number by a message alone', async () => {
    const [one, other] = await Promise.all([startLive(gateway), startLive(gateway)]);
    await tell(gateway, one, { trans: String(trans) });
    await tell(gateway, one, { error: '00105', auth: null, trans: String(trans) });
    await asked();
    direct.says = { trans: String(trans), status: 'Capturé' };
    await tell(gateway, other, { trans: String(trans) });
    expect(await becomes(other, 'PAID')).toBe('PAID');
  });

  it('is for a person at once where the contract has no Paybox Direct', async () => {
    const initiation = await startLive(gateway, '4');
    await tell(gateway, initiation, { trans: String(trans) });
    expect(await statusOf(initiation)).toBe('NEEDS_REVIEW');
    expect((await storyOf(initiation)).slice(1).map(({ type, data }) => [type, factOf(data, 'reason')])).toEqual([
      [reportedType, null],
      ['CONTRADICTION', 'reported paid, and the account has no Paybox Direct'],
    ]);
    const input = { id: initiation.payment.id, status: 'PAID' as const };
    const { data } = await gateway.send(ReviewPaymentDocument, { input }, asClient('shop'));
    expect(data?.reviewPayment).toMatchObject({ payment: { status: 'PAID' } });
  });

  it('in TEST is paid by its message alone, without an inquiry', async () => {
    const initiation = await startLive(gateway, '1', { paymentRunMode: 'TEST' });
    await tell(gateway, initiation, { trans: String(trans), auth: 'XXXXXX' });
    expect(await statusOf(initiation)).toBe('PAID');
    expect(direct.asked).toEqual([]);
  });

  it('is shown to its customer as being confirmed', async () => {
    const initiation = await startLive(gateway);
    await tell(gateway, initiation, { trans: String(trans) });
    const page = await gateway.get(new URL(initiation.payment.paymentUrl ?? '').pathname, {
      headers: { 'Accept-Language': 'en' },
    });
    const text = await page.text();
    expect(text).toContain('The bank has not confirmed the payment yet');
    expect(text).not.toContain('Payment made');
  });

  it('counts a card brand that is not known, and takes the payment as any other', async () => {
    const initiation = await startLive(gateway);
    direct.says = { trans: String(trans), status: 'Capturé' };
    const counted = async (): Promise<number> => {
      const text = await (await gateway.get('/metrics')).text();
      return Number(/^reglement_unknown_card_brands_total\{target="PAYBOX"\} (\d+)/m.exec(text)?.[1]);
    };
    const before = await counted();
    await tell(gateway, initiation, { trans: String(trans), card: 'NOUVELLE' });
    expect(await becomes(initiation, 'PAID')).toBe('PAID');
    expect(before).toBeGreaterThanOrEqual(0);
    expect(await counted()).toBe(before + 1);
  });
});
