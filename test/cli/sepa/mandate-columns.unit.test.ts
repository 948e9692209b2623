import { expect, it } from 'vitest';
import { readScheme, readType } from '../../../src/cli/sepa/mandate-columns.ts';

it.each([
  ['RECURRENT', ['Récurrent', 'récurrent/répétitif', 'RCUR', 'FRST', 'recurring', 'RECURRENT', 're\u0301current']],
  ['RECURRENT', ['RCUR - Récurrent', 'Récurrent (RCUR)', 'Récurrents', 'FRST/RCUR', 'Prélèvements récurrents']],
  ['RECURRENT', ['Paiement récurrent/répétitif', 'Mandat récurrent', 'Recurrent payments', 'RCUR–Récurrent']],
  ['RECURRENT', ['PaiementRecurrent', 'RecurrentPayment']],
  ['ONE_OFF', ['One off payment', 'PrelevementPonctuel']],
  ['ONE_OFF', ['ponctuel', 'Unique', 'Non récurrent', 'non-récurrente', 'One-off', 'OOFF', 'ONE_OFF']],
  [
    'ONE_OFF',
    [
      'OOFF - Ponctuel',
      'One-off (OOFF)',
      'Ponctuels',
      'paiement unique',
      'One-off payment',
      'Ponctuel / non récurrent',
    ],
  ],
])('a file says %s in each of %j', (type, cells) => {
  expect(cells.map(readType)).toEqual(cells.map(() => type));
});

it.each([
  ['CORE', ['CORE', 'core', 'SDD CORE', 'SEPACORE', 'SEPA Direct Debit CORE', 'Prélèvement SEPA CORE']],
  ['CORE', ['Core (standard)', 'SEPA-SDD-CORE', 'Type CORE']],
  ['B2B', ['SepaInterEntreprises', 'SEPASDDB2B']],
  ['B2B', ['B2B', 'SDD_B2B', 'interentreprises', 'Inter-entreprises', 'SEPA-B2B', 'Mandat B2B']],
  ['B2B', ['Prélèvement SEPA interentreprises', 'Prélèvement SEPA inter-entreprises', 'B2B (inter-entreprises)']],
])('a file says %s in each of %j', (scheme, cells) => {
  expect(cells.map(readScheme)).toEqual(cells.map(() => scheme));
});

it.each(['Ponctuel/Récurrent', 'RCUR (ponctuel)', 'prélèvement', 'paiement non récurrent', 'non RCUR', 'RCUR - non'])(
  'leaves the recurrence %j as it is, which says no one thing',
  (cell) => expect(readType(cell)).toBe(cell),
);

it.each(['non - B2B', 'SEPA non B2B', 'Core (non B2B)', 'SEPA', 'standard', 'CORE ou B2B', '(non) core', 'CORE (B2B)'])(
  'leaves the scheme %j as it is, which says no one thing',
  (cell) => expect(readScheme(cell)).toBe(cell),
);

it.each(['plutôt récurrent', 'hors RCUR', 'RCUR ?', '≠ récurrent', 'не RCUR', 'FNAL', 'OOFF/RCUR', '-', ''])(
  'leaves the recurrence %j as it is, to be refused',
  (cell) => expect(readType(cell)).toBe(cell),
);

it.each(['non B2B', '!B2B', 'hors core', 'CORE/B2B', 'COR1', 'B2B2', 'score'])(
  'leaves the scheme %j as it is, to be refused',
  (cell) => expect(readScheme(cell)).toBe(cell),
);
