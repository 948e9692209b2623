/// <reference lib="dom" />

import {
  CancelPaymentDocument,
  createClient,
  GatewayError,
  InitiatePaymentDocument,
  type InitiatePaymentInput,
  type InitiatePaymentMutation,
  Intention,
  LostAnswerError,
  match,
  type PaymentStatus,
} from '@reglement/client';
import { followPayment } from '@reglement/client/follow';
import { type Language, statusTexts, type Text, texts } from './texts.ts';

type Result = InitiatePaymentMutation['initiatePayment'];
type Payment = Extract<Result, { __typename: 'InitiatePaymentSuccess' }>['payment'];

const goodStatuses: readonly PaymentStatus[] = ['PAID', 'AUTHORIZED'];
const badStatuses: readonly PaymentStatus[] = ['REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED', 'RETURNED'];

let language: Language = navigator.language.startsWith('fr') ? 'fr' : 'en';
const say = (text: Text): string => text[language];
const locale = (): string => (language === 'fr' ? 'fr-FR' : 'en-IE');

const gateway = createClient({ url: document.documentElement.dataset.gateway ?? '' });
const form = element<HTMLFormElement>('checkout');
const button = element<HTMLButtonElement>('pay');

// One intention to pay has one key: sent again after a lost answer, it finds the same payment instead of making a
// second one. Another amount or another customer is another intention.
// Both are kept until that payment is over: a page that is loaded again sends the same again. A shop with orders keeps them
// with the order, for all tabs and devices.
type Asked = { readonly key: string; readonly input: InitiatePaymentInput };
const asked: Asked | null = JSON.parse(sessionStorage.getItem('asked') ?? 'null');
const intention = new Intention(asked?.key);
let sent = asked?.input ?? null;
/** The payment that still takes money, also after a refusal: no second one is made beside it. */
let open: { readonly payment: Payment; readonly giveUp: Intention } | null = null;
form.addEventListener('input', () => {
  if (!intention.isUnknown) intention.renew();
});

let following = new AbortController();
let shown: PaymentStatus | null = null;
let shownAmount: Payment['amount'] | null = null;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void pay();
});
element('language').addEventListener('click', () => speak(language === 'fr' ? 'en' : 'fr'));
speak(language);
if (asked !== null) void pay(false);

async function pay(isPressed = true): Promise<void> {
  button.disabled = true;
  showProblem(null);
  try {
    // While the outcome of a request is unknown, the same request goes first, whatever the form says by now.
    const isRecovery = intention.isUnknown && sent !== null;
    const input = isRecovery && sent ? sent : readInput();
    if (open && JSON.stringify(input) === JSON.stringify(sent)) return openAgain(open.payment);
    if (open && !(await giveUp(open))) return showProblem(say(texts.underWay));
    sent = input;
    sessionStorage.setItem('asked', JSON.stringify({ key: intention.key, input } satisfies Asked));
    const { initiatePayment } = await gateway.execute(InitiatePaymentDocument, { input }, { intention });
    if (initiatePayment.__typename !== 'InitiatePaymentSuccess') close();
    take(initiatePayment, isRecovery && JSON.stringify(input) !== JSON.stringify(readInput()));
    if (isPressed && open) openPage(open.payment);
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    showProblem(say(error instanceof LostAnswerError ? texts.unknown : texts.refused));
  } finally {
    button.disabled = false;
  }
}

/**
 * Another amount is another payment. A bank's page that is open already may still take the first: the gateway then tells.
 * Where the bank has not said whether it was paid, no other payment is made beside it.
 */
async function giveUp({ payment: { id }, giveUp: intention }: NonNullable<typeof open>): Promise<boolean> {
  const { cancelPayment } = await gateway.execute(CancelPaymentDocument, { input: { id } }, { intention });
  if (!intention.isUnknown) intention.renew();
  if (cancelPayment.__typename !== 'CancelPaymentSuccess') return false;
  // A payment that is paid by now, and that its bank does not give back, stays paid.
  const { status, mayStillBePaid } = cancelPayment.payment;
  const isGivenUp = status === 'CANCELLED' && !mayStillBePaid;
  if (isGivenUp) close();
  return isGivenUp;
}

/** Nothing more comes of it: the next one may be asked for. */
function close(): void {
  open = null;
  sessionStorage.removeItem('asked');
}

/** Each refusal has its case. A new one does not compile until it is handled here. */
function take(result: Result, isOtherThanForm: boolean): void {
  const refuse = ({ message }: { readonly message: string }): void => {
    console.warn(message);
    showProblem(say(texts.refused));
  };
  match(result, {
    InitiatePaymentSuccess: ({ payment }) => {
      if (isOtherThanForm) showProblem(say(texts.recovered));
      start(payment);
    },
    InvalidInputError: ({ issues }) => showIssues(issues),
    ProviderUnavailableError: () => showProblem(say(texts.unavailable)),
    UnsupportedPaymentError: refuse,
    NotAllowedError: refuse,
    IdempotencyConflictError: refuse,
    PayerDataMissingError: refuse,
    MandateRequiredError: refuse,
  });
}

function readInput(): InitiatePaymentInput {
  const fields = new FormData(form);
  const text = (name: string) => String(fields.get(name) ?? '').trim();
  const paymentTarget = text('target') as InitiatePaymentInput['paymentTarget'];
  return {
    paymentTarget,
    paymentRunMode: 'TEST',
    paymentType: paymentTarget === 'MILLIET' ? 'SEPA' : 'CB',
    idOrigin: 'web',
    idSociete: text('societe'),
    idClient: '2263',
    idCommande: '0',
    amount: toCents(text('amount')),
    email: text('email'),
  };
}

/** `12,5` → `1250`, by moving digits: money is never a floating number. What is no amount, the gateway refuses. */
function toCents(euros: string): string {
  const [, whole, decimals = ''] = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(euros.replaceAll(/\s/g, '')) ?? [];
  return whole === undefined ? euros : `${whole}${decimals.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
}

function start(payment: Payment): void {
  // The key has done its work: another payment is another intention.
  intention.renew();
  open = { payment, giveUp: new Intention() };
  shownAmount = payment.amount;
  element('payment').hidden = false;
  element('reference').textContent = payment.reference;
  element('story').replaceChildren();
  const link = element<HTMLAnchorElement>('link');
  link.hidden = payment.paymentUrl === null;
  link.href = payment.paymentUrl ?? '';
  showStatus(payment.status);

  following.abort();
  following = new AbortController();
  void follow(payment.id, following.signal);
}

/** A transfer or a direct debit has no page: its money comes by itself. */
function openAgain(payment: Payment): void {
  if (payment.paymentUrl === null) showProblem(say(texts.underWay));
  else openPage(payment);
}

/** A browser may keep the new tab from opening; the link is there for that. */
function openPage({ paymentUrl }: Payment): void {
  if (paymentUrl !== null) window.open(paymentUrl, '_blank', 'noopener');
}

/** Shows what happens to the payment as it happens. A refusal is no end while the customer can try again. */
async function follow(id: string, signal: AbortSignal): Promise<void> {
  for await (const { status, createdAt } of followPayment(gateway, id, { signal, until: 'SETTLED' })) {
    showStatus(status);
    tell(status, createdAt);
    if (goodStatuses.includes(status)) close();
  }
  if (!signal.aborted) close();
}

function showStatus(status: PaymentStatus): void {
  shown = status;
  const chip = element('status');
  chip.textContent = say(statusTexts[status]);
  chip.classList.toggle('good', goodStatuses.includes(status));
  chip.classList.toggle('bad', badStatuses.includes(status));
  element('formatted').textContent = shownAmount ? formatted(shownAmount) : '';
}

function formatted({ cents, currency }: Payment['amount']): string {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(cents / 100);
}

function tell(status: PaymentStatus, createdAt: string): void {
  const entry = document.createElement('li');
  entry.dataset.status = status;
  entry.dataset.at = createdAt;
  element('story').append(entry);
  writeEntry(entry);
}

function writeEntry(entry: HTMLElement): void {
  const { status, at = '' } = entry.dataset;
  const time = new Date(at).toLocaleTimeString(locale());
  entry.textContent = `${time} · ${say(statusTexts[status as PaymentStatus])}`;
}

/** `path` says which field; `message` is for developers, so customers get a text of this page. */
function showIssues(issues: readonly { readonly path: readonly string[] }[]): void {
  const fields = issues.map(({ path }) => path[0]);
  if (fields.includes('amount')) showProblem(say(texts.badAmount), 'amount');
  else if (fields.includes('email')) showProblem(say(texts.badEmail), 'email');
  else showProblem(say(texts.refused));
}

function showProblem(message: string | null, field?: string): void {
  const problem = element('problem');
  problem.hidden = message === null;
  problem.textContent = message ?? '';
  for (const input of form.querySelectorAll('input')) input.setAttribute('aria-invalid', String(input.name === field));
}

/** Writes the page in a language; what is typed stays. */
function speak(chosen: Language): void {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = say(texts.title);
  for (const part of document.querySelectorAll<HTMLElement>('[data-text]')) {
    part.textContent = say(texts[part.dataset.text as keyof typeof texts]);
  }
  element('language').lang = chosen === 'fr' ? 'en' : 'fr';
  showProblem(null);
  if (shown !== null) showStatus(shown);
  for (const entry of element('story').querySelectorAll('li')) writeEntry(entry);
}

function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`There is no #${id} in the page.`);
  return found as Kind;
}
