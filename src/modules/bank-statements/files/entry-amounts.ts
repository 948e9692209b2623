import type { Direction } from './bank-file.ts';

/**
 * How an entry's payments and the bank's charges make up its amount. Banks write it in several ways. Any way that adds
 * up is accepted, and no other.
 */

/** `included`: charges that the bank states as part of the amount; `all`: with the unstated ones. */
export type Charges = { readonly included: number; readonly all: number };

/** A file's statements about the amount of one payment. Null, and an empty list: none. */
export type StatedAmount = {
  /** The amount that moved, with the bank's charge or without it. */
  readonly movedCents: number | null;
  /** Other amounts of the same payment, for instance the instructed one. */
  readonly otherCents: readonly number[];
  /** Null: the entry's. Version .02 of a message never says it. */
  readonly direction: Direction | null;
  readonly isReturn: boolean;
  /**
   * For a direct debit or a return, the instructed amount is what we sent or received. For a transfer the received one
   * may be less.
   */
  readonly isInstructedByUs: boolean;
  readonly charges: Charges;
};

export type UnderstoodAmount = {
  readonly amountCents: number;
  readonly direction: Direction;
  readonly chargesCents: number;
  /** Charges that the bank names, and without which the amount adds up as well. */
  readonly besideCents: number;
};

export type Understood = {
  /** Why nothing of the entry may be booked. */
  readonly fault: string | null;
  readonly chargesCents: number;
  readonly parts: readonly UnderstoodAmount[];
};

type Whole = { readonly amountCents: number; readonly direction: Direction; readonly charges: Charges };

const signOf = (direction: Direction): 1 | -1 => (direction === 'CREDIT' ? 1 : -1);

/** `within`: the charge that is part of the moved amount; null: not known yet. */
type Part = {
  readonly cents: number;
  readonly direction: Direction;
  readonly within: number | null;
  readonly charges: Charges;
};

/** @param stated the bank's statements about each payment; empty where it lists none */
export function understandAmounts(whole: Whole, stated: readonly StatedAmount[]): Understood {
  const isAlone = stated.length === 1;
  if (!isAlone && stated.some(({ movedCents, otherCents }) => movedCents === null && otherCents.length === 0)) {
    return faulty(whole, stated, 'a detail has no amount');
  }
  const partsOf = (some: readonly StatedAmount[]) => some.map((one) => partOf(whole, one, isAlone));
  const readings = [
    partsOf(stated),
    ...(isAlone ? [stated.map((one) => rest(whole, one))] : [partsOf(withDirections(stated))]),
  ];
  for (const reading of readings) {
    const understood = addUp(whole, reading);
    if (understood) return understood;
  }
  return faulty(whole, stated, 'the details do not add up to the entry');
}

export const addCharges = (all: readonly Charges[]): Charges => ({
  included: all.reduce((sum, { included }) => sum + included, 0),
  all: all.reduce((sum, charges) => sum + charges.all, 0),
});

/** The payment's own amount is another one of its amounts, where a charge makes the difference. */
function partOf(whole: Whole, stated: StatedAmount, isAlone: boolean): Part {
  const { isInstructedByUs, otherCents, charges } = stated;
  const direction = stated.direction ?? whole.direction;
  const moved = stated.movedCents ?? (isInstructedByUs || !isAlone ? otherCents[0] : undefined);
  if (moved === undefined) return rest(whole, stated);
  const named = (isAlone ? [charges, whole.charges] : [charges]).flatMap(({ included, all }) => [included, all]);
  for (const cents of isInstructedByUs ? otherCents : []) {
    const within = named.find((charge) => charge > 0 && moved === cents - signOf(direction) * charge);
    if (within !== undefined) return { cents, direction, within, charges };
  }
  return { cents: moved, direction, within: null, charges };
}

/** If an entry's only payment has no amount, the entry's amount counts. */
function rest(whole: Whole, stated: StatedAmount): Part {
  const direction = stated.direction ?? whole.direction;
  const { charges, movedCents } = stated;
  const cents = movedCents ?? whole.amountCents + signOf(direction) * includedIn(whole, stated, direction);
  return { cents, direction, within: null, charges };
}

/**
 * A debit cannot contain more charges than its amount. Then the entry and its payment name one charge, with and without
 * its tax, or the charges are not in the amount. A return is never read without the charges that the bank includes.
 */
function includedIn(whole: Whole, { charges, isReturn }: StatedAmount, direction: Direction): number {
  const { included } = saidOnce(whole.charges, charges);
  if (direction === 'CREDIT' || included <= whole.amountCents) return included;
  const larger = Math.max(whole.charges.included, charges.included);
  return larger <= whole.amountCents || isReturn ? larger : 0;
}

/** A bank may say the charges of its only payment once more beside the entry. */
const saidOnce = (one: Charges, other: Charges): Charges =>
  one.all === other.all && one.included === other.included ? one : addCharges([one, other]);

/**
 * A message that does not say which way a payment went: a return goes back to the payer, the others came. The sum shows
 * whether that is so.
 */
const withDirections = (stated: readonly StatedAmount[]): readonly StatedAmount[] =>
  stated.map((one) => ({ ...one, direction: one.direction ?? (one.isReturn ? 'DEBIT' : 'CREDIT') }));

function addUp(whole: Whole, parts: readonly Part[]): Understood | null {
  if (parts.some(({ cents }) => cents < 0)) return null;
  const isAlone = parts.length === 1;
  const target = signOf(whole.direction) * whole.amountCents;
  const within = parts.reduce((sum, part) => sum + (part.within ?? 0), 0);
  const sum = parts.reduce((total, { cents, direction }) => total + signOf(direction) * cents, 0) - within;
  const open = parts.flatMap((part) => (part.within === null ? [part.charges] : []));
  const own = addCharges(open);
  const together = isAlone ? saidOnce(whole.charges, open[0] ?? none) : addCharges([whole.charges, ...open]);
  const tried = [0, ...[together, whole.charges, own].flatMap(({ included, all }) => [included, all])];
  const more = tried.find((charges) => charges >= 0 && sum - charges === target);
  if (more === undefined || parts.length === 0) return null;
  const ownOf = ({ included, all }: Charges): number =>
    more === 0 ? 0 : own.all <= more ? all : own.included <= more ? included : 0;
  // What the bank states once beside the payments was taken with the first one.
  const restCents = more - ownOf(own);
  const kept = parts.map(
    ({ within: inside, charges }, index) => (inside ?? ownOf(charges)) + (index === 0 ? restCents : 0),
  );
  const shared = withoutGivenBack(kept);
  const understood = parts.map(({ cents, direction, charges }, index): UnderstoodAmount => {
    const beside = kept[index] === 0 ? (isAlone ? together : charges).all : 0;
    return { amountCents: cents, direction, chargesCents: shared[index] ?? 0, besideCents: Math.max(0, beside) };
  });
  return { fault: null, chargesCents: within + more, parts: understood };
}

/** A charge that the bank gives back with one payment is taken off the charges of the others. Their sum is never below 0. */
function withoutGivenBack(charges: readonly number[]): readonly number[] {
  let givenBack = charges.reduce((sum, cents) => sum - Math.min(0, cents), 0);
  return charges.map((cents) => {
    const off = Math.min(givenBack, Math.max(0, cents));
    givenBack -= off;
    return Math.max(0, cents) - off;
  });
}

const none: Charges = { included: 0, all: 0 };

const faulty = (whole: Whole, stated: readonly StatedAmount[], fault: string): Understood => ({
  fault,
  chargesCents: 0,
  parts: stated.map(({ movedCents, direction }) => ({
    ...{ amountCents: movedCents ?? whole.amountCents, direction: direction ?? whole.direction },
    ...{ chargesCents: 0, besideCents: 0 },
  })),
});
