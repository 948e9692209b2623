import { createRandom, type Random } from './random.ts';
import { type ClientName, societeIds } from './world.ts';

/** A customer's intent, and its troubles. The same seed and number give the same intent. */
export type Intent = {
  readonly number: number;
  readonly client: ClientName;
  readonly door: 'GRAPHQL' | 'LEGACY' | 'LEGACY_WITH_KEY';
  readonly flow: 'PAYBOX' | 'LABANQUEPOSTALE' | 'TRANSFER' | 'BOOKING';
  readonly societe: string;
  readonly amountCents: number;
  readonly capture: 'NOW' | 'LATER';
  /** How many copies of the request go out at once: a double click, an impatient proxy. */
  readonly copies: number;
  /** The key is used again for another amount: that has to be refused. */
  readonly contradictsItself: boolean;
  /** After a refusal some open a new attempt by the old URL, and some try again on the bank's own page. */
  readonly customer: 'PAYS' | 'REFUSED' | 'CANCELS' | 'REFUSED_THEN_PAYS' | 'TRIES_AGAIN' | 'LEAVES';
  /** By the gateway's own page, or at once with the form of the answer. */
  readonly usesPayLink: boolean;
  readonly afterwards: readonly Operation[];
  /** The operations are requested while the customer pays, by a client that does not know. */
  readonly operatesMeanwhile: boolean;
  /** The faults of the bank's message about the payment. */
  readonly notificationFault: string | null;
  /** What it does to the answer of the first operation; of the first question for `INQUIRY`. */
  readonly answerFault: AnswerFault | null;
};

export type Operation = {
  readonly kind: 'REFUND' | 'CANCEL' | 'CAPTURE';
  /** Null: everything. */
  readonly amountCents: number | null;
};
export type AnswerFault = {
  readonly kind: string;
  readonly moment: 'BEFORE' | 'AFTER';
  readonly operation: 'CAPTURE' | 'CANCEL' | 'REFUND' | 'INQUIRY';
};

export const orderOf = (number: number): string => `order-${number}`;
export const customerOf = (number: number): string => `customer-${number}`;

/** The numbers follow the seed, so that a run on a used database is another story. */
export function intentOf(seed: number, number: number): Intent {
  const random = createRandom(seed, `intent ${number}`);
  const client = random.weighted({ shop: 45, told: 15, old: 40 });
  const flow = random.weighted({ PAYBOX: 40, LABANQUEPOSTALE: 36, TRANSFER: 6, BOOKING: 18 });
  const isHosted = flow === 'PAYBOX' || flow === 'LABANQUEPOSTALE';
  const amountCents = random.between(100, 500_000);
  const door = client === 'old' ? (random.chance(0.2) ? 'LEGACY_WITH_KEY' : 'LEGACY') : 'GRAPHQL';
  const capture = isHosted && door === 'GRAPHQL' && random.chance(0.08) ? 'LATER' : 'NOW';
  const customer = isHosted
    ? random.weighted({
        PAYS: 74,
        REFUSED: 7,
        CANCELS: 7,
        REFUSED_THEN_PAYS: door === 'LEGACY' ? 4 : 0,
        TRIES_AGAIN: 4,
        LEAVES: 8,
      })
    : 'LEAVES';
  const operatesMeanwhile = customer === 'PAYS' && capture === 'NOW' && random.chance(0.15);
  const afterwards: readonly Operation[] = operatesMeanwhile
    ? [{ kind: 'CANCEL', amountCents: null }]
    : operationsOf(random, { flow, capture, customer, amountCents });
  return {
    number,
    client,
    door,
    flow,
    societe: societeIds[random.between(0, societeIds.length - 1)] ?? '1',
    amountCents,
    capture,
    copies: random.chance(0.06) ? random.between(2, 3) : 1,
    contradictsItself: door !== 'LEGACY' && random.chance(0.02),
    customer,
    usesPayLink: random.chance(0.1),
    afterwards,
    operatesMeanwhile,
    notificationFault: customer === 'LEAVES' ? null : notificationFault(random),
    answerFault: answerFault(random, afterwards),
  };
}

type Course = Pick<Intent, 'flow' | 'capture' | 'customer' | 'amountCents'>;

function operationsOf(random: Random, { flow, capture, customer, amountCents }: Course): readonly Operation[] {
  const whole = { amountCents: null };
  if (flow === 'BOOKING') return random.chance(0.08) ? [{ kind: 'CANCEL', ...whole }] : [];
  if (flow === 'TRANSFER') return random.chance(0.2) ? [{ kind: 'CANCEL', ...whole }] : [];
  if (customer !== 'PAYS') return customer === 'LEAVES' && random.chance(0.2) ? [{ kind: 'CANCEL', ...whole }] : [];
  if (capture === 'LATER') return [{ kind: random.chance(0.7) ? 'CAPTURE' : 'CANCEL', ...whole }];
  const part = { kind: 'REFUND', amountCents: random.between(1, Math.max(1, Math.floor(amountCents / 2))) } as const;
  const kind = random.weighted({ none: 72, whole: 7, part: 8, parts: 5, partThenRest: 4, cancel: 4 });
  switch (kind) {
    case 'none':
      return [];
    case 'whole':
      return [{ kind: 'REFUND', ...whole }];
    case 'part':
      return [part];
    case 'parts':
      return [part, part];
    case 'partThenRest':
      return [part, { kind: 'REFUND', ...whole }];
    case 'cancel':
      return [{ kind: 'CANCEL', ...whole }];
  }
}

/** An altered message, or one about another amount, does not count; then the bank has to be asked. */
function notificationFault(random: Random): string | null {
  const kind = random.weighted({
    none: 82,
    LOSE_NOTIFICATION: 4,
    DELAY_NOTIFICATION: 3,
    REPEAT_NOTIFICATION: 4,
    REORDER_NOTIFICATION: 1,
    TAMPER_NOTIFICATION: 2,
    FORGE_NOTIFICATION: 3,
    WRONG_AMOUNT: 1,
  });
  return kind === 'none' ? null : kind;
}

function answerFault(random: Random, afterwards: readonly Operation[]): AnswerFault | null {
  const [first] = afterwards;
  if (!random.chance(first ? 0.35 : 0.02)) return null;
  return {
    kind: random.weighted({ TIME_OUT: 1, CUT_CONNECTION: 3, ANSWER_500: 2, ANSWER_HTML: 2, HALF_BODY: 2 }),
    moment: random.chance(0.7) ? 'AFTER' : 'BEFORE',
    operation: first && random.chance(0.8) ? first.kind : 'INQUIRY',
  };
}
