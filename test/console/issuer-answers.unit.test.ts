import { expect, it } from 'vitest';
import { issuerAnswer } from '../../console/src/pages/overview/issuer-answers.ts';

it.each([
  ['51', 'Provision insuffisante', 'Insufficient funds'],
  ['00151', 'Provision insuffisante', 'Insufficient funds'],
  ['00105', 'Ne pas honorer', 'Do not honour'],
  ['54', 'Carte expirée', 'Expired card'],
  ['91', 'Émetteur injoignable', 'Issuer out of reach'],
])('the overview says in words what the issuer answered by %s', (code, french, english) => {
  expect([issuerAnswer('fr', code), issuerAnswer('en', code)]).toEqual([french, english]);
});

it.each(['00021', '81', '151', 'Refusé', '00001', ''])('and leaves “%s” as it is', (code) => {
  expect(issuerAnswer('fr', code)).toBeNull();
});
