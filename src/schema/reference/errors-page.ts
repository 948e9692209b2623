import { type GraphQLSchema, getNamedType, isUnionType } from 'graphql';
import { html } from 'hono/html';
import type { Markup } from '../../html/page.ts';
import {
  IdempotencyConflictError,
  InvalidInputError,
  MandateRequiredError,
  MandateStateError,
  NotAllowedError,
  OperationInProgressError,
  OperationNotPossibleError,
  PayerDataMissingError,
  type PaymentError,
  ProviderUnavailableError,
  requestErrors,
} from '../../kernel/errors.ts';
import { paymentErrorCode, retryAdvice } from '../../kernel/vocabulary.ts';
import {
  ApprovalRequiredError,
  OutcomeUnknownError,
  UnsupportedPaymentError,
} from '../../modules/payments/payment-errors.ts';
import { referencePath, rootFields } from './model.ts';
import type { Content } from './pages.ts';
import { prose, section, table } from './parts.ts';
import type { ReferenceTexts } from './texts.ts';

/** One of each: the code and the advice are those that a client gets. */
export const errorsOfUnions: readonly PaymentError[] = [
  new InvalidInputError([{ path: [], message: '' }]),
  new UnsupportedPaymentError('', [], []),
  new PayerDataMissingError([]),
  new MandateRequiredError(''),
  new MandateStateError(''),
  new NotAllowedError(''),
  new IdempotencyConflictError(''),
  new ProviderUnavailableError(''),
  new OperationNotPossibleError(''),
  new OperationInProgressError(''),
  new ApprovalRequiredError({ kind: 'REFUND' } as ConstructorParameters<typeof ApprovalRequiredError>[0]),
  new OutcomeUnknownError({} as ConstructorParameters<typeof OutcomeUnknownError>[0]),
];

/** What refusals say, and what a client does then. */
export function renderErrors(schema: GraphQLSchema, texts: ReferenceTexts): Content {
  const rows = errorsOfUnions.map((error) => [
    html`<a href="${referencePath}/types/${error.name}"><code>${error.name}</code></a><br><code>${error.code}</code>`,
    prose(paymentErrorCode.descriptions[error.code]),
    html`<a href="#${error.retryAdvice}"><code>${error.retryAdvice}</code></a>`,
    answeredBy(schema, error.name),
  ]);
  const advices = retryAdvice.names.map(
    (name) => html`<dt id="${name}"><code>${name}</code></dt><dd>${prose(retryAdvice.descriptions[name])}</dd>`,
  );
  const requests = Object.entries(requestErrors).map(([code, { status, meaning }]) => [
    html`<code>${code}</code>`,
    html`${status}`,
    prose(meaning),
  ]);
  const body = html`<p>${texts.errorsIntro}</p>
${table([texts.code, texts.meaning, texts.advice, texts.answeredBy], rows)}
${section(texts.advices, html`<dl>${advices}</dl>`)}
${section(texts.transport, html`<p>${texts.transportIntro}</p>`, table([texts.code, texts.status, texts.meaning], requests))}
<p><a href="/json/metadata?op=payment_initiate#errors">${texts.oldErrors}</a></p>`;
  return { title: texts.errors, body };
}

function answeredBy(schema: GraphQLSchema, name: string): Markup {
  const fields = rootFields(schema, 'mutations').filter(({ type }) => {
    const named = getNamedType(type);
    return isUnionType(named) && named.getTypes().some((member) => member.name === name);
  });
  const links = fields.map((field) => html`<a href="${referencePath}/mutations/${field.name}">${field.name}</a> `);
  return fields.length > 6
    ? html`<details><summary>${fields.length} mutations</summary>${links}</details>`
    : html`${links}`;
}
