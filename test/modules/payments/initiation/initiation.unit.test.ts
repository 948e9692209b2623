import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsCardNumber, isWrittenCardNumber } from '../../../../src/kernel/card-number.ts';
import {
  derivedKey,
  fingerprint,
  idempotencyKeyOfHeader,
  parseInitiation,
} from '../../../../src/modules/payments/initiation/initiation.ts';
import { cardPayment } from '../../../support/requests.ts';

describe('an initiation', () => {
  it('is normalised: NFC, trimmed e-mail with its domain in ASCII, empty order', () => {
    const parsed = parseInitiation({
      ...cardPayment,
      idOrigin: 'te\u0301le\u0301vente',
      email: " Jean.O'Neil+x@EXAMPLE.fr ",
      idCommande: '',
      payer: { phone: '06 12 34 56 78', country: 'fr' },
    });
    expect(parsed).toMatchObject({
      idOrigin: 'télévente',
      email: "Jean.O'Neil+x@example.fr",
      idCommande: '0',
      typePaiement: 'CB',
      payer: { phone: '+33612345678', country: 'FR' },
    });
    expect(parseInitiation({ ...cardPayment, email: 'a@bücher.example' }).email).toBe('a@xn--bcher-kva.example');
  });

  it.each([
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033 (0) 612345678', '+33612345678'],
    ['00 33 6.12.34.56.78', '+33612345678'],
    ['(06) 12-34-56-78', '+33612345678'],
    ['+39 (0)6 1234 5678', '+390612345678'],
  ])('reads the phone number %s as %s', (phone, read) => {
    expect(parseInitiation({ ...cardPayment, payer: { phone } }).payer).toEqual({ phone: read });
  });

  it('keeps a plain domain, which is its own ASCII form, and refuses one that has none', () => {
    const label = fc.stringMatching(/^(?:xn--)?[a-z0-9](?:[a-z0-9-]{0,8}[a-z0-9])?$/);
    fc.assert(
      fc.property(
        fc.array(label, { minLength: 1, maxLength: 4 }),
        fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/),
        (labels, last) => {
          const domain = [...labels, last].join('.');
          const accepts = () => parseInitiation({ ...cardPayment, email: `a@${domain}` }).email;
          if (domainToASCII(domain) === domain) expect(accepts()).toBe(`a@${domain}`);
          else expect(accepts).toThrow('email');
        },
      ),
    );
  });

  it('takes the country of a payer for a country where ISO 3166-1 has it', () => {
    for (const country of ['UK', 'ZZ', 'XK', 'FRA', 'France']) {
      expect(() => parseInitiation({ ...cardPayment, payer: { country } })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', path: ['payer', 'country'] }),
      );
    }
    expect(parseInitiation({ ...cardPayment, payer: { country: ' gb ' } }).payer?.country).toBe('GB');
  });

  it('refuses half a surrogate pair and a name that is not known', () => {
    expect(() => parseInitiation({ ...cardPayment, commentaire: 'a\ud800' })).toThrow('commentaire');
    expect(() => parseInitiation({ ...cardPayment, montant: 3 })).toThrow('not known');
  });

  it('has a fingerprint that the order of the fields, nulls and the key do not change', () => {
    const one = parseInitiation({ ...cardPayment, idempotencyKey: 'a', returnUrl: null });
    const { amount, ...rest } = cardPayment;
    const other = parseInitiation({ ...rest, typePaiement: 'CB', amount: String(amount) });
    expect(fingerprint(one)).toBe(fingerprint(other));
    expect(fingerprint(one)).not.toBe(fingerprint(parseInitiation({ ...cardPayment, amount: 1251 })));
  });

  it('has the fingerprint and the derived key that earlier versions stored', () => {
    const stored = parseInitiation({
      ...{ paymentTarget: 'MILLIET', paymentRunMode: 'LIVE', paymentType: 'COMPTABILITE', typePaiement: 'CB' },
      ...{ idOrigin: 'compta', idSociete: '2', idClient: '2263', idCommande: '45012', amount: 1250 },
      ...{ email: 'client@example.fr', commentaire: 'Livraison', returnUrl: 'https://shop.example/merci' },
      ...{ capture: 'LATER', mandate: 'RUM-1', accounting: { means: 'CHEQUE', date: '2026-11-28' } },
      ...{ payer: { firstName: 'Jean', country: 'FR', phone: '+33612345678' }, idempotencyKey: 'k' },
    });
    expect(fingerprint(stored)).toBe('6680c6aabd36b3ceddd262701db0871ea15e502e6c09ada9e8ad4d3c4bf1ad11');
    expect(derivedKey(stored, 'web TEST')).toBe(
      '45012 6dc5d54b171d6be13c9d161a1f3dc2d01624d5182427444e2fda3fbf3616378b',
    );
  });

  it('has a derived key of all fields but the comment, apart for each scope', () => {
    const key = derivedKey(parseInitiation(cardPayment), 'web TEST');
    expect(key).toMatch(new RegExp(`^${cardPayment.idCommande} [0-9a-f]{64}$`));
    expect(derivedKey(parseInitiation({ ...cardPayment, commentaire: 'autre' }), 'web TEST')).toBe(key);
    expect(derivedKey(parseInitiation(cardPayment), 'web LIVE')).not.toBe(key);
    for (const change of [
      { amount: 1 },
      { email: 'b@c.fr' },
      { idCommande: '2' },
      { idClient: '2' },
      { paymentRunMode: 'LIVE' },
      { mandate: 'RUM-1' },
      { returnUrl: 'https://shop.example/' },
    ]) {
      expect(derivedKey(parseInitiation({ ...cardPayment, ...change }), 'web TEST')).not.toBe(key);
    }
  });

  it('has a derived key that what only a query can say changes where it is given, and not where it is left out', () => {
    const keyOf = (change: object) => derivedKey(parseInitiation({ ...cardPayment, ...change }), 'web TEST');
    // As it was stored before these fields counted.
    expect(keyOf({ mandate: null })).toBe('45012 db4b0d6dc74fb88810bff8882ebcb3900d2d487cd3a9f2b3a2ffc1e801dce4b4');
    expect(keyOf({ mandate: 'RUM-1' })).not.toBe(keyOf({ mandate: 'RUM-2' }));
    expect(keyOf({ mandate: 'RUM-1' })).toBe(keyOf({ mandate: 'rum-1' }));
    expect(keyOf({ returnUrl: 'https://a.fr/' })).not.toBe(keyOf({ returnUrl: 'https://b.fr/' }));
  });

  it('sees a card number through its separators, and none in other numbers', () => {
    for (const text of [
      '4970110000000013',
      '4970-1100-0000-0013',
      'n° 3759 000000 00008.',
      'x4970110000000013y',
      '4111 1111 1111 1111 12/27',
      '12 4111 1111 1111 1111 123',
      '4111\u00a01111\u20111111\u200b1111',
      '4111, 1111, 1111, 1111',
      '４１１１１１１１１１１１１１１１',
    ]) {
      expect(holdsCardNumber(text)).toBe(true);
    }
    for (const text of ['FR14 2004 1010 0505 0001 3M02 606', 'commande 45012', '0000000000000', '4970110000000014']) {
      expect(holdsCardNumber(text)).toBe(false);
    }
  });

  it('is no name either, of an order or in an address; a long number of an order is', () => {
    for (const name of ['4970110000000013', '4970 1100 0000 0013', '375900000000008', '5555.5555-5555_4444']) {
      expect(isWrittenCardNumber(name)).toBe(true);
    }
    // The numbers of orders at marketplaces, of articles (EAN) and of milliseconds.
    for (const name of ['404-7110000-0000013', '4006381333931', '1764061234567', 'A4970110000000013', '45012']) {
      expect(isWrittenCardNumber(name)).toBe(false);
    }
    const refused = [
      { idClient: '4970110000000013' },
      { idCommande: '4970 1100 0000 0013' },
      { idOrigin: '375900000000008' },
      { email: '4970110000000013@example.fr' },
      { mandate: '4970110000000013' },
    ];
    for (const change of refused) {
      expect(() => parseInitiation({ ...cardPayment, ...change })).toThrow(/card number\.$/);
    }
  });

  it('reads the header bare and quoted', () => {
    expect(['abc', ' "abc" ', '"a\\"b"', '"open'].map(idempotencyKeyOfHeader)).toEqual(['abc', 'abc', 'a"b', '"open']);
  });
});
