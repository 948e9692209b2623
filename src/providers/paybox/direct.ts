import assert from 'node:assert/strict';
import { once } from '../../kernel/once.ts';
import {
  type BankCall,
  type BankOperations,
  type InquiryAnswer,
  type InquiryRequest,
  LostAnswerError,
  NotSentError,
  type OperationAnswer,
  type OperationKind,
  type OperationRequest,
} from '../../modules/payments/operations/bank-operation.ts';
import type { FormFields } from '../../modules/payments/provider.ts';
import type { PayboxAccount } from './account.ts';
import {
  type DirectAnswer,
  done,
  nothingFound,
  numberOf,
  outcomeOf,
  platformFailures,
  readAnswer,
  standingOf,
} from './direct-answer.ts';
import { testAuthorisation } from './messages.ts';
import { signQuestion } from './signature.ts';

/** TYPE (Paybox Direct manual). */
const types = { CAPTURE: '00002', CANCEL: '00005', REFUND: '00014' } as const satisfies Record<OperationKind, string>;
const findByReference = '00011';
const inquiry = '00017';

/** One operation may put this many questions, and each a second time at the backup, under NUMQUESTIONs of their own. */
const steps = 4;
const questionsEach = 2 * steps;
/** NUMQUESTION is at most 2147483647. */
const questionLimit = Math.floor(2_147_483_647 / questionsEach);

type Request = InquiryRequest<PayboxAccount>;

/** The answer to our question, or why there is none. `wasSent` false: the platform cannot have acted. */
type Reply =
  | { readonly kind: 'ANSWER'; readonly answer: DirectAnswer; readonly code: string }
  | { readonly kind: 'NONE'; readonly wasSent: boolean; readonly reason: string };

/** The two numbers by which Paybox knows a transaction: letters S and T of a notification. */
type Identity = { readonly transaction: string; readonly call: string };
type Identification =
  | { readonly kind: 'FOUND'; readonly identity: Identity }
  | { readonly kind: 'MISSING' }
  | { readonly kind: 'OPEN'; readonly code: string | null; readonly reason: string };

/**
 * Paybox Direct (PPPS) for existing payments: capture, cancel, refund, inquiry; never with card data. The record keeps
 * NUMTRANS, which identifies a transaction. NUMAPPEL is found by reference first.
 */
export function createPayboxDirect(): BankOperations<PayboxAccount> {
  return {
    // The platform counts question numbers for each site and day.
    questionCounter: ({ site }, now) => ({
      name: `paybox-direct:${site}:${parisDigits(now).slice(0, 8)}`,
      limit: questionLimit,
    }),
    perform,
    inquire,
  };
}

async function perform(request: OperationRequest<PayboxAccount>, call: BankCall): Promise<OperationAnswer> {
  const { attempt, amountCents, kind } = request;
  if (request.account.direct === undefined) return { outcome: 'NOT_SENT', reason: 'the contract has no Paybox Direct' };
  const found = await identify(request, call);
  if (found.kind === 'MISSING') {
    return { outcome: 'REFUSED', bankCode: nothingFound, reason: 'the bank has no such payment' };
  }
  if (found.kind === 'OPEN') {
    const isRefused = found.code !== null && outcomeOf(found.code, 'SEARCH').outcome === 'REFUSED';
    if (isRefused) return { outcome: 'REFUSED', bankCode: found.code, reason: found.reason };
    return { outcome: 'NOT_SENT', reason: `the transaction could not be looked up: ${found.reason}` };
  }
  const fields = {
    ...amountFields(amountCents),
    REFERENCE: attempt.reference,
    ...identityFields(found.identity),
  };
  const reply = await ask(request, call, { type: types[kind], step: 3, fields });
  if (reply.kind === 'NONE') {
    return reply.wasSent
      ? { outcome: 'UNKNOWN', bankCode: null, reason: reply.reason }
      : { outcome: 'NOT_SENT', reason: reply.reason };
  }
  if (reply.code !== done) return { ...outcomeOf(reply.code, 'OPERATION'), bankCode: reply.code };
  return { outcome: 'DONE', bankTransaction: numberOf(reply.answer, 'NUMTRANS'), bankCode: done };
}

/**
 * The bank's word on the attempt. It confirms a payment of ours with this amount, because the search is by reference
 * and amount. It does not report partial refunds, so `refundedCents` is null for a payment that is not wholly refunded.
 */
async function inquire(request: Request, call: BankCall): Promise<InquiryAnswer> {
  if (request.account.direct === undefined) return { outcome: 'UNKNOWN', reason: 'the contract has no Paybox Direct' };
  const found = await identify(request, call);
  if (found.kind === 'MISSING') return { outcome: 'NONE' };
  if (found.kind === 'OPEN') return { outcome: 'UNKNOWN', reason: found.reason };
  const { identity } = found;
  const reply = await ask(request, call, { type: inquiry, step: 2, fields: identityFields(identity) });
  if (reply.kind === 'NONE') return { outcome: 'UNKNOWN', reason: reply.reason };
  if (reply.code !== done)
    return { outcome: 'UNKNOWN', reason: `${reply.code}: ${outcomeOf(reply.code, 'INQUIRY').reason}` };
  if (numberOf(reply.answer, 'NUMTRANS') !== identity.transaction) {
    return { outcome: 'UNKNOWN', reason: 'the answer is about another transaction' };
  }
  return foundAnswer(request, identity, reply.answer);
}

function foundAnswer({ payment, attempt }: Request, identity: Identity, answer: DirectAnswer): InquiryAnswer {
  const bankStatus = (answer.get('STATUS') ?? '').normalize('NFC');
  const { status, refunded } = standingOf(bankStatus);
  const authorisation = answer.get('AUTORISATION') || null;
  const { amountCents } = payment;
  return {
    outcome: 'FOUND',
    refundedCents: refunded === null ? null : { ALL: amountCents, NOTHING: 0 }[refunded],
    credits: [],
    update: {
      attemptReference: attempt.reference,
      operation: 'DEBIT',
      status,
      bankTransaction: identity.transaction,
      bankStatus: /^\p{L}[\p{L} ()]{0,63}$/u.test(bankStatus) ? bankStatus : 'unknown status',
      bankCode: null,
      amountCents,
      currency: '978',
      // The inquiry ran under this account's key.
      idSociete: payment.idSociete,
      runMode: payment.effectiveRunMode,
      testEvidence: authorisation === testAuthorisation ? `authorisation number ${testAuthorisation}` : null,
      tellsCapture: true,
      deduplicationKey: [`S${identity.transaction}`, status, authorisation ?? '', attempt.reference].join(':'),
    },
  };
}

/** Finds both numbers by reference and amount. Where we know the transaction, no other will do. */
async function identify(request: Request, call: BankCall): Promise<Identification> {
  const { payment, attempt } = request;
  const fields = { ...amountFields(payment.amountCents), REFERENCE: attempt.reference };
  const reply = await ask(request, call, { type: findByReference, step: 0, fields });
  if (reply.kind === 'NONE') return { kind: 'OPEN', code: null, reason: reply.reason };
  const known = attempt.bankTransaction;
  if (reply.code === nothingFound && known === null) return { kind: 'MISSING' };
  if (reply.code !== done && reply.code !== nothingFound) {
    return { kind: 'OPEN', code: reply.code, reason: outcomeOf(reply.code, 'SEARCH').reason };
  }
  const found = reply.code === done ? identityOf(reply.answer) : null;
  if (found !== null && (known === null || known === found.transaction)) return { kind: 'FOUND', identity: found };
  if (known === null) return { kind: 'OPEN', code: null, reason: 'the answer names no transaction' };
  return identifyKnown(request, call, known, reply.code);
}

/**
 * Several transactions may share a reference, for instance a refusal and a refund, and a partial capture may have
 * changed the amount. Then ours is searched by its number. Without a number the search found nothing either.
 */
async function identifyKnown(
  request: Request,
  call: BankCall,
  known: string,
  searchCode: string,
): Promise<Identification> {
  const fields = { NUMTRANS: known.padStart(10, '0') };
  const reply = await ask(request, call, { type: inquiry, step: 1, fields });
  if (reply.kind === 'NONE') return { kind: 'OPEN', code: null, reason: reply.reason };
  const identity = reply.code === done ? identityOf(reply.answer) : null;
  if (identity?.transaction === known) return { kind: 'FOUND', identity };
  if (reply.code === nothingFound && searchCode === nothingFound) return { kind: 'MISSING' };
  return { kind: 'OPEN', code: null, reason: 'the bank names another transaction for this reference' };
}

function identityOf(answer: DirectAnswer): Identity | null {
  const transaction = numberOf(answer, 'NUMTRANS');
  const call = numberOf(answer, 'NUMAPPEL');
  return transaction === null || call === null ? null : { transaction, call };
}

/** MONTANT in cents and DEVISE, euros. */
const amountFields = (amountCents: number): FormFields => ({
  MONTANT: String(amountCents).padStart(10, '0'),
  DEVISE: '978',
});
const identityFields = ({ transaction, call }: Identity): FormFields => ({
  NUMTRANS: transaction.padStart(10, '0'),
  NUMAPPEL: call.padStart(10, '0'),
});

type Question = { readonly type: string; readonly step: 0 | 1 | 2 | 3; readonly fields: FormFields };

/**
 * Puts one question. The backup host gets it if the first was never reached; and a mere question, which changes nothing,
 * also where the first gave no answer to it.
 */
async function ask({ account, question, now }: Request, call: BankCall, asked: Question): Promise<Reply> {
  assert(account.direct, 'the contract has Paybox Direct');
  assert(
    question !== null && question >= 0 && question < questionLimit,
    'Paybox Direct wants a number of the question',
  );
  const number = question * questionsEach + asked.step + 1;
  const first = await askHost(account, call, asked, { url: account.direct.url, number, now });
  const { backupUrl: url } = account.direct;
  const wasSent = first.kind === 'ANSWER' || first.wasSent;
  const isRepeated = wasSent ? changesNothing.has(asked.type) && isNoAnswer(first) : true;
  if (url === null || !isRepeated) return first;
  // The first host may have spent the number.
  const again = await askHost(account, call, asked, { url, number: wasSent ? number + steps : number, now });
  return wasSent && isNoAnswer(again) ? first : again;
}

const changesNothing: ReadonlySet<string> = new Set([findByReference, inquiry]);
const isNoAnswer = (reply: Reply): boolean => reply.kind === 'NONE' || platformFailures.has(reply.code);

async function askHost(
  account: PayboxAccount,
  call: BankCall,
  asked: Question,
  { url, number, now }: { readonly url: string; readonly number: number; readonly now: number },
): Promise<Reply> {
  const signed = signQuestion(fieldsOf(account, asked, { questionNumber: number, now }), account.hmacKeys[0]);
  const body = new URLSearchParams(signed).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  try {
    const { status, body: bytes } = await call({ bank: 'PAYBOX', url, headers, body });
    return readReply(account, number, status, bytes);
  } catch (error) {
    if (error instanceof LostAnswerError) return { kind: 'NONE', wasSent: true, reason: 'the answer was lost' };
    if (error instanceof NotSentError) return { kind: 'NONE', wasSent: false, reason: 'the bank cannot be reached' };
    throw error;
  }
}

function fieldsOf(
  account: PayboxAccount,
  { type, fields }: Question,
  { questionNumber, now }: { readonly questionNumber: number; readonly now: number },
): FormFields {
  return {
    VERSION: '00104',
    TYPE: type,
    SITE: account.site,
    RANG: account.rang,
    IDENTIFIANT: account.identifiant,
    NUMQUESTION: String(questionNumber).padStart(10, '0'),
    ...fields,
    // The Internet.
    ACTIVITE: '024',
    DATEQ: parisDigits(now),
    HASH: account.hash,
  };
}

/** The HTTP status says nothing about success. A body that does not answer this very question says nothing at all. */
function readReply(account: PayboxAccount, questionNumber: number, httpStatus: number, body: Buffer): Reply {
  const answer = httpStatus === 200 ? readAnswer(body) : null;
  if (answer === null) return { kind: 'NONE', wasSent: true, reason: 'the answer cannot be read' };
  const isOurs =
    answer.get('SITE') === account.site &&
    withoutZeros(answer.get('RANG') ?? '') === withoutZeros(account.rang) &&
    numberOf(answer, 'NUMQUESTION') === String(questionNumber);
  if (!isOurs) return { kind: 'NONE', wasSent: true, reason: 'the answer is to another question' };
  return { kind: 'ANSWER', answer, code: answer.get('CODEREPONSE') ?? '' };
}

/** The platform knows a RANG of two digits by three as well. */
const withoutZeros = (digits: string): string => digits.replace(/^0+/, '');

const parisTime = once(
  () =>
    new Intl.DateTimeFormat('fr-FR', {
      timeZone: 'Europe/Paris',
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
);

/** DATEQ: `ddmmyyyyHHMMSS` by the clock of Paris. */
function parisDigits(at: number): string {
  const parts = parisTime().formatToParts(at);
  return parts.map(({ value }) => value.replaceAll(/\D/g, '')).join('');
}
