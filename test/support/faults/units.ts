/** The faults of the simulators, what they are in a script, and what must become of a payment that suffers two of them. */

export type Operation = 'CAPTURE' | 'CANCEL' | 'REFUND';
export type BankName = 'PAYBOX' | 'LABANQUEPOSTALE';

export type Unit = {
  readonly name: string;
  /** What it is to us, by whatever means an answer is lost. */
  readonly family: string;
  readonly kind: string;
  /** Null: it strikes a notification. */
  readonly operation: Operation | 'INQUIRY' | null;
  readonly moment: 'BEFORE' | 'AFTER';
};

const ofNotifications = ['LOSE', 'DELAY', 'REPEAT', 'REORDER', 'TAMPER', 'FORGE', 'WRONG_AMOUNT'] as const;
const ofAnswers = {
  TIME_OUT: 'time-out',
  CUT_CONNECTION: 'cut',
  ANSWER_500: '500',
  ANSWER_HTML: 'HTML',
  HALF_BODY: 'half',
} as const;
type AnswerKind = keyof typeof ofAnswers;

const notificationUnits: readonly Unit[] = ofNotifications.map((name) => ({
  name: `news ${name.toLowerCase().replace('_', ' ')}`,
  family: `news ${name.toLowerCase().replace('_', ' ')}`,
  kind: name === 'WRONG_AMOUNT' ? name : `${name}_NOTIFICATION`,
  operation: null,
  moment: 'AFTER',
}));

/** Only La Banque Postale says an amount when it is asked. */
const wrongInquiry: Unit = {
  name: 'inquiry wrong amount',
  family: 'inquiry wrong amount',
  kind: 'WRONG_AMOUNT',
  operation: 'INQUIRY',
  moment: 'AFTER',
};

export function unitsOf(bank: BankName): readonly Unit[] {
  const answers = (['INQUIRY', 'CAPTURE', 'CANCEL', 'REFUND'] as const).flatMap((operation) =>
    // An inquiry has no effect that it could come before.
    (operation === 'INQUIRY' ? (['AFTER'] as const) : (['BEFORE', 'AFTER'] as const)).flatMap((moment) =>
      (Object.keys(ofAnswers) as AnswerKind[]).map((kind): Unit => {
        const [what, when] = [operation.toLowerCase(), operation === 'INQUIRY' ? '' : ` ${moment.toLowerCase()}`];
        const [name, family] = [`${what} ${ofAnswers[kind]}${when}`, `${what} lost${when}`];
        return { name, family, kind, operation, moment };
      }),
    ),
  );
  return [...notificationUnits, ...(bank === 'LABANQUEPOSTALE' ? [wrongInquiry] : []), ...answers];
}

export type Pair = { readonly first: Unit; readonly second: Unit | null };

/** Each fault alone, with itself, and with each other one; but for what one payment cannot suffer. */
export function pairsOf(units: readonly Unit[]): Pair[] {
  const alone = units.map((first): Pair => ({ first, second: null }));
  const together = units.flatMap((first, index) => units.slice(index).map((second): Pair => ({ first, second })));
  return [...alone, ...together.filter(isPossible)];
}

/**
 * Each fault alone, and each family with each other one, by means that change from pair to pair: what a lost answer was
 * lost by is the same to us.
 */
export function someOf(pairs: readonly Pair[]): Pair[] {
  const families = Map.groupBy(
    pairs.filter(({ second }) => second !== null),
    ({ first, second }) => `${first.family} ${second?.family}`,
  );
  const chosen = [...families.values()].flatMap((group, index) => group[(index * 7) % group.length] ?? []);
  return [...pairs.filter(({ second }) => second === null), ...chosen];
}

function isPossible({ first, second }: Pair): boolean {
  if (second === null) return true;
  // Two scripts of the same kind strike one notification together.
  if (first === second && (first.operation === null || first.kind === 'WRONG_AMOUNT')) return false;
  const operations = new Set([first.operation, second.operation]);
  // What was given back is not cancelled any more, and the other way round.
  return !(
    operations.has('CANCEL') &&
    operations.has('REFUND') &&
    first.moment === 'AFTER' &&
    second.moment === 'AFTER'
  );
}

/** How it ends: `REVIEW` and `OPERATION_REVIEW` are a person's to decide. */
export type End = 'REFUNDED' | 'CANCELLED' | 'REVIEW' | 'OPERATION_REVIEW';

/** Of a payment that is captured and then cancelled or given back, as far as its faults let it. */
export function endOf(units: readonly Unit[]): End {
  const has = (kind: string, operation: Unit['operation'] = null): boolean =>
    units.some((unit) => unit.kind === kind && unit.operation === operation);
  const isUntold = has('LOSE_NOTIFICATION') || has('TAMPER_NOTIFICATION') || has('DELAY_NOTIFICATION');
  // The refusal suffers from the changed order; the payment after it comes as it should.
  const isToldInTime = has('REORDER_NOTIFICATION');
  if (has('WRONG_AMOUNT') && !isUntold && !isToldInTime) return 'REVIEW';
  if (has('WRONG_AMOUNT', 'INQUIRY')) {
    if (isUntold && !isToldInTime) return 'REVIEW';
    if (units.some(({ operation }) => operation !== null && operation !== 'INQUIRY')) return 'OPERATION_REVIEW';
  }
  return lastOperation(units) === 'CANCEL' ? 'CANCELLED' : 'REFUNDED';
}

/** What brings the payment to its end. */
export function lastOperation(units: readonly Unit[]): 'CANCEL' | 'REFUND' {
  const cancel = units.find(({ operation }) => operation === 'CANCEL');
  const refund = units.find(({ operation }) => operation === 'REFUND');
  return cancel && !(refund && cancel.moment === 'BEFORE') ? 'CANCEL' : 'REFUND';
}
