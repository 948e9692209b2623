import { createHash, randomBytes } from 'node:crypto';
import type {
  Alteration,
  Bank,
  Decision,
  FormProblem,
  Means,
  Message,
  Session,
  Transaction,
  WayBack,
} from '../bank.ts';
import { fieldOf } from '../form-body.ts';
import { maskAccount } from '../means.ts';
import { tamper } from '../notify.ts';
import type { State } from '../state.ts';
import { text } from '../texts.ts';
import { receiveForm, type ScelliusShop } from './form.ts';
import { type Numbers, notificationOf, returnTo, transactionStatusOf, type Values, valuesOf } from './notification.ts';
import { testCards } from './test-cards.ts';

const withoutForm: FormProblem = {
  code: '01',
  field: 'vads_version',
  title: text('Votre demande de paiement est rejetée (erreur 01)', 'Your payment request is rejected (error 01)'),
  explanation: text(
    'Cette page s’ouvre depuis une boutique, par un formulaire POST signé.',
    'This page opens from a shop, by a signed POST form.',
  ),
};

/** The example of the IBAN registry, no real account. */
const testIban = 'FR1420041010050500013M02606';

/** Scellius' hosted page, on the Lyra platform. */
export function labanquepostaleBank(parts: {
  shops: readonly ScelliusShop[];
  state: State;
  clock: () => number;
  notifiesCancels: boolean;
}): Bank {
  const { state, clock } = parts;
  const formKeyOf = (session: Session): string => {
    const shop = parts.shops.find(({ siteId }) => siteId === session.shop);
    if (shop === undefined) throw new Error('The shop of this session is no longer one of the sandbox.');
    return fieldOf(session.fields, 'vads_ctx_mode') === 'PRODUCTION' ? shop.keys.PRODUCTION : shop.keys.TEST;
  };
  return {
    name: 'LABANQUEPOSTALE',
    look: {
      className: 'labanquepostale',
      wordmark: text('Scellius', 'Scellius'),
      tagline: text('Paiement en ligne · La Banque Postale', 'Online payment · La Banque Postale'),
    },
    pagePath: '/labanquepostale/vads-payment/',
    sessionPath: '/labanquepostale/session',
    withoutForm,
    receive: (fields) =>
      receiveForm(fields, { shops: parts.shops, now: clock(), claimTransactionId: state.claimTransactionId }),
    offer: (session) => {
      const types = (fieldOf(session.fields, 'vads_payment_cards') ?? '').split(';').filter(Boolean);
      if (types.includes('SDD')) return { kind: 'ACCOUNT', testIban };
      return { kind: 'CARD', cards: testCards, accepted: types.length === 0 ? testCards : fitting(types) };
    },
    refusals: [
      { code: '05', meaning: text('Ne pas honorer', 'Do not honour') },
      { code: '51', meaning: text('Provision insuffisante', 'Insufficient funds') },
      { code: '54', meaning: text('Carte expirée', 'Expired card') },
      { code: '59', meaning: text('Suspicion de fraude', 'Suspected fraud') },
      { code: '81', meaning: text('Paiement non sécurisé refusé', 'Unsecured payment refused') },
      { code: '91', meaning: text('Émetteur injoignable', 'Issuer unreachable') },
    ],
    forcedCode: () => null,
    wantsChallenge: (session) => fieldOf(session.fields, 'vads_threeds_mpi') === '4',
    failedAuthenticationCode: '',
    referencePaysOnce: false,
    settle: (session, decision) => {
      const at = clock();
      const numbers = drawNumbers();
      const values = valuesOf(session, decision, numbers, at);
      const transaction = transactionOf(session, decision, values, at);
      const hash = createHash('sha256').update(randomBytes(32)).digest('hex');
      const silent = decision.kind === 'CANCELLED' && !parts.notifiesCancels;
      const notification = { transaction: transaction.number, hash, formKey: formKeyOf(session) };
      const message = silent ? null : notificationOf(session, values, notification);
      return {
        transaction,
        message,
        altered: (alteration) =>
          message === null ? null : alteredNotification(alteration, session, values, { message, notification }),
      };
    },
    wayBack: (session, transaction) => wayBack(session, transaction, formKeyOf(session)),
    notifiedUrl: (session) => fieldOf(session.fields, 'vads_url_check') || null,
    returnUrls: (session) => returnFields.flatMap((name) => fieldOf(session.fields, name) || []),
    countsAsDelivered: (httpStatus) =>
      (httpStatus >= 200 && httpStatus <= 206) || [301, 302, 303, 307, 308].includes(httpStatus),
  };
}

function alteredNotification(
  alteration: Alteration,
  session: Session,
  values: Values,
  { message, notification }: { readonly message: Message; readonly notification: Parameters<typeof notificationOf>[2] },
): Message | null {
  switch (alteration) {
    case 'TAMPERED':
      return tamper(message, 'vads_amount');
    case 'WRONG_AMOUNT': {
      const amount = String(session.amountCents + 1);
      return notificationOf(session, { ...values, vads_amount: amount, vads_effective_amount: amount }, notification);
    }
    case 'FORGED': {
      const uuid = (values.vads_trans_uuid ?? '').split('').reverse().join('');
      const claimed = { ...values, vads_result: '00', vads_trans_status: 'AUTHORISED', vads_trans_uuid: uuid };
      return notificationOf(session, claimed, { ...notification, formKey: 'a key of no shop' });
    }
  }
}

const returnFields = ['vads_url_return', 'vads_url_success', 'vads_url_refused', 'vads_url_cancel', 'vads_url_error'];

/** One value alone forces the brand of a co-badged card. */
function fitting(types: readonly string[]) {
  return testCards.flatMap((card) => {
    const brand = card.types.find((type) => types.includes(type));
    return brand === undefined ? [] : [{ ...card, brand }];
  });
}

function drawNumbers(): Numbers {
  return {
    uuid: randomBytes(16).toString('hex'),
    authorisation: String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, '0'),
    mandate: randomBytes(10).toString('hex').toUpperCase(),
  };
}

function transactionOf(session: Session, decision: Decision, values: Values, at: number): Transaction {
  const means = decision.kind === 'CANCELLED' ? null : decision.means;
  return {
    bank: 'LABANQUEPOSTALE',
    number: values.vads_trans_uuid ?? '',
    sessionId: session.id,
    shop: session.shop,
    reference: session.reference,
    amountCents: session.amountCents,
    status: transactionStatusOf(session, decision),
    code: values.vads_auth_result ?? '',
    brand: values.vads_card_brand ?? '',
    means: maskedMeans(means),
    details: means?.kind === 'ACCOUNT' ? { ...values, vads_card_number: maskedMeans(means) } : values,
    at,
  };
}

/** The account goes to the shop once, in the notification; the platform keeps it masked, and so does the return. */
function maskedMeans(means: Means | null): string {
  if (means === null) return '';
  return means.kind === 'CARD' ? means.masked : `${maskAccount(means.iban)}_${means.bic}`;
}

function wayBack(session: Session, transaction: Transaction | null, formKey: string): WayBack {
  const specific =
    session.state === 'EXPIRED' || transaction === null
      ? 'vads_url_error'
      : ({ ABANDONED: 'vads_url_cancel', REFUSED: 'vads_url_refused' }[transaction.status] ?? 'vads_url_success');
  const url = fieldOf(session.fields, specific) || fieldOf(session.fields, 'vads_url_return') || '';
  if (url === '') return { kind: 'NONE' };
  if (session.state === 'EXPIRED' || transaction === null) return { kind: 'LINK', url };
  return returnTo(url, session, transaction.details, formKey);
}
