import express, { type Router } from 'express';
import { type Answer, answerAsked, sendAnswer } from '../answer.ts';
import type { Transaction } from '../bank.ts';
import type { AskedOperation } from '../faults.ts';
import type { FieldValues } from '../field-rules.ts';
import { readFormBody } from '../form-body.ts';
import { type History, historyOf, type Operation } from '../operations.ts';
import { parisTime } from '../paris-time.ts';
import { rawForm } from '../routes/requests.ts';
import type { State } from '../state.ts';
import type { PayboxShop } from './form.ts';
import { isQuestionAuthentic } from './signature.ts';

export type DirectParts = {
  readonly shops: readonly PayboxShop[];
  readonly state: State;
  readonly clock: () => number;
};

/** TYPE. Those that want card data are not offered: a gateway has none. */
const operationKinds: Readonly<Record<string, Operation['kind']>> = {
  '00002': 'CAPTURE',
  '00005': 'CANCEL',
  '00014': 'REFUND',
};
const inquiries = new Set(['00011', '00017']);
const wantsReference = new Set(['00011', '00002', '00005']);

const comments: Readonly<Record<string, string>> = {
  '00000': 'Demande traitée avec succès',
  '00005': 'Numéro de question incorrect',
  '00006': 'Accès refusé',
  '00009': 'Type d’opération invalide',
  '00010': 'Devise inconnue',
  '00011': 'Montant incorrect',
  '00012': 'Référence incorrecte',
  '00013': 'Version incorrecte',
  '00014': 'Trame incorrecte',
  '00015': 'Transaction inexistante',
  '00018': 'Aucune transaction trouvée',
  '00039': 'Numéro de question déjà utilisé',
};

type Result = {
  readonly code: string;
  /** The numbers in the answer: those of a new operation, or of the one that was found. */
  readonly transaction?: string;
  readonly call?: string;
  readonly more?: Readonly<Record<string, string>>;
};

/** `POST /paybox/PPPS.php`: Paybox Direct, for existing payments. */
export function payboxDirect(parts: DirectParts): Router {
  const router = express.Router();
  router.post('/paybox/PPPS.php', rawForm, (request, response) => {
    const read = readFormBody(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    if (!read.readable) return sendAnswer(response, 200, line(new Map(), { code: '00014' }));
    const values = new Map(read.fields);
    const shop = parts.shops.find(({ site, rang }) => site === values.get('SITE') && rang === values.get('RANG'));
    const answerLine = (result: Result) => line(values, result, shop?.directEncoding);
    const isKnown = shop !== undefined && shop.identifiant === (values.get('IDENTIFIANT') ?? shop.identifiant);
    if (!isKnown || !isQuestionAuthentic(read.fields, shop.hmacKeyHex)) {
      return sendAnswer(response, 200, answerLine({ code: '00006' }));
    }
    answerAsked(
      parts.state,
      {
        bank: 'PAYBOX',
        reference: values.get('REFERENCE') ?? transactionOf(parts, shop, values)?.reference ?? null,
        operation: operationOf(values),
        act: () => answerLine(parts.state.atomically(() => resultOf(parts, shop, values))),
      },
      response,
    );
  });
  return router;
}

const operationOf = (values: FieldValues): AskedOperation => operationKinds[values.get('TYPE') ?? ''] ?? 'INQUIRY';

function resultOf(parts: DirectParts, shop: PayboxShop, values: FieldValues): Result {
  const type = values.get('TYPE') ?? '';
  if (!/^0010[34]$/.test(values.get('VERSION') ?? '')) return { code: '00013' };
  if (!inquiries.has(type) && operationKinds[type] === undefined) return { code: '00009' };
  const day = dayOfQuestion(values.get('DATEQ') ?? '', parts.clock());
  if (day === null) return { code: '00014' };
  const question = values.get('NUMQUESTION') ?? '';
  if (!/^[0-9]{10}$/.test(question) || Number(question) > 2_147_483_647) return { code: '00005' };
  if (!parts.state.claimTransactionId(`paybox-direct ${shop.site}`, day, question)) return { code: '00039' };
  if (type !== '00017' && !/^(?!0+$)[0-9]{10}$/.test(values.get('MONTANT') ?? '')) return { code: '00011' };
  if (type !== '00017' && values.get('DEVISE') !== '978') return { code: '00010' };
  if (wantsReference.has(type) && !/^.{1,250}$/u.test(values.get('REFERENCE') ?? '')) return { code: '00012' };
  if (type === '00011') return find(parts, shop, values);
  const transaction = transactionOf(parts, shop, values);
  if (type === '00017') return transaction === null ? { code: '00018' } : inquire(parts, transaction);
  if (transaction === null || !values.has('NUMAPPEL')) return { code: '00015' };
  return operate(parts, transaction, operationKinds[type] ?? 'REFUND', Number(values.get('MONTANT')));
}

/** The accepted try, else the last refused one; the first of all where the shop says so. A buyer who gave up has none. */
function find({ state }: DirectParts, shop: PayboxShop, values: FieldValues): Result {
  const tries = state
    .transactionsOf('PAYBOX', `${shop.site}/${shop.rang}`, values.get('REFERENCE') ?? '')
    .filter(({ status, amountCents }) => status !== 'CANCELLED' && amountCents === Number(values.get('MONTANT')));
  const accepted = tries.find(({ code }) => code === '00000') ?? tries.at(-1);
  const found = shop.searchNames === 'FIRST' ? tries[0] : accepted;
  return found === undefined
    ? { code: '00018' }
    : { code: '00000', transaction: found.number, call: found.details.T ?? '' };
}

/** By NUMTRANS, and NUMAPPEL where it is given. */
function transactionOf({ state }: DirectParts, shop: PayboxShop, values: FieldValues): Transaction | null {
  const number = String(Number(values.get('NUMTRANS') ?? ''));
  const call = values.get('NUMAPPEL');
  const found = state.transaction('PAYBOX', number);
  if (found === null || found.shop !== `${shop.site}/${shop.rang}`) return null;
  return call === undefined || String(Number(call)) === found.details.T ? found : null;
}

function inquire({ state, clock }: DirectParts, transaction: Transaction): Result {
  const history = historyOf(state, transaction, { now: clock() });
  const { number, details } = transaction;
  return {
    code: '00000',
    transaction: number,
    call: details.T ?? '',
    more: {
      AUTORISATION: details.A ?? '',
      STATUS: statusTextOf(history),
      REMISE: transaction.status === 'CAPTURED' && history.isCollected ? String(Number(number) % 1_000_000) : '',
    },
  };
}

function statusTextOf({ transaction, refundedCents, capturedCents }: History): string {
  switch (transaction.status) {
    case 'AUTHORISED':
      return 'Autorisé';
    case 'CAPTURED':
      return refundedCents === capturedCents ? 'Remboursé' : 'Capturé';
    case 'VOIDED':
      return 'Annulé';
    default:
      return 'Refusé';
  }
}

function operate(
  { state, clock }: DirectParts,
  transaction: Transaction,
  kind: Operation['kind'],
  amountCents: number,
): Result {
  const at = clock();
  const history = historyOf(state, transaction, { now: at });
  const code = refusalOf(history, kind, amountCents);
  if (code !== null) return { code };
  // Each operation is a transaction of its own at Paybox, under new numbers.
  const first = Math.floor(at / 1000);
  const number = String(state.nextNumber('paybox.transaction', first));
  const call = String(state.nextNumber('paybox.call', first));
  const statusAfter = { CAPTURE: 'CAPTURED', CANCEL: 'VOIDED', REFUND: transaction.status }[kind];
  state.insertOperation({ bank: 'PAYBOX', number, original: transaction.number, kind, amountCents, at }, statusAfter);
  return { code: '00000', transaction: number, call };
}

function refusalOf(
  { transaction, capturedCents, refundedCents, isCollected }: History,
  kind: Operation['kind'],
  amountCents: number,
): string | null {
  const { status } = transaction;
  switch (kind) {
    case 'CAPTURE':
      if (status !== 'AUTHORISED') return '00015';
      return amountCents > transaction.amountCents ? '00011' : null;
    case 'CANCEL':
      // Only before the nightly upload, and not where something was given back.
      if (status !== 'AUTHORISED' && (status !== 'CAPTURED' || isCollected || refundedCents > 0)) return '00015';
      return amountCents === capturedCents ? null : '00011';
    case 'REFUND':
      if (status !== 'CAPTURED') return '00015';
      return refundedCents + amountCents > capturedCents ? '00011' : null;
  }
}

/** One line, its texts not percent-encoded, as the platform writes them. */
function line(
  values: FieldValues,
  { code, transaction = '0', call = '0', more = {} }: Result,
  encoding: 'latin1' | 'utf8' = 'latin1',
): Answer {
  const answer: Record<string, string> = {
    NUMTRANS: transaction.padStart(10, '0'),
    NUMAPPEL: call.padStart(10, '0'),
    NUMQUESTION: values.get('NUMQUESTION') ?? '',
    SITE: values.get('SITE') ?? '',
    RANG: values.get('RANG') ?? '',
    AUTORISATION: more.AUTORISATION ?? (code === '00000' ? 'XXXXXX' : ''),
    CODEREPONSE: code,
    COMMENTAIRE: comments[code] ?? '',
    REFABONNE: '',
    PORTEUR: '',
    ...(more.STATUS === undefined ? {} : { STATUS: more.STATUS, REMISE: more.REMISE ?? '' }),
  };
  const text = Object.entries(answer).map(([name, value]) => `${name}=${value}`);
  const charset = { latin1: 'ISO-8859-1', utf8: 'UTF-8' }[encoding];
  return { type: `text/plain; charset=${charset}`, body: Buffer.from(text.join('&'), encoding) };
}

/** Questions carry Paris time; half an hour off, and it is another zone's or a stopped clock's. */
const dateToleranceMs = 30 * 60 * 1000;

/** The day of DATEQ, null where it is no date or not about now. */
function dayOfQuestion(date: string, now: number): string | null {
  const asked = /^([0-9]{2})([0-9]{2})([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})$/.exec(date);
  if (asked === null) return null;
  const [, day, month, year, hours, minutes, seconds] = asked.map(Number);
  const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hours, minutes, seconds);
  const here = Date.parse(`${parisTime(now).replace(' ', 'T')}Z`);
  return Math.abs(here - time) <= dateToleranceMs ? date.slice(0, 8) : null;
}
