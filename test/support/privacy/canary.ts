import type { sendRaw } from '../rest/requests.ts';

/** Data that must be found nowhere but in the answers to whom it belongs: words with a mark, and what has a form. */
export const mark = 'cnry';
export const cardNumber = '4970110000000013';
export const iban = 'DE89370400440532013000';
export const phone = '+33698765432';
export const keys = { owner: `rgl_${mark}-key-of-the-owner`, other: `rgl_${mark}-key-of-another-client` } as const;
export const keyOf = (name: keyof typeof keys): Record<string, string> => ({ Authorization: `Bearer ${keys[name]}` });

export const input = {
  paymentTarget: 'LABANQUEPOSTALE',
  paymentRunMode: 'TEST',
  paymentType: 'CB',
  idOrigin: 'web',
  idSociete: '1',
  idClient: `${mark}IdClient`,
  idCommande: `${mark}Order`,
  amount: 1250,
  email: `${mark}.email+tag@example.fr`,
  commentaire: `${mark} été 100%`,
  idempotencyKey: `${mark}-idempotency`,
  returnUrl: `https://shop.example/${mark}?name=${mark}`,
  mandate: `${mark}-RUM`,
  payer: {
    firstName: `${mark}First`,
    lastName: `${mark}Last`,
    address: `1 rue ${mark}`,
    zipCode: '75002',
    city: `${mark}ville`,
    country: 'FR',
    phone,
  },
};

export const mutation = `mutation ${mark}($input: InitiatePaymentInput!) { initiatePayment(input: $input) {
  __typename
  ... on InitiatePaymentSuccess { payment { id reference paymentUrl nextAction { ... on RedirectAction { url fields { name value } } } } }
  ... on PaymentError { code message path requestId }
} }`;

export type Reference = { readonly id: string; readonly reference: string; readonly paymentUrl: string };
export type Payment = Reference & { readonly nextAction: { url: string; fields: { name: string; value: string }[] } };

export type Ask = (path: string, options?: Parameters<typeof sendRaw>[2]) => Promise<string>;
export type Graphql = (body: object | string, more?: Record<string, string>) => Promise<string>;
