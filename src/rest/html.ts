import { randomBytes } from 'node:crypto';
import { formatMoney } from '../domain/money.ts';
import { escapeHtml, renderPage } from '../html/page.ts';
import type { PaymentAnswer } from './answer.ts';
import type { BoundFields } from './bind.ts';
import type { Fault, FieldFault } from './errors.ts';
import { faultTexts, pageTexts, statusTexts } from './html-texts.ts';
import { type Field, fieldNamed, operation, type Texts } from './operation.ts';

type Language = 'fr' | 'en';
type Page = { readonly body: string; readonly contentSecurityPolicy: string };

/** The codes that say that a value cannot be used. */
const valueCodes: ReadonlySet<string> = new Set(['InvalidInput', 'SerializationException']);
const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** The payment: what was asked, the amount in euros, where it stands, and one button that leads on. */
export function renderHtmlAnswer(answer: PaymentAnswer, language: Language): Page {
  const money = formatMoney({ cents: Number(answer.amount), currency: 'EUR' }, locales[language]);
  const say = (text: keyof typeof pageTexts): string => escapeHtml(pageTexts[text][language]);
  const label = answer.status === 'REQUIRES_ACTION' ? say('lead') : say('leadToOutcome');
  const notes = [answer.effective_run_mode === 'TEST' ? say('isTest') : '', answer.replayed ? say('replayed') : ''];
  const facts = [
    term(say('state'), escapeHtml(statusTexts[answer.status][language])),
    term(say('reference'), escapeHtml(answer.reference)),
    ...operation.fields.flatMap((field) => shownField(field, field.name in answer ? String(answer[field.name as keyof PaymentAnswer] ?? '') : '', [], language)),
  ];
  return page(language, pageTexts.paymentTitle[language], [
    `<h1>${say('amountOf')} <strong>${escapeHtml(money)}</strong></h1>`,
    ...notes.filter((note) => note !== '').map((note) => `<p>${note}</p>`),
    answer.payment_url === undefined ? '' : `<p><a class="button" href="${escapeHtml(answer.payment_url)}">${label}</a></p>`,
    `<dl>${facts.join('')}</dl>`,
  ]);
}

/** Why there is no payment; each error stands beside the field that it concerns, with what was given there. */
export function renderHtmlFault(
  fault: Fault,
  { bound, language, requestId }: { readonly bound: BoundFields; readonly language: Language; readonly requestId: string },
): Page {
  const say = (text: keyof typeof pageTexts): string => escapeHtml(pageTexts[text][language]);
  const blaming = new Map(operation.fields.map((field) => [field.name, fault.errors.filter(({ fieldName }) => fieldNamed(fieldName) === field)]));
  const others = fault.errors.filter(({ fieldName }) => fieldNamed(fieldName) === null);
  const fields = operation.fields.flatMap((field) => shownField(field, bound[field.name] ?? '', blaming.get(field.name) ?? [], language));
  return page(language, pageTexts.refusedTitle[language], [
    `<h1>${say('refusedTitle')}</h1>`,
    `<p>${escapeHtml(faultTexts.get(fault.errorCode)?.[language] ?? fault.message)} ${say('nothingRecorded')}</p>`,
    others.length === 0 ? '' : `<ul>${others.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('')}</ul>`,
    fields.length === 0 ? '' : `<h2>${say('asked')}</h2><dl>${fields.join('')}</dl>`,
    `<p>${say('requestId')} <code>${escapeHtml(requestId)}</code></p>`,
  ]);
}

/** A field with its value and what is wrong with it; nothing where it has neither. */
function shownField(field: Field, value: string, faults: readonly FieldFault[], language: Language): string[] {
  if (value === '' && faults.length === 0) return [];
  const isAmount = field.name === 'amount' && faults.length === 0;
  const shown = isAmount ? formatMoney({ cents: Number(value), currency: 'EUR' }, locales[language]) : value;
  const errors = faults.map((fault) => `<p class="error">${escapeHtml(explain(field, fault)[language])}</p>`);
  return [term(escapeHtml(field.label[language]), `${escapeHtml(shown)}${errors.join('')}`)];
}

/** What is wrong, in a person's words: its own, the field's rule for a bad value, or what the error code means. */
function explain(field: Field, { errorCode, texts }: FieldFault): Texts {
  return texts ?? (valueCodes.has(errorCode) ? field.rule : (faultTexts.get(errorCode) ?? field.rule));
}

const term = (name: string, description: string): string => `<dt>${name}</dt><dd>${description}</dd>`;

function page(language: Language, title: string, parts: readonly string[]): Page {
  const nonce = randomBytes(16).toString('base64');
  return { body: renderPage({ language, title, body: parts.join('\n'), nonce }), contentSecurityPolicy: '' };
}
