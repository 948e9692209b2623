import { beforeEach, describe, expect, it } from 'vitest';
import { createBooks } from '../../../../src/app/event-handlers.ts';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { rulesOf } from '../../../../src/kernel/merchant.ts';
import { creditorReference } from '../../../../src/kernel/sepa/creditor-reference.ts';
import { checkJournal } from '../../../../src/modules/accounting/check-journal.ts';
import { downloadBatchFile } from '../../../../src/modules/direct-debits/batches/close-batch.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { kindsOf } from '../../../support/bank-statements/importing.ts';
import {
  collection,
  returned,
  type WrittenReport,
  writtenReport,
  writtenStatement,
} from '../../../support/bank-statements/written-files.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { openForEach } from '../../../support/open-for.ts';

/** A batch was cancelled here, and the bank had its file after all: no debit of it may be collected twice. */
describe.each(drawnDatabases())('a debit of a cancelled batch that the bank collects ($name)', (database) => {
  const company = openForEach(() => openCompany(database));
  let payments: readonly Payment[];
  let messageId = '';
  let sent: { readonly endToEndId: string; readonly blockId: string };
  beforeEach(async () => {
    const clients = [await company.mandate(), await company.mandate()];
    payments = await Promise.all(clients.map(({ idClient }) => company.debit(idClient)));
    const made = await company.batch('2026-12-09');
    const { endToEndId, blockId } = await company.presentation(payments[0] as Payment);
    messageId = made.batches[0]?.messageId ?? '';
    sent = { endToEndId, blockId: blockId ?? '' };
    await company.cancel(made);
  });

  const standing = () => Promise.all(payments.map(company.standing));
  const kinds = () => kindsOf(company.store);

  it('is paid by its own credit, in no other batch, and shown to a person; it may come back after that', async () => {
    await company.read(writtenStatement({ id: 'S1', entries: [collection('12.50', { endToEndId: sent.endToEndId })] }));
    expect([await standing(), await kinds()]).toEqual([['PAID 2 WITHDRAWN', 'PENDING 2 WAITING'], ['CONTRADICTION']]);
    expect(await heldBack()).toEqual([cancelledFile]);
    await company.decide();
    expect(await company.debitsOfNextBatch()).toBe(1);
    const back = returned('12.50', sent.endToEndId, 'AM04', { bankReference: 'B2' });
    await company.read(writtenStatement({ id: 'S2', opening: 10_000, entries: [back] }));
    expect(await standing()).toEqual(['RETURNED 2 WITHDRAWN', 'SUBMITTED 2 BATCHED']);
  });

  it.each(['ONE_OFF', 'RECURRENT'] as const)('has used its mandate (%s) after all', async (type) => {
    const { id, idClient } = await company.mandate('CORE', type);
    const payment = await company.debit(idClient);
    const made = await company.batch('2026-12-09');
    const { endToEndId } = await company.presentation(payment);
    await company.cancel(made);
    expect(await company.mandateOf(id)).toEqual(['ACTIVE', 0, null]);
    await company.read(writtenStatement({ id: 'S1', entries: [collection('12.50', { endToEndId })] }));
    expect(await company.mandateOf(id)).toEqual([type === 'ONE_OFF' ? 'COMPLETED' : 'ACTIVE', 1, '2026-12-09']);
  });

  it('is paid with its block, in no other batch, and shown to a person', async () => {
    const entry = { amount: '25.00', batch: sent.blockId, code: ['IDDT', 'ESDD'] } as const;
    await company.read(writtenStatement({ id: 'S1', entries: [entry] }));
    expect([await standing(), await kinds()]).toEqual([Array(2).fill('PAID 2 WITHDRAWN'), ['CONTRADICTION']]);
    expect(await company.debitsOfNextBatch()).toBe(0);
  });

  it('waits for a person where only another block of the file is credited', async () => {
    const ofAnotherBlock = await company.newDebit(undefined, 'CORE', 'ONE_OFF');
    const made = await company.batch('2026-12-09');
    const { blockId } = await company.presentation(ofAnotherBlock);
    await company.cancel(made);
    const entry = { amount: '12.50', batch: blockId ?? '', code: ['IDDT', 'ESDD'] } as const;
    await company.read(writtenStatement({ id: 'S1', entries: [entry] }));
    expect((await company.payment(ofAnotherBlock)).status).toBe('PAID');
    expect(await heldBack()).toEqual([cancelledFile, cancelledFile]);
    await company.decide();
    expect(await company.debitsOfNextBatch()).toBe(2);
  });

  it('waits for a person also where its batch is cancelled while another block of it is paid', async () => {
    const ofAnotherBlock = await company.newDebit(undefined, 'CORE', 'ONE_OFF');
    const made = await company.batch('2026-12-09');
    const { blockId } = await company.presentation(ofAnotherBlock);
    let isCancelled = false;
    const services = company.servicesOn({
      ...company.store,
      transact: async (work) => {
        const result = await company.store.transact(work);
        const isCounted = typeof result === 'object' && 'block' in Object(result) && Object(result).block !== null;
        if (isCounted && !isCancelled) {
          // An older gateway counted the block, and left the batch as it was.
          await company.store.transact(async (transaction) => {
            const batch = await transaction.directDebitBatch(made.batches[0]?.id ?? '');
            expect(batch?.status).toBe('SUBMITTED');
            if (batch)
              await transaction.updateDirectDebitBatch({ ...batch, status: 'CREATED', version: batch.version + 1 });
          });
          await company.cancel(made);
        }
        isCancelled ||= isCounted;
        return result;
      },
    });
    const entry = { amount: '12.50', batch: blockId ?? '', code: ['IDDT', 'ESDD'] } as const;
    await company.read(writtenStatement({ id: 'S1', entries: [entry] }), services);
    expect([(await company.payment(ofAnotherBlock)).status, await kinds()]).toEqual(['PAID', ['CONTRADICTION']]);
    expect((await company.presentation(ofAnotherBlock)).state).toBe('WITHDRAWN');
    expect(await heldBack()).toEqual([cancelledFile, cancelledFile]);
  });

  const problemsOfBooks = async () => {
    const { store, services } = company;
    const booking = { ...services, ...createBooks({ ...services, rulesOf: rulesOf(services) }), store };
    const books = { idSociete: '1', runMode: 'TEST' } as const;
    return (await checkJournal(booking, { books, booksMissing: false, onProgress: () => undefined })).problems;
  };
  const heldBack = async () => (await company.batch('2026-12-09')).heldBack.map(({ reason }) => reason);
  const refusing = (reason: string) => {
    const transactions = [{ endToEndId: sent.endToEndId, status: 'RJCT', reason }];
    return writtenReport({ messageId, blocks: [{ id: sent.blockId, transactions }] });
  };
  const cancelledFile = expect.stringContaining('cancelled file');

  it.each([
    ['the bank accepts the file', () => writtenReport({ messageId, group: { status: 'ACCP' } })],
    ['the bank calls the file a repeat', () => writtenReport({ messageId, group: { status: 'RJCT', reason: 'DUPL' } })],
    ['the bank reports a status of its own', () => writtenReport({ messageId, group: { status: 'XXXX' } })],
    ['the bank refuses one debit of it', () => refusing('AC04')],
    ['the bank calls one debit of it a repeat', () => refusing('AM05')],
    [
      'one debit is credited less a fee',
      () => writtenStatement({ id: 'S1', entries: [collection('12.00', { endToEndId: sent.endToEndId })] }),
    ],
    [
      'its block is credited with another amount',
      () => writtenStatement({ id: 'S1', entries: [{ amount: '12.50', batch: sent.blockId, code: ['IDDT', 'ESDD'] }] }),
    ],
    [
      'the bank charges for one debit of it',
      () => {
        const details = [{ amount: '0.40', endToEndId: sent.endToEndId }];
        const fee = { amount: '0.40', direction: 'DBIT', code: ['IDDT', 'CHRG'], details } as const;
        return writtenStatement({ id: 'S1', entries: [fee] });
      },
    ],
  ])('waits for a person where %s', async (_what, file) => {
    await company.read(file());
    expect(await heldBack()).toEqual([cancelledFile, cancelledFile]);
    expect(await standing()).toEqual(Array(2).fill('PENDING 2 WAITING'));
    await company.decide();
    expect(await company.debitsOfNextBatch()).toBe(2);
  });

  it.each([
    ['at once', []],
    ['in another file, after one that does not name it', [{}]],
  ])('waits for a person where the bank charges for its block: %s', async (_when, before) => {
    const fee = { amount: '0.40', direction: 'DBIT', code: ['IDDT', 'CHRG'] } as const;
    for (const one of before) await company.read(writtenStatement({ id: 'S1', entries: [{ ...fee, ...one }] }));
    for (const id of ['S2', 'S3']) {
      await company.read(writtenStatement({ id, entries: [{ ...fee, batch: sent.blockId }] }));
    }
    expect([await kinds(), await heldBack()]).toEqual([['CONTRADICTION'], [cancelledFile, cancelledFile]]);
    // The rule that lists the charge books nothing, and nothing is missing in the books.
    expect(await problemsOfBooks()).toEqual([]);
    await company.decide();
    expect(await problemsOfBooks()).toEqual([]);
    await company.read(writtenStatement({ id: 'S4', entries: [{ ...fee, batch: sent.blockId }] }));
    expect([await kinds(), await company.debitsOfNextBatch()]).toEqual([[], 2]);
  });

  it('waits for a person where the bank credits a debit of its block that is not known', async () => {
    const entry = collection('12.50', { endToEndId: 'UNKNOWN-1' }, { batch: sent.blockId });
    for (const id of ['S1', 'S2']) await company.read(writtenStatement({ id, entries: [entry] }));
    expect(await kinds()).toEqual(['CONTRADICTION', 'UNMATCHED_CREDIT']);
    expect(await heldBack()).toEqual([cancelledFile, cancelledFile]);
    for (const { kind } of await company.open()) await company.decide({}, kind);
    expect(await company.debitsOfNextBatch()).toBe(2);
  });

  it('waits for a person also after another file says that the money is of a transfer', async () => {
    const transfer = await company.transfer(1250);
    const entry = (structured?: string) =>
      collection('12.50', { endToEndId: 'UNKNOWN-1', ...(structured && { structured }) }, { batch: sent.blockId });
    await company.read(writtenStatement({ id: 'S1', entries: [entry()] }));
    await company.read(writtenStatement({ id: 'S2', entries: [entry(creditorReference(transfer.reference))] }));
    expect((await company.payment(transfer)).status).toBe('PAID');
    expect([await kinds(), await heldBack()]).toEqual([['CONTRADICTION'], [cancelledFile, cancelledFile]]);
  });

  const group = { status: 'RJCT', reason: 'FF01' } as const;
  const below = (debit: { status?: string; reason: string }) => [
    { id: sent.blockId, transactions: [{ endToEndId: sent.endToEndId, ...debit }] },
  ];

  it.each<[string, () => WrittenReport['blocks']]>([
    ['the whole file', () => []],
    ['it, with a reason beside a block', () => [{ id: sent.blockId, reason: 'FF01' }]],
    ['it, with a reason beside a debit', () => below({ reason: 'AC04' })],
    ['it, and each debit', () => below(group)],
  ])('goes into the next batch where the bank refuses %s', async (_what, blocks) => {
    await company.read(writtenReport({ messageId, group, blocks: blocks() ?? [] }));
    expect([await kinds(), await company.debitsOfNextBatch()]).toEqual([[], 2]);
  });

  it.each<[string, () => Omit<WrittenReport, 'messageId'>]>([
    ['calls a debit in it a repeat', () => ({ group, blocks: below({ reason: 'AM05' }) })],
    ['calls a block in it a repeat', () => ({ group, blocks: [{ id: sent.blockId, reason: 'DU02' }] })],
    ['accepts a debit in it', () => ({ group, blocks: below({ status: 'ACCP', reason: 'FF01' }) })],
    [
      'calls it a repeat, and refuses a block for a reason',
      () => ({ group: { ...group, reason: 'DUPL' }, blocks: [{ id: sent.blockId, reason: 'FF01' }] }),
    ],
  ])('waits for a person where the bank refuses the whole file, and %s', async (_what, said) => {
    await company.read(writtenReport({ messageId, ...said() }));
    expect(await heldBack()).toEqual([cancelledFile, cancelledFile]);
  });

  it('waits for a person also where the bank says it while the next batch is made', async () => {
    const report = writtenReport({ messageId, group: { status: 'ACCP' } });
    let isTold = false;
    const services = {
      ...company.services,
      debitsInDoubt: async (...asked: Parameters<typeof company.services.debitsInDoubt>) => {
        const found = await company.services.debitsInDoubt(...asked);
        if (!isTold) await company.read(report);
        isTold = true;
        return found;
      },
    };
    expect((await company.batch('2026-12-09', services)).batches).toEqual([]);
    expect(await standing()).toEqual(Array(2).fill('PENDING 2 WAITING'));
  });

  it('keeps the next file from being downloaded where the bank says it after that one was made', async () => {
    const made = await company.batch('2026-12-09');
    const id = made.batches[0]?.id ?? '';
    await company.read(writtenReport({ messageId, group: { status: 'ACCP' } }));
    const download = () => downloadBatchFile(company.services, anonymous, id);
    await expect(download()).rejects.toThrow('by a cancelled file');
    expect((await company.store.directDebitBatch(id))?.firstDownloadedAt).toBeNull();
    await company.decide();
    expect((await download())?.batch.firstDownloadedAt).not.toBeNull();
    // The same file as before, whatever the bank says by then.
    await company.read(writtenReport({ messageId, group: { status: 'ACSP' } }));
    expect((await download())?.bytes.toString('utf8')).toContain(made.batches[0]?.messageId);
  });

  it('is for a person where its next file is at the bank too', async () => {
    expect(await company.debitsOfNextBatch()).toBe(2);
    await company.read(writtenStatement({ id: 'S1', entries: [collection('12.50', { endToEndId: sent.endToEndId })] }));
    expect([await standing(), await kinds()]).toEqual([Array(2).fill('SUBMITTED 2 BATCHED'), ['CONTRADICTION']]);
  });
});
