import type { Entry } from '../two-doors.ts';
import { as, booking, entry, of, transfer, url } from './words.ts';

const outcomes = [
  ['LABANQUEPOSTALE', 'DIRECT_SEPA', 'payment'],
  ['LABANQUEPOSTALE', 'SEPA', 'UnsupportedPayment'],
  ['LABANQUEPOSTALE', 'CB', 'payment'],
  ['LABANQUEPOSTALE', 'AMEX', 'payment'],
  ['LABANQUEPOSTALE', 'COMPTABILITE', 'UnsupportedPayment'],
  ['PAYBOX', 'DIRECT_SEPA', 'UnsupportedPayment'],
  ['PAYBOX', 'SEPA', 'UnsupportedPayment'],
  ['PAYBOX', 'CB', 'payment'],
  ['PAYBOX', 'AMEX', 'payment'],
  ['PAYBOX', 'COMPTABILITE', 'UnsupportedPayment'],
  ['MILLIET', 'DIRECT_SEPA', 'MandateRequired'],
  ['MILLIET', 'SEPA', 'payment'],
  ['MILLIET', 'CB', 'UnsupportedPayment'],
  ['MILLIET', 'AMEX', 'UnsupportedPayment'],
  ['MILLIET', 'COMPTABILITE', 'payment'],
] as const;

/** What can be paid how, in which mode and by whom. */
export const whatAndWho: readonly Entry[] = [
  ...outcomes.map(([target, type, outcome]) =>
    entry(`${target} with ${type}`, outcome, url(of(target, type).url), of(target, type).input),
  ),
  entry('LIVE on a development deployment', 'payment', url({ payment_run_mode: 'LIVE' }), { paymentRunMode: 'LIVE' }),
  entry('FORCE_LIVE of a client that holds it', 'payment', url({ payment_run_mode: 'FORCE_LIVE', id_societe: '3' }), {
    paymentRunMode: 'FORCE_LIVE',
    idSociete: '3',
  }),
  entry('FORCE_LIVE where there is no live account', 'UnsupportedPayment', url({ payment_run_mode: 'FORCE_LIVE' }), {
    paymentRunMode: 'FORCE_LIVE',
  }),
  entry(
    'FORCE_LIVE of a client that does not hold it',
    'NotAllowed',
    url({ payment_run_mode: 'FORCE_LIVE', id_societe: '3' }),
    { paymentRunMode: 'FORCE_LIVE', idSociete: '3' },
    { headers: as('narrow') },
  ),
  entry('a client within its rights', 'payment', url(), {}, { headers: as('narrow') }),
  entry(
    "a société that is not the client's",
    'NotAllowed',
    url({ id_societe: '2' }),
    { idSociete: '2' },
    { headers: as('narrow') },
  ),
  entry(
    "an origin that is not the client's",
    'NotAllowed',
    url({ id_origin: 'dcp' }),
    { idOrigin: 'dcp' },
    { headers: as('narrow') },
  ),
  entry("a target that is not the client's", 'NotAllowed', url(transfer.url), transfer.input, {
    headers: as('narrow'),
  }),
  entry('a booking of a client without the scope', 'NotAllowed', url(booking.url), booking.input, {
    headers: as('everywhere'),
  }),
  entry('a transfer needs no payer', 'payment', url({ ...transfer.url, id_societe: '6' }), {
    ...transfer.input,
    idSociete: '6',
  }),
  entry('a key that nobody has', 'Unauthorized', url(), {}, { headers: as('nobody') }),
  entry('a page in English', 'payment', url(), {}, { headers: { 'Accept-Language': 'en-GB,en;q=0.9' } }),
  entry('an unknown société', 'InvalidInput', url({ id_societe: '99' }), { idSociete: '99' }),
  entry('a payer that nobody knows', 'PayerDataMissing', url({ id_societe: '6' }), { idSociete: '6' }),
  entry(
    'a payer that nobody knows, at the other bank',
    'PayerDataMissing',
    url({ payment_target: 'LABANQUEPOSTALE', id_societe: '6' }),
    { paymentTarget: 'LABANQUEPOSTALE', idSociete: '6' },
  ),
  entry(
    'enums in lower case',
    'payment',
    url({ payment_target: 'paybox', payment_run_mode: 'test', payment_type: 'cb', type_paiement: 'Cb' }),
    {},
  ),
  entry(
    'enums by their ordinals',
    'payment',
    url({ payment_target: '1', payment_run_mode: '0', payment_type: '2', type_paiement: '2' }),
    {},
  ),
  entry(
    'every ordinal of another row',
    'payment',
    url({ payment_target: '2', payment_run_mode: '1', payment_type: '1', type_paiement: '1' }),
    { ...transfer.input, paymentRunMode: 'LIVE' },
  ),
  entry('an unknown target', 'unreadable', url({ payment_target: 'BOGUS' }), { paymentTarget: 'BOGUS' }),
  entry('an unknown run mode', 'unreadable', url({ payment_run_mode: 'PROD' }), { paymentRunMode: 'PROD' }),
  entry('an unknown type', 'unreadable', url({ payment_type: 'CHEQUE' }), { paymentType: 'CHEQUE' }),
  entry('an unknown means', 'unreadable', url({ type_paiement: 'CHEQUE' }), { typePaiement: 'CHEQUE' }),
  entry('an ordinal that is not defined', 'unreadable', url({ payment_target: '9' }), { paymentTarget: '9' }),
  entry('two names in one', 'unreadable', url({ payment_run_mode: 'TEST,LIVE' }), { paymentRunMode: 'TEST,LIVE' }),
  entry('two unknown enums', 'unreadable', url({ payment_target: 'BOGUS', payment_type: 'CHEQUE' }), {
    paymentTarget: 'BOGUS',
    paymentType: 'CHEQUE',
  }),
  entry('the means differs from the type', 'InvalidInput', url({ type_paiement: 'AMEX' }), { typePaiement: 'AMEX' }),
  entry('a booking of any means', 'payment', url({ payment_target: 'MILLIET', payment_type: 'COMPTABILITE' }), {
    paymentTarget: 'MILLIET',
    paymentType: 'COMPTABILITE',
  }),
  entry(
    'a booking of DIRECT_SEPA',
    'payment',
    url({ payment_target: 'MILLIET', payment_type: 'COMPTABILITE', type_paiement: 'DIRECT_SEPA' }),
    { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', typePaiement: 'DIRECT_SEPA' },
  ),
  entry(
    'a booking of SEPA',
    'payment',
    url({ payment_target: 'MILLIET', payment_type: 'COMPTABILITE', type_paiement: 'SEPA' }),
    { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', typePaiement: 'SEPA' },
  ),
  entry(
    'a booking of AMEX',
    'payment',
    url({ payment_target: 'MILLIET', payment_type: 'COMPTABILITE', type_paiement: 'AMEX' }),
    { paymentTarget: 'MILLIET', paymentType: 'COMPTABILITE', typePaiement: 'AMEX' },
  ),
  entry('a booking at a bank', 'UnsupportedPayment', url({ payment_type: 'COMPTABILITE' }), {
    paymentType: 'COMPTABILITE',
  }),
  entry('a booking of the largest amount', 'payment', url({ ...booking.url, amount: '999999999999' }), {
    ...booking.input,
    amount: 999999999999,
  }),
  entry('a booking without money', 'InvalidInput', url({ ...booking.url, amount: '0' }), {
    ...booking.input,
    amount: 0,
  }),
  entry(
    'a narrow client at the société of its own, LIVE',
    'UnsupportedPayment',
    url({ payment_run_mode: 'LIVE', id_societe: '3' }),
    { paymentRunMode: 'LIVE', idSociete: '3' },
    { headers: as('narrow') },
  ),
  entry('a transfer of a client that may only initiate', 'payment', url(transfer.url), transfer.input, {
    headers: as('everywhere'),
  }),
  entry(
    'no rights and bad input at once',
    'InvalidInput',
    url({ id_societe: '2', amount: '0' }),
    { idSociete: '2', amount: 0 },
    { headers: as('narrow') },
  ),
];
