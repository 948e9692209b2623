import type { PaymentRunMode } from './vocabulary.ts';

/** Who asks: a client of the config, or `anonymous` on an open development deployment. `null` means "any". */
export type Caller = {
  readonly client: string;
  readonly origins: ReadonlySet<string> | null;
  readonly societes: ReadonlySet<string> | null;
  readonly runModes: ReadonlySet<PaymentRunMode>;
  /** Origins (`https://shop.example`) to which the customer's browser may be sent back. */
  readonly returnOrigins: ReadonlySet<string>;
  /** Any loopback origin may be returned to as well: open development only. */
  readonly returnsToLoopback: boolean;
};

/** The one caller of a development deployment without clients: TEST alone, everything else open. */
export const anonymous: Caller = {
  client: 'anonymous',
  origins: null,
  societes: null,
  runModes: new Set<PaymentRunMode>(['TEST', 'LIVE']),
  returnOrigins: new Set(),
  returnsToLoopback: true,
};

/** Whether the caller may see a payment. A foreign payment and an unknown one look alike to it. */
export function maySee(caller: Caller, payment: { client: string; idSociete: string; idOrigin: string }): boolean {
  if (caller.client === 'anonymous') return true;
  return (
    caller.client === payment.client ||
    ((caller.societes === null || caller.societes.has(payment.idSociete)) &&
      (caller.origins === null || caller.origins.has(payment.idOrigin)))
  );
}
