import type { CardAuthentication, TestCard } from '../bank.ts';
import { type Text, text } from '../texts.ts';

const cb = ['CB', 'VISA', 'EUROCARD_MASTERCARD', 'E_CARD'];
const visa = ['CB', 'VISA'];

/** The cards of Paybox's test parameters, with their results. */
export const testCards: readonly TestCard[] = [
  card('1111222233334444', 'CB', cb, 'SHOP_NOT_ENROLLED', text('Carte standard : acceptée', 'Standard card: accepted')),
  card(
    '4012001037141112',
    'Visa',
    visa,
    'CHALLENGE',
    text('Enrôlée 3-D Secure : demande un code', '3-D Secure enrolled: asks for a code'),
  ),
  card(
    '4012001038443335',
    'Visa',
    visa,
    'NOT_ENROLLED',
    text('Non enrôlée 3-D Secure : acceptée', 'Not 3-D Secure enrolled: accepted'),
  ),
  {
    ...card(
      '1111222233335555',
      'CB',
      cb,
      'SHOP_NOT_ENROLLED',
      text('Carte invalide : refusée (00004)', 'Invalid card: refused (00004)'),
    ),
    refusalCode: '00004',
  },
  accepted('4236861588423130', 'Visa', visa),
  accepted('5476852056843079', 'MasterCard', ['CB', 'EUROCARD_MASTERCARD']),
  card(
    '6703111122223334',
    'Maestro',
    ['MAESTRO', 'BCMC'],
    'CHALLENGE',
    text('Maestro : demande un code', 'Maestro: asks for a code'),
  ),
  accepted('374907403001005', 'AMEX', ['AMEX']),
  accepted('3569990012000112', 'JCB', ['JCB']),
  accepted('36133990076017', 'Diners', ['DINERS']),
];

function card(
  number: string,
  brand: string,
  types: readonly string[],
  authentication: CardAuthentication,
  behaviour: Text,
): TestCard {
  return { number, brand, types, authentication, refusalCode: null, behaviour };
}

function accepted(number: string, brand: string, types: readonly string[]): TestCard {
  return card(number, brand, types, 'FRICTIONLESS', text(`${brand} : acceptée`, `${brand}: accepted`));
}
