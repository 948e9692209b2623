import { expect, it } from 'vitest';
import { outcomeOf, webhookOutcomes } from '../../../console/src/texts/webhook-outcomes.ts';

it('calls an address forbidden only where it was checked', () => {
  const { fr, en } = webhookOutcomes;
  const refused = outcomeOf({ outcome: 'ADDRESS_REFUSED', detail: null });
  expect([fr[refused], en[refused]]).toEqual(['Adresse interdite', 'Forbidden address']);
  const unchecked = outcomeOf({ outcome: 'ADDRESS_REFUSED', detail: 'EMFILE' });
  expect([fr[unchecked], en[unchecked]]).toEqual([
    'Panne ici, adresse non vérifiée',
    'Fault here, address not checked',
  ]);
  expect(outcomeOf({ outcome: 'NO_CONNECTION', detail: 'ECONNREFUSED' })).toBe('NO_CONNECTION');
});
