import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdentifiers, normaliseReference } from '../../src/kernel/identifiers.ts';
import { Secret } from '../../src/kernel/merchant.ts';
import { centsToDecimal, euros, formatMoney } from '../../src/kernel/money.ts';
import { isFinal, paymentRunMode, paymentStatus, paymentTarget, paymentType } from '../../src/kernel/vocabulary.ts';
import { combinationsOf, firstStatus } from '../../src/modules/payments/capabilities.ts';
import { canChange, transitionCause, transitions } from '../../src/modules/payments/transitions.ts';
import { capabilities } from '../support/providers/capabilities.ts';

describe('the vocabulary', () => {
  it('has the legacy ordinals', () => {
    expect(paymentTarget.names).toEqual(['LABANQUEPOSTALE', 'PAYBOX', 'MILLIET']);
    expect(paymentRunMode.names).toEqual(['TEST', 'LIVE', 'FORCE_LIVE']);
    expect(paymentType.names).toEqual(['DIRECT_SEPA', 'SEPA', 'CB', 'AMEX', 'COMPTABILITE']);
  });

  it('does not take a name of Object.prototype for one of its own', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) expect(paymentTarget.has(name)).toBe(false);
  });

  it('names what is allowed in the refusal', () => {
    expect(combinationsOf(capabilities.filter(({ flow }) => flow !== null))).toBe(
      'LABANQUEPOSTALE: DIRECT_SEPA, CB, AMEX; PAYBOX: CB, AMEX; MILLIET: DIRECT_SEPA, SEPA, COMPTABILITE',
    );
    expect(capabilities).toHaveLength(15);
    expect(firstStatus).toMatchObject({ BOOKING: 'PAID', DIRECT_DEBIT: 'PENDING' });
  });
});

describe('the state table', () => {
  it('names each change once, and never a change to the same status', () => {
    const changes = transitions.map(([from, to]) => `${from}>${to}`);
    expect(new Set(changes).size).toBe(changes.length);
    for (const [from, to] of transitions) expect(from).not.toBe(to);
  });

  it("never lets a bank's message take a payment back from paid to waiting, refused or expired", () => {
    for (const to of ['REQUIRES_ACTION', 'PENDING', 'AUTHORIZED', 'REFUSED', 'EXPIRED', 'FAILED'] as const) {
      for (const from of ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED', 'RETURNED'] as const) {
        for (const cause of transitionCause.names) expect(canChange(from, to, cause)).toBe(false);
      }
    }
  });

  it('lets only a verified message, a statement, a caller or a person make a payment paid', () => {
    for (const [, to, causes] of transitions) {
      if (to === 'PAID')
        for (const cause of causes) expect(['BANK_NEWS', 'BANK_STATEMENT', 'CALLER', 'REVIEW']).toContain(cause);
    }
  });

  it("leaves NEEDS_REVIEW to a person, the bank's own statement and money that it tells of, and lets every waiting status out", () => {
    const isLeftBy = (cause: string) =>
      transitions.filter(([from, , causes]) => from === 'NEEDS_REVIEW' && causes.some((one) => one === cause));
    const left = transitions.filter(([from]) => from === 'NEEDS_REVIEW');
    expect(isLeftBy('REVIEW')).toEqual(left.filter(([, to]) => to !== 'AUTHORIZED' && to !== 'PENDING'));
    expect(isLeftBy('BANK_NEWS').map(([, to]) => to)).toEqual(['PAID', 'AUTHORIZED']);
    expect(isLeftBy('BANK_STATEMENT').map(([, to]) => to)).toEqual(['PAID', 'REFUSED', 'RETURNED']);
    // A debit whose file is taken back: the bank never had it.
    expect(isLeftBy('CALLER')).toEqual([['NEEDS_REVIEW', 'PENDING', ['CALLER']]]);
    for (const cause of ['BATCH', 'CLOCK', 'RETRY', 'CONTRADICTION']) {
      expect(isLeftBy(cause)).toEqual([]);
    }
    for (const status of paymentStatus.names) {
      if (!isFinal(status)) expect(transitions.some(([from]) => from === status)).toBe(true);
    }
  });
});

describe('money', () => {
  it('is written exactly, for people and for banks', () => {
    expect(formatMoney(euros(999_999_999_999), 'fr-FR').replaceAll(/\s/gu, ' ')).toBe('9 999 999 999,99 €');
    expect([centsToDecimal(1), centsToDecimal(10), centsToDecimal(123456)]).toEqual(['0.01', '0.10', '1234.56']);
  });

  it('is written in the way of each locale, however many were asked for before', () => {
    const regions = 'AD AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ'.split(
      ' ',
    );
    const locales = regions.flatMap((region) => [`fr-${region}`, `en-${region}`]);
    for (const locale of [...locales, ...locales]) {
      const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
      expect(formatMoney(euros(123_456), locale)).toBe(format.format(1234.56));
    }
  });

  it.each([0, -1, 1.5, 1_000_000_000_000, Number.NaN])('is never %s', (cents) => {
    expect(() => euros(cents)).toThrow('an amount is');
  });

  it('has a decimal form that loses nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (cents) => {
        expect(BigInt(centsToDecimal(cents).replace('.', ''))).toBe(BigInt(cents));
      }),
    );
  });
});

describe('identifiers', () => {
  it('sort by time, and a reference survives the telephone', () => {
    const times = [5, 5, 4, 6];
    const identifiers = createIdentifiers(() => times.shift() ?? 7);
    const ids = Array.from({ length: 9000 }, () => identifiers.newId('pay'));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(9000);
    expect(normaliseReference(' 4k7m 9oil')).toBe('4K7M-9011');
  });

  it('that are random lie together where they are made together, and are never the same', () => {
    const identifiers = createIdentifiers(() => 7);
    const references = Array.from({ length: 6400 }, () => identifiers.newReference());
    const tokens = Array.from({ length: 6400 }, () => identifiers.newToken());
    for (const reference of references) expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{24}$/);
    expect(new Set(references.map((reference) => reference.slice(0, 4))).size).toBeLessThanOrEqual(100);
    expect(new Set(references.map((reference) => reference.slice(0, 4))).size).toBeGreaterThan(95);
    // A reference may meet another, and the payment draws again; what opens a page may not.
    expect(new Set(references).size).toBeGreaterThan(6380);
    expect(new Set(tokens.map((token) => token.slice(3))).size).toBe(6400);
  });
});

describe('a secret', () => {
  it('is masked however it is written out', async () => {
    const secret = new Secret('canary');
    const { inspect } = await import('node:util');
    expect(
      [String(secret), JSON.stringify({ secret }), inspect(secret, { showHidden: true }), `${secret}`].join(),
    ).not.toContain('canary');
    expect(secret.reveal()).toBe('canary');
  });
});
