import { expect, it } from 'vitest';
import { bankCodeIn } from '../../../console/src/texts/bank-codes.ts';
import { issuerAnswer } from '../../../console/src/texts/issuer-answers.ts';
import type { PaymentType } from '../../../src/kernel/vocabulary.ts';

it.each([
  ['51', 'Provision insuffisante', 'Insufficient funds'],
  ['00151', 'Provision insuffisante', 'Insufficient funds'],
  ['00105', 'Ne pas honorer', 'Do not honour'],
  ['54', 'Carte expirée', 'Expired card'],
  ['91', 'Émetteur injoignable', 'Issuer out of reach'],
])('the overview says in words what the issuer answered by %s', (code, french, english) => {
  expect([issuerAnswer('fr', code), issuerAnswer('en', code)]).toEqual([french, english]);
});

it.each(['00021', '81', '151', '00100', 'Refusé', '00001', ''])('and leaves “%s” as it is', (code) => {
  expect(issuerAnswer('fr', code)).toBeNull();
});

it.each<readonly [PaymentType, code: string, french: string, english: string]>([
  ['CB', '00000', '00000 (accepté)', '00000 (accepted)'],
  ['CB', '00151', '00151 (provision insuffisante)', '00151 (insufficient funds)'],
  ['CB', 'Capturé', 'Capturé', 'Capturé (captured)'],
  ['AMEX', 'CAPTURED', 'CAPTURED (remis en banque)', 'CAPTURED (sent to the bank)'],
  ['CB', '05', '05 (ne pas honorer)', '05 (do not honour)'],
  // Other networks have other lists, and a bank itself gives 00001 and 00015 a second meaning.
  ...(['05', '00105'] as const).map((code) => ['AMEX', code, code, code] as const),
  ...(['00001', '00015', '77777', 'constructor'] as const).map((code) => ['CB', code, code, code] as const),
])('the story of a payment by %s says what %s means, where that is known', (paymentType, code, french, english) => {
  expect([bankCodeIn('fr', paymentType, code), bankCodeIn('en', paymentType, code)]).toEqual([french, english]);
});
