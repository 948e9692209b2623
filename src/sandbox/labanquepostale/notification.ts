import type { Authentication, CardMeans, Decision, Message, Session, WayBack } from '../bank.ts';
import { type Field, fieldOf } from '../form-body.ts';
import { transactionDate } from './form.ts';
import { signatureOf } from './signature.ts';

/** By field name. */
export type Values = Readonly<Record<string, string>>;

/** Fields that only control the page are not repeated to the shop. */
const notEchoed = /^vads_(url_|return_mode$|redirect_|payment_cards$|theme_config$|available_languages$)/;

export const dayMs = 24 * 60 * 60 * 1000;
/** A card's authorisation lasts no longer: for a later capture the platform asks for it the day before. */
const authorisationDays = 6;
const longestDelayDays = 365;
/** SEPA: the platform presents a debit two days ahead at the earliest. */
const shortestDebitDelayDays = 2;

/** The numbers that the platform gives one try. `mandate` is the reference (UMR) of a debit's mandate. */
export type Numbers = { readonly uuid: string; readonly authorisation: string; readonly mandate: string };

/** Every field that notification and return share. `at` in milliseconds since the epoch. */
export function valuesOf(session: Session, decision: Decision, numbers: Numbers, at: number): Values {
  const request = new Map(session.fields);
  const means = decision.kind === 'CANCELLED' ? null : decision.means;
  return {
    ...Object.fromEntries(session.fields.filter(([name]) => name.startsWith('vads_') && !notEchoed.test(name))),
    vads_result: { ACCEPTED: '00', REFUSED: '05', CANCELLED: '17' }[decision.kind],
    vads_extra_result: '',
    vads_trans_status: transactionStatusOf(session, decision),
    vads_trans_uuid: numbers.uuid,
    vads_operation_type: 'DEBIT',
    vads_sequence_number: '1',
    vads_payment_src: 'EC',
    vads_pays_ip: 'FR',
    vads_validation_mode: request.get('vads_validation_mode') || '0',
    vads_capture_delay: String(delayDaysOf(session)),
    ...(decision.kind === 'ACCEPTED'
      ? {
          vads_effective_amount: request.get('vads_amount') ?? '',
          vads_effective_currency: request.get('vads_currency') ?? '',
          vads_effective_creation_date: transactionDate(at),
        }
      : {}),
    ...(means?.kind === 'ACCOUNT'
      ? debitValues(means, decision, numbers, at)
      : cardValues(session, decision, numbers, at)),
  };
}

export function transactionStatusOf(session: Session, decision: Decision): string {
  if (decision.kind === 'CANCELLED') return 'ABANDONED';
  if (decision.kind === 'REFUSED') return 'REFUSED';
  const status = isAuthorisedLater(session) ? 'WAITING_AUTHORISATION' : 'AUTHORISED';
  return fieldOf(session.fields, 'vads_validation_mode') === '1' ? `${status}_TO_VALIDATE` : status;
}

const delayDaysOf = ({ fields }: Session): number =>
  Math.min(Number(fieldOf(fields, 'vads_capture_delay') || '0'), longestDelayDays);

const isAuthorisedLater = (session: Session): boolean => delayDaysOf(session) > authorisationDays;

function cardValues(session: Session, decision: Decision, numbers: Numbers, at: number): Values {
  const card = decision.kind !== 'CANCELLED' && decision.means?.kind === 'CARD' ? decision.means : null;
  const accepted = decision.kind === 'ACCEPTED';
  if (card === null) {
    return {
      vads_auth_mode: '',
      vads_auth_result: '',
      vads_auth_number: '',
      vads_card_brand: '',
      vads_card_number: '',
    };
  }
  return {
    vads_auth_mode: isAuthorisedLater(session) ? 'MARK' : 'FULL',
    vads_auth_result: accepted ? '00' : decision.kind === 'REFUSED' ? decision.code : '',
    vads_auth_number: accepted && !isAuthorisedLater(session) ? numbers.authorisation : '',
    vads_presentation_date: transactionDate(at + delayDaysOf(session) * dayMs),
    vads_card_brand: card.brand,
    vads_card_number: card.masked,
    vads_card_country: 'FR',
    vads_expiry_month: String(Number(card.expiry.slice(2))),
    vads_expiry_year: `20${card.expiry.slice(0, 2)}`,
    vads_contract_used: card.brand === 'AMEX' ? '9500000000' : '5600000',
    ...brandChoice(card),
    vads_risk_control: '',
    ...(decision.kind === 'CANCELLED' ? {} : authenticationValues(decision.authentication, card, accepted)),
  };
}

/** EU 2015/751: on a co-badged card the platform says which brand was used, and that the buyer could choose. */
function brandChoice(card: CardMeans): Values {
  if (card.brand !== 'CB') return {};
  const other = card.masked.startsWith('5') ? 'MASTERCARD' : 'VISA';
  const choice = { userChoice: false, brand: 'CB', brandList: `CB|${other}` };
  return { vads_brand_management: JSON.stringify(choice) };
}

function authenticationValues(authentication: Authentication, card: CardMeans, accepted: boolean): Values {
  const shifted = (type: 'CHALLENGE' | 'FRICTIONLESS'): Values => ({
    vads_threeds_enrolled: 'Y',
    vads_threeds_status: 'Y',
    vads_threeds_auth_type: type,
    vads_threeds_eci: card.brand === 'MASTERCARD' ? '02' : '05',
    vads_threeds_cavv: `${card.print.slice(0, 26)}==`,
    vads_threeds_exit_status: '10',
    vads_warranty_result: accepted ? 'YES' : '',
  });
  const failed = (paymentError: string, type: 'CHALLENGE' | 'FRICTIONLESS'): Values => ({
    vads_threeds_enrolled: 'Y',
    vads_threeds_status: 'N',
    vads_threeds_auth_type: type,
    vads_threeds_exit_status: '12',
    vads_warranty_result: '',
    vads_payment_error: paymentError,
  });
  switch (authentication) {
    case 'CHALLENGED':
      return shifted('CHALLENGE');
    case 'FRICTIONLESS':
      return shifted('FRICTIONLESS');
    case 'ATTEMPTED':
      return { ...shifted('FRICTIONLESS'), vads_threeds_status: 'A', vads_warranty_result: 'NO' };
    case 'NOT_ENROLLED':
      return { vads_threeds_enrolled: 'N', vads_threeds_status: '', vads_warranty_result: accepted ? 'YES' : '' };
    case 'SHOP_NOT_ENROLLED':
    case 'NONE':
      return { vads_threeds_enrolled: '', vads_threeds_status: '', vads_warranty_result: accepted ? 'NO' : '' };
    // vads_payment_error: 39 wrong code, 206 technical fault of 3-D Secure, 207 refused by the issuer's server.
    case 'WRONG_CODE':
      return failed('39', 'CHALLENGE');
    case 'FAILED':
      return failed('206', 'FRICTIONLESS');
    case 'REJECTED':
      return failed('207', 'FRICTIONLESS');
  }
}

/** Lyra SEPA guide: no authorisation number, no 3-D Secure; the delay is the platform's own. */
function debitValues(
  account: { readonly iban: string; readonly bic: string },
  decision: Decision,
  numbers: Numbers,
  at: number,
): Values {
  return {
    vads_acquirer_network: 'SEPA',
    vads_card_brand: 'SDD',
    vads_card_number: `${account.iban}_${account.bic}`,
    vads_card_country: account.iban.slice(0, 2),
    vads_capture_delay: String(shortestDebitDelayDays),
    vads_presentation_date: transactionDate(at + shortestDebitDelayDays * dayMs),
    vads_identifier: decision.kind === 'ACCEPTED' ? numbers.mandate : '',
    vads_identifier_status: decision.kind === 'ACCEPTED' ? 'CREATED' : 'NOT_CREATED',
    vads_auth_result: decision.kind === 'REFUSED' ? decision.code : '',
  };
}

/** The notification at the end of a payment. `hash` is a fresh value that the shop need not verify. */
export function notificationOf(
  session: Session,
  values: Values,
  parts: { transaction: string; hash: string; formKey: string },
): Message | null {
  const url = fieldOf(session.fields, 'vads_url_check') ?? '';
  if (url === '') return null;
  const fields = { ...values, vads_url_check_src: 'PAY', vads_hash: parts.hash };
  const body = new URLSearchParams(signed(fields, parts.formKey)).toString();
  return { bank: session.bank, number: parts.transaction, method: 'POST', url, body };
}

/** The browser's return: the same fields without `vads_hash` and `vads_url_check_src`, signed alike, if wanted at all. */
export function returnTo(url: string, session: Session, values: Values, formKey: string): WayBack {
  const fields = signed(values, formKey);
  switch (fieldOf(session.fields, 'vads_return_mode')) {
    case 'GET':
      return { kind: 'LINK', url: `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(fields)}` };
    case 'POST':
      return { kind: 'FORM', url, fields };
    default:
      return { kind: 'LINK', url };
  }
}

function signed(values: Values, formKey: string): [string, string][] {
  const fields = Object.entries(values).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return [...fields, ['signature', signatureOf(fields as Field[], formKey)]];
}
