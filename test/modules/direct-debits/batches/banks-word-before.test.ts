import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../../src/app/store.ts';
import { recordAudit } from '../../../../src/kernel/audit/record-audit.ts';
import { anonymous } from '../../../../src/kernel/caller.ts';
import { downloadBatchFile, markBatchSubmitted } from '../../../../src/modules/direct-debits/batches/close-batch.ts';
import { reviewSilentDebits } from '../../../../src/modules/direct-debits/batches/review-silent-debits.ts';
import type { Payment } from '../../../../src/modules/payments/payment.ts';
import { reviewPayment } from '../../../../src/modules/payments/review-payment.ts';
import { collection, writtenReport, writtenStatement } from '../../../support/bank-statements/written-files.ts';
import { databases } from '../../../support/databases.ts';
import { openCompany } from '../../../support/direct-debits/company.ts';
import { ask } from '../../../support/store/examples.ts';

/** The database as the version before left it, and then migrated. */
async function migratedAgain(databaseUrl: string): Promise<Store> {
  await ask(databaseUrl, 'alter table direct_debit_batches drop column bank_showed_at');
  await ask(databaseUrl, `delete from kysely_migration where name = '0079-banks-word'`);
  const store = await openStore({ databaseUrl });
  await store.migrate();
  return store;
}

/** Batches of a version that did not keep when the bank first showed that it has a file. */
describe.each(databases)('the word of the bank before it was kept ($name)', (given) => {
  it('is known where it is certain, and where someone asks for it', async () => {
    const database = await given.open();
    const company = await openCompany({
      ...given,
      open: async () => ({ ...database, dispose: async () => undefined }),
    });
    const { services, store } = company;
    const byClient = { ...anonymous, client: 'bank' };
    const batchOf = async (): Promise<{
      readonly id: string;
      readonly messageId: string;
      readonly payment: Payment;
    }> => {
      const payment = await company.newDebit();
      const [batch] = (await company.batch('2026-12-09')).batches;
      return { id: batch?.id ?? '', messageId: batch?.messageId ?? '', payment };
    };
    const marked = async (caller = anonymous) => {
      const made = await batchOf();
      await markBatchSubmitted(services, caller, { id: made.id });
      return made;
    };
    const refuse = ({ messageId }: { readonly messageId: string }) =>
      company.read(writtenReport({ messageId, group: { status: 'RJCT', reason: 'FF01' } }));
    const heldBy = async ({ payment }: { readonly payment: Payment }): Promise<string> =>
      (await company.presentation(payment)).blockId ?? '';

    const closedByBank = await batchOf();
    await company.read(writtenReport({ messageId: closedByBank.messageId, group: { status: 'ACCP' } }));
    const closedByClient = await marked(byClient);
    await store.transact((transaction) =>
      recordAudit(services, transaction, byClient, {
        action: 'markDirectDebitBatchSubmitted',
        object: closedByClient.id,
      }),
    );
    const refused = await marked();
    await refuse(refused);
    const credited = await marked();
    await company.book(credited.payment);
    const inBlock = await marked();
    const sum = { amount: '12.50', batch: await heldBy(inBlock), code: ['IDDT', 'ESDD'] } as const;
    await company.read(writtenStatement({ id: 'S-BLOCK', entries: [sum] }));
    const downloaded = await marked();
    await downloadBatchFile(services, anonymous, downloaded.id);
    await refuse(downloaded);
    const [silent, assigned, decided] = [await marked(), await marked(), await marked()];
    const other = collection('12.50', { texts: ['REGLEMENT'] });
    await company.read(writtenStatement({ id: 'S-OTHER', entries: [{ ...other, bankReference: 'OTHER' }] }));
    await company.decide({ resolution: 'ASSIGNED', payment: assigned.payment.id });
    company.on('2026-12-30');
    const failed = (subject: string) => expect.fail(subject);
    await reviewSilentDebits(services, { keepsLease: () => Promise.resolve(true), failed });
    await reviewPayment(services, anonymous, { id: decided.payment.id, status: 'PAID' });
    const [refusedAt] = (await store.eventsOf(refused.payment.id, 0, 100)).flatMap(({ status, at }) =>
      status === 'REFUSED' ? [at] : [],
    );
    const closedAt = (await store.directDebitBatch(closedByBank.id))?.closedAt;
    await company.close();

    const after = await migratedAgain(database.databaseUrl);
    const shown = async ({ id }: { readonly id: string }) => (await after.directDebitBatch(id))?.bankShowedAt;
    expect([await shown(closedByBank), await shown(refused)]).toEqual([closedAt, refusedAt]);
    for (const batch of [credited, inBlock]) expect(await shown(batch)).toEqual(expect.any(Number));
    for (const batch of [closedByClient, downloaded, silent, assigned, decided]) expect(await shown(batch)).toBeNull();
    await after.close();
    await database.dispose();
  });
});
