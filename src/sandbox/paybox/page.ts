import { generateKeyPairSync } from 'node:crypto';
import type { Alteration, Bank, Decision, FormProblem, Message, Session, Transaction, WayBack } from '../bank.ts';
import { fieldOf } from '../form-body.ts';
import { tamper } from '../notify.ts';
import type { State } from '../state.ts';
import { text } from '../texts.ts';
import { accessRefused, type PayboxShop, receiveForm } from './form.ts';
import { notificationOf, readReturnList, returnTo, type Values, valuesOf } from './notification.ts';
import { testCards } from './test-cards.ts';

const accepted = '00000';
/** Bank code 17, "cancelled by the buyer". */
const cancelledByBuyer = '00117';
/** Real cancelled returns carry this code, with S=0 and no A. */
const cancelledReturn = '00001';
const pageTimedOut = '00030';
/** "Not 3-D Secure authenticated, blocked by the filter". */
const notAuthenticated = '00040';

const withoutForm: FormProblem = {
  code: '00006',
  field: 'PBX_SITE',
  title: accessRefused,
  explanation: text(
    'Cette page s’ouvre depuis une boutique, par un formulaire POST signé. Si la boutique a bien envoyé un POST, une redirection l’a vidé en route.',
    'This page opens from a shop, by a signed POST form. If the shop did send a POST, a redirect emptied it on its way.',
  ),
};

/** Paybox System's hosted page. */
export function payboxBank(parts: {
  shops: readonly PayboxShop[];
  state: State;
  clock: () => number;
  privateKeyPem: string;
  notifiesCancels: boolean;
}): Bank {
  const { state, clock, privateKeyPem } = parts;
  return {
    name: 'PAYBOX',
    look: {
      className: 'paybox',
      wordmark: text('Paybox', 'Paybox'),
      tagline: text('Page de paiement, plate-forme de test ***TEST***', 'Payment page, test platform ***TEST***'),
    },
    pagePath: '/paybox/pay',
    sessionPath: '/paybox/session',
    withoutForm,
    receive: (fields) =>
      receiveForm(fields, {
        shops: parts.shops,
        now: clock(),
        isPaid: (shop, reference) => state.isPaid('PAYBOX', shop, reference),
      }),
    offer: (session) => {
      const type = fieldOf(session.fields, 'PBX_TYPECARTE');
      const fitting = type === undefined ? testCards : testCards.filter(({ types }) => types.includes(type));
      return { kind: 'CARD', cards: testCards, accepted: fitting };
    },
    refusals: [
      { code: '00105', meaning: text('Ne pas honorer', 'Do not honour') },
      { code: '00151', meaning: text('Provision insuffisante', 'Insufficient funds') },
      { code: '00154', meaning: text('Carte expirée', 'Expired card') },
      { code: '00159', meaning: text('Suspicion de fraude', 'Suspected fraud') },
      { code: '00191', meaning: text('Émetteur injoignable', 'Issuer away') },
      { code: '00021', meaning: text('Carte non autorisée', 'Card not allowed') },
    ],
    forcedCode: (session) => fieldOf(session.fields, 'PBX_ERRORCODETEST') ?? null,
    wantsChallenge: (session) => fieldOf(session.fields, 'PBX_SOUHAITAUTHENT') === '04',
    failedAuthenticationCode: notAuthenticated,
    referencePaysOnce: true,
    settle: (session, decision) => {
      const transaction = transactionOf(session, decision, parts, clock());
      const silent = decision.kind === 'CANCELLED' && !parts.notifiesCancels;
      const message = silent ? null : notificationOf(session, transaction, privateKeyPem);
      return {
        transaction,
        message,
        altered: (alteration) =>
          message === null ? null : alteredNotification(alteration, session, transaction, { message, privateKeyPem }),
      };
    },
    wayBack: (session, transaction) => wayBack(session, transaction, privateKeyPem, clock()),
    notifiedUrl: (session) => fieldOf(session.fields, 'PBX_REPONDRE_A') ?? null,
    returnUrls: (session) =>
      ['PBX_EFFECTUE', 'PBX_REFUSE', 'PBX_ANNULE'].flatMap((name) => fieldOf(session.fields, name) ?? []),
    // An answer that redirects counts as a failure (Paybox manual, IPN).
    countsAsDelivered: (httpStatus) => httpStatus >= 200 && httpStatus < 300,
  };
}

function transactionOf(
  session: Session,
  decision: Decision,
  { state, shops }: { readonly state: State; readonly shops: readonly PayboxShop[] },
  at: number,
): Transaction {
  // Numbers start from the clock, so that an emptied simulator does not repeat numbers that a shop has seen.
  const first = Math.floor(at / 1000);
  const transaction = String(state.nextNumber('paybox.transaction', first));
  const call = String(state.nextNumber('paybox.call', first));
  const code = codeOf(decision);
  const isReal = shops.some(({ site, rang, isProduction }) => isProduction && `${site}/${rang}` === session.shop);
  const authorisation: Values =
    isReal && decision.kind === 'ACCEPTED' ? { A: String((Number(call) % 900_000) + 100_000) } : {};
  const card = decision.kind !== 'CANCELLED' && decision.means?.kind === 'CARD' ? decision.means : null;
  return {
    bank: 'PAYBOX',
    number: transaction,
    sessionId: session.id,
    shop: session.shop,
    reference: session.reference,
    amountCents: session.amountCents,
    status: statusAfter(session, decision),
    code,
    brand: card?.brand ?? '',
    means: card?.masked ?? '',
    details: { ...valuesOf(session, decision, code, { transaction, call }, at), ...authorisation },
    at,
  };
}

function alteredNotification(
  alteration: Alteration,
  session: Session,
  transaction: Transaction,
  { message, privateKeyPem }: { readonly message: Message; readonly privateKeyPem: string },
): Message | null {
  const { details } = transaction;
  switch (alteration) {
    case 'TAMPERED':
      return tamper(message, nameOfAmount(session));
    case 'WRONG_AMOUNT': {
      const amount = String(transaction.amountCents + 1).padStart(3, '0');
      return notificationOf(session, { ...transaction, details: { ...details, M: amount } }, privateKeyPem);
    }
    case 'FORGED': {
      const claimed = { ...details, E: accepted, A: '123456', S: `9${details.S?.slice(1)}` };
      const { privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 1024,
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      });
      return notificationOf(session, { ...transaction, details: claimed }, privateKey);
    }
  }
}

/** The shop's own name for letter M. */
const nameOfAmount = ({ fields }: Session): string =>
  readReturnList(fieldOf(fields, 'PBX_RETOUR') ?? '')?.find(({ letter }) => letter === 'M')?.name ?? '';

function codeOf(decision: Decision): string {
  if (decision.kind === 'ACCEPTED') return accepted;
  return decision.kind === 'CANCELLED' ? cancelledByBuyer : decision.code;
}

function statusAfter(session: Session, decision: Decision): string {
  if (decision.kind !== 'ACCEPTED') return decision.kind;
  return fieldOf(session.fields, 'PBX_AUTOSEULE') === 'O' ? 'AUTHORISED' : 'CAPTURED';
}

function wayBack(session: Session, transaction: Transaction | null, privateKeyPem: string, now: number): WayBack {
  const to = (name: string, values: Values): WayBack => {
    const url = fieldOf(session.fields, name);
    return url === undefined ? { kind: 'NONE' } : returnTo(url, session, values, privateKeyPem);
  };
  const noNumbers = { transaction: '0', call: '0' };
  if (session.state === 'EXPIRED' || transaction === null) {
    return to('PBX_REFUSE', valuesOf(session, { kind: 'CANCELLED' }, pageTimedOut, noNumbers, now));
  }
  switch (transaction.status) {
    case 'CANCELLED':
      return to('PBX_ANNULE', { ...transaction.details, E: cancelledReturn, S: '0', T: '0' });
    case 'REFUSED':
      return to('PBX_REFUSE', transaction.details);
    default:
      return to('PBX_EFFECTUE', transaction.details);
  }
}
