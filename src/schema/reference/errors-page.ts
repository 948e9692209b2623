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
} from '../../kernel/errors.ts';
import { paymentErrorCode, retryAdvice } from '../../kernel/vocabulary.ts';
import { OutcomeUnknownError, UnsupportedPaymentError } from '../../modules/payments/payment-errors.ts';
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
  new OutcomeUnknownError({} as ConstructorParameters<typeof OutcomeUnknownError>[0]),
];

/** Codes of `errors[].extensions.code`, for a request that no operation answered. */
const requestErrors: readonly (readonly [code: string, status: number, meaning: string])[] = [
  [
    'BAD_REQUEST',
    400,
    'The request is no GraphQL request: the method, `Content-Type`, `Accept` or the JSON. The status says which: 400, 405, 406, 413 or 415.',
  ],
  ['GRAPHQL_PARSE_FAILED', 400, 'The document cannot be read; `locations` has the place.'],
  ['GRAPHQL_VALIDATION_FAILED', 400, 'The document does not fit the schema.'],
  ['DOCUMENT_REFUSED', 400, 'The document is larger, deeper or costs more than a client may ask.'],
  [
    'BAD_USER_INPUT',
    200,
    'A variable, a page size or a cursor cannot be used; 400 where a variable does not fit its type.',
  ],
  ['UNAUTHENTICATED', 401, 'No API key, or one that is unknown.'],
  ['CROSS_SITE_REQUEST', 403, 'A browser sent it from a site that is not in `graphql.corsOrigins`.'],
  ['RATE_LIMITED', 429, 'Too many requests; `Retry-After` says when to try again.'],
  ['TOO_MANY_SUBSCRIPTIONS', 429, 'The client has as many open subscriptions as it may have.'],
  [
    'INTERNAL_SERVER_ERROR',
    200,
    'A fault of the gateway. The outcome is unknown: send the same idempotency key again, and quote the request id.',
  ],
  ['DATABASE_UNAVAILABLE', 503, 'The database does not answer: try again with the same idempotency key.'],
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
  const requests = requestErrors.map(([code, status, meaning]) => [
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
