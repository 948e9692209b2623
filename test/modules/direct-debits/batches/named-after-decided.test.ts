import { beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { importBankFile } from '../../../../src/modules/bank-statements/import/import-bank-file.ts';
import type { CreatedBatches } from '../../../../src/modules/direct-debits/batches/create-batch.ts';
import { inPieces } from '../../../support/bank-statements/read-pieces.ts';
import { writtenCfonb120 } from '../../../support/bank-statements/written-cfonb.ts';
import { collection, returned, type WrittenEntry } from '../../../support/bank-statements/written-files.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A person decides about an entry, and only a later file names the debit or the block that it is of. */
describe.each(drawnDatabases())('an entry that is named after a decision ($name)', (database) => {
  const company = openForEach(() => openCompany(database));
  let made: CreatedBatches;
  let sent: readonly { readonly endToEndId: string; readonly block: string }[];
  beforeEach(async () => {
    const payments = [await company.newDebit(), await company.newDebit()];
    made = await company.batch('2026-12-09');
    const presentations = await Promise.all(payments.map(company.presentation));
    sent = presentations.map(({ endToEndId, blockId }) => ({ endToEndId, block: blockId ?? '' }));
  });

  const read = (...entries: readonly WrittenEntry[]) => company.bring(entries);
  const decideAll = async () => {
    for (const { kind } of await company.open()) await company.decide({}, kind);
  };
  const standing = () => company.shown(made);
  const block = { amount: '25.00', code: ['IDDT', 'ESDD'] } as const;
  const named = () => ({ endToEndId: sent[0]?.endToEndId ?? '', block: sent[0]?.block ?? '' });

  const signs: readonly (readonly [string, WrittenEntry, () => WrittenEntry])[] = [
    [
      'a debit',
      collection('12.50', { texts: ['PRLV'] }),
      () => collection('12.50', { endToEndId: named().endToEndId }),
    ],
    [
      'a part of a debit',
      collection('12.00', { texts: ['PRLV'] }),
      () => collection('12.00', { endToEndId: named().endToEndId }),
    ],
    ['a block', block, () => ({ ...block, batch: named().block })],
    ['a block less a fee', { ...block, amount: '24.60' }, () => ({ ...block, amount: '24.60', batch: named().block })],
    [
      'a return',
      { amount: '12.50', direction: 'DBIT', code: ['IDDT', 'UPDD'] },
      () => returned('12.50', named().endToEndId, 'AM04'),
    ],
    [
      'a reversal',
      collection('12.50', { texts: ['PRLV'] }, { direction: 'DBIT', reversal: true }),
      () => collection('12.50', { endToEndId: named().endToEndId }, { direction: 'DBIT', reversal: true }),
    ],
  ];

  it.each(signs)('holds the debits of a cancelled batch back until a person looks: %s', async (_what, plain, entry) => {
    await company.cancel(made);
    await read(plain);
    await decideAll();
    for (const _ of [1, 2]) await read(entry());
    expect(await company.open()).toMatchObject([{ kind: 'CONTRADICTION', idSociete: '1' }]);
    expect([await standing(), await company.debitsOfNextBatch()]).toEqual([['CANCELLED', true], 0]);
    await company.decide();
    await read(entry());
    expect([await company.open(), await company.debitsOfNextBatch()]).toEqual([[], 2]);
  });

  it('calls no second person where a debit whose credit was decided goes back', async () => {
    await company.cancel(made);
    await read(collection('12.50', { endToEndId: named().endToEndId }));
    await company.decide();
    await read({ ...returned('12.50', named().endToEndId, 'AM04'), bankReference: 'B2' });
    expect([await company.open(), await company.debitsOfNextBatch()]).toEqual([[], 1]);
  });

  it.each(signs)('shows that the bank has the file of an open batch: %s', async (_what, plain, entry) => {
    await read(plain);
    await decideAll();
    await read(entry());
    expect(await standing()).toEqual(['SUBMITTED', true]);
  });

  it.each(signs)('is held back also before the decision: %s', async (_what, plain, entry) => {
    await company.cancel(made);
    await read(plain);
    await read(entry());
    expect(await company.debitsOfNextBatch()).toBe(0);
  });

  it('calls no person twice where the person saw the name', async () => {
    await company.cancel(made);
    const entry = collection('12.00', { endToEndId: named().endToEndId });
    await read(entry);
    await company.decide();
    await read(entry);
    expect([await company.open(), await company.debitsOfNextBatch()]).toEqual([[], 2]);
  });

  it('tells of no file where money of the company comes back', async () => {
    await company.cancel(made);
    await read(collection('12.50', { texts: ['PRLV'] }));
    await company.decide();
    await read(collection('12.50', { endToEndId: named().endToEndId, reason: 'AC04' }));
    expect([await standing(), await company.debitsOfNextBatch()]).toEqual([['CANCELLED', false], 2]);
  });

  const listed = (all = sent) => all.map(({ endToEndId }) => ({ amount: '12.50', endToEndId }));

  it('may be a sum, and the later file lists its debits', async () => {
    await company.cancel(made);
    await read(block);
    await company.decide();
    for (const _ of [1, 2]) await read({ ...block, details: listed() });
    expect([await standing(), await company.debitsOfNextBatch()]).toEqual([['CANCELLED', true], 0]);
    await company.decide({}, 'CONTRADICTION');
    expect(await company.debitsOfNextBatch()).toBe(2);
  });

  it('may be a sum of debits of two cancelled batches', async () => {
    await company.cancel(made);
    const third = await company.newDebit(1100);
    const again = await company.batch('2026-12-09');
    const { endToEndId } = await company.presentation(third);
    await company.cancel(again);
    await read({ ...block, amount: '23.50' });
    await company.decide();
    const details = [...listed(sent.slice(0, 1)), { amount: '11.00', endToEndId }];
    for (const _ of [1, 2]) await read({ ...block, amount: '23.50', details });
    expect(await company.open()).toMatchObject([{ kind: 'CONTRADICTION' }, { kind: 'CONTRADICTION' }]);
    expect(await company.debitsOfNextBatch()).toBe(0);
  });

  it('may be listed without its ids, and the later file names the block of the sum', async () => {
    await company.cancel(made);
    await read({ ...block, amount: '24.60', details: [1, 2].map(() => ({ amount: '12.30', texts: ['PRLV'] })) });
    await read({ ...block, amount: '24.60', batch: named().block });
    expect([await standing(), await company.debitsOfNextBatch()]).toEqual([['CANCELLED', true], 0]);
  });

  it('may be of CFONB, where nothing names it', async () => {
    await company.cancel(made);
    const movements = [{ cents: 2460, day: '2026-11-25', label: 'REMISE PRLV SEPA' }];
    const bytes = inPieces(writtenCfonb120([{ openingCents: 0, from: '2026-11-24', until: '2026-11-25', movements }]));
    await importBankFile(company.services, anonymous, { name: 'a.txt', source: 'UPLOAD', bytes }, {});
    await company.decide();
    await read({ ...block, amount: '24.60', batch: named().block });
    expect([await standing(), await company.debitsOfNextBatch()]).toEqual([['CANCELLED', true], 0]);
  });
});
