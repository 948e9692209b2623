import { XmlDocument } from 'libxml2-wasm';
import { dayMs } from '../../../src/kernel/durations.ts';
import { parisDateOf } from '../../../src/kernel/sepa/target-calendar.ts';
import {
  CancelDirectDebitBatchDocument,
  CreateDirectDebitBatchDocument,
  type CreateDirectDebitBatchInput,
  type CreateDirectDebitBatchMutation,
  DirectDebitOfPaymentDocument,
  type InitiatePaymentInput,
} from '../../generated/graphql.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../gateway.ts';
import { openForGroup } from '../open-for.ts';
import { initiated } from '../requests.ts';

export const debit: Partial<InitiatePaymentInput> = { paymentTarget: 'MILLIET', paymentType: 'DIRECT_SEPA' };

/** The id of a new debit. */
export async function debited(gateway: TestGateway, change: Partial<InitiatePaymentInput> = {}): Promise<string> {
  return (await initiated(gateway, { ...debit, ...change })).payment.id;
}

/** A debit as every reader sees it. */
export async function debitOf(gateway: TestGateway, id: string) {
  const { data } = await gateway.send(DirectDebitOfPaymentDocument, { id });
  if (!data?.payment) throw new Error('there is no such payment');
  return data.payment;
}

export type BatchResult = CreateDirectDebitBatchMutation['createDirectDebitBatch'];

export async function batch(
  gateway: TestGateway,
  change: Partial<CreateDirectDebitBatchInput> = {},
  headers: Record<string, string> = {},
): Promise<BatchResult> {
  const cutOff = parisDateOf(gateway.now() + 14 * dayMs);
  const input = { idSociete: '1', runMode: 'TEST', cutOff, ...change } as const;
  const { data, errors } = await gateway.send(CreateDirectDebitBatchDocument, { input }, headers);
  if (!data) throw new Error(`the mutation answered ${JSON.stringify(errors)}`);
  return data.createDirectDebitBatch;
}

const cancelBatch = async (gateway: TestGateway, id: string, fileWasNotSent = false) =>
  (await gateway.send(CancelDirectDebitBatchDocument, { input: { id, fileWasNotSent } })).data?.cancelDirectDebitBatch;

/** A gateway of the group, on a Wednesday, from which the dates in the tests are worked out by hand. */
export function openForDebits(options: TestGatewayOptions) {
  const gateway = openForGroup(() => startGateway({ ...options, aheadMs: Date.UTC(2026, 10, 25, 9) - Date.now() }));
  let count = 0;
  return {
    gateway,
    newClient: () => `debit-${count++}`,
    download: (id: string) => gateway.get(`/direct-debit-batches/${id}/file`),
    cancel: (id: string, fileWasNotSent?: boolean) => cancelBatch(gateway, id, fileWasNotSent),
  };
}

export type Batched = Extract<BatchResult, { __typename: 'CreateDirectDebitBatchSuccess' }>;

export async function batched(
  gateway: TestGateway,
  change: Partial<CreateDirectDebitBatchInput> = {},
): Promise<Batched> {
  const result = await batch(gateway, change);
  if (result.__typename !== 'CreateDirectDebitBatchSuccess') throw new Error(`refused: ${JSON.stringify(result)}`);
  return result;
}

export function valuesOf(xml: string, name: string): string[] {
  using document = XmlDocument.fromString(xml);
  return document.find(`//*[local-name()='${name}']`).map((node) => node.content);
}
