import { type Caller, type OnDeployment, owningClient, runModesOf } from '../../kernel/caller.ts';
import { isIdOf } from '../../kernel/identifiers.ts';
import type { PaymentEvent } from './events/payment-event.ts';
import { maySee, type VisibleTo } from './may-see.ts';
import type { PaymentOperation } from './operations/payment-operation.ts';
import type { Attempt, Payment } from './payment.ts';
import type { ListedPayment, PaymentQuery } from './payment-store.ts';
import type { Services } from './ports.ts';

/** Null for an unknown id and for a payment that the caller may not see: the two look alike. */
export async function readPayment(services: Services, caller: Caller, id: string): Promise<Payment | null> {
  return visible(services, caller, isIdOf('pay', id) ? await services.store.paymentById(id) : null);
}

/** Those of the ids that the caller may see. */
export async function readPayments(
  services: OnDeployment & { readonly store: Pick<Services['store'], 'paymentsByIds'> },
  caller: Caller,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Payment>> {
  const found = await services.store.paymentsByIds(ids.filter((id) => isIdOf('pay', id)));
  return new Map(found.flatMap((payment) => (maySee(services, caller, payment) ? [[payment.id, payment]] : [])));
}

export async function readPaymentByReference(
  services: Services,
  caller: Caller,
  reference: string,
): Promise<Payment | null> {
  return visible(services, caller, await services.store.paymentByReference(reference));
}

export async function listPayments(
  services: Services,
  caller: Caller,
  query: Omit<PaymentQuery, 'visibleTo'>,
): Promise<readonly ListedPayment[]> {
  if (!caller.scopes.has('read')) return [];
  return services.store.payments({ ...query, visibleTo: visibleTo(services, caller) });
}

/** What a caller with the scope `read` may see. */
export function visibleTo(on: OnDeployment, caller: Caller): VisibleTo {
  const { societes, origins, targets } = caller;
  return {
    client: owningClient(caller),
    societes: societes && [...societes],
    origins: origins && [...origins],
    targets: targets && [...targets],
    runModes: runModesOf(on, caller),
  };
}

/** A part of a payment by its own id. Null where there is none, and where the caller may not see its payment. */
async function partOf<Part extends { readonly paymentId: string }>(
  services: Services,
  caller: Caller,
  part: Part | null,
): Promise<Part | null> {
  return part && (await readPayment(services, caller, part.paymentId)) ? part : null;
}

export const readAttempt = async (services: Services, caller: Caller, id: string): Promise<Attempt | null> =>
  partOf(services, caller, isIdOf('att', id) ? await services.store.attemptById(id) : null);

export const readEvent = async (services: Services, caller: Caller, id: string): Promise<PaymentEvent | null> =>
  partOf(services, caller, isIdOf('evt', id) ? await services.store.eventById(id) : null);

export const readOperation = async (services: Services, caller: Caller, id: string): Promise<PaymentOperation | null> =>
  partOf(services, caller, isIdOf('ope', id) ? await services.store.operation(id) : null);

/** How much of what belongs to a payment a page shows: the newest. */
export const shownOfEachPayment = 50;

const visible = (services: Services, caller: Caller, payment: Payment | null): Payment | null =>
  payment && maySee(services, caller, payment) ? payment : null;
