import { rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnDatabases } from '../support/drawn-databases.ts';
import { memoryFolder } from '../support/faults/memory-folder.ts';
import { untilNight } from '../support/faults/night.ts';
import { complaintsOf, nameOf, openSimulator, type Story, tell } from '../support/faults/story.ts';
import { endOf, type Pair, pairsOf, someOf, unitsOf } from '../support/faults/units.ts';
import { startGateway } from '../support/gateway.ts';
import { openForGroup } from '../support/open-for.ts';
import { isExhaustive, sampled } from '../support/sample.ts';
import { eventLogProblems } from '../support/store/event-log.ts';

/**
 * Every fault of the simulators, alone and in pairs, each on a payment of its own. Clock, resolver and a caller that
 * repeats failed requests bring it to its right end, with nothing done twice at the bank.
 */

const letters = { REFUNDED: 'R', CANCELLED: 'C', REVIEW: '!', OPERATION_REVIEW: '?' } as const;

const legend = [
  'R given back once, C cancelled once: paid once, captured once where that was asked for, and settled within the schedule',
  '! the payment, ? the operation waits for a person: what the bank said contradicts what was recorded',
  '· one payment cannot suffer both',
];

/** Each fault's row: how the payment ends that suffers it alone, then together with those of the columns. */
function draw(bank: string, stories: readonly Story[], wrong: ReadonlySet<Story>): string {
  const names = [...new Set(stories.map(({ first }) => first.name))];
  const width = Math.max(...names.map((name) => name.length));
  const cells = Map.groupBy(stories, ({ units }) =>
    units
      .map(({ name }) => name)
      .toSorted()
      .join(),
  );
  const cell = (...pair: readonly string[]): string => {
    const [here, ...others] = cells.get(pair.toSorted().join()) ?? [];
    if (!here) return '·';
    return [here, ...others].some((story) => wrong.has(story)) ? 'X' : letters[endOf(here.units)];
  };
  const number = (index: number): string => String(index + 1).padStart(2);
  const rows = names.map((name, index) => {
    const together = names.map((other) => ` ${cell(name, other)}`.padStart(3)).join('');
    return `${number(index)} ${name.padEnd(width)}   ${cell(name)}  ${together}`;
  });
  const head = `${' '.repeat(width + 3)} alone ${names.map((_, index) => ` ${number(index)}`).join('')}`;
  return [bank, head, ...rows].join('\n');
}

const banks = ['PAYBOX', 'LABANQUEPOSTALE'] as const;
/** Every pair is some 1,700 payments, and minutes. */
const chosen = (bank: (typeof banks)[number], database: string) => {
  const pairs = pairsOf(unitsOf(bank));
  const kind = ({ first, second }: Pair) => `${first.family} ${second === null ? 'alone' : ''}`;
  return isExhaustive ? pairs : sampled(someOf(pairs), { about: 50, kind, name: `${bank} ${database}` });
};

describe.each(drawnDatabases())('the faults of the banks on $name', ({ name, open }) => {
  let folder: string;
  beforeAll(async () => {
    folder = await memoryFolder();
    return () => rm(folder, { recursive: true, force: true });
  });
  const database = openForGroup(open);
  const gateway = openForGroup(() =>
    startGateway({
      folder,
      databaseUrl: name === 'sqlite' ? `sqlite:${path.join(folder, 'payments.sqlite')}` : database.databaseUrl,
      aheadMs: untilNight(Date.now()),
      environment: { LOG_LEVEL: 'silent' },
      // Here one fault follows the other. What follows from many in a row: bank-away.test.ts and any-life.test.ts.
      bankCallLimits: { deadlineMs: 2_000, breaker: { failures: 1_000_000, restMs: 1 } },
    }),
  );

  it('leave every payment in its right final state, with nothing done twice', async () => {
    const pairs = banks.flatMap((bank) => chosen(bank, name).map((pair) => ({ ...pair, bank })));
    const stories = await tell(gateway, pairs);
    const simulator = openSimulator(path.join(folder, 'sandbox'));
    const complaints = new Map<Story, readonly string[]>();
    for (const story of stories) {
      const found = [...(await complaintsOf(gateway, story)), ...simulator.complaintsOf(story)];
      if (found.length > 0) complaints.set(story, found);
    }
    simulator.close();
    const drawn = banks.map((bank) => {
      const here = stories.filter((story) => story.bank === bank);
      return draw(bank, here, new Set(complaints.keys()));
    });
    if (isExhaustive) console.log([`${stories.length} payments on ${name}`, ...legend, ...drawn].join('\n'));
    expect([...complaints].map(([story, found]) => `${nameOf(story)}: ${found.join('; ')}`)).toEqual([]);
    expect(await eventLogProblems(gateway.store)).toEqual([]);
  }, 900_000);
});
