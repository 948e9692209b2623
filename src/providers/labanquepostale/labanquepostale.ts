import assert from 'node:assert/strict';
import type { Issue } from '../../kernel/errors.ts';
import { euros } from '../../kernel/money.ts';
import type { Payer } from '../../kernel/payer.ts';
import { type PayerField, type PaymentType, payerField } from '../../kernel/vocabulary.ts';
import type { FormRequest, HostedPageProvider, JudgedFields, RedirectForm } from '../../modules/payments/provider.ts';
import type { LabanquepostaleAccount } from './account.ts';
import { countryCode, freeText, keepFromProtocol, phoneDigits, plainText } from './form-text.ts';
import { endWords } from './meanings.ts';
import { contextModes, paymentCards } from './messages.ts';
import { readNotification } from './notification.ts';
import { type FormField, signFields, sortByName } from './signature.ts';

/**
 * `vads_trans_date` is the attempt's birth, and the platform takes a form for about half an hour after it. Short, and
 * single use: `vads_trans_id` is spent even when the buyer gives up.
 */
const attemptLifetimeMs = 5 * 60_000;

/** `vads_trans_id`: 900000 to 999999 are the platform's own. */
const transactionIdLimit = 900_000;

/** La Banque Postale's Scellius, on the Lyra platform: the redirect form, version V2. */
export function createLabanquepostale(): HostedPageProvider<'LABANQUEPOSTALE'> {
  return {
    target: 'LABANQUEPOSTALE',
    flows: { CB: 'HOSTED_PAGE', AMEX: 'HOSTED_PAGE', DIRECT_SEPA: 'HOSTED_PAGE_MANDATE' },
    pageOf: 'La Banque Postale',
    // The page closes after ten minutes. Nearly all forms are opened at once.
    firstInquiryMs: 11 * 60_000,
    whyNotAsked: ({ rest }) => (rest ? null : 'the account has no REST API'),
    // Its messages name their account.
    provesAlone: () => false,
    endsTransaction: (bankStatus) => endWords.has(bankStatus),
    contractOf: () => null,
    attemptLifetimeMs,
    attemptIsSingleUse: true,
    // 3-D Secure and the mandate's signature by SMS want them all.
    missingPayerFields: (_paymentType, payer) =>
      payerField.names.filter((field) => written[field](payer?.[field] ?? '') === ''),
    refusals,
    // The platform counts `vads_trans_id` against the day of `vads_trans_date`: `now` becomes the attempt's `createdAt`.
    sequenceCounter: (account, now) => ({
      name: `labanquepostale:${account.siteId}:${utcDigits(now).slice(0, 8)}`,
      first: account.transactionNumbers?.from ?? 0,
      limit: (account.transactionNumbers?.to ?? transactionIdLimit - 1) + 1,
    }),
    buildForm,
    readNotification,
  };
}

/** An e-mail address cannot be cut or cleaned: it would be another address. */
const isFitEmail = (email: string): boolean => /^[^<>\p{Cc}]{1,150}$/u.test(email);

function refusals({ email }: JudgedFields): readonly Issue[] {
  if (email === undefined || isFitEmail(email)) return [];
  const message = 'email must have 150 characters at most, and neither < nor >, for La Banque Postale.';
  return [{ path: ['email'], message }];
}

function buildForm(request: FormRequest<LabanquepostaleAccount>): RedirectForm {
  const { account, attempt } = request;
  const fields = sortByName([...transactionFields(request), ...addressFields(request), ...buyerFields(request)]);
  return {
    method: 'POST',
    url: account.formUrl,
    fields: { ...Object.fromEntries(fields), signature: signFields(fields, account.formKeys[0], account.algorithm) },
    expiresAt: attempt.createdAt + attemptLifetimeMs,
  };
}

function transactionFields({
  account,
  payment,
  attempt,
  lastBankCode,
  language,
}: FormRequest<LabanquepostaleAccount>): FormField[] {
  const cards = paymentCards[payment.paymentType];
  assert(cards, 'La Banque Postale takes CB, AMEX and DIRECT_SEPA alone');
  assert(/^[A-Za-z0-9_-]{1,64}$/.test(attempt.reference), 'vads_order_id is 1 to 64 letters, digits, - and _');
  return [
    ['vads_action_mode', 'INTERACTIVE'],
    ['vads_amount', String(euros(payment.amountCents).cents)],
    ...captureDelay(account, payment),
    ['vads_contrib', 'Reglement_0.1'],
    ['vads_ctx_mode', contextModes[payment.effectiveRunMode]],
    ['vads_currency', '978'],
    ['vads_language', language],
    ['vads_order_id', attempt.reference],
    ...given('vads_order_info', payment.idCommande === '0' ? '' : freeText(payment.idCommande, 255)),
    ['vads_page_action', 'PAYMENT'],
    ['vads_payment_cards', cards],
    ['vads_payment_config', 'SINGLE'],
    // The issuer refused for want of a challenge: this time it is demanded.
    ...(isSoftDecline(payment.paymentType, lastBankCode) ? [['vads_threeds_mpi', '4'] as const] : []),
    ['vads_site_id', account.siteId],
    ['vads_trans_date', utcDigits(attempt.createdAt)],
    ['vads_trans_id', transactionId(attempt.sequence)],
    ...validationMode(account, payment),
    ['vads_version', 'V2'],
  ];
}

type Captured = Pick<FormRequest<LabanquepostaleAccount>, 'account' | 'payment'>;

/** In days. A direct debit is dated by the mandate's own delays, and a card that is captured later by its validation. */
function captureDelay(
  { capture = 'backOffice' }: Captured['account'],
  { paymentType, capture: asked }: Captured['payment'],
): readonly FormField[] {
  if (paymentType === 'DIRECT_SEPA') return [['vads_capture_delay', '0']];
  if (asked === 'LATER' || capture === 'backOffice') return [];
  return [['vads_capture_delay', capture === 'immediate' ? '0' : String(capture)]];
}

/**
 * 1: the shop validates over the REST API before the money is taken; 0: no validation; absent: as the shop's settings
 * say.
 */
function validationMode(
  { capture = 'backOffice' }: Captured['account'],
  { capture: asked }: Captured['payment'],
): readonly FormField[] {
  if (asked === 'LATER') return [['vads_validation_mode', '1']];
  return capture === 'backOffice' ? [] : [['vads_validation_mode', '0']];
}

/**
 * `vads_auth_result` of the CB network. Other networks have their own lists, with other meanings of the same digits.
 */
function isSoftDecline(paymentType: PaymentType, bankCode: string | null): boolean {
  return paymentType === 'CB' && (bankCode === '81' || bankCode === '1A');
}

function addressFields({ addresses }: FormRequest<LabanquepostaleAccount>): FormField[] {
  const { notification, returns } = addresses;
  const urls: FormField[] = [
    ['vads_url_cancel', returns.cancelled],
    ['vads_url_check', notification],
    ['vads_url_error', returns.error],
    ['vads_url_refused', returns.refused],
    // Where no other address fits, nothing is decided yet.
    ['vads_url_return', returns.pending],
    ['vads_url_success', returns.success],
  ];
  for (const [name, url] of urls) assert(/^[^<>\p{Cc}]{1,1024}$/u.test(url), `${name} is an address that fits`);
  return [['vads_return_mode', 'NONE'], ...urls];
}

function buyerFields({ payment, payer }: FormRequest<LabanquepostaleAccount>): FormField[] {
  assert(isFitEmail(payment.email), 'an e-mail that does not fit was refused before');
  return [
    ...payerFields(payer),
    ...given('vads_cust_email', keepFromProtocol(payment.email)),
    ...given('vads_cust_id', plainText(payment.idClient, 63)),
  ];
}

/** Each detail of the payer as its field holds it. */
const written: Readonly<Record<PayerField, (value: string) => string>> = {
  firstName: (name) => freeText(name, 63),
  lastName: (name) => freeText(name, 63),
  address: (address) => freeText(address, 255),
  zipCode: (zipCode) => plainText(zipCode, 64),
  // Its format is called `an`, but towns have blanks and hyphens, and the platform knows it.
  city: (city) => freeText(city, 128),
  country: countryCode,
  phone: phoneDigits,
};

function payerFields({ firstName, lastName, address, zipCode, city, country, phone }: Payer): FormField[] {
  return [
    ...given('vads_cust_address', written.address(address)),
    ...given('vads_cust_cell_phone', written.phone(phone)),
    ...given('vads_cust_city', written.city(city)),
    ...given('vads_cust_country', written.country(country)),
    ...given('vads_cust_first_name', written.firstName(firstName)),
    ...given('vads_cust_last_name', written.lastName(lastName)),
    ...given('vads_cust_phone', written.phone(phone)),
    ...given('vads_cust_zip', written.zipCode(zipCode)),
  ];
}

const given = (name: string, value: string): readonly FormField[] => (value === '' ? [] : [[name, value]]);

/** Exactly six digits. */
function transactionId(sequence: number | null): string {
  const isInRange = Number.isSafeInteger(sequence) && Number(sequence) >= 0 && Number(sequence) < transactionIdLimit;
  assert(isInRange, 'an attempt at La Banque Postale has a sequence of 0 to 899999');
  return String(sequence).padStart(6, '0');
}

/** `YYYYMMDDHHMMSS` in UTC. */
const utcDigits = (at: number): string => new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 14);
