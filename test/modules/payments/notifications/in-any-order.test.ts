import { describe, expect, it } from 'vitest';
import { drawnDatabases } from '../../../support/drawn-databases.ts';
import { startGateway } from '../../../support/gateway.ts';
import { openForGroup } from '../../../support/open-for.ts';
import { notifiedOn } from '../../../support/payments/notified.ts';
import { sampled } from '../../../support/sample.ts';

/** The bank's messages about one transaction can come in any order: the payment ends the same, or a person is asked. */

const goesOn = ['UNDER_VERIFICATION', 'AUTHORISED_TO_VALIDATE', 'AUTHORISED', 'CAPTURED'];
const ends = ['CANCELLED', 'EXPIRED', 'CAPTURE_FAILED'];

const lives = [
  ...choicesOf(2, goesOn),
  ...[...choicesOf(1, goesOn), ...choicesOf(2, goesOn)].flatMap((before) => ends.map((end) => [...before, end])),
];
const cases = lives.flatMap((life) =>
  (['NOW', 'LATER'] as const).map((capture) => ({ life, words: life.join(), capture })),
);
const some = sampled(cases, { about: 24, kind: ({ life, capture }) => `${life.length} ${capture}` });

function choicesOf(count: number, words: readonly string[]): readonly (readonly string[])[] {
  if (count === 0) return [[]];
  return words.flatMap((word, index) => choicesOf(count - 1, words.slice(index + 1)).map((rest) => [word, ...rest]));
}

function ordersOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length === 0) return [[]];
  return words.flatMap((word) => ordersOf(words.filter((other) => other !== word)).map((rest) => [word, ...rest]));
}

describe.each(drawnDatabases())('messages about one transaction on $name', ({ open }) => {
  const gateway = openForGroup(() => startGateway({ open }));
  const { start, notify, storyOf } = notifiedOn(gateway);

  async function endOf(order: readonly string[], capture: 'NOW' | 'LATER'): Promise<string> {
    const initiation = await start({ capture });
    for (const vads_trans_status of order) expect(await notify(initiation, { vads_trans_status })).toBe(200);
    const { status, events } = await storyOf(initiation);
    return events?.some(([type]) => type === 'CONTRADICTION') ? 'a person is asked' : `${status}`;
  }

  it.each(some)('lead to the same end in every order: $words, capture $capture', async ({ life, capture }) => {
    const found: string[] = [];
    for (const order of ordersOf(life)) {
      const end = await endOf(order, capture);
      if (end !== 'a person is asked') found.push(`${end} after ${order.join()}`);
    }
    const statuses = new Set(found.map((text) => text.split(' ')[0]));
    expect(statuses.size, found.join('; ')).toBeLessThanOrEqual(1);
    const isEnded = life.some((word) => ends.includes(word));
    if (isEnded)
      expect(
        ['PAID', 'AUTHORIZED'].filter((status) => statuses.has(status)),
        found.join('; '),
      ).toEqual([]);
  });
});
