import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/kernel/merchant.ts';
import type { Payment } from '../../src/modules/payments/payment.ts';
import type { FormRequest } from '../../src/modules/payments/provider.ts';
import type { LabanquepostaleAccount } from '../../src/providers/labanquepostale/account.ts';
import {
  account,
  attempt,
  bank,
  bankSignature,
  type Fields,
  formFields,
  orderedAt,
  page,
  payer,
  payment,
  request,
  testKey,
} from '../support/providers/labanquepostale-examples.ts';

describe('the form', () => {
  test('holds what a card payment needs, sorted, with the signature last', () => {
    const form = bank.buildForm(request);
    expect(form).toMatchObject({ method: 'POST', url: account.formUrl, expiresAt: orderedAt + 300_000 });
    const signed = {
      vads_action_mode: 'INTERACTIVE',
      vads_amount: '1250',
      vads_contrib: 'Reglement_0.1',
      vads_ctx_mode: 'TEST',
      vads_currency: '978',
      vads_cust_address: '3 bis, rue Haute',
      vads_cust_cell_phone: '0612345678',
      vads_cust_city: 'Saint-Denis',
      vads_cust_country: 'FR',
      vads_cust_email: 'helene+boutique@example.fr',
      vads_cust_first_name: 'Hélène',
      vads_cust_id: '2263',
      vads_cust_last_name: "D'Été-Müller",
      vads_cust_phone: '0612345678',
      vads_cust_zip: '93200',
      vads_language: 'fr',
      vads_order_id: '4K7M-9QXT-1',
      vads_order_info: '45012',
      vads_page_action: 'PAYMENT',
      vads_payment_cards: 'CB;VISA;MASTERCARD',
      vads_payment_config: 'SINGLE',
      vads_return_mode: 'NONE',
      vads_site_id: '12345678',
      vads_trans_date: '20260630220405',
      vads_trans_id: '000042',
      vads_url_cancel: `${page}/cancelled`,
      vads_url_check: 'https://pay.example.fr/notify/labanquepostale/1',
      vads_url_error: `${page}/error`,
      vads_url_refused: `${page}/refused`,
      vads_url_return: `${page}/pending`,
      vads_url_success: `${page}/success`,
      vads_version: 'V2',
    };
    expect(Object.entries(form.fields)).toEqual([...Object.entries(signed), ['signature', bankSignature(signed)]]);
  });

  test('offers American Express alone to a payment by AMEX', () => {
    const fields = formFields({ payment: { ...payment, paymentType: 'AMEX', typePaiement: 'AMEX' } });
    expect(fields.vads_payment_cards).toBe('AMEX');
    expect(fields).not.toHaveProperty('vads_capture_delay');
  });

  test.each([
    [undefined, {}, { later: { vads_validation_mode: '1' }, sepa: { vads_capture_delay: '0' } }],
    ['backOffice', {}, { later: { vads_validation_mode: '1' }, sepa: { vads_capture_delay: '0' } }],
    [
      'immediate',
      { vads_capture_delay: '0', vads_validation_mode: '0' },
      { later: { vads_validation_mode: '1' }, sepa: { vads_capture_delay: '0', vads_validation_mode: '0' } },
    ],
    [
      5,
      { vads_capture_delay: '5', vads_validation_mode: '0' },
      { later: { vads_validation_mode: '1' }, sepa: { vads_capture_delay: '0', vads_validation_mode: '0' } },
    ],
  ] as const)('captures as the account says: %s', (capture, now, { later, sepa }) => {
    const captureFields = (change: Partial<Payment>): Fields => {
      const fields = formFields({ account: { ...account, capture }, payment: { ...payment, ...change } });
      const names = ['vads_capture_delay', 'vads_validation_mode'];
      return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
    };
    expect(captureFields({})).toEqual(now);
    expect(captureFields({ capture: 'LATER' })).toEqual(later);
    expect(captureFields({ paymentType: 'DIRECT_SEPA', typePaiement: 'DIRECT_SEPA' })).toEqual(sepa);
  });

  test('asks for a mandate and a debit for DIRECT_SEPA', () => {
    const debit: Payment = { ...payment, paymentType: 'DIRECT_SEPA', typePaiement: 'DIRECT_SEPA' };
    expect(formFields({ payment: debit })).toMatchObject({ vads_payment_cards: 'SDD', vads_capture_delay: '0' });
  });

  test('demands strong authentication after a soft decline, which is a word of the CB network alone', () => {
    for (const lastBankCode of ['81', '1A']) {
      expect(formFields({ lastBankCode })).toMatchObject({ vads_threeds_mpi: '4' });
      expect(formFields({ lastBankCode, payment: { ...payment, paymentType: 'AMEX' } })).not.toHaveProperty(
        'vads_threeds_mpi',
      );
    }
    for (const lastBankCode of [null, '51'])
      expect(formFields({ lastBankCode })).not.toHaveProperty('vads_threeds_mpi');
  });

  test('is for production where the payment is live, and is in English where the customer reads it', () => {
    const fields = formFields({ payment: { ...payment, effectiveRunMode: 'LIVE' }, language: 'en' });
    expect(fields).toMatchObject({ vads_ctx_mode: 'PRODUCTION', vads_language: 'en' });
  });

  test('is signed with the first key and the algorithm of the shop', () => {
    const older = {
      ...account,
      formKeys: [new Secret('new'), new Secret(testKey)],
      algorithm: 'SHA-1',
    } satisfies LabanquepostaleAccount;
    const { signature, ...fields } = formFields({ account: older });
    expect(signature).toBe(bankSignature(fields, 'new', 'SHA-1'));
    expect(signature).toMatch(/^[0-9a-f]{40}$/);
  });

  test('leaves out what is empty once it is clean, and an order that is none', () => {
    const fields = formFields({
      payment: { ...payment, idClient: '東京', idCommande: '0' },
      payer: { ...payer, address: ' <> \u0000', country: 'FRA', phone: '' },
    });
    const absent = ['vads_cust_id', 'vads_order_info', 'vads_cust_address', 'vads_cust_country', 'vads_cust_phone'];
    for (const name of absent) expect(fields).not.toHaveProperty(name);
    expect(Object.values(fields)).not.toContain('');
  });

  test('writes texts in the formats of the platform', () => {
    const fields = formFields({
      payment: { ...payment, idClient: 'télévente:12.3' },
      payer: {
        firstName: 'Jean\r\n<b>Luc</b>',
        lastName: '😀'.repeat(70),
        address: `e\u0301tage\u00a02${'x'.repeat(300)}`,
        zipCode: 'NW1 6XE',
        city: 'L’Haÿ-les-Roses',
        country: 'gb',
        phone: '+447911123456',
      },
    });
    expect(fields).toMatchObject({
      vads_cust_first_name: 'Jean b Luc /b',
      vads_cust_last_name: '😀'.repeat(63),
      vads_cust_address: `étage 2${'x'.repeat(248)}`,
      vads_cust_zip: 'NW16XE',
      vads_cust_city: 'L’Haÿ-les-Roses',
      vads_cust_country: 'GB',
      vads_cust_cell_phone: '00447911123456',
      vads_cust_id: 'televente123',
    });
  });

  test('leaves out halves of surrogate pairs, even where a cut made one', () => {
    const torn = { ...payer, firstName: 'Zo\ud83dé', lastName: `${'x'.repeat(62)}😀y` };
    expect(formFields({ payer: torn })).toMatchObject({
      vads_cust_first_name: 'Zoé',
      vads_cust_last_name: `${'x'.repeat(62)}😀`,
    });
  });

  test('writes small what a payer must not say in the words of the bank', () => {
    const fields = formFields({
      payment: { ...payment, email: 'AUTHORISED+Me@example.fr', idClient: 'TEST', idCommande: 'CAPTURED' },
      payer: { ...payer, firstName: ' AUTHORISED<', lastName: 'Été+PRODUCTION', city: 'TESTELT', zipCode: 'REFUSED' },
    });
    expect(fields).toMatchObject({
      vads_cust_email: 'authorised+me@example.fr',
      vads_cust_id: 'test',
      vads_order_info: 'captured',
      vads_cust_first_name: 'authorised',
      vads_cust_last_name: 'Été+production',
      vads_cust_city: 'TESTELT',
      vads_cust_zip: 'refused',
    });
  });

  test.each([
    ['no sequence', { attempt: { ...attempt, sequence: null } }],
    ["a sequence of the platform's own", { attempt: { ...attempt, sequence: 900_000 } }],
    ['a type that is not offered', { payment: { ...payment, paymentType: 'SEPA' } }],
    ['an order reference that does not fit', { attempt: { ...attempt, reference: 'A/1' } }],
    ['an e-mail that was to be refused', { payment: { ...payment, email: `${'a'.repeat(140)}@example.fr` } }],
    ['an amount of nothing', { payment: { ...payment, amountCents: 0 } }],
  ] satisfies [string, Partial<FormRequest<LabanquepostaleAccount>>][])('is not made with %s', (_name, changes) => {
    expect(() => bank.buildForm({ ...request, ...changes })).toThrow();
  });

  test('of any payer survives a browser, is signed and holds no < or >', () => {
    const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 });
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      anyUnits.map((units) => String.fromCharCode(...units)),
      fc.constantFrom('AUTHORISED', 'x+CAPTURED+y', 'PRODUCTION', '<script>', '100 % & plus + "quotes"', '\r\n', ''),
    );
    const anyPayer = fc.record({
      firstName: text,
      lastName: text,
      address: text,
      zipCode: text,
      city: text,
      country: text,
      phone: text,
    });
    fc.assert(
      fc.property(anyPayer, text, text, (somebody, idClient, idCommande) => {
        const form = bank.buildForm({ ...request, payer: somebody, payment: { ...payment, idClient, idCommande } });
        const posted = new URLSearchParams();
        for (const [name, value] of Object.entries(form.fields)) {
          // What the HTML standard does to a field on its way out.
          posted.append(name, value.replaceAll(/\r\n|\r|\n/g, '\r\n').toWellFormed());
        }
        const { signature, ...received } = Object.fromEntries(new URLSearchParams(posted.toString()));
        expect(signature).toBe(bankSignature(received));
        for (const [name, value] of Object.entries(received)) {
          expect(value).not.toMatch(/[<>\p{Cc}]/u);
          expect([...value].length).toBeLessThanOrEqual(limits[name] ?? 1024);
          if (payerFieldName.test(name)) expect(value.split('+').filter((part) => bankWords.has(part))).toEqual([]);
        }
      }),
    );
  });
});

const payerFieldName = /^vads_(?:cust|order_info)/;
const bankWords = new Set(['AUTHORISED', 'CAPTURED', 'AUTHORISED_TO_VALIDATE', 'REFUSED', 'TEST', 'PRODUCTION']);
const limits: Readonly<Record<string, number>> = {
  vads_cust_address: 255,
  vads_cust_cell_phone: 32,
  vads_cust_city: 128,
  vads_cust_country: 2,
  vads_cust_first_name: 63,
  vads_cust_id: 63,
  vads_cust_last_name: 63,
  vads_cust_phone: 32,
  vads_cust_zip: 64,
  vads_order_info: 255,
};

describe('what the bank asks for', () => {
  test('is the whole payer, for each of its types', () => {
    const all = ['firstName', 'lastName', 'address', 'zipCode', 'city', 'country', 'phone'];
    for (const type of ['CB', 'AMEX', 'DIRECT_SEPA'] as const) expect(bank.missingPayerFields(type, null)).toEqual(all);
    expect(bank.missingPayerFields('CB', payer)).toEqual([]);
  });

  test('does not receive a detail if the form would keep nothing of it', () => {
    const lost = { ...payer, lastName: '李', address: '<>', zipCode: '東京', country: 'FRA', phone: '' };
    expect(bank.missingPayerFields('CB', lost)).toEqual(['address', 'zipCode', 'country', 'phone']);
  });

  test('is an e-mail of 150 characters at most', () => {
    const domain = '@example.fr';
    const longest = `${'a'.repeat(150 - domain.length)}${domain}`;
    expect(bank.refusals({ email: longest, amountCents: 999_999_999_999 })).toEqual([]);
    expect(bank.refusals({ email: `a${longest}`, amountCents: 1 })).toMatchObject([{ path: ['email'] }]);
    expect(bank.refusals({ email: '"<b>"@example.fr', amountCents: 1 })).toMatchObject([{ path: ['email'] }]);
  });

  test('is a number that counts up within a shop and a UTC day', () => {
    const lastSecond = Date.UTC(2026, 11, 31, 23, 59, 59);
    const counter = { name: 'labanquepostale:12345678:20261231', first: 0, limit: 900_000 };
    expect(bank.sequenceCounter(account, lastSecond)).toEqual(counter);
    const transactionNumbers = { from: 450_000, to: 499_999 };
    const ranged = { ...counter, first: 450_000, limit: 500_000 };
    expect(bank.sequenceCounter({ ...account, transactionNumbers }, lastSecond)).toEqual(ranged);
    expect(bank.sequenceCounter(account, lastSecond + 1000)?.name).toBe('labanquepostale:12345678:20270101');
    expect(bank.sequenceCounter({ ...account, siteId: '1' }, lastSecond)?.name).toBe('labanquepostale:1:20261231');
    const last = formFields({ attempt: { ...attempt, sequence: 899_999, createdAt: lastSecond } });
    expect(last).toMatchObject({ vads_trans_id: '899999', vads_trans_date: '20261231235959' });
  });

  test('is a new attempt for each visit, soon after the form was dated', () => {
    expect(bank).toMatchObject({ attemptIsSingleUse: true, attemptLifetimeMs: 300_000 });
  });
});
