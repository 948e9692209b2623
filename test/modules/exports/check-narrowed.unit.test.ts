import { expect, it } from 'vitest';
import { anonymous, type Caller, consoleRight, scope } from '../../../src/kernel/caller.ts';
import { checkNarrowed } from '../../../src/modules/exports/check-narrowed.ts';

const rights = new Set(consoleRight.names);
const person = {
  ...{ id: 'per_1', name: 'Camille Exemple', roles: [], rights, refundLimitCents: 0 },
  ...{ sessionId: 'ses_1', confirmedAt: null, confirmedUntil: null },
};
const all: Caller = { ...anonymous, person, runModes: new Set(['TEST', 'LIVE']) };
const limited: Caller = {
  ...all,
  ...{ societes: new Set(['1', '2']), origins: new Set(['web', 'dcp']), targets: new Set(['PAYBOX', 'MILLIET']) },
};

const narrower: readonly (readonly [string, Caller, Partial<Caller>])[] = [
  ['of some sociétés only', all, { societes: new Set(['1', '2', '3', '6']) }],
  ['of fewer sociétés', limited, { societes: new Set(['2']) }],
  ['of some origins only', all, { origins: new Set(['web']) }],
  ['of other origins', limited, { origins: new Set(['web', 'ibar']) }],
  ['of some targets only', all, { targets: new Set(['PAYBOX']) }],
  ['of fewer targets', limited, { targets: new Set() }],
  ['without a run mode', all, { runModes: new Set(['TEST']) }],
  ['without a scope', all, { scopes: new Set(scope.names.filter((name) => name !== 'operations')) }],
  ['without a right', all, { person: { ...person, rights: new Set(['approve', 'people']) } }],
];
it.each(narrower)('a caller %s may see less', (_what, first, change) => {
  expect(() => checkNarrowed(first, { ...first, ...change })).toThrow('less than when the export began');
});

it('a caller with the same rights or wider ones may see as much', () => {
  for (const [first, now] of [
    [all, { ...all, person: { ...person, sessionId: 'ses_2' } }],
    [limited, { ...limited, societes: new Set(['2', '3', '1']) }],
    [limited, all],
    [{ ...limited, scopes: new Set(['read'] as const) }, all],
  ] as const) {
    expect(() => checkNarrowed(first, now)).not.toThrow();
  }
});
