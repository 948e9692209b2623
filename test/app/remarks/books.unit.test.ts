import { describe, expect, it } from 'vitest';
import { remarksOn } from '../../../src/app/remarks/remarks.ts';
import { configOf } from '../../support/config-of.ts';

const bankAccount = { creditorName: 'A', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR' };
const rule = (name: string, label: string) => ({
  ...{ name, text: name, action: 'BOOK', account: { number: '627000', label } },
});

describe('an account of the books', () => {
  const remarksOf = (labels: readonly string[], accounts: object = {}) => {
    const rules = labels.map((label, index) => rule(`rule ${index}`, label));
    const societe = { name: 'A', accounting: { LIVE: { accounts } }, MILLIET: { LIVE: { ...bankAccount, rules } } };
    return remarksOn(configOf({ societes: { '1': societe } }), 0).filter((remark) => remark.includes('labels'));
  };
  const said = (labels: string) =>
    `societes.1.accounting.LIVE.accounts: 627000 has the labels ${labels}, here and in the rules of MILLIET.LIVE.`;

  it('is remarked on where it has two labels, in the accounts or in rules', () => {
    expect(remarksOf(['Frais', 'Commissions'])).toEqual([said('"Frais" and "Commissions"')]);
    const fees = { number: '627000', label: 'Services bancaires' };
    expect(remarksOf(['Frais'], { fees })).toEqual([said('"Services bancaires" and "Frais"')]);
    expect(remarksOf([], { cards: fees, cheques: { ...fees, label: 'Autre' } })).toEqual([
      said('"Services bancaires" and "Autre"'),
    ]);
  });

  it('is not where its label is the same everywhere', () => {
    expect(remarksOf(['Frais', 'Frais'])).toEqual([]);
    expect(remarksOf(['Frais'], { fees: { number: '627000', label: 'Frais' } })).toEqual([]);
  });
});
