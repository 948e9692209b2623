import type { Entry } from '../two-doors.ts';
import { as, booking, debit, entry, step, transfer, url } from './words.ts';

const byKey = '?idempotency_key={key}';
const key = { idempotencyKey: '{key}' };
const asked = [url({}, byKey), key] as const;

const ends = [
  'PAID',
  'REFUSED',
  'CANCELLED',
  'EXPIRED',
  'RETURNED',
  'REFUNDED',
  'PARTIALLY_REFUNDED',
  'NEEDS_REVIEW',
] as const;

/** The same request twice, and what is not the same. */
export const keys: readonly Entry[] = [
  entry('a key', 'payment', ...asked),
  entry('a key in the header', 'payment', url(), {}, { headers: { 'Idempotency-Key': '{key}' } }),
  entry('a quoted key in the header', 'payment', url(), {}, { headers: { 'Idempotency-Key': '"{key}"' } }),
  entry('the same key twice', 'payment', ...asked, { headers: { 'Idempotency-Key': '{key}' } }),
  entry('two different keys', 'InvalidInput', ...asked, { headers: { 'Idempotency-Key': '{key}-other' } }),
  entry('a key of 256 characters', 'InvalidInput', url({}, `?idempotency_key=${'k'.repeat(256)}`), {
    idempotencyKey: 'k'.repeat(256),
  }),
  entry('a key with accents', 'InvalidInput', url({}, '?idempotency_key=cl%C3%A9'), { idempotencyKey: 'clé' }),
  entry('the same request again with its key', 'payment', ...asked, {
    next: [step('payment', ...asked), step('payment', ...asked)],
  }),
  entry('the same key for another amount', 'payment', ...asked, {
    next: [
      step('IdempotencyConflict', url({ amount: '1251' }, byKey), { amount: 1251, ...key }),
      step('payment', ...asked),
    ],
  }),
  entry('the same key for another customer', 'payment', ...asked, {
    next: [step('IdempotencyConflict', url({ id_client: '9' }, byKey), { idClient: '9', ...key })],
  }),
  entry('the same key with a comment', 'payment', ...asked, {
    next: [step('IdempotencyConflict', url({}, `${byKey}&commentaire=autre`), { commentaire: 'autre', ...key })],
  }),
  entry('the same key, written otherwise', 'payment', ...asked, {
    next: [
      step('payment', url({ email: 'a.client@EXAMPLE.FR' }, byKey), { email: 'a.client@EXAMPLE.FR', ...key }),
      step('payment', url({ payment_target: 'paybox', type_paiement: '2' }, byKey), key),
    ],
  }),
  entry('the same key for a run mode that comes to the same', 'payment', ...asked, {
    next: [step('IdempotencyConflict', url({ payment_run_mode: 'LIVE' }, byKey), { paymentRunMode: 'LIVE', ...key })],
  }),
  entry(
    'a refusal does not use up the key',
    'InvalidInput',
    url({ amount: '0' }, byKey),
    { amount: 0, ...key },
    { next: [step('payment', ...asked), step('payment', ...asked)] },
  ),
  entry('two keys are two payments', 'payment', ...asked, {
    next: [step('payment', url({}, `${byKey}-2`), { idempotencyKey: '{key}-2' })],
  }),
  entry(
    'a transfer again with its key',
    'payment',
    url(transfer.url, byKey),
    { ...transfer.input, ...key },
    { next: [step('payment', url(transfer.url, byKey), { ...transfer.input, ...key })] },
  ),
  entry(
    'a booking again with its key',
    'payment',
    url(booking.url, byKey),
    { ...booking.input, ...key },
    { next: [step('payment', url(booking.url, byKey), { ...booking.input, ...key })] },
  ),
  entry('the same address again, and the simulator with a key', 'payment', url(), key, {
    next: [step('payment', url(), key)],
  }),
  entry(
    'two addresses are two payments',
    'payment',
    url(),
    {},
    { next: [step('payment', url({ payment_run_mode: 'LIVE' }), { paymentRunMode: 'LIVE' })] },
  ),
  entry(
    'a debit under the mandate of the customer',
    'payment',
    url({ ...debit.url, id_client: '4711' }, '?mandate={signed}'),
    { ...debit.input, idClient: '4711', mandate: '{signed}' },
  ),
  entry('a debit that finds the mandate of the customer', 'payment', url({ ...debit.url, id_client: '4711' }), {
    ...debit.input,
    idClient: '4711',
  }),
  entry(
    'a debit under the mandate of another customer',
    'MandateRequired',
    url({ ...debit.url, id_client: '4712' }, '?mandate={signed}'),
    { ...debit.input, idClient: '4712', mandate: '{signed}' },
  ),
  entry(
    'a debit under a mandate that was revoked',
    'MandateRequired',
    url({ ...debit.url, id_client: '4712' }, '?mandate={revoked}'),
    { ...debit.input, idClient: '4712', mandate: '{revoked}' },
  ),
  entry(
    'a debit of a société that has no mandate of the customer',
    'MandateRequired',
    url({ ...debit.url, id_societe: '2', id_client: '4711' }, '?mandate={signed}'),
    { ...debit.input, idSociete: '2', idClient: '4711', mandate: '{signed}' },
  ),
  entry(
    'a mandate of too many characters',
    'InvalidInput',
    url({ ...debit.url, id_client: '4711' }, `?mandate=${'R'.repeat(36)}`),
    { ...debit.input, idClient: '4711', mandate: 'R'.repeat(36) },
  ),
  entry(
    'a debit again with its key',
    'payment',
    url({ ...debit.url, id_client: '4711' }, `${byKey}&mandate={signed}`),
    { ...debit.input, idClient: '4711', mandate: '{signed}', ...key },
    {
      next: [
        step('payment', url({ ...debit.url, id_client: '4711' }, `${byKey}&mandate={signed}`), {
          ...debit.input,
          idClient: '4711',
          mandate: '{signed}',
          ...key,
        }),
      ],
    },
  ),
  entry(
    'a debit for another amount with its key',
    'payment',
    url({ ...debit.url, id_client: '4711' }, byKey),
    { ...debit.input, idClient: '4711', ...key },
    {
      next: [
        step('IdempotencyConflict', url({ ...debit.url, id_client: '4711', amount: '1251' }, byKey), {
          ...debit.input,
          idClient: '4711',
          amount: 1251,
          ...key,
        }),
      ],
    },
  ),
  ...ends.map((after) =>
    entry(
      `a payment that is ${after.toLowerCase().replace('_', ' ')}, asked for again with its key`,
      'payment',
      ...asked,
      { next: [step('payment', ...asked, { after })] },
    ),
  ),
  entry(
    'a transfer that has come, asked for again with its key',
    'payment',
    url(transfer.url, byKey),
    { ...transfer.input, ...key },
    { next: [step('payment', url(transfer.url, byKey), { ...transfer.input, ...key }, { after: 'PAID' })] },
  ),
  entry('a paid payment and its key for another amount', 'payment', ...asked, {
    next: [step('IdempotencyConflict', url({ amount: '1251' }, byKey), { amount: 1251, ...key }, { after: 'PAID' })],
  }),
  entry(
    'a key of a refused request, used for another',
    'UnsupportedPayment',
    url({ payment_type: 'SEPA', type_paiement: 'SEPA' }, byKey),
    { paymentType: 'SEPA', typePaiement: 'SEPA', ...key },
    { next: [step('payment', url({ id_client: '22%2063' }, byKey), { idClient: '22 63', ...key })] },
  ),
  entry('two clients with the same key', 'payment', ...asked, {
    next: [step('payment', ...asked, { headers: as('everywhere') })],
  }),
];
