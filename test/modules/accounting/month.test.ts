import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountingRulesOf } from '../../../src/kernel/merchant.ts';
import type { BankRule } from '../../../src/kernel/sepa/bank-rule.ts';
import { fecColumns, fecHead, fecText } from '../../../src/modules/accounting/fec.ts';
import type { PostedEntry } from '../../../src/modules/accounting/journal.ts';
import { letterEntries } from '../../../src/modules/accounting/lettering.ts';
import { payersOf } from '../../../src/modules/accounting/list-suspense.ts';
import { postJournal } from '../../../src/modules/accounting/post-journal.ts';
import { walkPostedEntries } from '../../../src/modules/accounting/read-journal.ts';
import { accountOfBooks, reconcileAccount } from '../../../src/modules/accounting/reconcile-account.ts';
import type { ReconciledDay } from '../../../src/modules/accounting/reconciliation.ts';
import { type Importing, openImporting, referenceOf } from '../../support/bank-statements/importing.ts';
import { withRules } from '../../support/bank-statements/ruled.ts';
import { type WrittenEntry, writtenStatement } from '../../support/bank-statements/written-files.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';

/** A month of a company's account: what is booked, what is listed, and the bank's balances agree on each day. */

const rules: readonly BankRule[] = [
  { name: 'salaires', direction: 'OUT', text: 'SALAIRE', action: 'IGNORE' },
  {
    ...{ name: 'frais', direction: 'OUT', text: 'COTISATION', action: 'BOOK' },
    account: { number: '627100', label: 'Frais bancaires' },
  },
  {
    ...{ name: 'remises', direction: 'IN', text: 'REMISE CB', action: 'BOOK' },
    account: { number: '511500', label: 'Cartes à encaisser' },
  },
];

const days = Array.from({ length: 30 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`).filter(
  (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && day <= '2026-11-25',
);
const books = { idSociete: '1', runMode: 'TEST' } as const;
const period = { from: '2026-11-01', to: '2026-11-30' };
const decimal = (cents: number): string => (cents / 100).toFixed(2);

/** Of each day its statement: two transfers, a card remittance, suppliers, and what comes once a week or month. */
async function monthOf(on: Importing): Promise<readonly string[]> {
  const statements: string[] = [];
  let opening = 1_000_000;
  let paid: { readonly reference: string; readonly amount: string } | null = null;
  for (const [index, bookedOn] of days.entries()) {
    const entry = (amount: string, change: Partial<WrittenEntry>): WrittenEntry => ({
      ...{ amount, bookedOn, bankReference: `N${bookedOn}-${entries.length}` },
      ...change,
    });
    const entries: WrittenEntry[] = [];
    const out = (amount: string, name: string, text: string): void => {
      const details = [{ amount, creditor: { name }, texts: [text] }];
      entries.push(entry(amount, { direction: 'DBIT', code: ['ICDT', 'ESCT'], details }));
    };
    for (const cents of [12_345, 5_000 + index]) {
      const reference = referenceOf(await on.transfer({ amountCents: cents }));
      const amount = decimal(cents);
      entries.push(entry(amount, { details: [{ amount, structured: reference, debtor: { name: 'CLIENT' } }] }));
      if (paid !== null && index % 5 === 0 && cents === 12_345) {
        const details = [{ amount: paid.amount, structured: paid.reference, reason: 'AC04' }];
        entries.push(entry(paid.amount, { direction: 'DBIT', code: ['RCDT', 'RRTN'], details }));
      }
      if (cents === 12_345) paid = { reference, amount };
    }
    entries.push(entry(decimal(90_000 + index), { text: `REMISE CB ${index}` }));
    for (const supplier of ['EDF', 'BRASSERIE', 'TRANSPORTS'])
      out(decimal(10_000 + index), supplier, `FACTURE ${index}`);
    if (index % 5 === 4) entries.push(entry('4.90', { direction: 'DBIT', text: 'COTISATION CARTE' }));
    if (index === days.length - 1)
      for (let one = 0; one < 12; one++) out('1800.00', `SALARIE ${one}`, 'SALAIRE NOVEMBRE');
    // Of these a person has to say what they are.
    if (index === 3)
      entries.push(
        entry('77.00', { details: [{ amount: '77.00', debtor: { name: 'MME INCONNUE' }, texts: ['MERCI'] }] }),
      );
    if (index === 8) out('15.00', 'BANQUE', 'REJET');
    if (index === 8) entries[entries.length - 1] = { ...(entries.at(-1) as WrittenEntry), code: ['IDDT', 'UPDD'] };
    const moved = entries.reduce(
      (sum, one) => sum + (one.direction === 'DBIT' ? -1 : 1) * Math.round(Number(one.amount) * 100),
      0,
    );
    statements.push(writtenStatement({ id: `S${bookedOn}`, sequence: index + 1, day: bookedOn, opening, entries }));
    opening += moved;
  }
  return statements;
}

describe.each(drawnDatabases())('a month of an account ($name)', (database) => {
  let on: Importing;
  let reconciled: ReconciledDay[] = [];
  let entries: PostedEntry[] = [];

  beforeAll(async () => {
    const opened = await openImporting(database);
    on = { ...opened, services: withRules(opened.services, rules) };
    const statements = await monthOf(on);
    // A statement may come after the next one.
    const [first = '', second = '', ...rest] = statements;
    for (const file of [second, first, ...rest]) {
      const { file: imported } = await on.import(file, { services: on.services });
      expect(imported).toMatchObject({ status: 'IMPORTED', reason: null });
    }
    reconciled = await reconcile();
    const rulesOf = ({ idSociete, runMode }: typeof books) =>
      accountingRulesOf(on.services.societes.get(idSociete), runMode);
    await postJournal({ store: on.store, clock: on.services.clock, rulesOf: rulesOf as never });
    entries = [];
    for await (const page of walkPostedEntries(on, { ...books, exercise: 2026 })) entries.push(...page);
  });
  afterAll(() => on.close());

  async function reconcile(): Promise<ReconciledDay[]> {
    const account = accountOfBooks(on.services.societes, books);
    if (!account) throw new Error('société 1 has an account');
    const found: ReconciledDay[] = [];
    for await (const day of reconcileAccount({ store: on.store, societes: on.services.societes }, account, period))
      found.push(day);
    return found;
  }

  it('reconciles to 0 each day', () => {
    expect(reconciled.map(({ day, differenceCents }) => [day, differenceCents])).toEqual(days.map((day) => [day, 0]));
    for (const { openingCents, bookedCents, unbookedCents, closingCents } of reconciled) {
      expect((openingCents ?? Number.NaN) + bookedCents + unbookedCents).toBe(closingCents);
    }
    const [first] = reconciled;
    expect(first?.openingCents).toBe(1_000_000);
    // The salaries are in the totals alone.
    expect(reconciled.at(-1)?.ignoredCents).toBe(-12 * 180_000);
    expect(reconciled.at(-1)?.lines.filter(({ kind }) => kind === 'LISTED')).toHaveLength(3);
  });

  it('has five exceptions at most, and each needs a person', async () => {
    const open = await on.store.bankExceptions({
      limit: 100,
      beforeId: null,
      status: 'OPEN',
      kind: null,
      societes: null,
    });
    expect(open.map(({ kind }) => kind).toSorted()).toEqual(['UNMATCHED_CREDIT', 'UNMATCHED_DEBIT']);
  });

  it('names who paid what is in suspense', () => {
    const lines = reconciled.flatMap(({ lines }) => lines).filter(({ kind }) => kind === 'SUSPENSE');
    expect(lines).toMatchObject([{ amountCents: 7_700, counterparty: 'MME INCONNUE' }]);
  });

  describe('its journal in the layout of the FEC', () => {
    const rowsOf = async () => {
      const letters = await letterEntries(on, { ...books, exercise: 2026 }, period);
      const payers = await payersOf(on.store, entries);
      const text = fecHead('\t') + fecText(entries, '\t', { letters, payers });
      return text
        .split('\r\n')
        .slice(0, -1)
        .map((line) => line.split('\t'));
    };
    const cents = (text: string): number => Number(text.replace(',', ''));

    it('has 18 columns whose values follow the published rules', async () => {
      const [head, ...rows] = await rowsOf();
      expect(head).toEqual([...fecColumns]);
      const day = /^2026(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
      for (const row of rows) {
        expect(row).toHaveLength(18);
        const named = Object.fromEntries(fecColumns.map((name, index) => [name, row[index] ?? ''])) as Record<
          string,
          string
        >;
        for (const name of ['JournalCode', 'JournalLib', 'EcritureNum', 'CompteLib', 'PieceRef', 'EcritureLib']) {
          expect(named[name], name).not.toBe('');
        }
        for (const name of ['EcritureDate', 'PieceDate', 'ValidDate']) expect(named[name], name).toMatch(day);
        expect(named.CompteNum).toMatch(/^[1-7]\d{2}[0-9A-Z]*$/);
        expect([named.Debit, named.Credit].filter((one) => one === '0,00')).toHaveLength(1);
        expect(`${named.Debit} ${named.Credit}`).toMatch(/^\d+,\d{2} \d+,\d{2}$/);
        expect((named.CompAuxNum === '') === (named.CompAuxLib === '')).toBe(true);
        expect((named.EcritureLet === '') === (named.DateLet === '')).toBe(true);
        if (named.DateLet !== '') expect(named.DateLet).toMatch(day);
        expect([named.Montantdevise, named.Idevise]).toEqual(['', '']);
      }
    });

    it('balances per entry, has no gap in its numbers, and balances per letter', async () => {
      const [, ...rows] = await rowsOf();
      const byEntry = Map.groupBy(rows, ([journal, , number]) => `${journal} ${number}`);
      for (const lines of byEntry.values()) {
        expect(lines.reduce((sum, row) => sum + cents(row[11] ?? '') - cents(row[12] ?? ''), 0)).toBe(0);
      }
      for (const numbers of Map.groupBy(
        new Set(rows.map((row) => `${row[0]} ${row[2]}`)),
        (name) => name.split(' ')[0],
      ).values()) {
        expect(numbers.map((name) => Number(name.split(' ')[1]))).toEqual(numbers.map((_name, index) => index + 1));
      }
      const lettered = rows.filter((row) => row[13] !== '');
      const groups = [...Map.groupBy(lettered, (row) => `${row[4]} ${row[6]} ${row[13]}`).values()];
      expect(groups.length).toBeGreaterThan(3);
      for (const lines of groups) {
        expect(lines.length).toBeGreaterThan(1);
        expect(lines.reduce((sum, row) => sum + cents(row[11] ?? '') - cents(row[12] ?? ''), 0)).toBe(0);
        expect(new Set(lines.map((row) => row[14])).size).toBe(1);
      }
      expect(new Set(lettered.map((row) => row[4]?.slice(0, 3)))).toEqual(new Set(['411', '512']));
    });

    it('names the payer on the lines of suspense', async () => {
      const [, ...rows] = await rowsOf();
      const labels = rows.filter((row) => row[4]?.startsWith('471')).map((row) => row[10]);
      expect(labels).toEqual([expect.stringMatching(/^CREDIT NON IDENTIFIE .* MME INCONNUE$/)]);
    });
  });
});
