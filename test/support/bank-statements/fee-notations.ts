import type { WrittenEntry } from './written-files.ts';

/** 12.50 come back, and the bank takes 3.00 for it: the ways in which banks write that. */
export const feeNotations: readonly (readonly [string, WrittenEntry])[] = [
  ['the debit and the charge', { amount: '15.50', details: [{ amount: '12.50', charges: '3.00' }] }],
  ['what was instructed alone', { amount: '15.50', details: [{ instructed: '12.50', charges: '3.00' }] }],
  ['both amounts', { amount: '15.50', details: [{ instructed: '12.50', amount: '15.50', charges: '3.00' }] }],
  ['both amounts the same', { amount: '15.50', details: [{ instructed: '12.50', amount: '12.50', charges: '3.00' }] }],
  ['the charge beside the entry', { amount: '15.50', charges: '3.00', details: [{ instructed: '12.50' }] }],
  [
    'both amounts, and the charge beside the entry',
    { amount: '15.50', charges: '3.00', details: [{ instructed: '12.50', amount: '15.50' }] },
  ],
  [
    'the charge twice',
    { amount: '15.50', charges: '3.00', details: [{ instructed: '12.50', amount: '15.50', charges: '3.00' }] },
  ],
];
