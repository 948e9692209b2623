import { expect, it } from 'vitest';
import { holdsCardNumber } from '../../../../src/kernel/card-number.ts';
import { normaliseIdentifier } from '../../../../src/kernel/identifiers.ts';
import { rum } from '../../../../src/modules/direct-debits/mandates/mandate-input.ts';
import { problemsOfValues } from '../../../../src/modules/payments/initiation/initiation.ts';

/** A value of a whole body is refused at once: a walk that takes the square of its length would end the test by its time. */

const characters = 300_000;
const repeated = (part: string): string => part.repeat(characters / part.length);
const accents = `a${repeated('\u0316\u0301')}`;

it.each([
  ['commentaire', repeated('1 ')],
  ['commentaire', accents],
  ['email', `a${repeated(' ')}b@example.fr`],
  ['email', `a@b${repeated(' ')}c.fr`],
  ['email', `a@${accents}.fr`],
  ['idClient', accents],
  ['idCommande', accents],
  ['idClient', `${repeated('1.')}`],
  ['mandate', accents],
  ['returnUrl', `https://${accents}`],
] as const)('a long %s is refused at once: %#', (field, value) => {
  expect(problemsOfValues({ [field]: value }).map(({ path }) => path)).toContainEqual([field]);
});

it('blanks around an e-mail address and a comment do not count', () => {
  const blanks = repeated(' ');
  expect(problemsOfValues({ email: `${blanks}a@b.fr${blanks}`, commentaire: `${blanks}été${blanks}` })).toEqual([]);
  expect(problemsOfValues({ commentaire: 'e\u0301'.repeat(500) })).toEqual([]);
  expect(problemsOfValues({ commentaire: 'e\u0301'.repeat(501) })).toMatchObject([{ path: ['commentaire'] }]);
});

it('a card number is found in any groups, and at the end of a long text', () => {
  for (const written of [
    '4111111111111111',
    '4111 1111 1111 1111',
    '4.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1',
    '12 4111 1111 1111 1111 12/30',
  ]) {
    expect(holdsCardNumber(written)).toBe(true);
    expect(holdsCardNumber(repeated('1 ') + written)).toBe(true);
  }
  expect(holdsCardNumber(repeated('1 '))).toBe(false);
});

it('an identifier of a filter and the reference of a mandate are read at once', () => {
  expect(normaliseIdentifier(accents)).toBe(accents);
  expect(rum.safeParse(accents).success).toBe(false);
});
