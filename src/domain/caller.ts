import { closedSet, type NameOf } from './closed-set.ts';
import type { Payment } from './payment.ts';
import { type EffectiveRunMode, isFinal, type PaymentRunMode, type PaymentTarget } from './vocabulary.ts';

export const scope = closedSet('Scope', 'What a client may do.', {
  initiate: 'Ask for payments.',
  read: 'See payments, their events and their news.',
  refund: 'Give money back.',
  mandates: 'Record and end mandates for direct debits.',
  operations: 'Work of the back office: book payments, and what has to do with bank files and accounts.',
  bankFiles: 'Bring files of the bank, and confirm those that another client brought. `operations` includes it.',
});
export type Scope = NameOf<typeof scope>;

/** Who asks: a client of the config, or `anonymous` on an open development deployment. `null` means "any". */
export type Caller = {
  readonly client: string;
  readonly origins: ReadonlySet<string> | null;
  readonly societes: ReadonlySet<string> | null;
  readonly targets: ReadonlySet<PaymentTarget> | null;
  /** `LIVE` and `FORCE_LIVE` are rights of their own: neither holds the other. */
  readonly runModes: ReadonlySet<PaymentRunMode>;
  readonly scopes: ReadonlySet<Scope>;
  /** Origins (`https://shop.example`) to which the customer's browser may be sent back. */
  readonly returnOrigins: ReadonlySet<string>;
  /** False: no answers as scripts, which any page may read. Left out: they are given. */
  readonly jsonp?: boolean;
  /** Any loopback origin may be returned to as well: `anonymous` alone, who has registered none. */
  readonly returnsToLoopback: boolean;
};

/** The one caller of a development deployment without clients: TEST alone, everything else open. */
export const anonymous: Caller = {
  client: 'anonymous',
  origins: null,
  societes: null,
  targets: null,
  runModes: new Set<PaymentRunMode>(['TEST']),
  scopes: new Set(scope.names),
  returnOrigins: new Set(),
  returnsToLoopback: true,
};

/** On which deployment: a right to a run mode is one to what it comes down to there. */
type OnDeployment = { readonly settings: { readonly deployment: 'development' | 'production' } };

/** The modes of what the caller may see and change. */
export function runModesOf({ settings }: OnDeployment, { runModes }: Pick<Caller, 'runModes'>): EffectiveRunMode[] {
  const isLive = runModes.has('FORCE_LIVE') || (settings.deployment === 'production' && runModes.has('LIVE'));
  return [...(runModes.has('TEST') ? (['TEST'] as const) : []), ...(isLive ? (['LIVE'] as const) : [])];
}

type Owned = Pick<Payment, 'client' | 'idSociete' | 'idOrigin' | 'paymentTarget' | 'effectiveRunMode'>;

/**
 * Whether the caller may see a payment: its own, and those of its sociétés, origins, targets and run modes. A foreign
 * payment and an unknown one look alike to it, and to one without the scope `read` every payment is foreign.
 */
export function maySee(on: OnDeployment, caller: Caller, payment: Owned): boolean {
  const { client, origins, societes, targets, scopes } = caller;
  if (!scopes.has('read')) return false;
  if (client === payment.client) return true;
  return (
    runModesOf(on, caller).includes(payment.effectiveRunMode) &&
    (societes === null || societes.has(payment.idSociete)) &&
    (origins === null || origins.has(payment.idOrigin)) &&
    (targets === null || targets.has(payment.paymentTarget))
  );
}

/** How long the customer's link goes on showing how a payment ended. */
export const payLinkLifetimeMs = 90 * 86_400_000;

/** Whether the customer's link is no right any more: the payment ended, or its time ran out, long ago. */
export function payLinkHasExpired(
  { status, updatedAt, expiresAt }: Pick<Payment, 'status' | 'updatedAt' | 'expiresAt'>,
  now: number,
): boolean {
  const endedAt = isFinal(status) ? updatedAt : expiresAt;
  return endedAt !== null && now >= endedAt + payLinkLifetimeMs;
}
