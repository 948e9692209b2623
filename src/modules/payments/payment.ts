import type { PaymentAccounting } from '../../kernel/accounting-rules.ts';
import type { AttemptStatus, EffectiveRunMode, PaymentStatus } from '../../kernel/vocabulary.ts';
import type { PaymentFlow } from './capabilities.ts';
import type { RequestedFields } from './initiation/initiation.ts';

/** Times are milliseconds since the epoch, UTC. */
export type Payment = RequestedFields & {
  /** `pay_` and a version 7 UUID in hex, so that ids sort by time of creation. */
  readonly id: string;
  /** Short and readable, what people say on the phone: `4K7M-9QXT`. */
  readonly reference: string;
  /** 128 random bits. It is a right: its holder may pay and see the outcome. */
  readonly token: string;
  /** Name of the client that asked. */
  readonly client: string;
  readonly effectiveRunMode: EffectiveRunMode;
  /** The accounting facts of a booking; null for all other payments. */
  readonly accounting: PaymentAccounting | null;
  readonly flow: PaymentFlow;
  readonly status: PaymentStatus;
  /** Counts the changes; every change is compare-and-set on it. */
  readonly version: number;
  /** The legacy door's derived key while the same URL means this payment. */
  readonly derivedKey: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When an unpaid payment, or an authorisation, is given up. */
  readonly expiresAt: number | null;
};

/** Reserved (RFC 2606). It replaces the domain of an erased address. */
export const erasedDomain = '@erased.invalid';

/** Whether the personal data of a payment was erased. */
export const isErased = ({ email }: Pick<Payment, 'email'>): boolean => email.toLowerCase().endsWith(erasedDomain);

/** One try at the bank's page, under a reference of its own. */
export type Attempt = {
  readonly id: string;
  readonly paymentId: string;
  /** 1, 2, 3… within the payment. */
  readonly number: number;
  /** Unique at the bank: PBX_CMD, vads_order_id. */
  readonly reference: string;
  /** A number of the bank's daily counter (vads_trans_id), if the bank wants one; else null. */
  readonly sequence: number | null;
  readonly status: AttemptStatus;
  /** The bank's own id of the transaction, once known. */
  readonly bankTransaction: string | null;
  /** The bank's answer code, once known. */
  readonly bankCode: string | null;
  readonly createdAt: number;
  /** When the customer's browser first got the form from `/pay/{token}`. */
  readonly openedAt: number | null;
  /** When the form first left in an answer to a client, where the bank takes it only once. */
  readonly formGivenAt: number | null;
};
