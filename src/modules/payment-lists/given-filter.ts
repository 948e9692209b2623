import { centsRangeOf, daysOf, effectiveModeOf, type GivenRange, type Refuse } from '../../kernel/given-values.ts';
import { normaliseIdentifier, normaliseOrder } from '../../kernel/identifiers.ts';
import type { PaymentRunMode, PaymentStatus, PaymentTarget, PaymentType } from '../../kernel/vocabulary.ts';
import type { PaymentFilter } from '../payments/payment-store.ts';

type Given<Value> = Value | null | undefined;

/** A filter as a client or an operator writes it. */
export type GivenFilter = {
  readonly status?: Given<readonly PaymentStatus[]>;
  readonly paymentTarget?: Given<readonly PaymentTarget[]>;
  readonly paymentType?: Given<readonly PaymentType[]>;
  readonly runMode?: Given<PaymentRunMode>;
  readonly client?: Given<string>;
  readonly idSociete?: Given<string>;
  readonly idOrigin?: Given<string>;
  readonly idClient?: Given<string>;
  readonly idCommande?: Given<string>;
  readonly mandate?: Given<string>;
  readonly created?: GivenRange;
  readonly due?: GivenRange;
  /** In cents. */
  readonly amount?: GivenRange;
};

/** @param refuse throws, with the wrong field (`created.from`) and how it must be */
export function filterOf(given: GivenFilter, refuse: Refuse): PaymentFilter {
  return {
    statuses: given.status ?? null,
    paymentTargets: given.paymentTarget ?? null,
    paymentTypes: given.paymentType ?? null,
    runMode: effectiveModeOf(given.runMode, refuse),
    client: given.client ?? null,
    idSociete: identifierOf(given.idSociete),
    idOrigin: identifierOf(given.idOrigin),
    idClient: identifierOf(given.idClient),
    idCommande: given.idCommande === null || given.idCommande === undefined ? null : normaliseOrder(given.idCommande),
    mandate: given.mandate ?? null,
    created: daysOf('created', given.created, refuse),
    due: daysOf('due', given.due, refuse),
    amountCents: centsRangeOf('amount', given.amount, refuse),
  };
}

/** Normalised like stored ones. */
const identifierOf = (text: Given<string>): string | null =>
  text === null || text === undefined ? null : normaliseIdentifier(text);
