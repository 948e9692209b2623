import { randomBytes } from 'node:crypto';
import { html } from 'hono/html';
import { type Markup, pageHeaders, renderPage } from '../../html/page.ts';
import { type Language, pageTexts, statusTexts, statusTones, typeTexts } from '../../html/texts.ts';
import { formatMoney } from '../../kernel/money.ts';
import { paymentType, type RetryAdvice } from '../../kernel/vocabulary.ts';
import type { BoundFields } from '../request/bind.ts';
import type { Field, Texts } from '../request/fields.ts';
import { fieldNamed, type OperationName, operation } from '../request/operation.ts';
import type { PaymentAnswer, StatusAnswer } from './answer.ts';
import type { Fault, FieldFault } from './errors.ts';
import { doorTexts, faultTexts, fieldTexts } from './html-texts.ts';

type RenderedPage = { readonly body: string; readonly contentSecurityPolicy: string };

/** The codes that say that a value cannot be used. */
const valueCodes: ReadonlySet<string> = new Set(['InvalidInput', 'SerializationException']);
const wholeCents = /^[1-9]\d{0,11}$/;

/** The payment: the request, the amount in euros, the status, and one button that leads on. */
export function renderHtmlAnswer(answer: PaymentAnswer | StatusAnswer, language: Language): RenderedPage {
  const [title] = statusTexts[language][answer.status];
  const say = (text: keyof typeof doorTexts): string => doorTexts[text][language];
  const facts = operation.fields.flatMap((field) =>
    field.name in answer ? shownField(field, String(answer[field.name as keyof StatusAnswer] ?? ''), [], language) : [],
  );
  const mode = answer.effective_run_mode === 'TEST' ? html`<span class="mode">${pageTexts[language].test}</span>` : '';
  const label = say(answer.status === 'REQUIRES_ACTION' ? 'lead' : 'seeOutcome');
  const buttons =
    answer.payment_url === undefined
      ? ''
      : html`<div class="buttons"><a class="button" href="${answer.payment_url}">${label}</a></div>`;
  return page(
    language,
    title,
    html`<header class="brand">${mode}Règlement</header>
<main><h1 class="${statusTones[answer.status]}">${title}</h1>
<p class="amount">${inEuros(answer.amount, language)}</p>
${'replayed' in answer && answer.replayed ? html`<p class="soft">${say('replayed')}</p>` : ''}
${buttons}
<dl>${facts}</dl></main>
<footer>${pageTexts[language].reference} <span>${answer.reference}</span></footer>`,
  );
}

export type FaultPage = {
  readonly bound: BoundFields;
  readonly language: Language;
  readonly requestId: string;
  readonly operationName: OperationName;
};

/** Why there is no payment. Each error is beside its field, with the given value. */
export function renderHtmlFault(fault: Fault, { bound, language, requestId, operationName }: FaultPage): RenderedPage {
  const say = (text: keyof typeof doorTexts): string => doorTexts[text][language];
  const facts = operation.fields.flatMap((field) =>
    shownField(
      field,
      bound[field.name] ?? '',
      fault.errors.filter(({ fieldName }) => fieldNamed(fieldName) === field),
      language,
    ),
  );
  const others = fault.errors.filter(({ fieldName }) => fieldNamed(fieldName) === null);
  // Where the fields that cannot be read are shown, the request as a whole was.
  const code = valueCodes.has(fault.errorCode) && fault.errors.length > 0 ? 'InvalidInput' : fault.errorCode;
  const reason = faultTexts.get(code)?.[language] ?? fault.message;
  return page(
    language,
    say('refused'),
    html`<header class="brand">Règlement</header>
<main><h1>${say('refused')}</h1>
<p class="bad">${reason}</p>
${others.length === 0 ? '' : html`<ul>${others.map(({ fieldName }) => html`<li><code>${fieldName}</code></li>`)}</ul>`}
${
  // A caller that asked for a status did not ask for a payment.
  isUnrecorded(fault) && operationName === operation.name ? html`<p class="soft">${say('nothingRecorded')}</p>` : ''
}
${facts.length === 0 ? '' : html`<dl>${facts}</dl>`}</main>
<footer>${say('requestId')} ${requestId}</footer>`,
  );
}

/** After an unexpected fault, or a lost answer to a commit, the page cannot know. */
const isUnrecorded = ({ status, meta }: Fault): boolean =>
  status !== 500 && meta?.retryAdvice !== ('CHECK_STATUS_FIRST' satisfies RetryAdvice);

/** A field with its value and its problem; nothing where it has neither. */
function shownField(field: Field, value: string, faults: readonly FieldFault[], language: Language): Markup[] {
  if (value === '' && faults.length === 0) return [];
  const shown = field.name === 'amount' && wholeCents.test(value) ? inEuros(value, language) : value;
  const meaning =
    field.kind === paymentType && paymentType.has(value)
      ? html` <span class="soft">${typeTexts[language][value]}</span>`
      : '';
  const errors = faults.map((fault) => html`<p class="field-error">${explain(field, fault)[language]}</p>`);
  return [html`<dt>${field.label[language]}</dt><dd>${shown}${meaning}${errors}</dd>`];
}

/**
 * The problem in a person's words: its own text, the field's rule for a bad value, or the meaning of the error code.
 */
function explain(field: Field, { errorCode, texts }: FieldFault): Texts {
  return (
    texts ??
    fieldTexts.get(errorCode) ??
    (valueCodes.has(errorCode) ? field.rule : (faultTexts.get(errorCode) ?? field.rule))
  );
}

const inEuros = (cents: string, language: Language): string =>
  formatMoney({ cents: Number(cents), currency: 'EUR' }, pageTexts[language].locale);

function page(language: Language, title: string, body: Markup): RenderedPage {
  const nonce = randomBytes(16).toString('base64');
  const { 'Content-Security-Policy': policy = '' } = pageHeaders({ nonce, language });
  return { body: renderPage({ language, title, body, nonce }), contentSecurityPolicy: policy };
}
