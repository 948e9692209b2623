import type { TestCard } from '../bank.ts';
import { text } from '../texts.ts';

const cb = ['CB', 'VISA', 'EUROCARD_MASTERCARD', 'E_CARD'];

/** The cards of Paybox's test parameters, with their results. */
export const testCards: readonly TestCard[] = [
  {
    number: '1111222233334444',
    brand: 'CB',
    types: cb,
    authentication: 'SHOP_NOT_ENROLLED',
    refusalCode: null,
    behaviour: text('Carte standard : acceptée', 'Standard card: accepted'),
  },
  {
    number: '4012001037141112',
    brand: 'Visa',
    types: ['CB', 'VISA'],
    authentication: 'CHALLENGE',
    refusalCode: null,
    behaviour: text('Enrôlée 3-D Secure : demande un code', '3-D Secure enrolled: asks for a code'),
  },
  {
    number: '4012001038443335',
    brand: 'Visa',
    types: ['CB', 'VISA'],
    authentication: 'NOT_ENROLLED',
    refusalCode: null,
    behaviour: text('Non enrôlée 3-D Secure : acceptée', 'Not 3-D Secure enrolled: accepted'),
  },
  {
    number: '1111222233335555',
    brand: 'CB',
    types: cb,
    authentication: 'SHOP_NOT_ENROLLED',
    refusalCode: '00004',
    behaviour: text('Carte invalide : refusée (00004)', 'Invalid card: refused (00004)'),
  },
  accepted('4236861588423130', 'Visa', ['CB', 'VISA']),
  accepted('5476852056843079', 'MasterCard', ['CB', 'EUROCARD_MASTERCARD']),
  {
    number: '6703111122223334',
    brand: 'Maestro',
    types: ['MAESTRO', 'BCMC'],
    authentication: 'CHALLENGE',
    refusalCode: null,
    behaviour: text('Maestro : demande un code', 'Maestro: asks for a code'),
  },
  accepted('374907403001005', 'AMEX', ['AMEX']),
  accepted('3569990012000112', 'JCB', ['JCB']),
  accepted('36133990076017', 'Diners', ['DINERS']),
];

function accepted(number: string, brand: string, types: readonly string[]): TestCard {
  const behaviour = text(`${brand} : acceptée`, `${brand}: accepted`);
  return { number, brand, types, authentication: 'FRICTIONLESS', refusalCode: null, behaviour };
}
