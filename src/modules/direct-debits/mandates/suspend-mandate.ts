import { reasonOf } from '../../../kernel/sepa/reason-codes.ts';
import type { Payment } from '../../payments/payment.ts';
import type { Services, Transaction } from '../ports.ts';
import { changeMandateStatus } from './change-mandate.ts';
import { canChangeMandate } from './mandate.ts';

/**
 * Some reasons say that the mandate, or its account, is not good any more: no debit under it until a person has looked.
 * One that ended already stays as it is.
 */
export async function suspendMandateForBank(
  services: Pick<Services, 'clock' | 'identifiers'>,
  transaction: Transaction,
  { id, flow }: Payment,
  code: string | null,
): Promise<void> {
  const reason = reasonOf(code);
  if (flow !== 'DIRECT_DEBIT' || !reason?.suspendsMandate) return;
  const debit = await transaction.directDebitOf(id);
  const mandate = debit && (await transaction.mandateById(debit.mandateId));
  if (!mandate || !canChangeMandate(mandate.status, 'SUSPENDED', 'BANK')) return;
  const data = { cause: 'BANK', bankCode: reason.code, payment: id } as const;
  await changeMandateStatus(services, transaction, mandate, { to: 'SUSPENDED', by: 'bank', data });
}
