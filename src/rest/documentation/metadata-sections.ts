import { html, raw } from 'hono/html';
import type { Markup } from '../../html/page.ts';
import type { ClosedSet } from '../../kernel/closed-set.ts';
import { paymentStatus } from '../../kernel/vocabulary.ts';
import type { Texts } from '../request/fields.ts';
import { contentTypes } from '../request/format.ts';
import { operation } from '../request/operation.ts';
import type { PaymentAnswer } from '../response/answer.ts';
import { answerFieldNamed, isClosedSet } from './answer-fields.ts';
import { type DocumentedSet, documentedSet, requestSets } from './closed-sets.ts';
import { type DocumentedError, documentedErrors, plainErrors } from './errors.ts';
import { metadataTexts, placeTexts } from './page-texts.ts';
import { renderSamples, sampleAnswer, sampleFault, samplePath } from './samples.ts';
import type { DocumentationSettings } from './settings.ts';

export type Language = keyof Texts;
/** The old page had one for each of these, and so has this one. */
export const metadataFormats = ['json', 'xml', 'jsv', 'csv'] as const;
export type MetadataFormat = (typeof metadataFormats)[number];

export const section = (id: string, title: string, ...content: readonly (Markup | string)[]): Markup =>
  html`<section id="${id}"><h2>${title}</h2>${content}</section>`;

/** On a narrow screen each row is a block of its own, with the heads beside its cells. */
export const table = (heads: readonly string[], rows: readonly Markup[]): Markup =>
  html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map((row) => labelled(row, heads))}</tbody></table>`;

/** The cells of a row, each with the head of its column. */
function labelled(row: Markup, heads: readonly string[]): Markup {
  let column = 0;
  return html`${raw(String(row).replaceAll(/<t[dh](?=[ >])/g, (tag) => `${tag} ${html`data-label="${heads[column++] ?? ''}"`}`))}`;
}

export const code = (text: string): Markup => html`<pre tabindex="0"><code>${text}</code></pre>`;

export const sayIn =
  (language: Language) =>
  (name: keyof typeof metadataTexts): string =>
    metadataTexts[name][language];

export function parametersSection(language: Language): Markup {
  const say = sayIn(language);
  const rows = operation.fields.map(({ name, place, kind, required, guarded, description, rule }) => {
    const type = kind === 'string' ? html`string` : setLink(kind);
    return html`<tr><th scope="row"><code>${name}</code>${guarded ? ' *' : ''}</th><td>${placeTexts[place][language]}</td><td>${type}</td>
<td>${say(required ? 'yes' : 'no')}</td><td>${description[language]} <span class="soft">${rule[language]}</span></td></tr>`;
  });
  const heads = [say('name'), say('location'), say('type'), say('required'), say('description')];
  return section(
    'parameters',
    say('parameters'),
    html`<p class="soft">${say('parametersDetail')}</p>`,
    table(heads, rows),
  );
}

export function enumsSection(language: Language): Markup {
  const say = sayIn(language);
  const sets = requestSets.map((documented) => setTable(documented, language));
  return section('enums', say('enums'), html`<p class="soft">${say('enumsDetail')}</p>`, ...sets);
}

/** Numbers stand where they are taken for names. */
function setTable(documented: DocumentedSet, language: Language): Markup {
  const say = sayIn(language);
  const { set, description, values } = documented;
  const hasOrdinals = requestSets.includes(documented);
  const rows = values.map((value) => {
    const ordinal = hasOrdinals ? html`<td>${value.ordinal}</td>` : '';
    return html`<tr><th scope="row"><code>${value.name}</code></th>${ordinal}<td>${withCode(value.description[language])}</td></tr>`;
  });
  const heads = [say('value'), ...(hasOrdinals ? [say('ordinal')] : []), say('description')];
  return html`<h3 id="${set.name}">${set.name}</h3><p>${description[language]}</p>${table(heads, rows)}`;
}

/** Text between backticks is code. */
const withCode = (text: string): (Markup | string)[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

const setLink = ({ name }: ClosedSet<string>): Markup => html`<a href="#${name}">${name}</a>`;

/** A request and its answer, in the format of the page. */
export function exchangeSection(settings: DocumentationSettings, format: MetadataFormat, language: Language): Markup {
  const { host } = new URL(settings.publicUrl);
  const { answer } = renderSamples(settings.publicUrl, settings.envelopeCasing)[format];
  const request = [`GET ${samplePath({ withComment: true, suffix: `.${format}` })} HTTP/1.1`, `Host: ${host}`];
  const response = ['HTTP/1.1 200 OK', `Content-Type: ${contentTypes[format]}`, '', inLines(answer, format)];
  return section('exchange', sayIn(language)('exchange'), code(request.join('\n')), code(response.join('\n')));
}

export function answerSection(language: Language): Markup {
  const say = sayIn(language);
  const names = Object.keys(sampleAnswer('')) as (keyof PaymentAnswer)[];
  const rows = names.map((field) => {
    const { kind, description } = answerFieldNamed(field);
    const name = kind === 'text' ? 'string' : kind;
    const type = typeof name === 'string' ? name : isClosedSet(name) ? setLink(name) : 'object';
    return html`<tr><th scope="row"><code>${field}</code></th><td>${type}</td><td>${description[language]}</td></tr>`;
  });
  const heads = [say('name'), say('type'), say('description')];
  return section(
    'answer',
    say('answer'),
    html`<p class="soft">${say('answerDetail')}</p>`,
    table(heads, rows),
    setTable(documentedSet(paymentStatus), language),
  );
}

export function errorsSection(settings: DocumentationSettings, format: MetadataFormat, language: Language): Markup {
  const say = sayIn(language);
  const { fault } = renderSamples(settings.publicUrl, settings.envelopeCasing)[format];
  const response = [
    `HTTP/1.1 ${sampleFault.status}`,
    `Content-Type: ${contentTypes[format]}`,
    '',
    inLines(fault, format),
  ];
  const plain = plainErrors.map(
    ({ status, meaning }) =>
      html`<tr><td>${status}</td><td class="soft">${say('withoutEnvelope')}</td><td>${meaning[language]}</td></tr>`,
  );
  return section(
    'errors',
    say('errors'),
    html`<p class="soft">${say('errorsDetail')}</p>`,
    code(response.join('\n')),
    errorsTable(documentedErrors, language, plain),
  );
}

export function errorsTable(
  errors: readonly DocumentedError[],
  language: Language,
  others: readonly Markup[] = [],
): Markup {
  const say = sayIn(language);
  const rows = errors.map(
    ({ status, errorCode, meaning }) =>
      html`<tr><td>${status}</td><th scope="row"><code>${errorCode}</code></th><td>${meaning[language]}</td></tr>`,
  );
  return table([say('status'), say('code'), say('description')], [...rows, ...others]);
}

/** JSON goes out without blanks; here it is read. */
const inLines = (body: string, format: MetadataFormat): string =>
  format === 'json' ? JSON.stringify(JSON.parse(body), null, 2) : body.trimEnd();
