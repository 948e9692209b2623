import { describe, expect, test } from 'vitest';
import { openForEach } from '../support/open-for.ts';
import { type Made, type Paying, payAtLabanquepostale, payAtPaybox, script } from '../support/providers/paying.ts';
import { runSandbox } from '../support/sandbox/running-sandbox.ts';

/** What both banks do alike, over real HTTP against their simulators. */

const bank = openForEach(() => runSandbox());

const night = () => bank.post(`${bank.url}/night`, []);
const banks: readonly (readonly [string, (made?: Made) => Promise<Paying>])[] = [
  ['Paybox', (made) => payAtPaybox(bank, made)],
  ['La Banque Postale', (made) => payAtLabanquepostale(bank, made)],
];

describe.each(banks)('%s', (_name, pay) => {
  test('says what a notification would, of a payment whose notification it may never have sent', async () => {
    const paying = await pay();
    const expected = { outcome: 'FOUND', update: { status: 'PAID', amountCents: paying.payment.amountCents } };
    expect(await paying.inquireUntold()).toMatchObject(expected);
    const told = await paying.inquire();
    expect(told).toMatchObject(expected);
    const update = told.outcome === 'FOUND' ? told.update : null;
    expect(update).toMatchObject({
      attemptReference: paying.attempt.reference,
      operation: 'DEBIT',
      bankTransaction: paying.attempt.bankTransaction,
      currency: '978',
      idSociete: '1',
      runMode: 'TEST',
    });
  });

  test('knows a refused payment, and none that was not tried', async () => {
    expect(await (await pay('REFUSED')).inquire()).toMatchObject({ outcome: 'FOUND', update: { status: 'REFUSED' } });
    const paying = await pay();
    const never = { ...paying.attempt, reference: 'NEVER-TRIED', bankTransaction: null };
    Object.assign(paying.attempt, never);
    expect(await paying.inquire()).toEqual({ outcome: 'NONE' });
  });

  test('captures what was authorised, once', async () => {
    const paying = await pay('AUTHORIZED');
    const { amountCents } = paying.payment;
    expect(await paying.inquire()).toMatchObject({ outcome: 'FOUND', update: { status: 'AUTHORIZED' } });
    expect(await paying.perform('CAPTURE', amountCents)).toMatchObject({ outcome: 'DONE' });
    expect(await paying.inquire()).toMatchObject({ outcome: 'FOUND', update: { status: 'PAID' } });
    expect((await paying.perform('CAPTURE', amountCents)).outcome).not.toBe('DONE');
  });

  test('cancels before the night, and not after it', async () => {
    const early = await pay();
    expect(await early.perform('CANCEL', early.payment.amountCents)).toMatchObject({ outcome: 'DONE' });
    expect(await early.inquire()).toMatchObject({ outcome: 'FOUND', update: { status: 'CANCELLED' } });
    expect((await early.perform('CANCEL', early.payment.amountCents)).outcome).toBe('UNKNOWN');
    const late = await pay();
    await night();
    expect((await late.perform('CANCEL', late.payment.amountCents)).outcome).not.toBe('DONE');
    expect(await late.inquire()).toMatchObject({ outcome: 'FOUND', update: { status: 'PAID' } });
  });

  test('cancels what was only authorised', async () => {
    const paying = await pay('AUTHORIZED');
    expect(await paying.perform('CANCEL', paying.payment.amountCents)).toMatchObject({ outcome: 'DONE' });
    expect(await paying.inquire()).toMatchObject({ outcome: 'FOUND', update: { status: 'CANCELLED' } });
  });

  test('refunds in parts up to what was paid, each under a number of its own', async () => {
    const paying = await pay();
    await night();
    const { amountCents } = paying.payment;
    const first = await paying.perform('REFUND', 400);
    const second = await paying.perform('REFUND', 500);
    expect([first.outcome, second.outcome]).toEqual(['DONE', 'DONE']);
    const numbers = [first, second].map((it) => (it.outcome === 'DONE' ? it.bankTransaction : null));
    expect(new Set([...numbers, paying.attempt.bankTransaction]).size).toBe(3);
    expect(await paying.perform('REFUND', amountCents - 899)).toMatchObject({ outcome: 'REFUSED' });
    expect(await paying.perform('REFUND', amountCents - 900)).toMatchObject({ outcome: 'DONE' });
    expect(await paying.inquire()).toMatchObject({
      outcome: 'FOUND',
      refundedCents: amountCents,
      update: { status: 'PAID', amountCents, bankTransaction: paying.attempt.bankTransaction },
    });
  });

  test('refuses to refund a payment that was refused', async () => {
    const paying = await pay('REFUSED');
    const answer = await paying.perform('REFUND', paying.payment.amountCents);
    expect(['REFUSED', 'UNKNOWN']).toContain(answer.outcome);
    expect(await paying.inquire()).toMatchObject({ outcome: 'FOUND', refundedCents: 0, update: { status: 'REFUSED' } });
  });

  const misbehaviours = ['TIME_OUT', 'CUT_CONNECTION', 'ANSWER_500', 'ANSWER_HTML', 'HALF_BODY'];
  const cases = misbehaviours.flatMap((kind) => [
    { kind, moment: 'BEFORE', refundedCents: 0 },
    { kind, moment: 'AFTER', refundedCents: 'ALL' },
  ]);
  test.each(cases)('leaves a refund open whose answer fails by $kind, $moment the effect, and asks', async (fault) => {
    const paying = await pay();
    await night();
    const { amountCents } = paying.payment;
    const { kind, moment, refundedCents } = fault;
    await script(bank, { kind, moment, operation: 'REFUND', reference: paying.attempt.reference });
    expect((await paying.perform('REFUND', amountCents)).outcome).toBe('UNKNOWN');
    const answer = await paying.inquire();
    const expected = refundedCents === 'ALL' ? amountCents : expect.toSatisfy((it) => it === 0 || it === null);
    expect(answer).toMatchObject({ outcome: 'FOUND', refundedCents: expected });
  });

  test.each(misbehaviours)('says nothing of a payment where the inquiry fails by %s', async (kind) => {
    const paying = await pay();
    await script(bank, { kind, operation: 'INQUIRY' });
    expect((await paying.inquire()).outcome).toBe('UNKNOWN');
    expect((await paying.inquire()).outcome).toBe('FOUND');
  });
});
