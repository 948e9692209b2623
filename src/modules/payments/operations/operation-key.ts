import { actingName, type Caller } from '../../../kernel/caller.ts';
import type { RequestKey } from '../claimed-key.ts';
import type { Payment } from '../payment.ts';
import type { OperationKind } from './bank-operation.ts';

export type KeyedOperation = {
  readonly kind: OperationKind;
  readonly caller: Caller;
  readonly payment: Payment;
  readonly idempotencyKey: string | null;
  /** The request's values, for the fingerprint of the key. */
  readonly asked: Readonly<Record<string, string | number | null>>;
};

/** The same request under the same key is the same operation of a payment, with or without a call to a bank. */
export const requestKeyOf = ({
  caller,
  kind,
  payment,
  idempotencyKey: key,
  asked,
}: KeyedOperation): RequestKey | null =>
  key === null
    ? null
    : {
        scope: `${actingName(caller)} ${kind} ${payment.effectiveRunMode}`,
        key,
        asked: [kind, payment.id, asked],
      };
