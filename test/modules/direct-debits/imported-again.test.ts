import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/kernel/durations.ts';
import {
  ActivateMandateDocument,
  AmendMandateDocument,
  MarkDirectDebitBatchSubmittedDocument,
  ReviewPaymentDocument,
  RevokeMandateDocument,
  SignMandateDocument,
} from '../../generated/graphql.ts';
import { commandOn } from '../../support/cli/run-gateway.ts';
import { batched, debited, debitOf, openForDebits } from '../../support/direct-debits/debit-requests.ts';
import { created, otherIban } from '../../support/direct-debits/mandate-requests.ts';
import { drawnDatabases } from '../../support/drawn-databases.ts';
import { temporaryFolder } from '../../support/open-for.ts';
import { found } from '../../support/store/found.ts';

/** A file of mandates is imported for a trial, and again with what happened since. */

describe.each(drawnDatabases())('mandates imported again on $name', ({ open }) => {
  const { gateway, newClient, cancel } = openForDebits({ open });
  const folder = temporaryFolder('imported-again');
  let files = 0;

  type Row = Readonly<Record<string, string>>;
  async function load(given: Row, ...options: string[]): Promise<string> {
    const file = path.join(folder, `${files++}.csv`);
    const row = { nom: 'Dupont', iban: 'FR7630006000011234567890189', datesignature: '2025-01-15', ...given };
    await writeFile(file, `${Object.keys(row).join(';')}\n${Object.values(row).join(';')}\n`);
    const args = ['sepa', 'mandate', 'import', file, '--societe', '1', '--mode', 'TEST', ...options];
    return (await commandOn(gateway, args)).written;
  }
  /** A mandate that the trial imported. */
  async function imported(given: Row = {}): Promise<{ client: string; rum: string } & Row> {
    const client = newClient();
    const row = { client, rum: `AGAIN-${client}`, ...given };
    expect(await load(row)).toBe('1 new, 0 unchanged, 0 refused.\n');
    return row;
  }
  async function stored({ rum = '' }: Row) {
    return found((await gateway.store.mandatesByRum(rum.toUpperCase()))[0]);
  }
  const storyOf = async (row: Row) =>
    (await gateway.store.mandateEventsOf((await stored(row)).id, 0, 10)).map(({ type, status }) => `${type} ${status}`);
  const changed = '0 new, 1 changed, 0 unchanged, 0 refused.';
  const unchanged = '0 new, 1 unchanged, 0 refused.';

  it('take over a later last debit, and say before that they will', async () => {
    const row = await imported({ dernierprelevement: '2026-09-05' });
    const last = { ...row, dernierprelevement: '05/11/2026' };
    expect(await load(last, '--dry-run')).toBe(`${changed} Nothing was written.\n`);
    expect((await stored(row)).lastCollectedOn).toBe('2026-09-05');
    expect(await load(last)).toBe(`${changed}\n`);
    expect(await stored(row)).toMatchObject({ lastCollectedOn: '2026-11-05', collections: 1, status: 'ACTIVE' });
    expect(await storyOf(row)).toEqual(['CREATED ACTIVE', 'AMENDED ACTIVE']);
    // The same, an older one, none.
    for (const again of [last, row, { ...row, dernierprelevement: '' }]) expect(await load(again)).toContain(unchanged);
    expect(await load({ ...row, dernierprelevement: '2026-11-12' })).toContain(changed);
    const never = await imported();
    expect(await load({ ...never, dernierprelevement: '2026-11-05' })).toContain(changed);
    expect(await stored(never)).toMatchObject({ lastCollectedOn: '2026-11-05', collections: 1 });
  });

  it('leave the form as it was signed where a file adds their last debit alone', async () => {
    const row = await imported();
    const { id, token } = await stored(row);
    const page = async () => (await gateway.get(`/mandates/${token}`)).text();
    expect(await load({ ...row, dernierprelevement: '2026-11-05' })).toContain(changed);
    expect(await page()).not.toContain('Modifié');
    await gateway.send(AmendMandateDocument, { input: { id, debtorName: 'Durand', endsWithNext: true } });
    expect(await page()).toContain('Modifié');
  });

  it('take over that the bank of the debtor confirmed one between businesses, once', async () => {
    const row = await imported({ schema: 'B2B', confirmationbanque: '' });
    const confirmed = { ...row, confirmationbanque: '2026-10-01', dernierprelevement: '2026-11-05' };
    expect(await load(confirmed)).toContain(changed);
    const expected = { status: 'ACTIVE', bankConfirmedOn: '2026-10-01', lastCollectedOn: '2026-11-05' };
    expect(await stored(row)).toMatchObject(expected);
    expect(await storyOf(row)).toEqual(['CREATED SIGNED', 'STATUS_CHANGED ACTIVE']);
    expect(await load(confirmed)).toContain(unchanged);
    expect(await load({ ...confirmed, confirmationbanque: '2026-10-02' })).toContain(
      'line 2: confirmationbanque: bankConfirmedOn differs from the mandate with this reference.',
    );
    expect(await stored(row)).toMatchObject(expected);
  });

  const notAsImported =
    'line 2: confirmationbanque: bankConfirmedOn is read only for the account, reference and creditor that were ' +
    'imported: activateMandate records it.';

  it('take over no confirmation of a mandate that was signed here', async () => {
    const { id, rum, idClient } = await created(gateway, { idClient: newClient(), scheme: 'B2B' });
    await gateway.send(SignMandateDocument, { input: { id, signedOn: '2026-01-05', method: 'PAPER' } });
    const { debtor, signature } = await stored({ rum });
    const row = { client: idClient, rum, nom: debtor?.name ?? '', datesignature: signature?.signedOn ?? '' };
    const confirmed = { ...row, schema: 'B2B', confirmationbanque: '2026-10-01' };
    expect(await load({ ...confirmed, iban: debtor?.iban ?? '' })).toContain(notAsImported);
    expect((await stored({ rum })).status).toBe('SIGNED');
  });

  it('take over the first confirmation also after a last debit, a new name and a planned end', async () => {
    const row = await imported({ schema: 'B2B', confirmationbanque: '' });
    const used = { ...row, dernierprelevement: '2026-11-05' };
    expect(await load(used)).toContain(changed);
    const { id } = await stored(row);
    await gateway.send(AmendMandateDocument, { input: { id, debtorName: 'Durand', endsWithNext: true } });
    expect(await load({ ...used, nom: 'Durand', confirmationbanque: '2026-10-01' })).toContain(changed);
    expect(await stored(row)).toMatchObject({ status: 'ACTIVE', bankConfirmedOn: '2026-10-01' });
  });

  it('take over no confirmation of another account than the one that was imported', async () => {
    const row = await imported({ schema: 'B2B', confirmationbanque: '' });
    const { id } = await stored(row);
    await gateway.send(AmendMandateDocument, { input: { id, iban: otherIban } });
    const amended = { ...row, iban: otherIban, confirmationbanque: '2026-10-01' };
    expect(await load(amended)).toContain(notAsImported);
    expect((await stored(row)).status).toBe('SIGNED');
    await gateway.send(ActivateMandateDocument, { input: { id, bankConfirmedOn: '2026-11-20' } });
    expect(await load({ ...amended, confirmationbanque: '2026-11-20' })).toContain(unchanged);
  });

  const address = { rue: 'rue Haute', codepostal: '75002', ville: 'Paris', pays: 'FR' };
  const facts = { bic: 'AGRIFRPP', lieu: 'Paris', empreinte: 'ab'.repeat(32), ...address };
  it.each([
    ['the BIC', { bic: 'BNPAFRPP' }, ['bic: bic']],
    ['the place', { lieu: 'Lyon' }, ['lieusignature: place']],
    ['the proof', { empreinte: 'cd'.repeat(32) }, ['empreinte: evidenceDigest']],
    ['the address', { rue: 'rue Basse', ville: 'Lyon' }, ['rue: street', 'ville: town']],
    ['the number in the street', { numerovoie: '3' }, ['numerovoie: buildingNumber']],
    ['the account', { iban: otherIban }, ['iban: iban']],
  ])('are refused where the file says otherwise %s', async (_name, other, names) => {
    const row = await imported(facts);
    const before = await stored(row);
    const reasons = names.map((name) => `${name} differs from the mandate with this reference.`).join(' ');
    const refusal = `line 2: ${reasons}\n0 new, 0 unchanged, 1 refused.\n`;
    expect(await load({ ...row, ...other, dernierprelevement: '2026-11-05' })).toBe(refusal);
    expect(await stored(row)).toEqual(before);
  });

  it.each([
    ['AGRIFRPP', 'AGRIFRPPXXX'],
    ['AGRIFRPPXXX', 'AGRIFRPP'],
  ])('are the same with the BIC %s and %s', async (bic, other) => {
    const row = await imported({ bic });
    expect(await load({ ...row, bic: other, dernierprelevement: '2026-11-05' })).toContain(changed);
    expect((await stored(row)).debtor?.bic).toBe(bic);
    expect(await load({ ...row, bic: 'AGRIFRPP882' })).toContain('bic: bic differs');
  });

  it('are the same in CORE with a confirmation, which no bank gives there', async () => {
    const row = await imported();
    expect(await load({ ...row, confirmationbanque: '2026-10-01', dernierprelevement: '2026-11-05' })).toContain(
      changed,
    );
    const other = await imported({ confirmationbanque: '2026-10-01' });
    for (const { bankConfirmedOn } of [await stored(row), await stored(other)]) expect(bankConfirmedOn).toBeNull();
    for (const confirmationbanque of ['2026-10-02', '-']) {
      expect(await load({ ...other, confirmationbanque })).toContain(unchanged);
    }
  });

  it('are refused where a file adds what it did not say before, and stay where it leaves out what it said', async () => {
    const bare = await imported();
    for (const [name, value] of Object.entries(facts).filter(([column]) => !(column in address)))
      expect(await load({ ...bare, [name]: value })).toContain('differs from the mandate with this reference.');
    expect(await load({ ...bare, ...address })).toContain('ville: town differs');
    const full = await imported(facts);
    expect(await load({ client: full.client, rum: full.rum })).toContain(unchanged);
  });

  /** A mandate with a debit that is in a file, and that file's batch. */
  async function inFile(given: Row = {}) {
    const row = await imported(given);
    const payment = await debited(gateway, { idClient: row.client });
    const batch = found((await batched(gateway)).batches[0]);
    return { row, payment, batch, used: await stored(row) };
  }
  const older = { dernierprelevement: '2026-11-05' };

  it('keep the day of a debit of the gateway over an older one that it remembers, or once the bank has its file', async () => {
    const { row, batch, used } = await inFile({ dernierprelevement: '2026-09-05' });
    expect(used.lastCollectedOn).toMatch(/^2026-12-/);
    for (const day of ['2026-09-05', '2026-09-01']) {
      expect(await load({ ...row, dernierprelevement: day })).toContain(unchanged);
    }
    await gateway.send(MarkDirectDebitBatchSubmittedDocument, { input: { id: batch.id } });
    expect(await load({ ...row, ...older })).toContain(unchanged);
    expect(await stored(row)).toEqual(used);
  });

  it.each([0, 60])('are refused with an older debit while its file can be taken back, %i days after', async (days) => {
    const { row, payment, batch, used } = await inFile();
    gateway.advance(days * dayMs);
    if (days > 0) {
      await gateway.runWorkers();
      // The debit stays in its file without a use that is in progress.
      await gateway.send(ReviewPaymentDocument, { input: { id: payment, status: 'CANCELLED' } });
      expect((await debitOf(gateway, payment)).status).toBe('CANCELLED');
    }
    const refusal =
      `dernierprelevement: lastCollectedOn would be lost if the batch ${batch.id}, with a debit of that day or later, ` +
      'were cancelled: submit or cancel it first.';
    expect(await load({ ...row, ...older })).toContain(refusal);
    // A file of mandates may tell the debit itself once that day is over.
    if (days > 0) expect(await load({ ...row, dernierprelevement: used.lastCollectedOn ?? '' })).toContain(refusal);
    expect((await stored(row)).lastCollectedOn).toBe(used.lastCollectedOn);
    await cancel(batch.id, true);
    expect((await stored(row)).lastCollectedOn).toBeNull();
    expect(await load({ ...row, ...older })).toContain(changed);
    expect((await stored(row)).lastCollectedOn).toBe('2026-11-05');
    gateway.advance(-days * dayMs);
  });

  it('are refused with a later debit after their end', async () => {
    const row = await imported({ dernierprelevement: '2026-09-05' });
    await gateway.send(RevokeMandateDocument, { input: { id: (await stored(row)).id } });
    expect(await load({ ...row, dernierprelevement: '2026-11-05' })).toContain(
      'dernierprelevement: lastCollectedOn is later than the last debit of a mandate that is REVOKED.',
    );
    expect(await load(row)).toContain(unchanged);
  });
});
