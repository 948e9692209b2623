import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rumKeyOf } from '../../../src/kernel/sepa/mandate.ts';
import {
  canChangeMandate,
  lapsesOn,
  type Mandate,
  mandateCause,
  mandateStatus,
  mandateTransitions,
  maskIban,
  sequenceTypeOf,
  whyNotUsable,
} from '../../../src/modules/direct-debits/mandates/mandate.ts';
import { debtorIban } from '../../support/direct-debits/mandate-requests.ts';

const mandate: Mandate = {
  id: `mdt_${'0'.repeat(32)}`,
  token: 'A'.repeat(24),
  rum: 'RUM-1',
  ics: 'FR72ZZZ123456',
  creditorName: 'J MILLIET BBC',
  idSociete: '1',
  idClient: '2263',
  runMode: 'TEST',
  scheme: 'CORE',
  type: 'RECURRENT',
  status: 'ACTIVE',
  version: 1,
  client: 'anonymous',
  debtor: { name: 'A', iban: debtorIban, bic: null, address: null },
  signature: { signedOn: '2024-02-29', place: null, method: 'PAPER', evidenceDigest: null },
  bankConfirmedOn: null,
  amendment: null,
  lastCollectedOn: null,
  collections: 0,
  endsWithNext: false,
  createdAt: 0,
  updatedAt: 0,
};

describe('the states of a mandate', () => {
  it('name each change once, and never a change to the same status', () => {
    const changes = mandateTransitions.map(([from, to]) => `${from}>${to}`);
    expect(new Set(changes).size).toBe(changes.length);
    for (const [from, to] of mandateTransitions) expect(from).not.toBe(to);
  });

  it('let nothing out of REVOKED and EXPIRED, whatever happens in whatever order', () => {
    const step = fc.record({
      to: fc.constantFrom(...mandateStatus.names),
      cause: fc.constantFrom(...mandateCause.names),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let status: Mandate['status'] = 'DRAFT';
        let wasSigned = false;
        for (const { to, cause } of steps) {
          if (!canChangeMandate(status, to, cause)) continue;
          expect(['REVOKED', 'EXPIRED']).not.toContain(status);
          if (cause === 'SIGNATURE') wasSigned = true;
          status = to;
          if (status === 'ACTIVE') expect(wasSigned).toBe(true);
        }
      }),
    );
  });
});

describe('an unused mandate', () => {
  it('is void 36 months after the signature, or after the last debit', () => {
    expect(lapsesOn(mandate)).toBe('2027-02-28');
    expect(lapsesOn({ ...mandate, lastCollectedOn: '2026-12-11' })).toBe('2029-12-11');
    expect(lapsesOn({ ...mandate, status: 'REVOKED' })).toBeNull();
    expect(whyNotUsable(mandate, '2027-02-27')).toBeNull();
    expect(whyNotUsable(mandate, '2027-02-28')).toContain('36 months');
    expect(whyNotUsable({ ...mandate, status: 'SUSPENDED' }, '2026-01-01')).toContain('SUSPENDED');
    expect(whyNotUsable({ ...mandate, debtor: null }, '2026-01-01')).toContain('erased');
  });
});

describe('the sequence of a debit', () => {
  it.each([
    ['OOFF', { type: 'ONE_OFF' }, true],
    ['RCUR', {}, false],
    ['FRST', {}, true],
    ['RCUR', { collections: 1 }, true],
    ['FNAL', { collections: 1, endsWithNext: true }, false],
  ] as const)('is %s for %j where first ones are named: %j', (expected, change, namesFirst) => {
    expect(sequenceTypeOf({ ...mandate, ...change }, namesFirst)).toBe(expected);
  });
});

it('references are compared without case and blanks, and accounts are shown by their ends', () => {
  expect(rumKeyOf('Milliet 1-a')).toBe(rumKeyOf('MILLIET1-A'));
  expect(maskIban(debtorIban)).toBe('FR76 •••• 0189');
});
