import type { Books, JournalEntry, JournalLine, PostedEntry } from './journal.ts';
import type { Store } from './ports.ts';
import { type Period, walkPostedEntries } from './read-journal.ts';

/**
 * Lettering: lines of one account that cancel out have the same letter, with the day of the last of them. An item and
 * its payment share the payment, or one entry takes back or clears the other. Nothing is guessed by amounts alone.
 */
export type Letter = { readonly letter: string; readonly date: string };

/** By the position of the entry, then by the place of the line in it. */
export type Letters = ReadonlyMap<number, ReadonlyMap<number, Letter>>;

/**
 * The letters of an exercise within a period. All lines of a letter are in the period, so that each file balances per
 * letter. Read in three passes: most payments have one entry and no letter, and nothing of them is kept.
 */
export async function letterEntries(
  services: { readonly store: Pick<Store, 'postedEntries'> },
  books: Books & { readonly exercise: number },
  { from, to }: Period,
): Promise<Letters> {
  const isIn = ({ date }: JournalEntry): boolean => from <= date && date <= to;
  const [items, payments] = [createItems(), createItems()];
  for await (const page of walkPostedEntries(services, books)) {
    for (const entry of page) {
      if (!isIn(entry) || !canClose(entry)) continue;
      items.join(namesOf(entry));
      payments.join(namesOf({ ...entry, clears: null }));
    }
  }
  if (items.isEmpty()) return new Map();
  const shared = new Map<string, Set<string>>();
  for await (const page of walkPostedEntries(services, books)) {
    for (const entry of page.filter(isIn)) {
      const item = entry.bankEntryId === null ? null : items.of(namesOf(entry));
      if (item !== null) shared.set(item, accountsOf(entry, shared.get(item)));
    }
  }
  const open = new Map<string, OpenLines>();
  const letters = new Map<number, Map<number, Letter>>();
  for await (const page of walkPostedEntries(services, books)) {
    for (const entry of page.filter(isIn)) {
      const item = items.of(namesOf(entry));
      if (item === null) continue;
      const own = payments.of(namesOf({ ...entry, clears: null })) ?? item;
      const itemOn = (account: string) => (shared.get(item)?.has(account) ? item : own);
      letterLines(entry, itemOn, open, letters);
    }
  }
  return letters;
}

/** On these the payments of a block are one item: the block came as one sum. On all others each payment is its own. */
function accountsOf({ lines }: JournalEntry, before = new Set<string>()): Set<string> {
  for (const { account } of lines) before.add(account);
  return before;
}

/** Only these take back or clear what another entry put there. */
const closing: ReadonlySet<JournalEntry['kind']> = new Set([
  ...(['CANCELLED', 'REFUNDED', 'RETURNED', 'REVERSAL', 'SUSPENSE_RELEASED'] as const),
]);

const canClose = ({ kind, clears, reverses }: JournalEntry): boolean =>
  closing.has(kind) || clears !== null || reverses !== null;

type Ties = Pick<JournalEntry, 'id' | 'event' | 'clears' | 'reverses'>;

/** What ties an entry to others. */
const namesOf = ({ id, event, clears, reverses }: Ties): readonly string[] =>
  [id, event?.paymentId ?? null, clears, reverses].filter((name) => name !== null);

/** Names that belong together, as far as one entry has them together. */
function createItems() {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    return root;
  };
  return {
    join: (names: readonly string[]): void => {
      for (const name of names) if (!parents.has(name)) parents.set(name, name);
      const [first = '', ...others] = names;
      // The newer beneath the older: where thousands of payments clear one entry, each is a few steps from the root.
      for (const other of others) parents.set(rootOf(first), rootOf(other));
    },
    isEmpty: (): boolean => parents.size === 0,
    of: (names: readonly string[]): string | null => {
      const known = names.find((name) => parents.has(name));
      return known === undefined ? null : rootOf(known);
    },
  };
}

type Place = { readonly position: number; readonly index: number };
type OpenLines = { balanceCents: number; places: Place[]; latest: string };

/** The lines of an item on one account, in the order of posting, get a letter each time that they come to nothing. */
function letterLines(
  { lines, date, posting: { position } }: PostedEntry,
  itemOn: (account: string) => string,
  open: Map<string, OpenLines>,
  letters: Map<number, Map<number, Letter>>,
): void {
  for (const [index, line] of lines.entries()) {
    const key = JSON.stringify([itemOn(line.account), line.account, line.auxiliary]);
    const ofKey = open.get(key) ?? { balanceCents: 0, places: [], latest: date };
    ofKey.balanceCents += signed(line);
    ofKey.places.push({ position, index });
    // An entry of an earlier day may be posted last.
    if (date > ofKey.latest) ofKey.latest = date;
    open.set(key, ofKey);
    if (ofKey.balanceCents !== 0) continue;
    writeLetter(ofKey, letters);
    open.delete(key);
  }
}

function writeLetter({ places, latest: date }: OpenLines, letters: Map<number, Map<number, Letter>>): void {
  const [first] = places;
  if (!first) return;
  for (const { position, index } of places) {
    const ofEntry = letters.get(position) ?? new Map<number, Letter>();
    letters.set(position, ofEntry.set(index, { letter: letterOf(first.position), date }));
  }
}

const signed = ({ debitCents, creditCents }: JournalLine): number => debitCents - creditCents;

/** `AAA`, `AAB`… by the place of the first entry: the same in every export, and once for each account. */
function letterOf(position: number): string {
  let letter = '';
  for (let rest = position; rest > 0 || letter.length < 3; rest = Math.floor(rest / 26)) {
    letter = String.fromCharCode(65 + (rest % 26)) + letter;
  }
  return letter;
}
