import { describe, expect, it } from 'vitest';
import { developmentSocietes } from '../../../src/config/development.ts';
import { defaultAccountingRules } from '../../../src/kernel/accounting-rules.ts';
import { accountingRulesOf } from '../../../src/kernel/merchant.ts';
import { configOf, problemsOfConfig } from '../../support/config-of.ts';

/** What a société says of its accounts, mode by mode. */

const fileOf = (accounting: object) => ({ societes: { '1': { name: 'Essai', accounting } } });
const read = (accounting: object) => configOf(fileOf(accounting)).societes?.get('1');
const problemsOf = (accounting: object) => problemsOfConfig(fileOf(accounting));

describe('the accounts of a société', () => {
  it('are those of the plan where the config says nothing, for each mode', () => {
    const societe = read({ LIVE: {} });
    expect(accountingRulesOf(societe, 'LIVE')).toEqual(defaultAccountingRules);
    expect(accountingRulesOf(societe, 'TEST')).toEqual(defaultAccountingRules);
    expect(accountingRulesOf(undefined, 'LIVE')).toEqual(defaultAccountingRules);
  });

  it('are its own, one by one', () => {
    const societe = read({
      LIVE: {
        fiscalYearStart: '07-01',
        closedUntil: '2026-06-30',
        auxiliaryPrefix: null,
        defaultMeans: 'CHEQUE',
        journals: { bank: { code: 'BQ1', label: 'Banque LBP' } },
        accounts: { bank: { number: '512100', label: 'Banque LBP' } },
      },
    });
    expect(accountingRulesOf(societe, 'LIVE')).toEqual({
      ...defaultAccountingRules,
      fiscalYearStart: '07-01',
      closedUntil: '2026-06-30',
      auxiliaryPrefix: null,
      defaultMeans: 'CHEQUE',
      journals: { ...defaultAccountingRules.journals, bank: { code: 'BQ1', label: 'Banque LBP' } },
      accounts: { ...defaultAccountingRules.accounts, bank: { number: '512100', label: 'Banque LBP' } },
    });
    expect(accountingRulesOf(societe, 'TEST')).toEqual(defaultAccountingRules);
  });

  it.each([
    [{ fiscalYearStart: '02-29' }, 'fiscalYearStart: must be a month and a day'],
    [{ closedUntil: '2026-06-31' }, 'closedUntil: must be a day'],
    [
      { accounts: { bank: { number: '5120x', label: 'Banque' } } },
      'accounts.bank.number: must be an account of the plan',
    ],
    [{ accounts: { bank: { number: '512000', label: 'a|b' } } }, 'accounts.bank.label: must not hold'],
    [{ accounts: { banque: {} } }, 'accounts.banque: is not a setting'],
    [{ journals: { bank: { code: 'B Q', label: 'Banque' } } }, 'journals.bank.code: must be 1 to 10 letters'],
    [{ journals: { bank: { code: 'OD', label: 'Banque' } } }, 'journals: has a journal code with two labels'],
    [
      { accounts: { suspense: { number: '512000', label: 'Attente' } } },
      'accounts.suspense.number: is that of accounts.bank as well',
    ],
    [{ cashLimitCents: -1 }, 'cashLimitCents'],
    [{ auxiliaryPrefix: 'a b' }, 'auxiliaryPrefix: must be 10 letters'],
  ])('are refused as %j, with their path', (rules, message) => {
    expect(problemsOf({ LIVE: rules })).toEqual([expect.stringContaining(`societes.1.accounting.LIVE.${message}`)]);
  });

  const both = (one: string, other: string) => {
    const account = { number: '467800', label: 'Divers' };
    return problemsOf({ LIVE: { accounts: { [one]: account, [other]: account } } });
  };

  it.each([
    ['suspense', 'bank'],
    ['suspense', 'customer'],
    ['suspense', 'advance'],
    ['suspense', 'fees'],
    ['bank', 'customer'],
    ['bank', 'advance'],
    ['bank', 'fees'],
  ])('are two for %s and %s', (one, other) => {
    const refusal = `societes.1.accounting.LIVE.accounts.${one}.number: is that of accounts.${other} as well`;
    expect(both(one, other)).toEqual([expect.stringContaining(refusal)]);
  });

  it.each([
    ['customer', 'advance'],
    ['customer', 'offset'],
    ['cards', 'cheques'],
    ['bank', 'cards'],
  ])('may be one for %s and %s', (one, other) => {
    expect(both(one, other)).toEqual([]);
  });

  const bankAccount = { creditorName: 'A', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' };
  const ruled = (mode: string, number: string, accounting?: object) => {
    const account = { number, label: 'Autre' };
    const rules = [{ name: 'frais', text: 'COTISATION', action: 'BOOK', account }];
    const societe = { name: 'A', MILLIET: { [mode]: { ...bankAccount, rules } }, ...(accounting && { accounting }) };
    return problemsOfConfig({ societes: { '1': societe } });
  };
  const own = { bank: { number: '512100', label: 'Banque LBP' }, suspense: { number: '471900', label: 'Attente' } };
  const ownAccounts = { LIVE: { accounts: own } };

  it.each([
    ['LIVE', '512000', undefined, 'is the bank account'],
    ['TEST', '471000', undefined, 'is the suspense account'],
    ['LIVE', '512100', ownAccounts, 'is the bank account'],
    ['LIVE', '471900', ownAccounts, 'is the suspense account'],
    ['TEST', '512000', ownAccounts, 'is the bank account'],
  ])('of bank and suspense in %s are not what a rule books against: %s with %j', (mode, number, given, message) => {
    const path = `societes.1.MILLIET.${mode}.rules.0.account.number`;
    expect(ruled(mode, number, given)).toEqual([expect.stringContaining(`${path}: ${message}`)]);
  });

  it.each([
    ['LIVE', '627100', undefined],
    ['LIVE', '512000', ownAccounts],
    ['TEST', '512100', ownAccounts],
  ])('of others are, in %s: %s with %j', (mode, number, given) => {
    expect(ruled(mode, number, given)).toEqual([]);
  });

  it('are complete on a development deployment, and only for TEST', () => {
    for (const [id, { accounting, accounts }] of developmentSocietes('http://127.0.0.1', 'key')) {
      expect(Object.keys(accounting ?? {})).toEqual(['TEST']);
      expect(accounting?.TEST?.journals.bank).toEqual({ code: `BQ${id}`, label: 'Banque LBP' });
      expect(accounts.MILLIET?.TEST?.siren).toMatch(/^\d{9}$/);
    }
  });
});
