import type { FormProblem, Reception } from '../bank.ts';
import { addressRule, type FieldRule, type FieldValues, firstBreach, missing, rule } from '../field-rules.ts';
import type { Field } from '../form-body.ts';
import { type Text, text } from '../texts.ts';
import { isFormAuthentic } from './signature.ts';

export type ScelliusShop = {
  readonly siteId: string;
  readonly name: string;
  readonly keys: { readonly TEST: string; readonly PRODUCTION: string };
  /** The passwords of the REST API, by mode; absent where the contract does not have it. */
  readonly passwords?: { readonly TEST: string; readonly PRODUCTION: string } | undefined;
};

/** Lyra form guide: the buyer has about ten minutes. */
const lifetimeMs = 10 * 60 * 1000;
/**
 * The tolerance of vads_trans_date against the platform's clock, as in production, so that a shop's mistake shows
 * early.
 */
const oldestFormMs = 30 * 60 * 1000;
const youngestFormMs = 90 * 60 * 1000;

const refusedRequest = (code: string): Text =>
  text(`Votre demande de paiement est rejetée (erreur ${code})`, `Your payment request is rejected (error ${code})`);

/** The guide's `ans`: anything but markup. Counts code points. */
const upTo = (characters: number): RegExp => new RegExp(`^[^<>]{0,${characters}}$`, 'u');
const freeFieldLimitCharacters = 255;

const cardBrands = ['CB', 'VISA', 'MASTERCARD', 'AMEX'];

/** In the order in which the platform's error numbers are looked for; the numbers are those of Lyra's form guide. */
const identityRules: readonly FieldRule[] = [
  rule('vads_version', true, /^V2$/, '01', 'V2'),
  rule('vads_site_id', true, /^[0-9]{8}$/, '02', '8 chiffres', '8 digits'),
  rule('vads_ctx_mode', true, /^(TEST|PRODUCTION)$/, '11', 'TEST / PRODUCTION'),
];
const rules: readonly FieldRule[] = [
  rule('vads_trans_id', true, /^[A-Za-z0-9]{6}$/, '03', '6 lettres ou chiffres', '6 letters or digits'),
  rule('vads_trans_date', true, /^[0-9]{14}$/, '04', 'AAAAMMJJHHMMSS, UTC', 'YYYYMMDDHHMMSS, UTC'),
  rule('vads_validation_mode', false, /^[01]?$/, '05', '0 / 1'),
  rule('vads_capture_delay', false, /^[0-9]{0,3}$/, '06', '0-3 chiffres, en jours', '0-3 digits, in days'),
  rule('vads_payment_config', true, /^SINGLE$/, '07', 'SINGLE'),
  rule(
    'vads_payment_cards',
    false,
    new RegExp(`^(SDD|(${cardBrands.join('|')})(;(${cardBrands.join('|')}))*)?$`),
    '08',
    `SDD, ou liste de ${cardBrands.join(' ')} séparés par « ; »`,
    `SDD, or a list of ${cardBrands.join(' ')} separated by ";"`,
  ),
  rule('vads_amount', true, /^[1-9][0-9]{0,11}$/, '09', '1-12 chiffres, en centimes', '1-12 digits, in cents'),
  rule('vads_currency', true, /^978$/, '10', '978'),
  rule('vads_language', false, /^([a-z]{2})?$/, '12', 'fr, en…'),
  rule('vads_order_id', false, upTo(64), '13', '64 caractères au plus', '64 characters at most'),
  ...['vads_order_info', 'vads_order_info2', 'vads_order_info3'].map((name) => ans(name, 255, '14')),
  rule(
    'vads_cust_email',
    false,
    /^(?=.{0,150}$)([^\s@<>]+@[^\s@<>]+)?$/u,
    '15',
    'une adresse e-mail',
    'an e-mail address',
  ),
  ans('vads_cust_id', 63, '16'),
  ans('vads_cust_title', 63, '17'),
  rule('vads_cust_status', false, /^(PRIVATE|COMPANY)?$/, '17', 'PRIVATE / COMPANY'),
  ans('vads_cust_first_name', 63, '18'),
  ans('vads_cust_last_name', 63, '18'),
  ans('vads_cust_legal_name', 100, '18'),
  ans('vads_cust_address', 255, '19'),
  ans('vads_cust_address2', 255, '19'),
  ans('vads_cust_address_number', 64, '19'),
  ans('vads_cust_zip', 64, '20'),
  ans('vads_cust_city', 128, '21'),
  rule('vads_cust_country', false, /^([A-Z]{2})?$/, '22', 'ISO 3166-1 alpha-2'),
  ans('vads_cust_phone', 32, '23'),
  ans('vads_cust_cell_phone', 32, '23'),
  rule('vads_page_action', true, /^PAYMENT$/, '46', 'PAYMENT'),
  rule('vads_action_mode', true, /^INTERACTIVE$/, '47', 'INTERACTIVE'),
  rule('vads_return_mode', false, /^(NONE|GET|POST)?$/, '48', 'NONE / GET / POST'),
  rule('vads_threeds_mpi', false, /^[0-5]?$/, '50', '0-5'),
  ans('vads_contrib', 128, '31'),
  // The guide gives 24 to 29 to the return addresses, 33 to the notification's.
  ...(
    [
      ['vads_url_return', '24'],
      ['vads_url_success', '25'],
      ['vads_url_refused', '26'],
      ['vads_url_cancel', '27'],
      ['vads_url_error', '29'],
      ['vads_url_check', '33'],
    ] as const
  ).map(([name, code]) => addressRule(name, code, 1024)),
];

function ans(name: string, characters: number, code: string): FieldRule {
  const fr = `${characters} caractères au plus, sans < ni >`;
  return rule(name, false, upTo(characters), code, fr, `${characters} characters at most, without < or >`);
}

/** Reads the form of a payment page as Lyra's platform does. Accepting it uses its `vads_trans_id` up. */
export function receiveForm(
  fields: readonly Field[],
  known: {
    shops: readonly ScelliusShop[];
    now: number;
    claimTransactionId: (shop: string, day: string, id: string) => boolean;
  },
): Reception {
  const values = new Map(fields);
  const shop = known.shops.find(({ siteId }) => siteId === values.get('vads_site_id'));
  const problem =
    identityProblem(fields, values, shop) ??
    firstBreach(values, rules, refusedRequest) ??
    textProblem(values) ??
    dateProblem(values, known.now) ??
    debitProblem(values);
  if (problem !== null || shop === undefined) return { accepted: false, problem: problem ?? unknownShop };
  const day = (values.get('vads_trans_date') ?? '').slice(0, 8);
  // The platform takes `abc123` and `ABC123` for the same id.
  const id = (values.get('vads_trans_id') ?? '').toUpperCase();
  if (!known.claimTransactionId(shop.siteId, day, id)) {
    const explanation = text(
      'Déjà utilisé par cette boutique ce jour-là (UTC), même si l’acheteur a abandonné.',
      'Already used by this shop on that day (UTC), even if the buyer gave up.',
    );
    return { accepted: false, problem: fault('03', 'vads_trans_id', explanation) };
  }
  return {
    accepted: true,
    order: {
      shop: shop.siteId,
      shopName: shop.name,
      reference: values.get('vads_order_id') ?? '',
      amountCents: Number(values.get('vads_amount')),
      language: (values.get('vads_language') || 'fr') === 'fr' ? 'fr' : 'en',
      lifetimeMs,
      fields,
    },
  };
}

function fault(code: string, field: string, explanation: Text): FormProblem {
  return { code, field, title: refusedRequest(code), explanation };
}

const unknownShop = fault(
  '02',
  'vads_site_id',
  text('Cette plate-forme ne connaît pas cette boutique.', 'This platform does not know this shop.'),
);

function identityProblem(
  fields: readonly Field[],
  values: FieldValues,
  shop: ScelliusShop | undefined,
): FormProblem | null {
  const breach = firstBreach(values, identityRules, refusedRequest);
  if (breach !== null) return breach;
  if (shop === undefined) return unknownShop;
  const key = values.get('vads_ctx_mode') === 'PRODUCTION' ? shop.keys.PRODUCTION : shop.keys.TEST;
  if (isFormAuthentic(fields, key)) return null;
  const explanation = text(
    'La signature ne correspond pas : clé d’un autre mode, champ signé mais non envoyé, ou valeur changée après la signature.',
    'The signature does not match: key of the other mode, a field signed but not sent, or a value changed after signing.',
  );
  return fault('00', 'signature', explanation);
}

/** Whatever its name, no value may hold markup; a shop's own fields are limited in length as well. */
function textProblem(values: FieldValues): FormProblem | null {
  for (const [name, value] of values) {
    if (!name.startsWith('vads_')) continue;
    const limit = name.startsWith('vads_ext_info_') ? freeFieldLimitCharacters : Number.POSITIVE_INFINITY;
    if ([...value].length <= limit && !/[<>]/.test(value)) continue;
    return fault('14', name, text('Valeur trop longue, ou < ou > dans la valeur.', 'Value too long, or < or > in it.'));
  }
  return null;
}

function dateProblem(values: FieldValues, now: number): FormProblem | null {
  const digits = values.get('vads_trans_date') ?? '';
  const time = Date.parse(digits.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(time) || transactionDate(time) !== digits) {
    return fault('04', 'vads_trans_date', text('Date inexistante.', 'No such date.'));
  }
  if (time >= now - oldestFormMs && time <= now + youngestFormMs) return null;
  const explanation = text(
    'Hors de la fenêtre admise : 30 minutes de retard, 1 h 30 d’avance sur l’heure UTC de la plate-forme.',
    'Outside the window: 30 minutes before to 1 h 30 after the platform’s UTC time.',
  );
  return fault('04', 'vads_trans_date', explanation);
}

/** `YYYYMMDDHHMMSS` in UTC. */
export function transactionDate(at: number): string {
  return new Date(at).toISOString().replace(/[-:T]/g, '').slice(0, 14);
}

/** Lyra SEPA guide: a one-off debit requires the debtor and leaves the delay to the platform. */
function debitProblem(values: FieldValues): FormProblem | null {
  if (values.get('vads_payment_cards') !== 'SDD') return null;
  if (!['', '0'].includes(values.get('vads_capture_delay') ?? '')) {
    return fault('06', 'vads_capture_delay', text('0 pour un prélèvement.', '0 for a direct debit.'));
  }
  const names =
    values.get('vads_cust_status') === 'COMPANY'
      ? ['vads_cust_legal_name']
      : ['vads_cust_first_name', 'vads_cust_last_name'];
  const wanted: readonly (readonly [string, string])[] = [
    ['vads_cust_email', '15'],
    ...names.map((name) => [name, '18'] as const),
    ['vads_cust_address', '19'],
    ['vads_cust_zip', '20'],
    ['vads_cust_city', '21'],
    ['vads_cust_country', '22'],
  ];
  const absent = wanted.find(([name]) => (values.get(name) ?? '') === '');
  return absent === undefined ? null : fault(absent[1], absent[0], missing);
}
