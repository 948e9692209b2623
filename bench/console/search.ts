import type { Store } from '../../src/app/store.ts';
import { anonymous } from '../../src/kernel/caller.ts';
import { findObjects } from '../../src/modules/search/find-objects.ts';
import type { Services } from '../../src/modules/search/ports.ts';
import type { Figure, Meter } from './measure.ts';
import { amountOf, emailOf, firstNameOf, lastNameOf, orderOf } from './shop.ts';

const searchesOfKind = 25;

const euros = (cents: number): string => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;

/** What people type, by kind; `number` is a payment. */
const kinds: Readonly<Record<string, (number: number) => string>> = {
  'an order': orderOf,
  'the beginning of an order': (number) => orderOf(number).slice(0, 7),
  'a name': lastNameOf,
  'an e-mail address': (number) => emailOf(number - (number % 3) + 1),
  'a name and an amount': (number) => `${lastNameOf(number)} ${euros(amountOf(number))}`,
  'an amount': (number) => euros(amountOf(number)),
  'frequent words': (number) => `${firstNameOf(number)} gmail livraison ${(number % 28) + 1}`,
  'nothing that is there': (number) => `absent${number} ${firstNameOf(number)}`,
};

/** The whole search: the words are found, and what they name is read. Each one is asked five times. */
export async function measureSearch(store: Store, meter: Meter, total: number): Promise<readonly Figure[]> {
  const services = { store, settings: { deployment: 'production' }, societes: new Map() } as unknown as Services;
  const taken: { readonly text: string; readonly cpuMs: number; readonly wallMs: number }[] = [];
  for (const textOf of Object.values(kinds)) {
    for (let turn = 0; turn < searchesOfKind; turn++) {
      const text = textOf(Math.floor(((turn + 0.5) * total) / searchesOfKind));
      const search = () => findObjects(services, anonymous, { text, first: 20, runModes: ['TEST'] });
      taken.push({ text, ...(await meter.time(search)) });
    }
  }
  const sorted = taken.toSorted((one, other) => one.cpuMs - other.cpuMs);
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] as (typeof sorted)[number];
  const figureOf = (what: string, most: number, { text, cpuMs, wallMs }: (typeof sorted)[number]): Figure => ({
    ...{ what: `search, ${sorted.length}: ${what}`, value: cpuMs, unit: 'ms of CPU', aim: { most } },
    besides: `“${text}”; ${wallMs.toFixed(0)} ms on the clock`,
  });
  return [figureOf('95 of 100', 50, at(0.95)), figureOf('longest', 300, at(1))];
}
