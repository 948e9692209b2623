import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { anonymous } from '../../../src/kernel/caller.ts';
import type { BankRule } from '../../../src/kernel/sepa/bank-rule.ts';
import { raiseRuledEntry } from '../../../src/modules/bank-statements/exceptions/raise-ruled-entry.ts';
import {
  type PreviewedEntry,
  previewRulesOfFile,
  previewRulesOfStored,
} from '../../../src/modules/bank-statements/import/preview-rules.ts';
import { rulingOf } from '../../../src/modules/bank-statements/matching/bank-rules.ts';
import { everything, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { bankEntryOfException, withRules } from '../../support/bank-statements/ruled.ts';
import { writtenCfonb120 } from '../../support/bank-statements/written-cfonb.ts';
import { type WrittenEntry, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { configOf, problemsOfConfig } from '../../support/config-of.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForEach } from '../../support/open-for.ts';

const all = <Item>(items: AsyncIterable<Item>): Promise<Item[]> => Readable.from(items).toArray();

const entry = {
  direction: 'DEBIT',
  names: ['Société Générale Éclairage', null],
  iban: 'FR7630006000011234567890189',
} as const;
const said = { ...entry, text: 'FACTURE N° 2026 PRELEV\nEMENT', code: 'PMNT/IDDT/ESDD' };
const rule = (conditions: Partial<BankRule>): BankRule => ({
  ...{ name: 'essai', direction: 'OUT', action: 'IGNORE' },
  ...conditions,
});

describe('a rule', () => {
  it.each<[string, Partial<BankRule>, boolean]>([
    ['a part of the name', { counterparty: 'eclairage' }, true],
    ['the name with other blanks', { counterparty: 'societe  generale' }, true],
    ['the account', { counterparty: 'FR76 3000 6000 0112 3456 7890 189' }, true],
    ['another name', { counterparty: 'EDF' }, false],
    ['a text that the bank cut', { text: 'prélèvement' }, true],
    ['another text', { text: 'SALAIRE' }, false],
    ['the code', { bankCode: 'PMNT/IDDT/ESDD' }, true],
    ['the beginning of the code', { bankCode: 'pmnt/iddt' }, true],
    ['half a part of the code', { bankCode: 'PMNT/IDD' }, false],
    ['two conditions of which one fails', { text: 'FACTURE', counterparty: 'EDF' }, false],
    ['money that comes in', { direction: 'IN', text: 'FACTURE' }, false],
  ])('by %s', (_what, conditions, isMet) => {
    expect(rulingOf([rule(conditions)], said).action).toBe(isMet ? 'IGNORE' : 'LIST');
  });

  it('decides where it is the first that is met; without one, money out is listed and money in waits', () => {
    const rules = [
      rule({ text: 'SALAIRE' }),
      rule({ text: 'FACTURE', action: 'EXCEPTION' }),
      rule({ text: 'FACTURE' }),
    ];
    expect(rulingOf(rules, said).action).toBe('EXCEPTION');
    expect(rulingOf([], { ...said, direction: 'CREDIT' })).toEqual({ action: 'EXCEPTION', rule: null });
    expect(rulingOf([], { ...said, code: null })).toEqual({ action: 'LIST', rule: null });
  });
});

describe('in the config', () => {
  const fileOf = (given: object) => {
    const account = { creditorName: 'A', iban: 'FR1420041010050500013M02606', bic: 'PSSTFRPPPAR', rules: [given] };
    return { societes: { '1': { name: 'A', MILLIET: { TEST: account } } } };
  };
  const read = (given: object) => configOf(fileOf(given));

  it('a rule reaches the account', () => {
    const { societes } = read({ name: 'EDF', counterparty: 'EDF', action: 'LIST' });
    const rules = societes?.get('1')?.accounts.MILLIET?.TEST?.rules;
    expect(rules).toEqual([{ name: 'EDF', direction: 'OUT', counterparty: 'EDF', action: 'LIST' }]);
  });
  it.each(['PMNT', 'PMNT/IDDT/ESDD', 'CFONB 62', 'CFONB B1', 'CFONB240 80', 'SWIFT NCHG'])(
    'may name the code %s, as the preview shows it',
    async (bankCode) => {
      const { societes } = read({ name: 'frais', bankCode, action: 'LIST' });
      const rules = societes?.get('1')?.accounts.MILLIET?.TEST?.rules ?? [];
      expect(rulingOf(rules, { ...said, code: bankCode }).rule?.name).toBe('frais');
      expect(rulingOf(rules, { ...said, code: `${bankCode}X` }).rule).toBeNull();
    },
  );
  it.each([
    [{ name: 'EDF', action: 'LIST' }, 'must have a condition'],
    [{ name: 'EDF', text: 'EDF', action: 'BOOK' }, 'rules.0.account'],
    [{ name: 'EDF', text: 'EDF', action: 'LIST', account: { number: '606100', label: 'EDF' } }, 'rules.0.account'],
    [{ name: 'EDF', text: 'EDF', action: 'PAY' }, 'rules.0.action'],
    [{ name: 'EDF', text: ' EDF', action: 'LIST' }, 'rules.0.text'],
    [{ name: 'EDF', bankCode: 'PMNT/*', action: 'LIST' }, 'rules.0.bankCode'],
  ])('%j stops the start', (given, refusal) => {
    expect(problemsOfConfig(fileOf(given)).join('\n')).toContain(refusal);
  });
});

const out = (amount: string, name: string, text: string, change: Partial<WrittenEntry> = {}): WrittenEntry => ({
  ...{ amount, direction: 'DBIT', code: ['ICDT', 'ESCT'] },
  details: [{ amount, creditor: { name }, texts: [text] }],
  ...change,
});

const salaries: BankRule = { name: 'salaires', direction: 'OUT', text: 'SALAIRE', action: 'IGNORE' };
const fees: BankRule = {
  ...{ name: 'frais', direction: 'OUT', text: 'COTISATION', action: 'BOOK' },
  account: { number: '627100', label: 'Frais bancaires' },
};
const cards: BankRule = {
  ...{ name: 'remises', direction: 'IN', text: 'REMISE CB', action: 'BOOK' },
  account: { number: '511500', label: 'Cartes à encaisser' },
};
const watched: BankRule = { name: 'à voir', direction: 'OUT', counterparty: 'Inconnu', action: 'EXCEPTION' };

describe.each(drawnDatabases())('an account with rules ($name)', (database) => {
  const on = openForEach(async () => {
    const opened = await openImporting(database);
    return { ...opened, services: withRules(opened.services, [salaries, fees, cards, watched]) };
  });

  const importing = async (
    entries: readonly WrittenEntry[],
    id = 'S1',
    format: 'camt.053' | 'camt.054' = 'camt.053',
  ) => {
    const { file } = await on.import(writtenStatement({ id, entries, format }), { services: on.services });
    expect(file).toMatchObject({ status: 'IMPORTED', reason: null });
    return file.counts;
  };
  const openKinds = async () => (await on.open()).map(({ kind }) => kind);
  const listed = async () =>
    (await on.store.bankExceptions({ ...everything, withRuled: true })).filter(
      ({ resolvedBy }) => resolvedBy === 'rule',
    );
  const journal = async () =>
    (await on.store.journalEntries({ idSociete: '1', runMode: 'TEST', limit: 50, beforeId: null })).map(
      ({ kind, lines }) => [
        kind,
        ...lines.map(({ account, debitCents, creditCents }) => `${account} ${debitCents - creditCents}`),
      ],
    );

  it('lists, ignores, books and raises what is about no payment', async () => {
    const counts = await importing([
      out('100.00', 'EDF', 'FACTURE', { bankReference: 'B1' }),
      out('200.00', 'Martin', 'SALAIRE NOVEMBRE', { bankReference: 'B2' }),
      { amount: '9.99', direction: 'DBIT', bankReference: 'B3', text: 'COTISATION CARTE' },
      { amount: '50.00', bankReference: 'B4', text: 'REMISE CB 1234' },
      out('5.00', 'INCONNU SARL', 'DIVERS', { bankReference: 'B5' }),
      { amount: '7.00', bankReference: 'B6', text: 'MERCI' },
    ]);
    expect(counts).toEqual({ applied: 0, repeated: 0, exceptions: 2, ruled: 4, ignored: 0 });
    expect((await openKinds()).toSorted()).toEqual(['UNMATCHED_CREDIT', 'UNMATCHED_DEBIT']);
    // None of the four is in the list of exceptions, in whatever status.
    expect(await on.store.bankExceptions(everything)).toHaveLength(2);
    const rulings = await Promise.all(
      (await listed()).map(async (one) => (await bankEntryOfException(on.store, one)).ruled),
    );
    expect(rulings.toReversed()).toEqual([
      { action: 'LIST', rule: null },
      { action: 'IGNORE', rule: 'salaires' },
      { action: 'BOOK', rule: 'frais' },
      { action: 'BOOK', rule: 'remises' },
    ]);
    expect((await journal()).toReversed()).toEqual([
      ['BY_RULE', '512100 -999', '627100 999'],
      ['BY_RULE', '512100 5000', '511500 -5000'],
      ['SUSPENSE', '512100 700', '471000 -700'],
    ]);
  });

  const shown = ({ runMode, counterparty, amountCents, action, rule }: PreviewedEntry) => [
    ...[runMode, counterparty, amountCents, action, rule],
  ];
  const previewOf = (file: Buffer) => all(previewRulesOfFile(on.services, anonymous, () => Readable.from([file])));

  it('says so in a preview, of a file and of what is stored, and writes nothing', async () => {
    const entries = [
      out('100.00', 'EDF', 'FACTURE'),
      out('5.00', 'INCONNU SARL', 'DIVERS'),
      out('1.00', 'A', 'SALAIRE'),
    ];
    const seen = await previewOf(Buffer.from(writtenStatement({ entries })));
    const wanted = [
      ['TEST', 'EDF', 10_000, 'LIST', null],
      ['TEST', 'INCONNU SARL', 500, 'EXCEPTION', 'à voir'],
      ['TEST', 'A', 100, 'IGNORE', 'salaires'],
    ];
    expect(seen.map(shown)).toEqual(wanted);
    expect(await on.store.bankExceptions({ ...everything, withRuled: true })).toEqual([]);
    await importing(entries);
    const period = { idSociete: '1', from: '2026-11-25', to: '2026-11-25' };
    const stored = await all(previewRulesOfStored(on.services, anonymous, period));
    expect(stored.toReversed().map(shown)).toEqual(wanted);
    const later = { ...period, from: '2026-11-26', to: '2026-11-30' };
    expect(await all(previewRulesOfStored(on.services, anonymous, later))).toEqual([]);
  });

  it('says nothing of an entry whose text names a debit of ours', async () => {
    await on.debit('E1');
    const movements = ['VIR', 'PRLV E1'].map((label) => ({ cents: 12_345, day: '2026-11-25', label }));
    const file = writtenCfonb120([{ openingCents: 0, from: '2026-11-24', until: '2026-11-25', movements }]);
    expect((await previewOf(file)).map(({ text }) => text)).toEqual(['VIR']);
  });

  it.each(['LIST', 'BOOK'] as const)('takes %s back where another file calls it a returned payment', async (action) => {
    const payment = await on.transfer();
    const structured = referenceOf(payment);
    await importing([{ amount: '123.45', bankReference: 'IN', details: [{ amount: '123.45', structured }] }], 'S1');
    const text = action === 'BOOK' ? 'COTISATION' : 'DIVERS';
    await importing([{ amount: '123.45', direction: 'DBIT', bankReference: 'OUT', text }], 'S2', 'camt.054');
    expect(await listed()).toHaveLength(1);
    const details = [{ amount: '123.45', structured, reason: 'AC04' }];
    const counts = await importing(
      [{ amount: '123.45', direction: 'DBIT', bankReference: 'OUT', text, details }],
      'S3',
    );
    expect(counts).toMatchObject({ applied: 1, exceptions: 0 });
    expect(await on.statusOf(payment)).toBe('RETURNED');
    const balance = (await journal())
      .flatMap(([, ...lines]) => lines)
      .reduce((sum, line) => {
        const [account, cents] = line.split(' ');
        return account === '512100' ? sum + Number(cents) : sum;
      }, 0);
    expect(balance).toBe(0);
  });

  it('never places a return, an entry that names a payment, or one that names a mandate of the company', async () => {
    const payment = await on.transfer();
    await on.debit('E1');
    const counts = await importing([
      out('10.00', 'Martin', 'SALAIRE', { bankReference: 'B1', code: ['IDDT', 'UPDD'] }),
      out('11.00', 'Martin', `SALAIRE ${referenceOf(payment)}`, { bankReference: 'B2' }),
      {
        ...{ amount: '12.00', direction: 'DBIT', bankReference: 'B3', code: ['IDDT', 'ESDD'] },
        details: [{ amount: '12.00', mandate: 'rum-1', texts: ['SALAIRE'] }],
      },
    ]);
    expect(counts).toMatchObject({ exceptions: 3, ruled: 0 });
  });

  it('gives a person what they raise, and takes back what was booked', async () => {
    const payment = await on.transfer();
    const structured = referenceOf(payment);
    await importing([{ amount: '123.45', bankReference: 'IN', details: [{ amount: '123.45', structured }] }], 'S1');
    await importing([{ amount: '123.45', direction: 'DBIT', bankReference: 'OUT', text: 'COTISATION' }], 'S2');
    const [one] = await listed();
    if (!one?.entryId) throw new Error('the entry is listed');
    const raised = await raiseRuledEntry(on.services, anonymous, one.entryId);
    expect(raised).toMatchObject({ id: one.id, status: 'OPEN', kind: 'UNMATCHED_DEBIT' });
    await expect(raiseRuledEntry(on.services, anonymous, one.entryId)).rejects.toThrow('No rule placed this entry');
    await expect(raiseRuledEntry(on.services, anonymous, `bke_${'0'.repeat(32)}`)).rejects.toThrow('no such entry');
    await on.decide({ id: raised.id, resolution: 'ASSIGNED', payment: payment.id });
    expect(await on.statusOf(payment)).toBe('RETURNED');
    expect((await journal()).map(([kind]) => kind)).toEqual([
      'RETURNED',
      'SUSPENSE_RELEASED',
      'BY_RULE',
      'TRANSFER_RECEIVED',
    ]);
  });

  const withCommission = { details: [{ amount: '125.00', charges: '1.55', texts: ['REMISE CB'] }] };
  it.each([
    ['without a commission', { text: 'REMISE CB' }, { '511500': -12_345 }, {}],
    ['with one', withCommission, { '511500': -12_500, '627800': 155 }, { '419100': -155, '627800': 155 }],
  ])('keeps a credit %s that is raised in the books, and counts it once', async (_what, said, byRule, fee) => {
    const balances = async () => {
      const lines = (await journal()).flatMap(([, ...words]) => words.map((word) => word.split(' ')));
      const sums = new Map<string, number>();
      for (const [account = '', cents] of lines) sums.set(account, (sums.get(account) ?? 0) + Number(cents));
      return Object.fromEntries([...sums].filter(([, cents]) => cents !== 0));
    };
    const payment = await on.transfer();
    await importing([{ amount: '123.45', bankReference: 'IN', ...said }], 'S1');
    expect(await balances()).toEqual({ '512100': 12_345, ...byRule });
    const [one] = await listed();
    const { id } = await raiseRuledEntry(on.services, anonymous, one?.entryId ?? '');
    expect(await balances()).toMatchObject({ '512100': 12_345 });
    await on.decide({ id, resolution: 'ASSIGNED', payment: payment.id });
    expect(await on.statusOf(payment)).toBe('PAID');
    expect(await balances()).toEqual({ '512100': 12_345, '411000': -12_345, ...fee });
  });

  it('lets the payments of a batch take the place of its sum', async () => {
    const sum = { amount: '30.00', direction: 'DBIT', bankReference: 'LOT', text: 'COTISATION' } as const;
    await importing([sum], 'S1', 'camt.054');
    const details = ['10.00', '20.00'].map((amount) => ({ amount, creditor: { name: amount }, texts: ['SALAIRE'] }));
    expect(await importing([{ ...sum, details }], 'S2')).toMatchObject({ ruled: 2, repeated: 0 });
    const total = (await journal()).flatMap(([, ...lines]) => lines.map((line) => Number(line.split(' ')[1])));
    expect(total.reduce((one, other) => one + other, 0)).toBe(0);
    const listedSum = (await listed()).find(({ amountCents }) => amountCents === 3000);
    const raised = raiseRuledEntry(on.services, anonymous, listedSum?.entryId ?? '');
    await expect(raised).rejects.toThrow('No rule placed this entry');
    expect((await journal()).map(([kind]) => kind)).toEqual(['SUSPENSE_RELEASED', 'BY_RULE']);
  });
});
