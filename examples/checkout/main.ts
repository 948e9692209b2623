/// <reference lib="dom" />

import { execute, subscribe } from './gateway.ts';
import {
  FollowCheckoutDocument,
  type InitiatePaymentInput,
  type PaymentStatus,
  StartCheckoutDocument,
  type StartCheckoutMutation,
} from './generated/graphql.ts';

type Result = StartCheckoutMutation['initiatePayment'];
type Payment = Extract<StartCheckoutMutation['initiatePayment'], { __typename: 'InitiatePaymentSuccess' }>['payment'];

/** A `Record`, so that a status which the gateway learns later does not compile until it has a text here. */
const statusTexts: Readonly<Record<PaymentStatus, string>> = {
  REQUIRES_ACTION: 'À régler',
  PENDING: 'En cours de vérification',
  SUBMITTED: 'Transmis à la banque',
  AUTHORIZED: 'Autorisé',
  PAID: 'Payé',
  REFUSED: 'Refusé par la banque',
  CANCELLED: 'Abandonné',
  EXPIRED: 'Expiré',
  FAILED: 'Échec technique',
  RETURNED: 'Rejeté par la banque',
  PARTIALLY_REFUNDED: 'Remboursé en partie',
  REFUNDED: 'Remboursé',
  NEEDS_REVIEW: 'En cours de vérification',
};
const goodStatuses: readonly PaymentStatus[] = ['PAID', 'AUTHORIZED'];
const badStatuses: readonly PaymentStatus[] = ['REFUSED', 'CANCELLED', 'EXPIRED', 'FAILED', 'RETURNED'];

const form = element<HTMLFormElement>('checkout');
const button = form.querySelector('button') as HTMLButtonElement;

// One key for one intention to pay: sent again after a lost answer, it finds the same payment instead of making a
// second one. Another amount or another customer is another intention, and gets another key.
let idempotencyKey = crypto.randomUUID();
form.addEventListener('input', () => {
  idempotencyKey = crypto.randomUUID();
});

let following = new AbortController();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void pay();
});

async function pay(): Promise<void> {
  button.disabled = true;
  showProblem(null);
  try {
    const { initiatePayment } = await execute(StartCheckoutDocument, { input: readInput() });
    if (initiatePayment.__typename === 'InitiatePaymentSuccess') start(initiatePayment.payment);
    else refuse(initiatePayment);
  } catch {
    // Nobody knows whether the payment was recorded. The key stays the same, so trying again is safe.
    showProblem('Le service de paiement ne répond pas. Réessayez dans un instant.');
  } finally {
    button.disabled = false;
  }
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
    idempotencyKey,
  };
}

/** `12,5` → `1250`, by moving digits: money is never a floating number. What is no amount, the gateway refuses. */
function toCents(euros: string): string {
  const [, whole, decimals = ''] = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(euros.replaceAll(/\s/g, '')) ?? [];
  return whole === undefined ? euros : `${whole}${decimals.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
}

function start(payment: Payment): void {
  // The key has done its work: the next click on the button is a new payment.
  idempotencyKey = crypto.randomUUID();
  element('payment').hidden = false;
  element('reference').textContent = payment.reference;
  element('formatted').textContent = payment.amount.formatted;
  element('story').replaceChildren();
  element<HTMLAnchorElement>('link').href = payment.paymentUrl ?? '';
  showStatus(payment.status);
  // A browser may keep the new tab from opening; the link is there for that.
  if (payment.paymentUrl !== null) window.open(payment.paymentUrl, '_blank', 'noopener');

  following.abort();
  following = new AbortController();
  void follow(payment.id, following.signal);
}

/** Shows what happens to the payment as it happens. A broken connection goes on behind the last event that came. */
async function follow(id: string, signal: AbortSignal): Promise<void> {
  let afterEvent: string | null = null;
  while (!signal.aborted) {
    try {
      for await (const { paymentUpdated } of subscribe(FollowCheckoutDocument, { id, afterEvent }, signal)) {
        afterEvent = paymentUpdated.id;
        showStatus(paymentUpdated.status);
        tell(paymentUpdated.status, paymentUpdated.createdAt);
      }
    } catch {
      // The gateway or the network is away for a moment.
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function showStatus(status: PaymentStatus): void {
  const chip = element('status');
  chip.textContent = statusTexts[status];
  chip.classList.toggle('good', goodStatuses.includes(status));
  chip.classList.toggle('bad', badStatuses.includes(status));
}

function tell(status: PaymentStatus, createdAt: string): void {
  const entry = document.createElement('li');
  entry.textContent = `${new Date(createdAt).toLocaleTimeString('fr-FR')} · ${statusTexts[status]}`;
  element('story').append(entry);
}

/** `path` says which field; `message` is for developers, so customers get a text of this page. */
function refuse({ message, path }: Exclude<Result, { __typename: 'InitiatePaymentSuccess' }>): void {
  console.warn(message);
  const field = path?.[0];
  if (field === 'amount') showProblem('Indiquez un montant en euros, par exemple 12,50.', field);
  else if (field === 'email') showProblem('Indiquez une adresse e-mail valable.', field);
  else showProblem('Ce paiement ne peut pas être demandé ainsi.');
}

function showProblem(message: string | null, field?: string): void {
  const problem = element('problem');
  problem.hidden = message === null;
  problem.textContent = message ?? '';
  for (const input of form.querySelectorAll('input')) input.setAttribute('aria-invalid', String(input.name === field));
}

function element<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`There is no #${id} in the page.`);
  return found as Kind;
}
