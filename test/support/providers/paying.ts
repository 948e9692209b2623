import { Secret } from '../../../src/kernel/merchant.ts';
import { createBankCall } from '../../../src/modules/payments/inquiry/bank-call.ts';
import type {
  BankCall,
  BankOperations,
  InquiryAnswer,
  OperationAnswer,
  OperationKind,
} from '../../../src/modules/payments/operations/bank-operation.ts';
import type { Attempt, Payment } from '../../../src/modules/payments/payment.ts';
import type { LabanquepostaleAccount } from '../../../src/providers/labanquepostale/account.ts';
import { createLabanquepostale } from '../../../src/providers/labanquepostale/labanquepostale.ts';
import { createLabanquepostaleRest } from '../../../src/providers/labanquepostale/rest.ts';
import { signFields } from '../../../src/providers/labanquepostale/signature.ts';
import type { PayboxAccount } from '../../../src/providers/paybox/account.ts';
import { createPayboxDirect } from '../../../src/providers/paybox/direct.ts';
import { createPaybox } from '../../../src/providers/paybox/paybox.ts';
import { signForm } from '../../../src/providers/paybox/signature.ts';
import { payboxShop, type RunningSandbox, scelliusShop, whereTo } from '../sandbox/running-sandbox.ts';
import * as labanquepostale from './labanquepostale-examples.ts';
import { formRequest } from './paybox-examples.ts';

/** A payment that a buyer made, or refused, at a running simulator, and what the gateway can do with it over real HTTP. */
export type Paying = {
  readonly payment: Payment;
  readonly attempt: Attempt;
  perform(kind: OperationKind, amountCents: number): Promise<OperationAnswer>;
  inquire(): Promise<InquiryAnswer>;
  /** The attempt as it is before a notification came. */
  inquireUntold(): Promise<InquiryAnswer>;
};

export type Made = 'PAID' | 'AUTHORIZED' | 'REFUSED';

const cards = {
  PAYBOX: { card_number: '1111222233334444', expiry: '12/99', security_code: '123' },
  LABANQUEPOSTALE: { card_number: '4970100000000000', expiry: '12/99', security_code: '123' },
};

/** Short, so that a simulator that keeps silent is given up soon. */
export const quickCall = (): BankCall =>
  createBankCall({ connectTimeoutMs: 1000, deadlineMs: 1000, maximumAnswerBytes: 1024 * 1024 });

export function payboxAccount(bank: RunningSandbox, change: Partial<PayboxAccount> = {}): PayboxAccount {
  return {
    site: payboxShop.site,
    rang: payboxShop.rang,
    identifiant: payboxShop.identifiant,
    hmacKeys: [new Secret(payboxShop.hmacKeyHex)],
    hash: 'SHA512',
    pageUrl: `${bank.url}/paybox/pay`,
    publicKeys: [bank.publicKeyPem()],
    direct: { url: `${bank.url}/paybox/PPPS.php`, backupUrl: null },
    ...change,
  };
}

export function labanquepostaleAccount(
  bank: RunningSandbox,
  change: Partial<LabanquepostaleAccount> = {},
): LabanquepostaleAccount {
  return {
    siteId: scelliusShop.siteId,
    formKeys: [new Secret(scelliusShop.keys.TEST)],
    algorithm: 'HMAC-SHA-256',
    formUrl: `${bank.url}/labanquepostale/vads-payment/`,
    rest: { url: `${bank.url}/labanquepostale`, password: new Secret(scelliusShop.passwords.TEST) },
    ...change,
  };
}

let counted = 0;

export async function payAtPaybox(
  bank: RunningSandbox,
  made: Made = 'PAID',
  account: PayboxAccount = payboxAccount(bank),
  call: BankCall = quickCall(),
): Promise<Paying> {
  counted += 1;
  const attemptReference = `4K7M9QXT-${counted}`;
  const request = formRequest({ account });
  const attempt: Attempt = { ...request.attempt, reference: attemptReference, createdAt: bank.now };
  const addresses = { ...request.addresses, notification: `${bank.shop}/notify` };
  const form = createPaybox().buildForm({ ...request, attempt, addresses, now: bank.now });
  const { PBX_HMAC: _signature, ...unsigned } = form.fields;
  const fields =
    made === 'AUTHORIZED' ? signForm({ PBX_AUTOSEULE: 'O', ...unsigned }, account.hmacKeys[0]) : form.fields;
  const session = whereTo(await bank.post(form.url, Object.entries(fields)));
  await bank.press(session, made === 'REFUSED' ? 'refuse' : 'pay', cards.PAYBOX);
  const told = Object.fromEntries(new URLSearchParams(bank.received.at(-1)?.body ?? ''));
  const paying = { account, payment: request.payment, attempt };
  return payingOf(bank, createPayboxDirect(), call, paying, told.trans ?? null);
}

export async function payAtLabanquepostale(
  bank: RunningSandbox,
  made: Made = 'PAID',
  account: LabanquepostaleAccount = labanquepostaleAccount(bank),
  call: BankCall = quickCall(),
): Promise<Paying> {
  counted += 1;
  const { request } = labanquepostale;
  const reference = `4K7M-9QXT-${counted}`;
  const attempt: Attempt = { ...request.attempt, reference, sequence: counted, createdAt: bank.now };
  const addresses = { ...request.addresses, notification: `${bank.shop}/notify` };
  const form = createLabanquepostale().buildForm({ ...request, account, attempt, addresses, now: bank.now });
  const { signature: _signature, ...unsigned } = form.fields;
  const fields = Object.entries({ ...unsigned, ...(made === 'AUTHORIZED' && { vads_validation_mode: '1' }) });
  const signature = signFields(fields, account.formKeys[0], account.algorithm);
  const session = whereTo(await bank.post(form.url, [...fields, ['signature', signature]]));
  await bank.press(session, made === 'REFUSED' ? 'refuse' : 'pay', cards.LABANQUEPOSTALE);
  const told = Object.fromEntries(new URLSearchParams(bank.received.at(-1)?.body ?? ''));
  const paying = { account, payment: request.payment, attempt };
  return payingOf(bank, createLabanquepostaleRest(), call, paying, told.vads_trans_uuid ?? null);
}

function payingOf<Account>(
  bank: RunningSandbox,
  operations: BankOperations<Account>,
  call: BankCall,
  { account, payment, attempt }: { account: Account; payment: Payment; attempt: Attempt },
  bankTransaction: string | null,
): Paying {
  const told = { ...attempt, bankTransaction };
  const ask = () => {
    counted += 1;
    const counter = operations.questionCounter(account, bank.now);
    return { account, payment, question: counter === null ? null : counted % counter.limit, now: bank.now };
  };
  return {
    payment,
    attempt: told,
    perform: (kind, amountCents) => operations.perform({ ...ask(), attempt: told, kind, amountCents }, call),
    inquire: () => operations.inquire({ ...ask(), attempt: told }, call),
    inquireUntold: () => operations.inquire({ ...ask(), attempt }, call),
  };
}

/** Tells the simulator to fail. */
export async function script(bank: RunningSandbox, fault: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(`${bank.url}/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (response.status !== 201) throw new Error(`the simulator refused the script: ${await response.text()}`);
}
