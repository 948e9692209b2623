import { openStore, type Transaction } from '../src/app/store.ts';
import { createIdentifiers } from '../src/kernel/identifiers.ts';
import { addDays, nextTargetDay, parisDateOf } from '../src/kernel/sepa/target-calendar.ts';
import { maximumDebits } from '../src/modules/direct-debits/batches/plan-batch.ts';
import { exampleMandate } from '../test/support/bank-statements/importing.ts';
import { examplePayment, insertPayment } from '../test/support/store/examples.ts';

const identifiers = createIdentifiers(Date.now);

/** A mandate, a payment and its debit for each, as `initiatePayment` leaves them. */
export async function prepareDebits(databaseUrl: string): Promise<void> {
  await using store = await openStore({ databaseUrl });
  await store.migrate();
  for (let done = 0; done < maximumDebits; done += 500) {
    await store.transact(async (transaction) => {
      for (let index = done; index < done + 500; index++) await insertDebit(transaction, index);
    });
  }
}

async function insertDebit(transaction: Transaction, index: number): Promise<void> {
  const now = Date.now();
  const createdAt = now - 30 * 86_400_000;
  const mandate = { ...exampleMandate, id: identifiers.newId('mdt'), token: identifiers.newToken() };
  const payment = examplePayment({
    ...{ id: identifiers.newId('pay'), reference: identifiers.newReference(), token: identifiers.newToken() },
    ...{ paymentTarget: 'MILLIET', paymentType: 'DIRECT_SEPA', typePaiement: 'DIRECT_SEPA', flow: 'DIRECT_DEBIT' },
    ...{ status: 'PENDING', expiresAt: null, payer: null, amountCents: 12_345, createdAt, idSociete: '1' },
  });
  // A reference that another payment has: the next one is as good.
  if (!(await insertPayment(transaction, payment))) return insertDebit(transaction, index);
  await transaction.insertMandate({ ...mandate, rum: `RUM-${index}`, createdAt, updatedAt: createdAt });
  await transaction.insertDirectDebit({
    ...{ paymentId: payment.id, presentation: 1, endToEndId: `${payment.reference}-1`, mandateId: mandate.id },
    ...{ idSociete: payment.idSociete, runMode: payment.effectiveRunMode, scheme: 'CORE', state: 'WAITING' },
    ...{
      amountCents: payment.amountCents,
      dueDate: nextTargetDay(addDays(parisDateOf(now), 7)),
      notifiedAt: createdAt,
    },
    ...{ batchId: null, blockId: null, sequence: null, amendment: null, previousCollectedOn: null, createdAt },
  });
}
