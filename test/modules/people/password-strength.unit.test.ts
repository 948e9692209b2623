import { expect, it } from 'vitest';
import { isGuessable } from '../../../src/modules/people/proofs/password-strength.ts';

it.each([
  'P@$$w0rd1234',
  'M0td3p@ss3!!',
  '@z3rty123456',
  'R3gl3m3nt2024',
  'p4$$w0rdp4$$w0rd',
  'c@m1ll3C@m1ll3',
  '5cell1u52026',
])('finds the words in %s', (password) => expect(isGuessable(password, ['camille'])).toBe(true));

it.each(['quatre mots sans aucun rapport', 'Xk3-vq9.Lm2w', `${'la mer est calme ce soir '.repeat(8)}`])(
  'takes %s',
  (password) => expect(isGuessable(password, ['camille'])).toBe(false),
);

it('reads signs that stand for many letters without keeping payments waiting', () => {
  isGuessable('the lists are loaded', []);
  const chosen = ['4@8({[<369!1|05$7+%2', 'a4b8c(e3g6i1l|o0s5t7x%z2', '1!|', 'a@4A', '12', '($|+1!@', '01/02/2003'];
  const before = process.threadCpuUsage();
  for (const signs of chosen) isGuessable(signs.repeat(64), ['camille']);
  const { user, system } = process.threadCpuUsage(before);
  // In microseconds: some 0.2 s; with all readings that the library knows 5 s.
  expect(user + system).toBeLessThan(2_000_000);
});
