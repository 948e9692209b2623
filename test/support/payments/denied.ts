import { ReviewPaymentDocument } from '../../generated/graphql.ts';
import { paidAtBank } from '../at-bank.ts';
import type { TestGateway } from '../gateway.ts';
import { useForm } from '../pages/pay-link.ts';
import { type Initiated, initiated, legacyPath } from '../requests.ts';
import { bankSays } from '../scellius-messages.ts';
import { dataOf } from './operations.ts';
import { twoForms } from './settling.ts';

/** Payments at La Banque Postale whose money the bank denies, and how they stand then. */

export const didNotCome = 'the bank says that this money did not come';
export const cameAfterAll = 'the bank says that this money came after all';

export type Decision = 'RETURNED' | 'PAID' | 'REFUNDED';

export function deniedOn(gateway: TestGateway) {
  const initiations = new Map<string, Initiated>();
  let messages = 0;
  const keep = (initiation: Initiated): string => {
    initiations.set(initiation.payment.id, initiation);
    return initiation.payment.id;
  };
  return {
    keep,
    paid: async (): Promise<string> => keep(await paidAtBank(gateway, { paymentTarget: 'LABANQUEPOSTALE' })),
    /** Of an order, by the URL of an old system. */
    ordered: async (idCommande: string) => {
      const url = legacyPath({ paymentTarget: 'LABANQUEPOSTALE', idCommande }, '.json');
      const ask = async () => (await (await gateway.get(url)).json()) as { payment_id: string };
      const { payment_id: id } = await ask();
      initiations.set(id, await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' }));
      return { id, ask };
    },
    /** The bank says of the transaction of an attempt that its money came, or did not. */
    say: async (
      id: string,
      status: 'AUTHORISED' | 'CAPTURED' | 'CAPTURE_FAILED' | 'CANCELLED',
      number = 0,
      more: Readonly<Record<string, string>> = {},
    ): Promise<void> => {
      const attempt = (await gateway.store.attemptsOf(id))[number];
      const initiation = initiations.get(id);
      if (!attempt || !initiation) throw new Error('the attempt is there');
      await bankSays(gateway, initiation, {
        ...{ vads_order_id: attempt.reference, vads_trans_uuid: attempt.bankTransaction ?? '' },
        ...{ vads_trans_status: status, vads_url_check_src: messages++ % 2 ? 'BATCH' : 'RETRY' },
        ...more,
      });
    },
    /** Of the two attempts of a payment. */
    withTwoForms: async () => {
      const initiation = await initiated(gateway, { paymentTarget: 'LABANQUEPOSTALE' });
      const { paymentUrl } = initiation.payment;
      const id = keep(initiation);
      const [first, second] = await twoForms(gateway, new URL(paymentUrl ?? '').pathname);
      const numberOf = async (fields: Readonly<Record<string, string>> | undefined): Promise<number> =>
        (await gateway.store.attemptsOf(id)).findIndex(({ reference }) => reference === fields?.vads_order_id);
      const numbers = [await numberOf(first.form?.fields), await numberOf(second.form?.fields)] as const;
      return { id, numbers, pay: (which: 0 | 1) => useForm(which ? second : first, 'LABANQUEPOSTALE', 'pay') };
    },
    review: async (id: string, status: Decision) =>
      dataOf(await gateway.send(ReviewPaymentDocument, { input: { id, status } })).reviewPayment,
    statusOf: async (id: string) => (await gateway.store.paymentById(id))?.status,
    alertsOf: (id: string) =>
      gateway.logs.filter(({ level, payment }) => level === 50 && payment === id).map(({ reason }) => reason),
    /** What the books have on the account of the money. */
    booked: async (id: string): Promise<number> => {
      const entries = await gateway.store.journalEntriesOf(id);
      const lines = entries.flatMap((entry) => entry.lines).filter(({ account }) => account === '511500');
      return lines.reduce((sum, { debitCents, creditCents }) => sum + debitCents - creditCents, 0);
    },
  };
}
