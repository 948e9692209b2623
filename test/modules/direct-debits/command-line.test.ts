import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCliServices } from '../../../src/app/cli-services.ts';
import { addDays, parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { debited, debitOf } from '../../support/direct-debits/debit-requests.ts';
import { debitorFile } from '../../support/direct-debits/mandate-file.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup, temporaryFolder } from '../../support/open-for.ts';

describe.each(drawnDatabases())('gateway sepa on $name', ({ open }) => {
  const folder = temporaryFolder('sepa');
  // A Wednesday: from a Saturday on, fourteen days end on a weekend, and the due date lies after the last cut-off.
  const gateway = openForGroup(() => startGateway({ open, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));

  const sepa = (...args: string[]) => commandOn(gateway, ['sepa', ...args]);
  const of = ['--societe', '1', '--mode', 'TEST'];

  it('takes over mandates from a file, names the lines that it refuses, and takes nothing over twice', async () => {
    const file = path.join(folder, 'mandats.csv');
    await writeFile(file, debitorFile);
    const rehearsal = await sepa('mandate', 'import', file, ...of, '--dry-run');
    expect(rehearsal).toMatchObject({
      code: 1,
      written: expect.stringContaining('2 new, 0 unchanged, 6 refused. Nothing'),
    });
    const { code, written } = await sepa('mandate', 'import', file, ...of);
    expect(code).toBe(1);
    expect(written.split('\n').map((line) => line.slice(0, 46))).toEqual(
      [
        'line 4: iban: debtor.iban must be an IBAN: a digit is',
        'line 5: datesignature: signedOn lies in the future.',
        'line 6: rum stands on line 2 before.',
        'line 7: dernierprelevement: lastCollectedOn: it was not used for 3',
        'line 8: datesignature: signature.signedOn must be a date, for',
        'line 9: rum: rum must be 1 to 35 letters, digits or',
        '2 new, 0 unchanged, 6 refused.',
        '',
      ].map((line) => line.slice(0, 46)),
    );
    expect(written).not.toMatch(/Dupont|FR76/);
    const again = await sepa('mandate', 'import', file, ...of);
    expect(again.written).toContain('0 new, 2 unchanged, 6 refused.');
    const shown = await sepa('mandate', 'show', 'imp-001');
    expect(JSON.parse(shown.written)).toMatchObject({
      status: 'ACTIVE',
      debtor: { name: 'Été & Fils', iban: 'FR76 •••• 0189' },
      lastCollectedOn: expect.stringMatching(/^\d{4}-/),
      events: [{ type: 'CREATED', by: 'command line', at: expect.stringMatching(/^\d{4}-.*Z$/) }],
    });
    expect(shown.written).not.toMatch(/FR7630006|token/);
    const [entry] = JSON.parse((await commandOn(gateway, ['audit', 'list', '--json'])).written);
    expect(entry).toMatchObject({ action: 'sepa mandate show', object: JSON.parse(shown.written).id });
    expect((await sepa('mandate', 'show', 'IMP-002')).written).toContain('"SIGNED"');
    expect((await sepa('mandate', 'show', 'NOBODYS')).code).toBe(1);
  });

  it('takes over a mandate for one debit only where it was not used', async () => {
    const file = path.join(folder, 'ponctuels.csv');
    const account = 'FR7630006000011234567890189;2026-01-15;ponctuel';
    const lines = [`imp-9;OOFF-1;Dupont;${account};01/06/2026`, `imp-9;OOFF-2;Dupont;${account};`];
    await writeFile(file, ['client;rum;nom;iban;datesignature;recurrence;dernierprelevement', ...lines].join('\n'));
    const imported = await sepa('mandate', 'import', file, ...of);
    expect([imported.code, imported.written]).toEqual([
      1,
      'line 2: dernierprelevement: lastCollectedOn: a mandate for one debit that was used has ended.\n' +
        '1 new, 0 unchanged, 1 refused.\n',
    ]);
    expect((await sepa('mandate', 'show', 'OOFF-1')).code).toBe(1);
    expect((await sepa('mandate', 'show', 'OOFF-2')).written).toContain('"ACTIVE"');
  });

  it('refuses a line whose scheme or recurrence it does not know', async () => {
    const file = path.join(folder, 'words.csv');
    const account = 'Dupont;FR7630006000011234567890189;2026-01-15';
    const words = ['Non récurrent;SDD CORE', 'plutôt récurrent;CORE', 'RCUR;non B2B'];
    const lines = words.map((row, index) => `imp-11;WORD-${index};${account};${row}`);
    await writeFile(file, ['client;rum;nom;iban;datesignature;recurrence;schema', ...lines].join('\n'));
    expect((await sepa('mandate', 'import', file, ...of)).written).toBe(
      'line 3: recurrence: type must be one of RECURRENT, ONE_OFF.\n' +
        'line 4: schema: scheme must be one of CORE, B2B.\n1 new, 0 unchanged, 2 refused.\n',
    );
    const { written } = await sepa('mandate', 'show', 'WORD-0');
    expect(JSON.parse(written)).toMatchObject({ type: 'ONE_OFF', scheme: 'CORE' });
  });

  it('takes over no mandate of a file with a line that cannot be read', async () => {
    const file = path.join(folder, 'cut.csv');
    const line = 'imp-9;WHOLE-1;Dupont;FR7630006000011234567890189;2026-01-15';
    // Longer than what is read at once.
    const lines = Array<string>(2000).fill(line).join('\n');
    await writeFile(file, `client;rum;nom;iban;datesignature\n${lines}\nimp-9;"WHOLE-2;Dupont\n`);
    const { code, written, complaints } = await sepa('mandate', 'import', file, ...of);
    expect([code, written, complaints]).toEqual([2, '', expect.stringMatching(/line 2002 cannot be read/)]);
    expect((await sepa('mandate', 'show', 'WHOLE-1')).code).toBe(1);
  });

  it('collects by default no further than the bank takes a file', async () => {
    const createServices: typeof createCliServices = async (context) => {
      const services = await createCliServices(context);
      const societe = services.societes.get('1');
      const account = societe?.accounts.MILLIET?.TEST;
      if (!account?.directDebit) throw new Error('société 1 takes direct debits');
      const TEST = { ...account, directDebit: { ...account.directDebit, earliestDays: 5 } };
      const societes = new Map([['1', { ...societe, accounts: { MILLIET: { TEST } } }]]);
      return Object.create(services, { societes: { value: societes } });
    };
    const { code, written } = await commandOn(gateway, ['sepa', 'batch', ...of, '--dry-run'], { createServices });
    expect([code, written]).toEqual([0, expect.stringContaining('Nothing falls due by 2026-11-30.')]);
  });

  it('makes a batch, after saying what would be in it, and writes its file over no other', async () => {
    const id = await debited(gateway, { idClient: 'imp-1', amount: 4250 });
    const cutOff = (await debitOf(gateway, id)).dueDate ?? '';
    const args = ['batch', ...of, '--cut-off', cutOff];
    expect((await sepa('batches')).written).toBe('There is no batch yet: `sepa batch` makes one.\n');
    expect(await sepa(...args, '--dry-run')).toMatchObject({
      code: 0,
      written: 'CORE: 1 debit, 42,50 EUR\nB2B: 0 debits, 0,00 EUR\nNothing was written.\n',
    });
    expect((await debitOf(gateway, id)).status).toBe('PENDING');
    const { code, written, complaints } = await sepa(...args, '--out', folder);
    expect([code, written]).toEqual([0, expect.stringMatching(/^CORE: 1 debit, 42,50 EUR, batch bat_/)]);
    const [, file = ''] = /^wrote (.*)$/m.exec(complaints) ?? [];
    const [, batch = ''] = /batch (bat_\S+)/.exec(written) ?? [];
    const line = new RegExp(`^  \\d{4}(?:-\\d\\d){2} [\\d:]{8} CES?T  ${batch}  CREATED +1 +42,50 EUR  CORE +1 `, 'm');
    expect((await sepa('batches')).written).toMatch(line);
    expect((await sepa('batches', '--societe', '1', '--status', 'CREATED', 'SUBMITTED')).written).toContain(batch);
    expect(JSON.parse((await sepa('batches', '--json')).written)).toMatchObject([{ id: batch, totalCents: 4250 }]);
    expect((await sepa('batches', '--societe', '2')).written).toBe('No batch matches.\n');
    expect((await sepa('batches', '--status', 'LOST')).code).toBe(2);
    expect(await readFile(file, 'utf8')).toContain('<InstdAmt Ccy="EUR">42.50</InstdAmt>');
    expect((await debitOf(gateway, id)).status).toBe('SUBMITTED');
    expect((await sepa(...args)).written).toBe(`Nothing falls due by ${cutOff}. No debit waits.\n`);
    const dayAfterTomorrow = addDays(parisDateOf(gateway.now()), 2);
    const soon = await sepa('batch', ...of, '--cut-off', '+2');
    expect(soon.written).toBe(`Nothing falls due by ${dayAfterTomorrow}. No debit waits.\n`);
  });

  it('says when the next debit is due where none is yet, also in a rehearsal, and in which scheme', async () => {
    const id = await debited(gateway, { idClient: 'imp-1' });
    const dueDate = (await debitOf(gateway, id)).dueDate ?? '';
    const next = `The next debit is due on ${dueDate}: the bank takes its file from ${addDays(dueDate, -14)} on.\n`;
    const nothing = `Nothing falls due by ${addDays(parisDateOf(gateway.now()), 7)}.`;
    expect((await sepa('batch', ...of)).written).toBe(`${nothing} ${next}`);
    expect((await sepa('batch', ...of, '--dry-run')).written).toContain(`${nothing} ${next}Nothing was written.`);
    expect((await sepa('batch', ...of, '--scheme', 'B2B')).written).toBe(`${nothing} No debit waits.\n`);
    await sepa('batch', ...of, '--cut-off', dueDate);
  });

  it('refuses a place for the file before anything is recorded, and says where a file is that could not be written', async () => {
    const id = await debited(gateway, { idClient: 'imp-1' });
    const cutOff = (await debitOf(gateway, id)).dueDate ?? '';
    const args = ['batch', ...of, '--cut-off', cutOff, '--scheme', 'CORE', '--out'];
    const taken = path.join(folder, 'taken.xml');
    await writeFile(taken, 'what the bank may have');
    for (const [out, reason] of [
      [taken, 'there already'],
      [path.join(folder, 'no-such', 'debits.xml'), 'a folder that is there'],
      [path.join(taken, 'debits.xml'), 'a folder that is there'],
    ] as const) {
      expect(await sepa(...args, out)).toMatchObject({ code: 2, complaints: expect.stringContaining(reason) });
    }
    expect((await debitOf(gateway, id)).status).toBe('PENDING');
    const leadsNowhere = path.join(folder, 'link.xml');
    await symlink(path.join(folder, 'gone', 'debits.xml'), leadsNowhere);
    expect(await sepa(...args, leadsNowhere)).toMatchObject({
      code: 1,
      complaints: expect.stringMatching(/is there already.*GET \/direct-debit-batches\/bat_\w+\/file/),
    });
    expect(await readFile(taken, 'utf8')).toBe('what the bank may have');
  });

  it('takes no file name for two schemes, and writes the file of one where that of the other cannot be written', async () => {
    const mandates = path.join(folder, 'b2b.csv');
    const line = 'imp-10;B2B-10;Dupont;FR7630006000011234567890189;2026-01-15;B2B;2026-01-20';
    await writeFile(mandates, `client;rum;nom;iban;datesignature;schema;confirmationbanque\n${line}\n`);
    expect((await sepa('mandate', 'import', mandates, ...of)).code).toBe(0);
    const ids = [await debited(gateway, { idClient: 'imp-1' }), await debited(gateway, { idClient: 'imp-10' })];
    const [due = ''] = (await Promise.all(ids.map((id) => debitOf(gateway, id)))).map(({ dueDate }) => dueDate ?? '');
    const args = ['batch', ...of, '--cut-off', due, '--out'];
    const named = await sepa(...args, path.join(folder, 'debits.xml'));
    expect(named).toMatchObject({ code: 2, complaints: expect.stringContaining('each scheme has its own file') });
    expect((await debitOf(gateway, ids[0] ?? '')).status).toBe('PENDING');
    const outbox = path.join(folder, 'outbox');
    await mkdir(outbox);
    const taken = await nextFileName();
    await writeFile(path.join(outbox, taken), 'what the bank may have');
    const { code, written, complaints } = await sepa(...args, outbox);
    const [core = '', b2b = ''] = Array.from(written.matchAll(/batch (bat_\S+)/g), ([, id]) => id ?? '');
    expect([code, written.match(/^(?:CORE|B2B)/gm)]).toEqual([1, ['CORE', 'B2B']]);
    expect(complaints).toMatch(new RegExp(`The batch ${core} is made.*is there already.*/${core}/file gives it`));
    const { fileName = '', firstDownloadedAt } = (await gateway.store.directDebitBatch(b2b)) ?? {};
    expect([firstDownloadedAt, complaints]).toEqual([expect.any(Number), expect.stringContaining(`wrote ${outbox}`)]);
    expect((await readdir(outbox)).toSorted()).toEqual([taken, fileName].toSorted());
    expect(await gateway.store.directDebitBatch(core)).toMatchObject({ fileName: taken, firstDownloadedAt: null });
    expect(await readFile(path.join(outbox, taken), 'utf8')).toBe('what the bank may have');
  });

  /** The name holds a number that each try to make a batch counts up. */
  async function nextFileName(): Promise<string> {
    const [newest] = JSON.parse((await sepa('batches', '--limit', '1', '--json')).written) as [{ fileName: string }];
    const count = (number: string) => String(Number(number) + 1).padStart(number.length, '0');
    return newest.fileName.replace(/\d{6}(?=\.)/, count);
  }

  it.each([
    [['batch'], 2],
    [['batch', '--societe', '1', '--run-mode', 'REAL'], 2],
    [['batch', ...of, '--cut-off', 'soon'], 2],
    [['batch', '--societe', '99', '--run-mode', 'TEST'], 2],
    [['mandate', 'import', 'not-there.csv', ...of], 2],
  ])('ends %j with %j, and changes nothing', async (args, code) => {
    const answer = await sepa(...args);
    expect([answer.code, answer.written]).toEqual([code, '']);
    expect(answer.complaints).not.toMatch(/^$|collecting/);
  });
});
