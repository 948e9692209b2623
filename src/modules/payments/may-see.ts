import { type Caller, type OnDeployment, owningClient, runModesOf, worksAt, worksFor } from '../../kernel/caller.ts';
import type { EffectiveRunMode, PaymentTarget } from '../../kernel/vocabulary.ts';
import type { Payment } from './payment.ts';

type Owned = Pick<Payment, 'client' | 'idSociete' | 'idOrigin' | 'paymentTarget' | 'effectiveRunMode'>;

/** Whether the caller sees who pays, as the request said, and where the browser goes afterwards. */
export const seesDetails = ({ scopes }: Pick<Caller, 'scopes'>): boolean => scopes.has('operations');

/**
 * Whether the caller may see a payment: its own, and those of its sociétés, origins, targets and run modes. A foreign
 * payment looks like an unknown one. Without the scope `read` every payment is foreign.
 */
export const maySee = (on: OnDeployment, caller: Caller, payment: Owned): boolean =>
  caller.scopes.has('read') && concerns(on, caller, payment);

/** The same whatever its scopes. */
export function concerns(on: OnDeployment, caller: Caller, payment: Owned): boolean {
  const { origins } = caller;
  if (owningClient(caller) === payment.client) return true;
  return (
    runModesOf(on, caller).includes(payment.effectiveRunMode) &&
    worksFor(caller, payment.idSociete) &&
    (origins === null || origins.has(payment.idOrigin)) &&
    worksAt(caller, payment.paymentTarget)
  );
}

/** What a caller may see of a list of payments, by the rule of `maySee`. */
export type VisibleTo = {
  /** Whose own payments it sees besides; null: none. */
  readonly client: string | null;
  readonly societes: readonly string[] | null;
  readonly origins: readonly string[] | null;
  /** Left out: every target. */
  readonly targets?: readonly PaymentTarget[] | null;
  /** Left out: every one. */
  readonly runModes?: readonly EffectiveRunMode[];
};
