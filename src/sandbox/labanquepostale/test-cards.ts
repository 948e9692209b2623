import type { CardAuthentication, TestCard } from '../bank.ts';
import { type Text, text } from '../texts.ts';

const cb = ['CB', 'VISA'];
const mastercard = ['MASTERCARD', 'CB'];
const amex = ['AMEX'];

/** The cards of the platform's test page and guides, with their results. */
export const testCards: readonly TestCard[] = [
  card('4970100000000000', cb, 'FRICTIONLESS', text('Acceptée, 3-D Secure', 'Accepted, 3-D Secure')),
  card('4970100000000009', cb, 'CHALLENGE', text('Acceptée, demande un code', 'Accepted, asks for a code')),
  card('4970100000000003', cb, 'SHOP_NOT_ENROLLED', text('Commerçant non enrôlé 3-D Secure', 'Shop not enrolled')),
  card('4970100000000001', cb, 'NOT_ENROLLED', text('Acheteur non enrôlé 3-D Secure', 'Buyer not enrolled')),
  card('4970100000000007', cb, 'ATTEMPTED', text('Acceptée, sans transfert de responsabilité', 'Accepted, no shift')),
  refused('4970100000000002', '02', text('Refusée : contacter l’émetteur', 'Refused: contact the issuer')),
  card('4970100000000097', cb, 'FAILED', text('Refusée : échec 3-D Secure', 'Refused: 3-D Secure failed')),
  refused('4970100000000098', '51', text('Refusée : plafond dépassé', 'Refused: over the limit')),
  refused('4970100000000099', '82', text('Refusée : cryptogramme', 'Refused: security code')),
  card('5970100300000000', mastercard, 'FRICTIONLESS', text('Mastercard, acceptée', 'Mastercard, accepted')),
  card('4970110000000013', cb, 'FRICTIONLESS', text('3DS2 sans friction', '3DS2 frictionless')),
  card('4970110000000021', cb, 'CHALLENGE', text('3DS2, demande un code', '3DS2, asks for a code')),
  card('4970110000001029', cb, 'FRICTIONLESS', text('3DS2 sans friction, 3DS Method', '3DS2 frictionless, 3DS Method')),
  card('4970110000000401', cb, 'REJECTED', text('Authentification rejetée', 'Authentication rejected')),
  card('5100010000002045', mastercard, 'FRICTIONLESS', text('Mastercard sans friction', 'Mastercard frictionless')),
  card('5100010000000049', mastercard, 'CHALLENGE', text('Mastercard, demande un code', 'Mastercard, asks for a code')),
  card('5100010000000114', mastercard, 'FRICTIONLESS', text('Mastercard, 3DS Method', 'Mastercard, 3DS Method')),
  card('375900000000008', amex, 'FRICTIONLESS', text('AMEX sans friction', 'AMEX frictionless')),
  card('375900000000016', amex, 'CHALLENGE', text('AMEX, demande un code', 'AMEX, asks for a code')),
  card('375900000010007', amex, 'FRICTIONLESS', text('AMEX, 3DS Method', 'AMEX, 3DS Method')),
];

/** The first of the types is the brand of a co-badged card, unless the form takes the other one alone. */
function card(
  number: string,
  types: readonly string[],
  authentication: CardAuthentication,
  behaviour: Text,
  refusalCode: string | null = null,
): TestCard {
  return { number, brand: types[0] ?? '', types, authentication, refusalCode, behaviour };
}

function refused(number: string, refusalCode: string, behaviour: Text): TestCard {
  return card(number, cb, 'FRICTIONLESS', behaviour, refusalCode);
}
