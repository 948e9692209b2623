import type { PaymentStatus } from '../../src/kernel/vocabulary.ts';
import { allPayments } from '../../src/modules/payments/payment-store.ts';
import type { InitiatePaymentInput, InitiatePaymentMutation } from '../generated/graphql.ts';
import { InitiatePaymentDocument } from '../generated/graphql.ts';
import type { TestGateway } from './gateway.ts';

/** A good request of the seed's own names; tests change what they are about. */
export const cardPayment: InitiatePaymentInput = {
  paymentTarget: 'PAYBOX',
  paymentRunMode: 'TEST',
  paymentType: 'CB',
  idOrigin: 'web',
  idSociete: '1',
  idClient: '2263',
  idCommande: '45012',
  amount: 1250,
  email: 'a.client+essai@example.fr',
  commentaire: "Livraison d'été",
};

export type InitiationResult = InitiatePaymentMutation['initiatePayment'];
export type Initiated = Extract<InitiationResult, { __typename: 'InitiatePaymentSuccess' }>;

export async function initiate(
  gateway: TestGateway,
  change: Partial<InitiatePaymentInput> = {},
  headers: Record<string, string> = {},
): Promise<InitiationResult> {
  const { data, errors } = await gateway.send(
    InitiatePaymentDocument,
    { input: { ...cardPayment, ...change } },
    headers,
  );
  if (!data) throw new Error(`the mutation answered ${JSON.stringify(errors)}`);
  return data.initiatePayment;
}

export async function initiated(
  gateway: TestGateway,
  change: Partial<InitiatePaymentInput> = {},
  headers: Record<string, string> = {},
): Promise<Initiated> {
  const result = await initiate(gateway, change, headers);
  if (result.__typename !== 'InitiatePaymentSuccess') throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}

/** The legacy URL of a request, without host. */
export function legacyPath(change: Partial<InitiatePaymentInput> = {}, suffix = ''): string {
  const input = { ...cardPayment, ...change };
  const segments = [
    input.paymentTarget,
    input.paymentRunMode,
    input.paymentType,
    input.idOrigin,
    input.idSociete,
    input.idClient,
    input.idCommande ?? '0',
    input.typePaiement ?? input.paymentType,
    String(input.amount),
    input.email,
    ...(input.commentaire ? [input.commentaire] : []),
  ];
  return `/payment_initiate/${segments.map((segment) => encodeURIComponent(segment)).join('/')}${suffix}`;
}

/** Of all payments, or of those with this order or customer's number; a thousand at most. */
export async function countPayments(
  gateway: TestGateway,
  { idClient = null, idCommande = null }: { idClient?: string | null; idCommande?: string | null } = {},
): Promise<number> {
  const page = await gateway.store.payments({ ...allPayments, limit: 1000, idClient, idCommande });
  return page.length;
}

/** Says what became of a payment, without a bank. */
export async function moveTo(gateway: TestGateway, id: string, status: PaymentStatus): Promise<void> {
  await gateway.store.transact(async (transaction) => {
    const payment = await transaction.paymentById(id);
    if (!payment) throw new Error('not there');
    const at = gateway.now();
    await transaction.updatePayment(id, payment.version, { status, updatedAt: at });
    const event = {
      id: `evt_${id.slice(4)}${payment.version}`,
      paymentId: id,
      type: 'STATUS_CHANGED',
      status,
      at,
    } as const;
    await transaction.appendEvent({ ...event, data: { from: payment.status, cause: 'CLOCK' } }, payment.version + 1);
  });
}
