import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { openForGroup, standingFor, temporaryFolder } from '../../support/open-for.ts';
import { openTestStore } from '../../support/store/examples.ts';

const at = Date.UTC(2026, 10, 25);

describe.each(drawnDatabases())('customer import ($name)', (database) => {
  const opened = openForGroup(() => openTestStore(database));
  const store = standingFor(() => opened.store);
  const folder = temporaryFolder('import');
  let files = 0;
  /** The clock of the command, which stands still but for a test about long work. */
  let elapsedMs = 0;
  let msPerLook = 0;

  async function load(content: string | Buffer, ...options: string[]) {
    const file = path.join(folder, `clients-${files++}.csv`);
    await writeFile(file, content);
    return run(file, ...options);
  }
  const now = (): number => {
    elapsedMs += msPerLook;
    return at + elapsedMs;
  };
  const run = (...args: string[]) =>
    commandOn({ databaseUrl: opened.databaseUrl, now }, ['customer', 'import', ...args]);
  const entry = (idClient: string, idSociete = '1') => store.customer({ idSociete, idClient });

  it('reads a French file with semicolons, says what it did, and changes nothing the second time', async () => {
    const content =
      'N° client;Société;Prénom;Nom;Adresse;Code postal;Ville;Pays;Téléphone;Remarque\r\n' +
      '2263;1;Zoé;Lefèvre;"3, rue Haute; bât. B";75002;Paris;France;06 12 34 56 78;bon payeur\r\n' +
      '\r\n' +
      '2264;2;Luc;Durand;1 place du Marché;67000;Strasbourg;allemagne;+49 30 1234567;;\r\n';
    expect(await load(content)).toEqual({
      code: 0,
      written: '2 new, 0 changed, 0 unchanged, 0 refused.\n',
      complaints: 'read as UTF-8; 1 column is not known and not read\n',
    });
    expect(await entry('2263')).toEqual({
      idSociete: '1',
      idClient: '2263',
      details: {
        firstName: 'Zoé',
        lastName: 'Lefèvre',
        address: '3, rue Haute; bât. B',
        zipCode: '75002',
        city: 'Paris',
        country: 'FR',
        phone: '+33612345678',
      },
      version: 1,
      createdAt: at,
      updatedAt: at,
      updatedBy: 'command line',
    });
    expect((await entry('2264', '2'))?.details).toMatchObject({ country: 'DE', phone: '+49301234567' });
    expect((await load(content)).written).toBe('0 new, 0 changed, 2 unchanged, 0 refused.\n');
    expect(await entry('2263')).toMatchObject({ version: 1 });
  });

  it.each([
    ['UTF-8 with a mark at its beginning', Buffer.from('\uFEFFclient,nom\nB1,Hélène\n'), 'UTF-8'],
    ['Windows-1252', Buffer.from('client;nom\nB1;H\xe9l\xe8ne\n', 'latin1'), 'Windows-1252'],
    ['UTF-8 with tabs', Buffer.from('client\tnom\nB1\tHélène\n'), 'UTF-8'],
  ])('reads %s', async (_name, content, encoding) => {
    await load('client,nom\nB1,autre\n', '--societe', '1');
    const { code, complaints } = await load(content, '--societe', '1');
    expect([code, complaints]).toEqual([0, `read as ${encoding}\n`]);
    expect((await entry('B1'))?.details).toEqual({ lastName: 'Hélène' });
  });

  it('reads a letter of several bytes that two reads of the file cut through', async () => {
    const head = 'client;nom;adresse\n';
    const padding = `P0;x;${'a'.repeat(200)}\n`;
    const rows = Array.from({ length: 400 }, (_, index) => padding.replace('P0', `P${index}`)).join('');
    const filler = 'b'.repeat(65_536 - Buffer.byteLength(head) - 1 - 'Q1;'.length);
    const cut = `${head}Q1;${filler.slice(0, 60)}é;x\n${rows}`;
    // Moved by one byte each, so that one of them is cut.
    for (let shift = 0; shift < 3; shift++) {
      const { code } = await load(`${' '.repeat(shift)}${cut}`, '--societe', '3');
      expect(code).toBe(0);
    }
    expect((await entry('Q1', '3'))?.details.lastName).toMatch(/é$/);
    expect((await store.customersOf('3', '', 1000)).length).toBe(401);
  });

  it('names each line that it refuses, with number, field and reason and no personal data, and imports the others', async () => {
    const { code, written, complaints } = await load(
      [
        'client;nom;prenom;telephone;pays',
        'R1;Secretname;Zoé;12;FR',
        'R2;Secretname;Zoé;0612345678;Secretland',
        'R3;Secretname;Zoé;0612345678',
        'R4;;;;',
        'R5;Durand;Luc;0612345678;FR',
        'R5;Secretname;Luc;0612345678;FR',
        'Secret Name;Secretname;Luc;0612345678;FR',
        'a/b;Secretname;Luc;0612345678;FR',
        'R6;4970 1100 0000 0013;Luc;0612345678;FR',
        'R7;Secretname;Luc;0612345678;FR;surplus',
        ';Secretname;Luc;0612345678;FR',
        'R8;Secretname;Zoé;0612345678;ZZ',
      ].join('\n'),
      '--societe',
      '1',
    );
    expect(code).toBe(1);
    expect(complaints).toBe('read as UTF-8\n10 lines were refused.\n');
    expect(written.split('\n')).toEqual([
      'line 2, customer R1: phone must be an international phone number, for instance +33612345678.',
      'line 3, customer R2: country must be an ISO 3166-1 alpha-2 country code, for instance FR.',
      'line 4: has 4 cells, and the first line names 5 columns.',
      'line 5, customer R4: nothing is said of the customer.',
      'line 7, customer R5: this customer stands on line 6 before.',
      'line 9: idClient must be 1 to 64 letters, digits, blanks or . _ : - and begin with a letter or a digit.',
      'line 10, customer R6: lastName must not hold a card number.',
      'line 11: has 6 cells, and the first line names 5 columns.',
      'line 12: idClient must be 1 to 64 letters, digits, blanks or . _ : - and begin with a letter or a digit.',
      'line 13, customer R8: country must be an ISO 3166-1 alpha-2 country code, for instance FR.',
      '2 new, 0 changed, 0 unchanged, 10 refused.',
      '',
    ]);
    expect(`${written}${complaints}`).not.toMatch(/Secret|4970/);
    expect((await entry('R5'))?.details.lastName).toBe('Durand');
    expect(await entry('R1')).toBeNull();
  });

  it('empties a field whose cell is empty, and leaves one whose column is not there', async () => {
    await load('client,nom,ville,telephone\nE1,Durand,Paris,0612345678\n', '--societe', '1');
    expect((await load('client,ville,telephone\nE1,Lyon,\n', '--societe', '1')).written).toContain('1 changed');
    expect(await entry('E1')).toMatchObject({ details: { lastName: 'Durand', city: 'Lyon' }, version: 2 });
    expect((await entry('E1'))?.details).not.toHaveProperty('phone');
  });

  it('leaves the country of an entry where the file has no column of it, and fills one that is empty', async () => {
    await load('client;nom;pays\nK1;Dupont;BE\nK2;Durand;\n', '--societe', '1');
    const content = 'client;nom\nK1;Dupond\nK2;Durand\nK3;Martin\n';
    const options = ['--societe', '1', '--country', 'FR'];
    for (const dry of [['--dry-run'], []])
      expect((await load(content, ...options, ...dry)).written).toContain('1 new, 2 changed, 0 unchanged, 0 refused.');
    const countries = ['K1', 'K2', 'K3'].map(async (id) => (await entry(id))?.details.country);
    expect(await Promise.all(countries)).toEqual(['BE', 'FR', 'FR']);
    expect((await load(content, ...options)).written).toContain('0 new, 0 changed, 3 unchanged');
    const { written } = await load('client;nom\nK4;Martin\n', '--societe', '1', '--country', 'Frankreich');
    expect(written).toContain('country must be an ISO 3166-1 alpha-2 country code');
  });

  it('takes société and country from the command where lines do not say', async () => {
    const { written } = await load(
      'client,societe,nom,pays\nS1,,Durand,\nS2,2,Durand,\nS3,6,Durand,BE\nS4,6,,\n',
      '--societe',
      '6',
      '--country',
      'FR',
    );
    expect(written).toBe(
      'line 3, customer S2: idSociete is another than 6.\nline 5, customer S4: nothing is said of the customer.\n2 new, 0 changed, 0 unchanged, 2 refused.\n',
    );
    expect((await entry('S1', '6'))?.details).toEqual({ lastName: 'Durand', country: 'FR' });
    expect((await entry('S3', '6'))?.details.country).toBe('BE');
    expect((await load('client,societe,nom\nS4,9,Durand\n')).written).toContain(
      'idSociete is no société of the config.',
    );
  });

  it('says what it would do and writes nothing on a dry run', async () => {
    await load('client,nom\nD1,Durand\n', '--societe', '1');
    const { code, written } = await load('client,nom\nD1,Autre\nD2,Durand\nD3,\n', '--societe', '1', '--dry-run');
    expect(written).toContain('1 new, 1 changed, 0 unchanged, 1 refused. Nothing was written.');
    expect(code).toBe(1);
    expect([(await entry('D1'))?.details.lastName, await entry('D2')]).toEqual(['Durand', null]);
  });

  it('works in batches and says how far it is once it takes long', async () => {
    const lines = Array.from({ length: 10_001 }, (_, index) => `M${index},Durand`);
    msPerLook = 1;
    const { code, written, complaints } = await load(`client,nom\n${lines.join('\n')}`, '--societe', '2');
    msPerLook = 0;
    expect([code, written]).toEqual([0, '10001 new, 0 changed, 0 unchanged, 0 refused.\n']);
    expect(complaints).toMatch(/\r\d{3,5} lines read/);
    expect(await entry('M10000', '2')).not.toBeNull();
  });

  it.each([
    ['an empty file', '', [], 'The file is empty.'],
    ['a file without columns', 'Secretname;Zoé\n', [], 'number (client)'],
    ['no société', 'client;nom\nX1;Durand\n', [], '--societe <number>'],
    ['a société that is none', 'client;nom\nX1;Durand\n', ['--societe', '9'], '--societe must be a société'],
    ['nothing to say', 'client;remarque\nX1;Durand\n', ['--societe', '1'], 'names nothing to say'],
    ['a column twice', 'client;nom;Nom\nX1;Durand;Durand\n', ['--societe', '1'], 'names lastName twice'],
    ['UTF-16', Buffer.from('\uFEFFclient;nom\nX1;Durand\n', 'utf16le'), ['--societe', '1'], 'null bytes'],
    [
      'two encodings',
      Buffer.from('client;nom\nX1;Zo\xc3\xa9\nX2;Zo\xe9\n', 'latin1'),
      ['--societe', '1'],
      'line 3 is not UTF-8, and line 2 is: the file mixes two encodings',
    ],
  ])('refuses %s with exit code 2 and writes nothing', async (_name, content, options, reason) => {
    const { code, written, complaints } = await load(content, ...options);
    expect([code, written]).toEqual([2, '']);
    expect(complaints).toContain(reason);
    expect(complaints).not.toContain('Secret');
    expect(await entry('X1')).toBeNull();
  });

  it('refuses a file that is not there', async () => {
    expect(await run(path.join(folder, 'nowhere.csv'), '--societe', '1')).toMatchObject({
      code: 2,
      complaints: expect.stringContaining('there is no file'),
    });
  });

  it.each([
    ['a quotation mark is missing', '"Secret'],
    ['it is too long', 'Secret'.repeat(20_000)],
  ])('writes nothing of a file with a line that cannot be read: %s', async (reason, cell) => {
    const lines = Array.from({ length: 600 }, (_, index) => `K${index},Durand`);
    const content = `client,nom\n${lines.join('\n')}\nK600,${cell}\nK601,Durand\n`;
    const { code, written, complaints } = await load(content, '--societe', '1');
    expect([code, written]).toEqual([2, '']);
    expect(complaints).toMatch(new RegExp(`line \\d+ cannot be read: ${reason}`));
    expect(complaints).not.toContain('Secret');
    expect(await entry('K0')).toBeNull();
  });
});
