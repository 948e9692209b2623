import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/app/store.ts';
import { allPayments } from '../../src/modules/payments/payment-store.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { openForGroup, temporaryFolder } from '../support/open-for.ts';
import { programArguments } from '../support/process.ts';

/** `npm run demo:sepa`, as a process of its own; what it leaves is read again by a reader that is not ours. */

type Ran = { readonly code: number; readonly output: string };

function demo(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const command = ['--disable-warning=ExperimentalWarning', ...programArguments('examples/sepa/demo.ts'), ...args];
    execFile(process.execPath, command, { env: process.env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

const fecColumns = [
  ...['JournalCode', 'JournalLib', 'EcritureNum', 'EcritureDate', 'CompteNum', 'CompteLib', 'CompAuxNum', 'CompAuxLib'],
  ...['PieceRef', 'PieceDate', 'EcritureLib', 'Debit', 'Credit', 'EcritureLet', 'DateLet', 'ValidDate'],
  ...['Montantdevise', 'Idevise'],
];

type FecRow = Readonly<Record<string, string>>;

async function readFec(file: string): Promise<{ head: string[]; rows: FecRow[] }> {
  const [head = [], ...lines]: string[][] = parse(await readFile(file, 'utf8'), {
    ...{ delimiter: '\t', quote: false, record_delimiter: '\r\n' },
  });
  const rows = lines.map((line) => Object.fromEntries(line.map((cell, index) => [head[index] ?? '', cell])));
  return { head, rows };
}

const cents = (text = ''): number => {
  expect(text).toMatch(/^\d+,\d\d$/);
  return Number(text.replace(',', ''));
};
const sum = (rows: readonly FecRow[], column: string): number =>
  rows.reduce((total, row) => total + cents(row[column]), 0);

describe.each(drawnDatabases())('the demo of SEPA ($name)', ({ open }) => {
  const database = openForGroup(open);
  const folder = temporaryFolder('demo-sepa-test');
  let ran: Ran;
  beforeAll(async () => {
    ran = await demo('--database', database.databaseUrl, '--out', folder, '--seed', '3', '--customers', '22');
  });

  it('ends as planned, and says what became of every payment and which exceptions were planted', () => {
    expect(ran).toMatchObject({ code: 0, output: expect.stringContaining('Everything ended as planned') });
    const table = new Map(
      [...ran.output.matchAll(/^ {2}((?:DEBIT|TRANSFER|RECORDED) \w+) +(\w+) +(\d+) +(\d+)$/gm)].map(
        ([, what = '', ends, planned, found]) => [what, [ends, planned === found]],
      ),
    );
    expect(Object.fromEntries(table)).toEqual({
      'DEBIT SETTLED': ['PAID', true],
      'DEBIT REJECTED': ['REFUSED', true],
      'DEBIT REJECTED_LATE': ['REFUSED', true],
      'DEBIT RETURNED': ['RETURNED', true],
      'DEBIT REFUNDED': ['RETURNED', true],
      'DEBIT UNKNOWN_CODE': ['RETURNED', true],
      'RECORDED RECORDED': ['PAID', true],
      'TRANSFER STRUCTURED': ['PAID', true],
      'TRANSFER FREE_TEXT': ['PAID', true],
      'TRANSFER SPLIT': ['PAID', true],
      'TRANSFER END_TO_END': ['PAID', true],
      'TRANSFER IN_PARTS': ['PAID', true],
      'TRANSFER TWICE': ['PAID', true],
      'TRANSFER OVERPAID': ['PAID', true],
      'TRANSFER UNDERPAID': ['REQUIRES_ACTION', true],
      'TRANSFER MISSING': ['REQUIRES_ACTION', true],
      'TRANSFER WRONG': ['REQUIRES_ACTION', true],
      'TRANSFER NEVER': ['REQUIRES_ACTION', true],
    });
    const exceptions = [...ran.output.matchAll(/^ {2}([A-Z]+(?:_[A-Z]+)?) +(\d+) +(\d+)$/gm)];
    expect(exceptions.map(([, kind, planned, found]) => [kind, planned, found])).toEqual([
      ['OVERPAID', '2', '2'],
      ['SURPLUS', '2', '2'],
      ['UNDERPAID', '2', '2'],
      ['UNMATCHED_CREDIT', '4', '4'],
    ]);
  });

  it('leaves in the database what it says', async () => {
    await using store = await openStore({ databaseUrl: database.databaseUrl });
    const payments = await store.payments({ ...allPayments, limit: 1000 });
    const byStatus = Object.groupBy(payments, ({ status }) => status);
    const counted = Object.fromEntries(Object.entries(byStatus).map(([status, some]) => [status, some.length]));
    const said: Record<string, number> = {};
    for (const [, status = '', found = ''] of ran.output.matchAll(/^ {2}\w+ \w+ +(\w+) +\d+ +(\d+)$/gm)) {
      said[status] = (said[status] ?? 0) + Number(found);
    }
    expect(counted).toEqual(said);
    expect(await store.unfinishedBankFiles('', 10)).toEqual([]);
  });

  it.each(['1', '3'])('exports the books of société %s as an accounting program reads them', async (idSociete) => {
    const { head, rows } = await readFec(path.join(folder, `societe-${idSociete}-fec-2026.txt`));
    expect(head).toEqual(fecColumns);
    const [, debit, credit] = new RegExp(`^ +${idSociete} +([\\d.]+) +([\\d.]+) `, 'm').exec(ran.output) ?? [];
    expect([sum(rows, 'Debit'), sum(rows, 'Credit')]).toEqual(
      [debit, credit].map((it) => Number(it?.replace('.', ''))),
    );
    expect(debit).toBe(credit);
    const entries = Map.groupBy(rows, (row) => `${row.JournalCode} ${row.EcritureNum}`);
    for (const [entry, lines] of entries) expect([entry, sum(lines, 'Debit')]).toEqual([entry, sum(lines, 'Credit')]);
    for (const [letter, lines] of Map.groupBy(rows, (row) => row.EcritureLet)) {
      expect([letter, sum(lines, 'Debit')]).toEqual([letter, sum(lines, 'Credit')]);
    }
    for (const ofJournal of Map.groupBy(entries.keys(), (entry) => entry.split(' ')[0]).values()) {
      const numbers = ofJournal.map((entry) => Number(entry.split(' ')[1]));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    }
    for (const row of rows) {
      for (const column of ['JournalLib', 'CompteLib', 'PieceRef', 'EcritureLib']) expect(row[column]).not.toBe('');
      for (const column of ['EcritureDate', 'PieceDate', 'ValidDate']) expect(row[column]).toMatch(/^2026(11|12)\d\d$/);
      expect(row.CompteNum).toMatch(/^\d{6}$/);
      expect(row.CompAuxNum === '').toBe(row.CompAuxLib === '');
      expect([row.Montantdevise, row.Idevise]).toEqual(['', '']);
      expect(`${row.EcritureLet} ${row.DateLet}`).toMatch(/^([A-Z]{3} 2026\d{4}| )$/);
      // One side alone.
      expect([cents(row.Debit), cents(row.Credit)].filter((it) => it === 0)).toHaveLength(1);
    }
    // Each return takes the bank's fee beside what it takes back.
    const fees = rows.filter((row) => row.CompteNum?.startsWith('627'));
    expect(fees.map((row) => row.Debit)).toEqual(['0,89', '0,89'].slice(0, fees.length));
    expect(fees.length).toBeGreaterThan(0);
  });

  it('breaks off on a database with other data, and says why', async () => {
    const again = await demo('--database', database.databaseUrl, '--out', folder, '--seed', '3', '--customers', '2');
    expect(again.code).toBe(1);
    expect(again.output).toContain('The demo broke off: ');
    expect(again.output).toContain('several mandates that can be used: name one');
  });
});

describe('the demo of SEPA', () => {
  it('keeps its files in the given folder, and leaves no others', async () => {
    const out = await mkdtemp(path.join(tmpdir(), 'demo-sepa-test-'));
    const kept = await demo('--customers', '3', '--keep', '--out', out);
    const [, folder = ''] = /^Kept: (.*)$/m.exec(kept.output) ?? [];
    try {
      expect(kept.code).toBe(0);
      expect(await readdir(path.join(folder, 'to-the-bank'))).toEqual([
        expect.stringMatching(/^TEST-.*pain\.008\.001\.08\.xml$/),
        expect.stringMatching(/^TEST-.*pain\.008\.001\.02\.xml$/),
      ]);
      const names = await readdir(path.join(folder, 'from-the-bank'));
      for (const kind of ['pain.002.001.10', 'camt.053.001.08', 'camt.054.001.08']) {
        expect(names.filter((name) => name.includes(kind))).not.toEqual([]);
      }
      expect(await readdir(out)).toEqual(['societe-1-fec-2026.txt', 'societe-3-fec-2026.txt']);
    } finally {
      for (const one of [folder, out]) await rm(one, { recursive: true, force: true });
    }
  });

  it('explains itself, and says what it does not understand', async () => {
    expect(await demo('--help')).toMatchObject({ code: 0, output: expect.stringContaining('--customers N') });
    for (const bad of [['--customers', '0'], ['--seed', '-1'], ['--seed=x'], ['--fast'], ['more']]) {
      const { code, output } = await demo(...bad);
      expect([code, output]).toEqual([2, expect.stringContaining('npm run demo:sepa')]);
    }
  });
});
