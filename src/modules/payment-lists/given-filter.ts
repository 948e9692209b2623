import { normaliseIdentifier, normaliseOrder } from '../../kernel/identifiers.ts';
import { maximumCents } from '../../kernel/money.ts';
import { type CalendarDate, isCalendarDate } from '../../kernel/sepa/target-calendar.ts';
import type {
  EffectiveRunMode,
  PaymentRunMode,
  PaymentStatus,
  PaymentTarget,
  PaymentType,
} from '../../kernel/vocabulary.ts';
import type { PaymentFilter, Range } from '../payments/payment-store.ts';

type Given<Value> = Value | null | undefined;
type GivenRange = Given<{ readonly from?: Given<string>; readonly to?: Given<string> }>;

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
export function filterOf(given: GivenFilter, refuse: (field: string, must: string) => never): PaymentFilter {
  return {
    statuses: given.status ?? null,
    paymentTargets: given.paymentTarget ?? null,
    paymentTypes: given.paymentType ?? null,
    runMode: effectiveMode(given.runMode, refuse),
    client: given.client ?? null,
    idSociete: identifierOf(given.idSociete),
    idOrigin: identifierOf(given.idOrigin),
    idClient: identifierOf(given.idClient),
    idCommande: given.idCommande === null || given.idCommande === undefined ? null : normaliseOrder(given.idCommande),
    mandate: given.mandate ?? null,
    created: rangeOf(given.created, (end, text) => dayOf(text, () => refuse(`created.${end}`, aDay))),
    due: rangeOf(given.due, (end, text) => dayOf(text, () => refuse(`due.${end}`, aDay))),
    amountCents: rangeOf(given.amount, (end, text) =>
      centsOf(text, () => refuse(`amount.${end}`, 'be 1 to 12 digits')),
    ),
  };
}

const aDay = 'be a day, for instance 2026-12-31';

function effectiveMode(mode: GivenFilter['runMode'], refuse: Parameters<typeof filterOf>[1]): EffectiveRunMode | null {
  if (mode === 'FORCE_LIVE') return refuse('runMode', 'be TEST or LIVE: what was done by FORCE_LIVE is LIVE');
  return mode ?? null;
}

/** Normalised like stored ones. */
const identifierOf = (text: Given<string>): string | null =>
  text === null || text === undefined ? null : normaliseIdentifier(text);

function rangeOf<Value>(given: GivenRange, read: (end: 'from' | 'to', text: string) => Value): Range<Value> | null {
  const { from = null, to = null } = given ?? {};
  if (from === null && to === null) return null;
  return { from: from === null ? null : read('from', from), to: to === null ? null : read('to', to) };
}

const dayOf = (text: string, refuse: () => never): CalendarDate => (isCalendarDate(text) ? text : refuse());

function centsOf(text: string, refuse: () => never): number {
  const cents = Number(text);
  return /^\d{1,12}$/.test(text) && cents <= maximumCents ? cents : refuse();
}
