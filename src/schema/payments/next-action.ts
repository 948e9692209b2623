import { bankCodeBefore, isUsable } from '../../modules/payments/attempts/attempts.ts';
import { giveForm, isGiven } from '../../modules/payments/attempts/give-form.ts';
import { timeIsOver } from '../../modules/payments/initiation/expire-payment.ts';
import { bankTransferOf, formOf, payUrl } from '../../modules/payments/initiation/payment-instructions.ts';
import type { Attempt, Payment } from '../../modules/payments/payment.ts';
import type { BankTransfer, RedirectForm } from '../../modules/payments/provider.ts';
import { builder } from '../builder.ts';
import type { SchemaContext } from '../server/context.ts';
import { Money } from '../server/money.ts';
import type { PaymentSource } from './payment-fields.ts';

type Redirect = { readonly kind: 'REDIRECT'; readonly form: RedirectForm };
type Transfer = { readonly kind: 'TRANSFER'; readonly transfer: BankTransfer };

const FormField = builder.objectRef<readonly [string, string]>('FormField').implement({
  description: 'A field of a form.',
  fields: (t) => ({
    name: t.string({ description: 'Its name.', resolve: ([name]) => name }),
    value: t.string({ description: 'Its value, to be posted as it is.', resolve: ([, value]) => value }),
  }),
});

const RedirectAction = builder.objectRef<Redirect>('RedirectAction').implement({
  description:
    "Send the customer's browser to `url`, with the fields in their order: a form, or a plain link where there are none.",
  fields: (t) => ({
    method: t.string({ description: '`POST` or `GET`.', resolve: ({ form }) => form.method }),
    url: t.field({
      type: 'URL',
      description: "The bank's page, or the gateway's, which leads there.",
      resolve: ({ form }) => form.url,
    }),
    fields: t.field({
      type: [FormField],
      description: 'The signed fields; none may be changed.',
      resolve: ({ form }) => Object.entries(form.fields),
    }),
    // An executor resolves each name and value of a list separately: more work than the rest of the answer.
    values: t.field({
      type: 'FormValues',
      description: 'The same fields as one object.',
      resolve: ({ form }) => form.fields,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when the form can be used; afterwards use `paymentUrl`, which makes a new one.',
      resolve: ({ form }) => form.expiresAt,
    }),
  }),
});

const BankTransferAction = builder.objectRef<Transfer>('BankTransferAction').implement({
  description: 'Show these to the customer, who transfers the amount with the reference.',
  fields: (t) => ({
    iban: t.string({ description: 'The account, without blanks.', resolve: ({ transfer }) => transfer.iban }),
    bic: t.string({ description: "The account's bank.", resolve: ({ transfer }) => transfer.bic }),
    creditorName: t.string({
      description: 'The name to give to the bank, exactly as it is.',
      resolve: ({ transfer }) => transfer.creditorName,
    }),
    reference: t.string({
      description: 'ISO 11649, unique for each payment: it is how the money is recognised.',
      resolve: ({ transfer }) => transfer.reference,
    }),
    amount: t.field({
      type: Money,
      description: 'The amount to transfer: what is left of it where a part has come.',
      resolve: ({ transfer }) => transfer.amountCents,
    }),
    qrCodeSvg: t.string({
      description: 'The same as an EPC QR code (SVG), for the apps of banks that read it.',
      resolve: ({ transfer }) => transfer.qrCodeSvg,
    }),
  }),
});

export const NextAction = builder.unionType('NextAction', {
  description: 'What the customer does next.',
  types: [RedirectAction, BankTransferAction],
  resolveType: (action) => (action.kind === 'REDIRECT' ? RedirectAction : BankTransferAction),
});

/** The form of the last attempt while it is valid, else the link that makes a new one; or the transfer's details. */
export function nextActionOf(
  payment: PaymentSource,
  context: SchemaContext,
): Promise<Redirect | Transfer | null> | Redirect | null {
  const { services } = context;
  const { lastAttempt } = payment;
  if (payment.status !== 'REQUIRES_ACTION' || timeIsOver(services, payment)) return null;
  if (payment.flow === 'BANK_TRANSFER') {
    return bankTransferOf(services, payment).then((transfer) => transfer && { kind: 'TRANSFER', transfer });
  }
  // At once where nothing has to be read: an executor waits for a promise at every level above it.
  return lastAttempt === undefined
    ? services.store.lastAttemptOf(payment.id).then((attempt) => redirectOf(payment, attempt, context))
    : redirectOf(payment, lastAttempt, context);
}

function redirectOf(payment: Payment, attempt: Attempt | null, context: SchemaContext): Promise<Redirect> | Redirect {
  const { services } = context;
  if (attempt === null || !isUsable(services, payment, attempt, services.clock())) return linkOf(payment, context);
  // A form that is given already needs no writing: that of a payment that is new.
  if (attempt.number === 1 && isGiven(services, payment, attempt)) return formOrLink(payment, attempt, context, null);
  return giveForm(services, payment, attempt).then(async (isOurs) =>
    isOurs
      ? formOrLink(payment, attempt, context, await bankCodeBefore(services.store, attempt))
      : linkOf(payment, context),
  );
}

function formOrLink(payment: Payment, attempt: Attempt, context: SchemaContext, lastBankCode: string | null): Redirect {
  const form = formOf(context.services, payment, attempt, context.language, lastBankCode);
  return form ? { kind: 'REDIRECT', form } : linkOf(payment, context);
}

function linkOf(payment: Payment, { services }: SchemaContext): Redirect {
  const url = payUrl(services.settings.publicUrl, payment);
  return { kind: 'REDIRECT', form: { method: 'GET', url, fields: {}, expiresAt: payment.expiresAt } };
}
