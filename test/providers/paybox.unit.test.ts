import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numericCountryCodes } from '../../src/kernel/countries.ts';
import { buildForm, createdAt, fieldOf, formRequest, paybox } from '../support/providers/paybox-examples.ts';
import { testHmacKey } from '../support/providers/paybox-recorded.ts';
import { type ParsedElement, parseXml } from '../support/xml.ts';

const billingOf = (payer: NonNullable<Parameters<typeof formRequest>[0]>['payer'] = {}): string =>
  fieldOf(buildForm({ payer }), 'PBX_BILLING') ?? '';
const elementOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)?.[1];

describe('the form', () => {
  test('is the ordered, signed form of the documentation', () => {
    const form = buildForm();
    expect(form).toMatchObject({
      method: 'POST',
      url: 'https://preprod-tpeweb.paybox.com/cgi/MYchoix_pagepaiement.cgi',
    });
    expect(Object.entries(form.fields).slice(0, -1)).toEqual([
      ['PBX_SITE', '1999888'],
      ['PBX_RANG', '032'],
      ['PBX_IDENTIFIANT', '110647233'],
      ['PBX_TOTAL', '1990'],
      ['PBX_DEVISE', '978'],
      ['PBX_CMD', '4K7M9QXT-1'],
      ['PBX_PORTEUR', 'zoe+compte@example.com'],
      [
        'PBX_RETOUR',
        'amount:M;ref:R;call:T;auth:A;trans:S;type:P;card:C;bin:N;last:J;exp:D;country:Y;ip:I;secure:F;guarantee:G;date:W;time:Q;error:E;sign:K',
      ],
      ['PBX_EFFECTUE', 'https://pay.example/pay/dG9rZW4/return/success'],
      ['PBX_REFUSE', 'https://pay.example/pay/dG9rZW4/return/refused'],
      ['PBX_ANNULE', 'https://pay.example/pay/dG9rZW4/return/cancelled'],
      ['PBX_ATTENTE', 'https://pay.example/pay/dG9rZW4/return/pending'],
      ['PBX_REPONDRE_A', 'https://pay.example/notify/paybox/1'],
      ['PBX_RUF1', 'POST'],
      ['PBX_TYPEPAIEMENT', 'CARTE'],
      ['PBX_TYPECARTE', 'CB'],
      ['PBX_SOUHAITAUTHENT', '01'],
      ['PBX_LANGUE', 'FRA'],
      [
        'PBX_SHOPPINGCART',
        '<?xml version="1.0" encoding="utf-8"?><shoppingcart><total><totalQuantity>1</totalQuantity></total></shoppingcart>',
      ],
      [
        'PBX_BILLING',
        '<?xml version="1.0" encoding="utf-8"?><Billing><Address><FirstName>Zoe</FirstName><LastName>Lefevre</LastName><Address1>12 rue de la Paix</Address1><ZipCode>75002</ZipCode><City>Paris</City><CountryCode>250</CountryCode><CountryCodeMobilePhone>+33</CountryCodeMobilePhone><MobilePhone>0612345678</MobilePhone></Address></Billing>',
      ],
      ['PBX_HASH', 'SHA512'],
      ['PBX_TIME', '2026-11-25T09:26:55+00:00'],
    ]);
    expect(Object.keys(form.fields).at(-1)).toBe('PBX_HMAC');
  });

  test.each([
    [1, '001'],
    [99, '099'],
    [100, '100'],
    [9_999_999_999, '9999999999'],
  ])('writes %i cents as %s', (amountCents, total) => {
    expect(fieldOf(buildForm({ payment: { amountCents } }), 'PBX_TOTAL')).toBe(total);
  });

  test('asks for an American Express card where the payment is by AMEX', () => {
    const form = buildForm({ payment: { paymentType: 'AMEX', typePaiement: 'AMEX' } });
    expect(fieldOf(form, 'PBX_TYPEPAIEMENT')).toBe('CARTE');
    expect(fieldOf(form, 'PBX_TYPECARTE')).toBe('AMEX');
  });

  test('is not made for a type of payment that Paybox does not take', () => {
    expect(() => buildForm({ payment: { paymentType: 'SEPA' } })).toThrow('CB and AMEX');
  });

  test('speaks English to who reads English', () => {
    expect(fieldOf(buildForm({ rest: { language: 'en' } }), 'PBX_LANGUE')).toBe('GBR');
  });

  test('names its source to the responsive page alone', () => {
    const pageUrl = 'https://tpeweb.paybox.com/cgi/FramepagepaiementRWD.cgi';
    const responsive = buildForm({ account: { pageUrl } });
    expect(responsive.url).toBe(pageUrl);
    expect(fieldOf(responsive, 'PBX_SOURCE')).toBe('RWD');
    expect(
      fieldOf(buildForm({ account: { pageUrl: 'https://tpeweb.paybox.com/php/' } }), 'PBX_SOURCE'),
    ).toBeUndefined();
  });

  test('is signed anew each time and ends with the time-out of the page', () => {
    const later = buildForm({ rest: { now: createdAt + 60_000 } });
    expect(fieldOf(later, 'PBX_TIME')).toBe('2026-11-25T09:27:53+00:00');
    expect(fieldOf(later, 'PBX_HMAC')).not.toBe(fieldOf(buildForm(), 'PBX_HMAC'));
    expect(later.expiresAt).toBe(createdAt + paybox.attemptLifetimeMs);
    expect(paybox.attemptLifetimeMs).toBe(900_000);
  });

  test.each([
    ['relative', '/notify/paybox'],
    ['too long', `https://pay.example/${'n'.repeat(131)}`],
    ['with a bare semicolon', 'https://pay.example/notify;a'],
  ])('is not made with an address that is %s', (_description, notification) => {
    const { addresses } = formRequest();
    expect(() => buildForm({ rest: { addresses: { ...addresses, notification } } })).toThrow(
      'absolute addresses of 150',
    );
  });

  test('takes an address of just 150 characters', () => {
    const { addresses } = formRequest();
    const notification = `https://pay.example/${'n'.repeat(130)}`;
    const form = buildForm({ rest: { addresses: { ...addresses, notification } } });
    expect(fieldOf(form, 'PBX_REPONDRE_A')).toBe(notification);
  });
});

describe('the billing document', () => {
  test('is transliterated before it is cut, and trimmed after', () => {
    const xml = billingOf({
      firstName: 'Élodie-Anaïs Œuvrard Ç',
      lastName: `${'ß'.repeat(12)}`,
      city: 'Groß  Köln ',
      address: `${'a'.repeat(49)} bis`,
    });
    expect(elementOf(xml, 'FirstName')).toBe('Elodie-Anais OEuvrard');
    expect(elementOf(xml, 'LastName')).toBe('s'.repeat(22));
    expect(elementOf(xml, 'City')).toBe('Gross Koln');
    expect(elementOf(xml, 'Address1')).toBe('a'.repeat(49));
  });

  test('holds nothing that is markup or a line break', () => {
    const xml = billingOf({
      firstName: 'Jean & Marie',
      lastName: 'O’Brien <b>]]>',
      address: '3, allée\r\n n° 5 ＜／Address1＞ "B"',
      city: 'Москва\u0000',
    });
    expect(elementOf(xml, 'FirstName')).toBe('Jean Marie');
    expect(elementOf(xml, 'LastName')).toBe("O'Brien b");
    expect(elementOf(xml, 'Address1')).toBe('3, allee n 5 /Address1 "B"');
    expect(elementOf(xml, 'City')).toBe('');
  });

  test('cuts the postal code to ten characters', () => {
    expect(elementOf(billingOf({ zipCode: 'AB12 34567890' }), 'ZipCode')).toBe('AB12 34567');
  });

  test.each([
    ['FR', '250'],
    ['BE', '056'],
    ['AF', '004'],
    ['XK', ''],
  ])('writes the country %s as "%s"', (country, code) => {
    expect(elementOf(billingOf({ country }), 'CountryCode')).toBe(code);
  });

  test.each([
    ['+33612345678', '+33', '0612345678'],
    ['+330612345678', '+33', '0612345678'],
    ['+262692123456', '+262', '0692123456'],
    ['+32470123456', '+32', '470123456'],
    ['+12125550123', '+1', '2125550123'],
    ['+74951234567', '+7', '4951234567'],
    ['+352621123456', '+352', '621123456'],
    ['+491701234567', '+49', '1701234567'],
    // Cut to ten digits it would be the number of another person.
    ['+4915112345678', '', ''],
    ['+3306123456789', '', ''],
    ['+390612345678', '+39', '0612345678'],
    ['+971501234567', '+971', '501234567'],
    ['+85291234567', '+852', '91234567'],
    ['0612345678', '', ''],
  ])('splits the phone number %s into "%s" and "%s"', (phone, countryCode, national) => {
    const xml = billingOf({ phone });
    expect(elementOf(xml, 'CountryCodeMobilePhone')).toBe(countryCode);
    expect(elementOf(xml, 'MobilePhone')).toBe(national);
  });

  test('has the details of the payer that it is given, where the payment has none of its own', () => {
    const ofFallback = formRequest({ payment: { payer: null }, payer: { firstName: 'Camille' } });
    const ofOther = formRequest({ payment: { payer: null }, payer: { firstName: 'Dominique' } });
    const names = [ofFallback, ofOther, ofFallback, ofOther].map((request) =>
      elementOf(fieldOf(paybox.buildForm(request), 'PBX_BILLING') ?? '', 'FirstName'),
    );
    expect(names).toEqual(['Camille', 'Dominique', 'Camille', 'Dominique']);
  });

  test('knows every country by the number that Unicode knows it by', () => {
    expect(numericCountryCodes.size).toBe(249);
    for (const [country, code] of numericCountryCodes) {
      expect([country, new Intl.Locale(`und-${code}`).region]).toEqual([country, country]);
    }
  });
});

test('any payer and e-mail give a form that verifies, with well-formed documents within the limits', () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 });
  const payers = fc.record({
    firstName: text,
    lastName: text,
    address: text,
    zipCode: text,
    city: text,
    country: fc.constantFrom(...numericCountryCodes.keys()),
    phone: fc.stringMatching(/^\+[1-9][0-9]{6,14}$/),
  });
  const limits = { FirstName: 22, LastName: 22, Address1: 50, ZipCode: 10, City: 50, MobilePhone: 10 };
  fc.assert(
    fc.property(payers, fc.emailAddress(), (payer, email) => {
      const { fields } = buildForm({ payer, payment: { email } });
      const posted = Object.entries(fields);
      const signed = posted.slice(0, -1).map(([name, value]) => `${name}=${value}`);
      const hmac = createHmac('sha512', Buffer.from(testHmacKey, 'hex')).update(signed.join('&')).digest('hex');
      expect(posted.at(-1)).toEqual(['PBX_HMAC', hmac.toUpperCase()]);
      expect(fieldOf({ fields }, 'PBX_PORTEUR')).toBe(email);

      const xml = fieldOf({ fields }, 'PBX_BILLING') ?? '';
      expect(xml).toMatch(/^[ -~]+$/);
      const elements = addressIn(parseXml(xml))?.children ?? [];
      expect(elements.map(({ name }) => name)).toEqual([
        ...['FirstName', 'LastName', 'Address1', 'ZipCode', 'City'],
        ...['CountryCode', 'CountryCodeMobilePhone', 'MobilePhone'],
      ]);
      for (const { name, text } of elements) {
        const limit = new Map(Object.entries(limits)).get(name);
        if (limit !== undefined) expect(text.length).toBeLessThanOrEqual(limit);
        expect(text).toBe(text.trim());
      }
      expect(elementOf(xml, 'FirstName')).toMatch(/^[A-Za-z0-9 '/-]*$/);
      expect(elementOf(xml, 'LastName')).toMatch(/^[A-Za-z0-9 '/-]*$/);
      expect(elementOf(xml, 'CountryCode')).toMatch(/^[0-9]{3}$/);
      expect(elementOf(xml, 'CountryCodeMobilePhone')).toMatch(/^(\+[0-9]{1,3})?$/);
      expect(elementOf(xml, 'MobilePhone')).toMatch(/^[0-9]*$/);
    }),
  );
});

test.each([
  [null, '01'],
  ['00151', '01'],
  ['001A1', '04'],
])('after %s strong authentication is asked for by %s', (lastBankCode, wanted) => {
  expect(fieldOf(buildForm({ rest: { lastBankCode } }), 'PBX_SOUHAITAUTHENT')).toBe(wanted);
});

test('the form goes to the backup page while that one is to be used, and to the first where there is none', () => {
  const { account } = formRequest();
  const backupPageUrl = 'https://tpeweb1.example/php/';
  const leadsTo = (change: object, usesBackupPage: boolean) =>
    buildForm({ account: { ...account, ...change }, rest: { usesBackupPage } }).url;
  expect(leadsTo({ backupPageUrl }, true)).toBe(backupPageUrl);
  expect(leadsTo({ backupPageUrl }, false)).toBe(account.pageUrl);
  expect(leadsTo({}, true)).toBe(account.pageUrl);
});

describe('what Paybox asks for', () => {
  test('is the whole payer, by either card, and no counter', () => {
    const whole = ['firstName', 'lastName', 'address', 'zipCode', 'city', 'country', 'phone'];
    expect(paybox.missingPayerFields('CB', null)).toEqual(whole);
    expect(paybox.missingPayerFields('AMEX', {})).toEqual(whole);
    expect(paybox.missingPayerFields('CB', formRequest().payer)).toEqual([]);
    expect(paybox.sequenceCounter(formRequest().account, createdAt)).toBeNull();
    expect(paybox.attemptIsSingleUse).toBe(false);
  });

  test('does not receive a detail if its characters keep nothing readable', () => {
    const lost = { ...formRequest().payer, firstName: '李', lastName: '王-', city: 'Москва', phone: '+4915112345678' };
    expect(paybox.missingPayerFields('CB', lost)).toEqual(['firstName', 'lastName', 'city', 'phone']);
    expect(paybox.missingPayerFields('CB', { ...lost, country: 'XK' })).toContain('country');
  });

  test.each([
    ['a@b.f', 1, [['email']]],
    ['a@b.fr', 1, []],
    [`${'a'.repeat(116)}@b.fr`, 1, [['email']]],
    [`${'a'.repeat(60)}@${'b'.repeat(56)}.fr`, 1, []],
    ['abcdefg', 1, [['email']]],
    ['a@localhost', 1, [['email']]],
    ['a@b.fr', 9_999_999_999, []],
    ['a@b.fr', 10_000_000_000, [['amount']]],
    ['a@b', 10_000_000_000, [['email'], ['amount']]],
  ])('of %s and %i cents is refused at %j, and the e-mail is not repeated', (email, amountCents, paths) => {
    const issues = paybox.refusals({ email, amountCents });
    expect(issues.map(({ path }) => path)).toEqual(paths);
    for (const { message } of issues) expect(message).not.toContain(email);
  });
});

function addressIn(element: ParsedElement): ParsedElement | null {
  if (element.name === 'Address') return element;
  return element.children.map(addressIn).find((found) => found !== null) ?? null;
}
