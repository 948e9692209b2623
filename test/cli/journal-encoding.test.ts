import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, it } from 'vitest';
import { encodableIn } from '../../src/cli/books/journal-encoding.ts';
import { fecRows } from '../../src/modules/accounting/fec.ts';
import type { PostedEntry } from '../../src/modules/accounting/journal.ts';
import { recorded } from '../support/accounting/books.ts';
import { openImporting } from '../support/bank-statements/importing.ts';
import { credit } from '../support/bank-statements/written-files.ts';
import { commandOn } from '../support/cli/run-gateway.ts';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { startGateway } from '../support/gateway.ts';
import { openForEach, openForGroup } from '../support/open-for.ts';
import { initiated } from '../support/requests.ts';

/** Programs that read ISO 8859-15 alone: an entry never changes, so its words must not keep it out of the file. */

const entry: PostedEntry = {
  ...{ id: 'jrn_1', idSociete: '1', runMode: 'TEST', kind: 'SUSPENSE', date: '2026-12-01', exercise: 2026 },
  journal: { code: 'BQ1', label: 'Banque – LBP' },
  ...{ pieceReference: 'B1', pieceDate: '2026-12-01', label: 'ACHAT ‖ D’ŒUVRE À 5\u202f€' },
  lines: [
    { account: '512100', accountLabel: 'Compte “courant”\u200b', auxiliary: null, debitCents: 1, creditCents: 0 },
    { account: '411000', accountLabel: 'Clients', auxiliary: 'Café Ölœ', debitCents: 0, creditCents: 1 },
  ],
  ...{ event: null, reverses: null, bankEntryId: 'bke_1', clears: null, reason: null, operator: null, createdAt: 0 },
  posting: { position: 42, number: 7, postedAt: Date.UTC(2026, 11, 2, 9), previousHash: null, hash: '' },
};
const rowsOf = (change: Partial<PostedEntry>, payer: string, encoding: 'utf-8' | 'iso-8859-15' = 'iso-8859-15') => {
  const added = { letters: new Map(), payers: new Map([['jrn_1', payer]]), encodable: encodableIn(encoding) };
  return fecRows({ ...entry, ...change }, added).map((row) => row.slice(0, 11).join('|'));
};

describe('the journal in ISO 8859-15', () => {
  it('keeps what the encoding has, and writes other words in plain letters', () => {
    expect(rowsOf({}, 'Łukasz Nguyê\u0303n, e\u0301té')).toEqual([
      `BQ1|Banque - LBP|000007|20261201|512100|Compte "courant"|||B1|20261201|ACHAT   D'ŒUVRE À 5 € Lukasz Nguyen, été`,
      `BQ1|Banque - LBP|000007|20261201|411000|Clients|Café Ölœ|Client Café Ölœ|B1|20261201|ACHAT   D'ŒUVRE À 5 € Lukasz Nguyen, été`,
    ]);
    expect(rowsOf({}, 'Łukasz', 'utf-8')[0]).toBe(
      'BQ1|Banque – LBP|000007|20261201|512100|Compte “courant”\u200b|||B1|20261201|ACHAT ‖ D’ŒUVRE À 5\u202f€ Łukasz',
    );
  });

  it('changes no piece: two would have one reference', () => {
    expect(() => rowsOf({ pieceReference: 'FA–1' }, 'A')).toThrow(
      'iso-8859-15 has no "–", which is in PieceRef of entry 7 in journal BQ1: export with --encoding utf-8.',
    );
  });
});

describe.each(drawnDatabases())('journal export --encoding iso-8859-15 ($name)', (database) => {
  let folder: string;
  const gateway = openForGroup(() =>
    startGateway({ open: database.open, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }),
  );
  const importing = openForEach(() => openImporting(database));
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'reglement-encoding-'));
    return () => rm(folder, { recursive: true, force: true });
  });
  const bytes = () => readFile(path.join(folder, 'out.txt'));
  const argsOf = (societe: string) => [
    ...['journal', 'export', '--societe', societe, '--exercise', '2026', '--out', path.join(folder, 'out.txt')],
  ];

  it.each(['fec', 'csv'])('writes a payer of suspense whose name it lacks, as %s', async (format) => {
    await importing.statement([credit('12.00', { debtor: { name: 'Łukasz – l’ami' }, texts: ['MERCI'] })]);
    const { databaseUrl } = importing;
    const on = { databaseUrl, now: () => Date.UTC(2026, 10, 26, 9) };
    const { code, complaints } = await commandOn(on, [...argsOf('1'), '--encoding', 'iso-8859-15', '--format', format]);
    expect([code, complaints]).toEqual([0, expect.stringContaining('1 entry')]);
    expect(iconv.decode(await bytes(), 'iso-8859-15')).toContain("Lukasz - l'ami");
  });

  it('writes nothing in an encoding that lacks a character: two customers would have one number', async () => {
    await initiated(gateway, { ...recorded, idSociete: '6', idClient: 'Ωμέγα 1' });
    const args = argsOf('6');
    for (const more of [[], ['--dry-run'], ['--format', 'csv']]) {
      const { code, complaints } = await commandOn(gateway, [...args, '--encoding', 'iso-8859-15', ...more]);
      const refusal = 'iso-8859-15 has no "Ω", which is in CompAuxNum of entry 1 in journal ';
      expect([more, code, complaints]).toEqual([more, 1, expect.stringContaining(refusal)]);
      expect(await readdir(folder)).toEqual([]);
      if (more.length === 0) await gateway.runWorkers('journal');
    }
    expect((await commandOn(gateway, args)).code).toBe(0);
    expect((await bytes()).toString('utf8')).toContain('Ωμέγα 1');
  });
});
