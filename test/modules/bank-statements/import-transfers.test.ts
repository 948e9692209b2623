import { describe, expect, it } from 'vitest';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import { everything, kindsOf, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { credit } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

describe.each(drawnDatabases())('a file of the bank ($name)', (database) => {
  const on = openForEach(() => openImporting(database));

  describe('with transfers', () => {
    it('pays those whose reference it names, wherever it stands', async () => {
      const payments = await Promise.all([on.transfer(), on.transfer(), on.transfer()]);
      const [structured, split, own] = payments.map(referenceOf);
      await on.statement([
        credit('123.45', { structured: structured as string }, { bankReference: 'B1' }),
        credit(
          '123.45',
          { texts: ['FACTURE', String(split).slice(0, 5), String(split).slice(5)] },
          { bankReference: 'B2' },
        ),
        credit('123.45', { endToEndId: own as string }, { bankReference: 'B3' }),
      ]);
      expect(await Promise.all(payments.map(on.statusOf))).toEqual(['PAID', 'PAID', 'PAID']);
      const event = await on.lastEvent(payments[0] as Payment);
      expect(event).toMatchObject({
        type: 'STATUS_CHANGED',
        data: { cause: 'BANK_STATEMENT', bookingDate: '2026-11-25', receivedCents: 12_345 },
      });
      expect(await kindsOf(on.store)).toEqual([]);
      // The movement is in the books, in the transaction of the event.
      expect(await on.store.journalEntriesOf((payments[0] as Payment).id)).toHaveLength(1);
    });

    it('waits for the rest of one that is too small, and is paid by two that make the amount', async () => {
      const payment = await on.transfer();
      await on.statement([credit('100.00', { structured: referenceOf(payment) }, { bankReference: 'B1' })]);
      expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual(['REQUIRES_ACTION', ['UNDERPAID']]);
      expect(await on.lastEvent(payment)).toMatchObject({ type: 'MONEY_RECEIVED', data: { reason: 'UNDERPAID' } });
      await on.statement([credit('23.45', { structured: referenceOf(payment) }, { bankReference: 'B2' })], 'S2');
      expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual(['PAID', []]);
      const booked = await on.store.journalEntriesOf(payment.id);
      expect(booked.map(({ lines }) => lines.map(({ creditCents }) => creditCents).filter(Boolean))).toEqual([
        [10_000],
        [2_345],
      ]);
    });

    it('says after each part how much is missing, once', async () => {
      const payment = await on.transfer();
      const comes = (amount: string) =>
        on.statement([credit(amount, { structured: referenceOf(payment) }, { bankReference: amount })], amount);
      await comes('40.00');
      expect(await on.openInWords()).toEqual(['UNDERPAID 8345']);
      await comes('30.00');
      expect(await on.openInWords()).toEqual(['UNDERPAID 5345']);
      await comes('53.45');
      expect([await on.statusOf(payment), await on.openInWords()]).toEqual(['PAID', []]);
    });

    it('keeps what is too much for a person, and never loses a second transfer', async () => {
      const payment = await on.transfer();
      await on.statement([credit('200.00', { structured: referenceOf(payment) }, { bankReference: 'B1' })]);
      expect(await on.statusOf(payment)).toBe('PAID');
      const [over] = await on.store.bankExceptions(everything);
      expect(over).toMatchObject({ kind: 'OVERPAID', amountCents: 7_655, paymentId: payment.id });
      await on.statement([credit('123.45', { structured: referenceOf(payment) }, { bankReference: 'B2' })], 'S2');
      expect(await kindsOf(on.store)).toEqual(['OVERPAID', 'SURPLUS']);
      expect(await on.lastEvent(payment)).toMatchObject({
        type: 'MONEY_RECEIVED',
        status: 'PAID',
        data: { reason: 'SURPLUS' },
      });
    });

    it('pays one that was given up, and says so', async () => {
      const [expired, cancelled] = [
        await on.transfer({ status: 'EXPIRED' }),
        await on.transfer({ status: 'CANCELLED' }),
      ];
      await on.statement([
        credit('123.45', { structured: referenceOf(expired) }, { bankReference: 'B1' }),
        credit('123.45', { structured: referenceOf(cancelled) }, { bankReference: 'B2' }),
      ]);
      expect([await on.statusOf(expired), await on.statusOf(cancelled)]).toEqual(['PAID', 'PAID']);
      expect(await kindsOf(on.store)).toEqual(['LATE', 'LATE']);
    });

    it('guesses nothing: no reference, a wrong one, two, one of another société or of the other mode', async () => {
      const [one, other] = [await on.transfer(), await on.transfer()];
      const foreign = await on.transfer({ idSociete: '2' });
      const live = await on.transfer({ effectiveRunMode: 'LIVE' });
      await on.statement([
        credit('123.45', { texts: ['MERCI'] }, { bankReference: 'B1' }),
        credit('123.45', { texts: [`RF00${one.reference}`] }, { bankReference: 'B2' }),
        credit('123.45', { texts: [referenceOf(one), referenceOf(other)] }, { bankReference: 'B3' }),
        credit('123.45', { structured: referenceOf(foreign) }, { bankReference: 'B4' }),
        credit('123.45', { structured: referenceOf(live) }, { bankReference: 'B5' }),
        { amount: '9.99', direction: 'DBIT', bankReference: 'B6', text: 'COTISATION' },
        credit('123.45', { structured: referenceOf(one) }, { bankReference: 'B7', reversal: true }),
        credit('5.00', { structured: referenceOf(one), amount: '4.99' }, { bankReference: 'B8' }),
      ]);
      expect(await Promise.all([one, other, foreign, live].map(on.statusOf))).toEqual(Array(4).fill('REQUIRES_ACTION'));
      expect(await kindsOf(on.store)).toEqual([
        ...['AMBIGUOUS', 'ENTRY_FAULT', 'REVERSAL', 'UNMATCHED_CREDIT', 'UNMATCHED_CREDIT'],
        ...['WRONG_ACCOUNT', 'WRONG_ACCOUNT'],
      ]);
      const wrong = await on.store.bankExceptions({ ...everything, kind: 'WRONG_ACCOUNT' });
      expect(wrong.map(({ paymentId, idSociete }) => [paymentId, idSociete])).toEqual([
        [null, '1'],
        [null, '1'],
      ]);
    });

    it('takes back one that the bank took back', async () => {
      const payment = await on.transfer();
      const back = credit(
        '123.45',
        { structured: referenceOf(payment), reason: 'AC04' },
        { direction: 'DBIT', code: ['RCDT', 'RRTN'], bankReference: 'B2' },
      );
      await on.statement([credit('123.45', { structured: referenceOf(payment) }, { bankReference: 'B1' }), back]);
      expect(await on.statusOf(payment)).toBe('RETURNED');
    });

    it('takes it back also where the bank calls it the reversal of an entry', async () => {
      const payment = await on.transfer();
      const named = { structured: referenceOf(payment) };
      const change = { direction: 'DBIT', code: ['RCDT', 'RRTN'], reversal: true } as const;
      await on.statement([
        credit('123.45', named, { bankReference: 'B1' }),
        credit('123.45', named, { ...change, bankReference: 'B2' }),
        credit('5.00', {}, { ...change, bankReference: 'B3' }),
      ]);
      expect([await on.statusOf(payment), await kindsOf(on.store)]).toEqual(['RETURNED', ['REVERSAL']]);
    });

    it('leaves what is not booked alone', async () => {
      const payment = await on.transfer();
      const entry = credit('123.45', { structured: referenceOf(payment) });
      expect(await on.statement([{ ...entry, status: 'PDNG' }])).toEqual({
        applied: 0,
        repeated: 0,
        exceptions: 0,
        ruled: 0,
        ignored: 1,
      });
      expect(await on.statusOf(payment)).toBe('REQUIRES_ACTION');
      expect((await on.statement([entry], 'S2')).applied).toBe(1);
      expect(await on.statusOf(payment)).toBe('PAID');
    });
  });
});
