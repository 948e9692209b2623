import { describe, expect, test } from 'vitest';
import { developmentSocietes } from '../../../../src/config/development.ts';
import type { Payer } from '../../../../src/kernel/payer.ts';
import { payerField } from '../../../../src/kernel/vocabulary.ts';
import { completePayer, type MissingOf } from '../../../../src/modules/payments/initiation/payer.ts';

const [societe] = [...developmentSocietes('http://127.0.0.1:4000').values()];
if (!societe?.fallbackPayer) throw new Error('there is no société with a fallback payer');
const { fallbackPayer } = societe;

const wantsAll: MissingOf = (payer) => payerField.names.filter((field) => !payer?.[field]);
const wantsNothing: MissingOf = () => [];
const unknown = { firstName: '', lastName: '', address: '', zipCode: '', city: '', country: '', phone: '' };

describe('the payer as the bank receives it', () => {
  test.each<[string, MissingOf, Partial<Payer> | null, Payer | null, Payer]>([
    ['the fallback, where the request has none', wantsAll, null, fallbackPayer, fallbackPayer],
    ['empty, where neither has any', wantsAll, null, null, unknown],
    ['empty, where the bank wants none', wantsNothing, null, fallbackPayer, unknown],
    [
      "the request's, then the fallback's",
      wantsAll,
      { city: 'Lyon' },
      fallbackPayer,
      { ...fallbackPayer, city: 'Lyon' },
    ],
    [
      "the request's alone, where nothing is missing",
      wantsNothing,
      { city: 'Lyon' },
      fallbackPayer,
      { ...unknown, city: 'Lyon' },
    ],
  ])('is %s', (_description, missingOf, payer, fallback, expected) => {
    expect(completePayer(missingOf, payer, fallback)).toEqual(expected);
  });
});
