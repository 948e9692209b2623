import type { BankCall, BankOperations, InquiryAnswer } from '../domain/bank-operation.ts';
import type { Caller } from '../domain/caller.ts';
import {
  InvalidInputError,
  NotAllowedError,
  ProviderUnavailableError,
  UnsupportedPaymentError,
} from '../domain/errors.ts';
import type { MerchantAccounts } from '../domain/merchant.ts';
import type { Attempt, Payment } from '../domain/payment.ts';
import { accountOf } from '../domain/provider.ts';
import { applyNews } from './apply-news.ts';
import { whyNotRefresh } from './available-actions.ts';
import { untilFresh } from './change-payment.ts';
import { readPayment } from './read-payments.ts';
import type { HostedTarget, Services } from './services.ts';

/** How the banks are asked, server to server. */
export type Inquiries = {
  readonly operations: { readonly [Target in HostedTarget]: BankOperations<MerchantAccounts[Target]> };
  readonly bankCall: BankCall;
};

/** The newest tries are the ones that can still bring news. */
const attemptsAsked = 5;

/**
 * Asks the bank what became of a payment, and applies what it says as if it had notified us: for a notification that
 * never came. Nothing is changed where the bank does not answer.
 * @throws InvalidInputError, NotAllowedError, UnsupportedPaymentError, ProviderUnavailableError
 */
export async function refreshPayment(
  services: Services & Inquiries,
  caller: Caller,
  id: string,
): Promise<{ readonly payment: Payment; readonly changed: boolean }> {
  if (!caller.scopes.has('operations')) throw new NotAllowedError('This client may not ask the bank.', null);
  const payment = await readPayment(services, caller, id);
  if (payment === null) throw new InvalidInputError([{ path: ['id'], message: 'There is no such payment.' }]);
  const account = hostedAccount(services, payment);
  const attempts = (await services.store.attemptsOf(payment.id)).slice(-attemptsAsked).reverse();
  for (const attempt of attempts) await askAbout(services, payment, attempt, account);
  const refreshed = (await services.store.paymentById(payment.id)) ?? payment;
  const changed = refreshed.version !== payment.version;
  if (changed) services.announce(payment.id);
  return { payment: refreshed, changed };
}

type HostedAccount = MerchantAccounts['PAYBOX'] & MerchantAccounts['LABANQUEPOSTALE'];

function hostedAccount(services: Services, payment: Payment): HostedAccount {
  const reason = whyNotRefresh(services, payment);
  const societe = services.societes.get(payment.idSociete);
  const account = societe && accountOf(societe, payment.paymentTarget, payment.effectiveRunMode);
  if (reason !== null || !account)
    throw new UnsupportedPaymentError(reason ?? 'This société has no account there.', ['id']);
  return account as HostedAccount;
}

async function askAbout(
  services: Services & Inquiries,
  payment: Payment,
  attempt: Attempt,
  account: HostedAccount,
): Promise<void> {
  const target = payment.paymentTarget as HostedTarget;
  const operations = services.operations[target] as BankOperations<HostedAccount>;
  const now = services.clock();
  const counter = operations.questionCounter(account, now);
  const question = counter && (await services.store.transact((transaction) => transaction.nextSequence(counter.name)));
  const answer: InquiryAnswer = await operations.inquire(
    { account, payment, attempt, question, now },
    services.bankCall,
  );
  if (answer.outcome === 'UNKNOWN') {
    throw new ProviderUnavailableError(
      'The bank did not say what became of the payment. Nothing was changed; ask again later.',
    );
  }
  if (answer.outcome === 'NONE') return;
  await untilFresh(() =>
    services.store.transact((transaction) =>
      applyNews(services, transaction, target, answer.news, { idSocieteOfPath: null }),
    ),
  );
}
