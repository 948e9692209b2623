import type {
  BankCall,
  OperationKind,
  OperationRequest,
} from '../../../src/modules/payments/operations/bank-operation.ts';
import type { PayboxAccount } from '../../../src/providers/paybox/account.ts';
import { createPayboxDirect } from '../../../src/providers/paybox/direct.ts';
import { formRequest } from './paybox-examples.ts';

export const bank = createPayboxDirect();
export const direct = { url: 'https://ppps.example/PPPS.php', backupUrl: 'https://ppps1.example/PPPS.php' };
export const { attempt, payment, account } = formRequest({ account: { direct } });
export const known = { ...attempt, bankTransaction: '13989865' };

export const request = (change: Partial<OperationRequest<PayboxAccount>> = {}): OperationRequest<PayboxAccount> => ({
  account,
  payment,
  attempt: known,
  kind: 'REFUND' as OperationKind,
  amountCents: 1990,
  question: 41,
  now: Date.UTC(2026, 6, 1, 22, 30, 5),
  ...change,
});

export type Fields = Readonly<Record<string, string>>;
export type Responder = (question: URLSearchParams, url: string) => string | Buffer | Error;

/** What the platform answers to this question when all is well. */
export const answerTo = (
  question: URLSearchParams,
  change: Fields = {},
  encoding: 'latin1' | 'utf8' = 'latin1',
): Buffer => {
  const answer = {
    NUMTRANS: '0013989865',
    NUMAPPEL: '0030378572',
    NUMQUESTION: question.get('NUMQUESTION') ?? '',
    SITE: question.get('SITE') ?? '',
    RANG: question.get('RANG') ?? '',
    AUTORISATION: 'XXXXXX',
    CODEREPONSE: '00000',
    COMMENTAIRE: 'Demande traitée avec succès',
    REFABONNE: '',
    PORTEUR: '',
    ...change,
  };
  const text = Object.entries(answer).map(([name, value]) => `${name}=${value}`);
  return Buffer.from(text.join('&'), encoding);
};

/** A bank that gives these answers and keeps the questions. */
export function bankThat(respond: Responder) {
  const asked: { url: string; body: string; question: URLSearchParams }[] = [];
  const call: BankCall = async ({ url, body }) => {
    const question = new URLSearchParams(body);
    asked.push({ url, body, question });
    const answer = respond(question, url);
    if (answer instanceof Error) throw answer;
    return { status: 200, body: Buffer.from(answer) };
  };
  return { asked, call };
}

/** Finds the transaction, and answers the operation with these fields. */
export const answering = (change: Fields | ((question: URLSearchParams) => Fields)) =>
  bankThat((question) => {
    if (question.get('TYPE') === '00011') return answerTo(question);
    return answerTo(question, typeof change === 'function' ? change(question) : change);
  });
