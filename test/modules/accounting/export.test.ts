import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportName, fecColumns, fecRows } from '../../../src/modules/accounting/fec.ts';
import type { PostedEntry } from '../../../src/modules/accounting/journal.ts';
import { changed, entriesOf, notifyCard, payByCard, recorded } from '../../support/accounting/books.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { initiated } from '../../support/requests.ts';
import { changeFacts } from '../../support/store/example-facts.ts';
import { ask } from '../../support/store/examples.ts';

/** The reader is not ours: what it makes of the file is what an accounting program would. */
const read = (text: string, delimiter: string): Record<string, string>[] =>
  parse(text, { delimiter, columns: true, quote: false, record_delimiter: '\r\n', relax_column_count: false });

const cents = (text: string | undefined): number => {
  expect(text).toMatch(/^\d+,\d\d$/);
  return Number(text?.replace(',', ''));
};
const total = (rows: readonly Record<string, string>[], column: string): number =>
  rows.reduce((sum, row) => sum + cents(row[column]), 0);

describe('the layout of the FEC', () => {
  it('writes the worked entry as it is printed there', () => {
    const entry: PostedEntry = {
      id: 'jrn_1',
      idSociete: '1',
      runMode: 'TEST',
      journal: { code: 'BQ1', label: 'Banque LBP' },
      kind: 'TRANSFER_RECEIVED',
      date: '2026-12-01',
      exercise: 2026,
      pieceReference: 'RF811000042',
      pieceDate: '2026-12-01',
      label: 'VIR RECU RF811000042',
      lines: [
        { account: '512100', accountLabel: 'Banque LBP', auxiliary: null, debitCents: 123456, creditCents: 0 },
        { account: '411000', accountLabel: 'Clients', auxiliary: '2263', debitCents: 0, creditCents: 123456 },
      ],
      event: { paymentId: 'pay_1', sequence: 2 },
      ...{ reverses: null, bankEntryId: null, clears: null },
      reason: null,
      operator: null,
      createdAt: 0,
      posting: { position: 42, number: 42, postedAt: Date.UTC(2026, 11, 2, 9), previousHash: null, hash: '' },
    };
    expect(fecColumns.join('|')).toBe(
      'JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise',
    );
    expect(fecRows(entry).map((row) => row.join('|'))).toEqual([
      'BQ1|Banque LBP|000042|20261201|512100|Banque LBP|||RF811000042|20261201|VIR RECU RF811000042|1234,56|0,00|||20261202||',
      'BQ1|Banque LBP|000042|20261201|411000|Clients|2263|Client 2263|RF811000042|20261201|VIR RECU RF811000042|0,00|1234,56|||20261202||',
    ]);
    const hostile = fecRows({ ...entry, label: 'a\tb|c\r\nd', pieceReference: '=1' });
    expect(hostile[0]?.[10]).toBe('a b c d');
  });
});

describe('the name of an export', () => {
  type Options = Parameters<typeof exportName>[1];
  const of: Options = {
    ...{ siren: '732829320', idSociete: null, exercise: 2026, from: null, to: null },
    ...{ runMode: 'LIVE', format: 'fec', legal: false },
  };
  const calendar = { fiscalYearStart: '01-01' };

  it.each<[string, Partial<Options>]>([
    ['732829320-ENC-20260101-20261231.txt', {}],
    ['732829320-ENC-20261101-20261130.txt', { from: '2026-11-01', to: '2026-11-30' }],
    ['732829320-3-ENC-20260101-20261231.csv', { idSociete: '3', format: 'csv' }],
    ['732829320FEC20261231.txt', { legal: true }],
    ['TEST-732829320FEC20261231.txt', { legal: true, runMode: 'TEST' }],
  ])('is %s', (name, change) => {
    expect(exportName(calendar, { ...of, ...change })).toBe(name);
  });

  it('is that of the exercise, where it is no calendar year', () => {
    const name = exportName({ fiscalYearStart: '10-01' }, { ...of, legal: true });
    expect(name).toBe('732829320FEC20260930.txt');
  });
});

describe.each(drawnDatabases())('journal on the command line ($name)', ({ open }) => {
  let folder: string;
  const gateway = openForGroup(() => startGateway({ open, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));
  beforeAll(async () => {
    const cancelled = await payByCard(gateway, { amount: 9900 });
    await notifyCard(gateway, cancelled, { vads_trans_status: 'CANCELLED' });
    await payByCard(gateway, { idClient: 'Café Ölœ' });
    await initiated(gateway, {
      ...recorded,
      amount: 123456,
      accounting: { means: 'CHEQUE', pieceReference: '=cmd|x', operator: 'm.durand' },
    });
    const transfer = await initiated(gateway, { paymentTarget: 'MILLIET', paymentType: 'SEPA', amount: 777 });
    await changed(gateway, transfer.payment.id, 'PAID', 'BANK_STATEMENT', { surplusCents: 23 });
    await changed(gateway, transfer.payment.id, 'RETURNED', 'BANK_STATEMENT', { feeCents: 89 });
    await initiated(gateway, { ...recorded, idSociete: '2' });
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'reglement-journal-'));
    return () => rm(folder, { recursive: true, force: true });
  });

  const year = 2026;

  const journal = (...args: string[]) => commandOn(gateway, ['journal', ...args]);
  const exported = (...args: string[]) =>
    journal('export', '--societe', '1', '--exercise', String(year), '--out', path.join(folder, 'out.txt'), ...args);
  const bytes = () => readFile(path.join(folder, 'out.txt'));

  it('says what it would export, and gives no numbers', async () => {
    const { code, complaints } = await exported('--dry-run');
    expect([code, await readdir(folder)]).toEqual([0, []]);
    expect(complaints).toContain('Would export 0 entries');
    expect(complaints).toContain('6 entries wait for their numbers');
  });

  it('exports what another reader finds whole: columns, order, numbers, totals', async () => {
    const { code, complaints } = await exported();
    expect([code, complaints]).toEqual([0, expect.stringContaining('6 entries')]);
    const text = (await bytes()).toString('utf8');
    expect(text.startsWith('JournalCode\tJournalLib\t')).toBe(true);
    const rows = read(text, '\t');
    expect(rows).toHaveLength(14);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual([...fecColumns]);
      for (const column of ['JournalCode', 'JournalLib', 'EcritureNum', 'CompteLib', 'PieceRef', 'EcritureLib'])
        expect(row[column]).not.toBe('');
      for (const column of ['EcritureDate', 'PieceDate', 'ValidDate']) expect(row[column]).toMatch(/^20\d{6}$/);
      expect(row.CompteNum).toMatch(/^[1-7]\d{5}$/);
      expect(row.CompAuxNum === '').toBe(row.CompAuxLib === '');
      expect([row.Montantdevise, row.Idevise]).toEqual(['', '']);
      expect(`${row.EcritureLet} ${row.DateLet}`).toMatch(/^([A-Z]{3} 20\d{6}| )$/);
      expect(cents(row.Debit) === 0).not.toBe(cents(row.Credit) === 0);
    }
    expect(total(rows, 'Debit')).toBe(total(rows, 'Credit'));
    expect(total(rows, 'Debit')).toBe(9900 + 9900 + 1250 + 123456 + 800 + 866);
    const entries = Map.groupBy(rows, (row) => `${row.JournalCode} ${row.EcritureNum}`);
    const lettered = Map.groupBy(rows, (row) => row.EcritureLet ?? '');
    expect(lettered.size).toBeGreaterThan(1);
    for (const lines of [...entries.values(), ...lettered.values()])
      expect(total(lines, 'Debit')).toBe(total(lines, 'Credit'));
    // All lines of an entry stand together, and each journal counts from one.
    expect([...entries.keys()]).toEqual(
      rows.map((row) => `${row.JournalCode} ${row.EcritureNum}`).filter((key, index, all) => key !== all[index - 1]),
    );
    for (const code of ['BQ1', 'CB', 'OD']) {
      const numbers = [...entries.keys()]
        .filter((key) => key.startsWith(`${code} `))
        .map((key) => Number(key.slice(-6)));
      expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    }
    expect(rows.map((row) => row.PieceRef)).toContain('=cmd x');
  });

  it('exports for programs of every age: pipes, ISO 8859-15, a part of the year', async () => {
    expect((await exported('--separator', 'pipe', '--encoding', 'iso-8859-15')).code).toBe(0);
    const old = await bytes();
    expect(old.includes(Buffer.from('Ölœ'))).toBe(false);
    const rows = read(iconv.decode(old, 'iso-8859-15'), '|');
    expect(rows.map((row) => row.CompAuxNum)).toContain('Café Ölœ');
    expect((await exported('--from', `${year}-01-01`, '--to', `${year}-01-02`)).complaints).toContain('0 entries');
    expect((await bytes()).toString('utf8').split('\r\n')).toHaveLength(2);
  });

  it('exports a spreadsheet in which nothing is a formula', async () => {
    expect((await exported('--format', 'csv')).code).toBe(0);
    const rows: Record<string, string>[] = parse(await bytes(), { bom: true, delimiter: ';', columns: true });
    expect(rows).toHaveLength(14);
    expect(rows.map((row) => row.PieceRef)).toContain("'=cmd x");
    expect(rows.every((row) => /^pay_[0-9a-f]{32}$/.test(row.PaymentId ?? ''))).toBe(true);
  });

  it('exports a spreadsheet for an old program, without the mark of UTF-8', async () => {
    expect((await exported('--format', 'csv', '--encoding', 'iso-8859-15')).code).toBe(0);
    const text = iconv.decode(await bytes(), 'iso-8859-15');
    expect(text).toMatch(/^JournalCode;/);
    expect(text).toContain('Café Ölœ');
  });

  it('exports to standard output, and the same bytes each time', async () => {
    const once = await journal('export', '--societe', '1', '--exercise', String(year), '--out', '-');
    await exported();
    expect(once.written).toBe((await bytes()).toString('utf8'));
    expect(once.complaints).not.toMatch(/got (?:its|their) number/);
  });

  it('finds nothing wrong with the books, of each société apart', async () => {
    expect(await journal('check', '--societe', '1')).toMatchObject({
      code: 0,
      written: expect.stringContaining('hold together'),
    });
    expect((await journal('check', '--societe', '2')).written).toContain('1 entry with numbers, 0 that wait');
    expect((await journal('check', '--societe', '1', '--run-mode', 'LIVE')).written).toContain(
      '0 entries with numbers',
    );
  });

  it('prints a balance that an accountant can read', async () => {
    const { code, written } = await journal('balance', '--societe', '1', '--exercise', String(year));
    expect(code).toBe(0);
    expect(written).toContain('511500 Cartes bancaires à encaisser');
    expect(written).toMatch(/^Total +1461,72 +1461,72 +0,00$/m);
  });

  it.each([
    [['export', '--societe', '9', '--exercise', '2026'], 'must be one of 1, 2, 3, 6'],
    [['export', '--societe', '1', '--exercise', '26'], 'must be a year'],
    [['export', '--societe', '1', '--exercise', '9999'], '--exercise must be a year'],
    [['balance', '--societe', '1', '--exercise', '9999'], '--exercise must be a year'],
    [['export', '--societe', '1', '--exercise', '2026', '--from', '2025-12-31'], 'lies outside of the exercise'],
    [['export', '--societe', '1', '--exercise', '2026', '--to', '2026-02-30'], '--to must be a day'],
    [['export', '--societe', '1', '--exercise', '2026', '--legal-name', '--to', '2026-06-30'], 'the whole exercise'],
    [['export', '--societe', '1', '--exercise', '2026', '--legal-name', '--out', 'fec.txt'], 'goes with a folder'],
    [['export', '--societe', '1', '--exercise', '2026', '--legal-name', '--out', '-'], 'goes with a folder'],
    [['export', '--societe', '1'], "required option '--exercise"],
    [['export', '--societe', '1', '--exercise', '2026', '--mode', 'LIVE'], 'has no siren'],
    [['balance', '--societe', '1', '--mode', 'BOTH'], 'Allowed choices are TEST, LIVE'],
  ])('does not take %j', async (args, message) => {
    const { code, complaints } = await journal(...args);
    expect([code, complaints]).toEqual([2, expect.stringContaining(message)]);
  });

  it('writes into a folder that is there, and gives no numbers where there is none', async () => {
    const into = await mkdtemp(path.join(folder, 'out-'));
    const args = ['export', '--societe', '1', '--exercise', String(year), '--out'];
    expect((await journal(...args, into)).code).toBe(0);
    expect((await journal('export', '--societe', '3', '--exercise', String(year), '--out', into)).code).toBe(0);
    // The built-in sociétés have one SIREN: none of them writes over the file of another.
    const names = ['1', '3'].map((id) => `TEST-732829320-${id}-ENC-${year}0101-${year}1231.txt`);
    expect((await readdir(into)).toSorted()).toEqual(names);
    const legal = await journal(...args, into, '--legal-name');
    expect([legal.code, legal.complaints]).toEqual([2, expect.stringContaining('several sociétés have this SIREN')]);
    expect(await journal(...args, path.join(into, 'nowhere', 'out.txt'))).toMatchObject({
      code: 2,
      complaints: expect.stringContaining('folder that is there'),
    });
    await rm(into, { recursive: true });
  });

  it('sees what is missing, books it once, and sees what is strange', async () => {
    const paid = await initiated(gateway, { idSociete: '3' });
    await gateway.store.transact(async (transaction) => {
      const { payment } = paid;
      const at = gateway.now();
      await transaction.updatePayment(payment.id, 1, { status: 'PAID', updatedAt: at });
      const data = { from: 'REQUIRES_ACTION', ...changeFacts.BANK_NEWS } as const;
      const event = { id: 'evt_before', paymentId: payment.id, status: 'PAID' as const, at };
      await transaction.appendEvent({ ...event, type: 'STATUS_CHANGED', data }, 2);
    });
    const check = () => journal('check', '--societe', '3');
    expect(await check()).toMatchObject({ code: 1, written: expect.stringContaining('event 2 has no entry') });
    const rehearsed = await journal('check', '--societe', '3', '--book-missing', '--dry-run');
    expect(rehearsed).toMatchObject({ code: 1, written: expect.stringContaining('event 2 has no entry') });
    expect(await journal('check', '--societe', '3', '--book-missing')).toMatchObject({
      code: 0,
      written: expect.stringContaining('1 movement of money had no entry and was booked'),
    });
    expect(await check()).toMatchObject({ code: 0, written: expect.stringContaining('1 that wait') });
    await gateway.runWorkers('journal');
    const [entry] = await entriesOf(gateway, paid);
    await forge(`set hash = 'forged' where id = '${entry?.id}'`);
    expect(await check()).toMatchObject({
      code: 1,
      written: expect.stringContaining('was changed after it was posted'),
    });
    const out = path.join(folder, 'out.txt');
    const refused = await journal('export', '--societe', '3', '--exercise', String(year), '--out', out);
    expect([refused.code, await readdir(folder)]).toEqual([1, []]);
    expect(refused.complaints).toContain('the books do not hold together');
  });

  /** As a person with the database's own password could, after removing its guards. */
  async function forge(change: string): Promise<void> {
    if (gateway.databaseUrl.startsWith('sqlite:'))
      await ask(gateway.databaseUrl, 'drop trigger journal_entries_posted');
    else await ask(gateway.databaseUrl, 'alter table journal_entries disable trigger journal_entries_kept');
    await ask(gateway.databaseUrl, `update journal_entries ${change}`);
  }
});
