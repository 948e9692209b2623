import { addDays } from '../../src/kernel/sepa/target-calendar.ts';
import { downloadBatchFile } from '../../src/modules/direct-debits/batches/close-batch.ts';
import { done } from '../done.ts';
import { ibanOf } from '../drawn.ts';
import {
  AmendMandateDocument,
  BatchIsSubmittedDocument,
  MakeBatchDocument,
  ResumeMandateDocument,
} from '../generated/graphql.ts';
import { workdayAfter } from './agenda.ts';
import { decideLater } from './approvals.ts';
import type { Customer } from './customers.ts';
import type { Demo, Order } from './demo-world.ts';
import type { Dice } from './dice.ts';
import { initiate } from './initiate.ts';

/** Direct debits: announced on Mondays, sent to the bank on Wednesdays, due two weeks after the announcement. */

const fates = { SETTLED: 915, RETURNED: 42, REJECTED: 12, REFUSED_ON_DUE_DATE: 15, REFUNDED: 16 } as const;
const returnReasons = { AM04: 70, MS02: 16, MS03: 14 } as const;

export async function debit(demo: Demo, order: Order): Promise<void> {
  const { customer, dice, amountCents } = order;
  const { mandate } = customer;
  if (mandate === null) return;
  const { rum } = mandate;
  const route = { paymentTarget: 'MILLIET', paymentType: 'DIRECT_SEPA', idOrigin: 'dcp', mandate: rum } as const;
  await initiate(demo, order, route);
  const { bank } = demo;
  const fate = dice.weigh(fates);
  if (fate === 'RETURNED') {
    await bank.script({ kind: 'RETURN', rum, amountCents, reason: dice.weigh(returnReasons), feeCents: 890 });
  }
  if (fate === 'REFUSED_ON_DUE_DATE')
    await bank.script({ kind: 'REJECT_ON_DUE_DATE', rum, amountCents, reason: 'MS02' });
  // A debtor under B2B has no right to a refund.
  if (fate === 'REFUNDED' && customer.scheme === 'CORE') {
    await bank.script({ kind: 'REFUND', rum, amountCents, reason: 'MD06' });
  }
  if (fate === 'REJECTED') {
    await bank.script({ kind: 'REJECT', rum, amountCents, reason: 'AC04' });
    // Under B2B the new bank would have to confirm the mandate first.
    const isNewKnown = customer.scheme === 'CORE' && dice.percent(60);
    closeAccount(demo, customer, isNewKnown ? ibanOf(dice.below(10 ** 11)) : null, dice);
  }
}

/** The bank suspends the mandate of a closed account. Some customers send their new one later; two people enter it. */
function closeAccount(demo: Demo, customer: Customer, iban: string | null, dice: Dice): void {
  const { gateway, staff, agenda, today } = demo;
  const { mandate } = customer;
  customer.mandate = null;
  if (iban === null || mandate === null) return;
  const { id } = mandate;
  const resume = async (): Promise<void> => {
    const { resumeMandate } = await gateway.execute(ResumeMandateDocument, { input: { id } }, staff.as('comptabilite'));
    // It is not suspended where the bank never got the file.
    if (resumeMandate.__typename !== 'MandateStateError') done(resumeMandate, 'ChangeMandateSuccess');
    customer.mandate = mandate;
  };
  agenda.plan(workdayAfter(today(), 12), async () => {
    const amendment = { input: { id, iban } };
    const { amendMandate } = await gateway.execute(AmendMandateDocument, amendment, staff.as('comptabilite'));
    const { approval } = done(amendMandate, 'ApprovalRequiredError');
    const decision = { decision: 'APPROVE', reason: 'Relevé d’identité bancaire vérifié' } as const;
    decideLater(demo, { id: approval.id, dice, decision }, resume);
  });
}

/** How far the files of a day go. */
export type BatchWay = 'TO_THE_BANK' | 'MADE_ONLY' | 'SAID_TO_BE_SENT';

/** A file for each société and scheme with debits that are due. */
export async function sendBatches(demo: Demo, societes: readonly string[], way: BatchWay): Promise<void> {
  const { gateway, staff, bank, today } = demo;
  const cutOff = addDays(today(), 14);
  for (const idSociete of societes) {
    // Confirmed anew each time: the file of a batch needs a fresh proof.
    const treasurer = () => staff.as('tresorerie');
    const input = { idSociete, runMode: 'TEST', cutOff } as const;
    const { createDirectDebitBatch } = await gateway.execute(MakeBatchDocument, { input }, treasurer());
    for (const { id } of done(createDirectDebitBatch, 'CreateDirectDebitBatchSuccess').batches) {
      gateway.clock.wait(60_000);
      if (way === 'MADE_ONLY') continue;
      const file = await downloadBatchFile(gateway.services, treasurer(), id);
      if (file === null) throw new Error('a new batch has a file');
      if (way === 'TO_THE_BANK') await bank.handOver(file.bytes.toString());
      const sent = { input: { id } };
      const { markDirectDebitBatchSubmitted } = await gateway.execute(BatchIsSubmittedDocument, sent, treasurer());
      done(markDirectDebitBatchSubmitted, 'ChangeDirectDebitBatchSuccess');
      gateway.clock.wait(240_000);
    }
  }
}
