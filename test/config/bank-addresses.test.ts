import { describe, expect, it } from 'vitest';
import { goodPaybox, labanquepostale, problemsOf } from '../support/config/good-file.ts';

describe('the bank that an account stands at', () => {
  const direct = { url: 'https://direct.example/', backupUrl: null };
  const backupAt = (availabilityUrl: string) => ({
    availabilityUrl: 'https://tpeweb.paybox.com/load.html',
    backup: { pageUrl: 'https://tpeweb1.paybox.com/php/', availabilityUrl },
  });
  const developing = (mode: 'TEST' | 'LIVE', change: object) => ({
    societes: { '1': { name: 'A', PAYBOX: { [mode]: { ...goodPaybox, direct, ...change } } } },
  });

  it.each([
    ['TEST', 'pageUrl', { pageUrl: 'https://tpeweb.paybox.com/php/' }],
    ['TEST', 'pageUrl', { pageUrl: 'https://TPEWEB1.e-transactions.fr./php/' }],
    ['TEST', 'direct.url', { direct: { url: 'https://ppps.paybox.com/PPPS.php' } }],
    ['TEST', 'direct.backupUrl', { direct: { ...direct, backupUrl: 'https://ppps1.paybox.com/PPPS.php' } }],
    ['TEST', 'availabilityUrl', { availabilityUrl: 'https://tpeweb.paybox.com/load.html' }],
    ['LIVE', 'availabilityUrl', { availabilityUrl: 'https://preprod-tpeweb.paybox.com/load.html' }],
    ['LIVE', 'backup.availabilityUrl', backupAt('https://preprod-tpeweb.paybox.com/load.html')],
    ['LIVE', 'pageUrl', { pageUrl: 'https://recette-tpeweb.e-transactions.fr/php/' }],
    ['LIVE', 'direct.url', { direct: { url: 'https://preprod-ppps.paybox.com/PPPS.php' } }],
  ] as const)('is not that of the other mode, on any deployment: %s %s %o', (mode, entry, change) => {
    expect(problemsOf(developing(mode, change))).toEqual([
      expect.stringContaining(`societes.1.PAYBOX.${mode}.${entry}: is Paybox's address for `),
    ]);
  });

  it.each([
    ['TEST', { pageUrl: 'https://preprod-tpeweb.paybox.com/php/' }],
    [
      'LIVE',
      { pageUrl: 'https://tpeweb1.paybox.com/php/', direct: { url: 'https://ppps.e-transactions.fr/PPPS.php' } },
    ],
    ['TEST', { pageUrl: 'https://tpeweb.paybox.com.example/php/' }],
    ['TEST', { pageUrl: 'http://127.0.0.1:4000/sandbox/paybox/page' }],
  ] as const)('is that of its own mode, or an unknown one: %s %o', (mode, change) => {
    expect(problemsOf(developing(mode, change))).toEqual([]);
  });

  it.each([
    ['TEST', 'prodpassword_canary'],
    ['LIVE', 'testpassword_canary'],
  ] as const)('is not asked in mode %s with a password of the other mode', (mode, password) => {
    const rest = { url: 'https://api.example', password: { env: 'REST_PASSWORD' } };
    const file = { societes: { '1': { name: 'A', LABANQUEPOSTALE: { [mode]: { ...labanquepostale, rest } } } } };
    const problems = problemsOf(file, { REST_PASSWORD: password });
    expect(problems).toEqual([expect.stringContaining(`societes.1.LABANQUEPOSTALE.${mode}.rest.password:`)]);
    expect(problems.join()).not.toContain('canary');
  });
});
