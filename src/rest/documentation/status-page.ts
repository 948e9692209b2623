import { html } from 'hono/html';
import { statusOperation, statusRoute } from '../request/operation.ts';
import { statusAnswerOf } from '../response/answer.ts';
import { answerFieldNamed, isClosedSet } from './answer-fields.ts';
import { statusErrors } from './errors.ts';
import { shell } from './metadata-page.ts';
import { code, errorsTable, type Language, sayIn, section, table } from './metadata-sections.ts';
import { samplePayment } from './samples.ts';
import type { DocumentationSettings } from './settings.ts';

/** The page of `payment_status`: short, for formats, callbacks and the envelope are those of `payment_initiate`. */
export function renderStatusOperation(
  { publicUrl }: DocumentationSettings,
  shown: { readonly language: Language; readonly nonce: string },
): string {
  const { language } = shown;
  const say = sayIn(language);
  const routes = [statusRoute, ...['/json/reply/', '/api/'].map((path) => `${path}${statusOperation.name}`)];
  const { name, field, sample, methods, summary, description } = statusOperation;
  const answer = Object.keys(statusAnswerOf(samplePayment(publicUrl))).map((answerName) => {
    const { kind, description: meaning } = answerFieldNamed(answerName as keyof ReturnType<typeof statusAnswerOf>);
    const type = isClosedSet(kind) ? kind.name : typeof kind === 'string' ? 'string' : 'object';
    return html`<tr><th scope="row"><code>${answerName}</code></th><td>${type}</td><td>${meaning[language]}</td></tr>`;
  });
  const body = html`<p>${summary[language]}</p>
${section(
  'routes',
  say('routes'),
  html`<ul class="routes">${routes.map((route) => html`<li><span class="verb">${methods.join(', ')}</span> <code>${route}</code></li>`)}</ul>`,
)}
${section(
  'parameters',
  say('parameters'),
  table(
    [say('name'), say('type'), say('required'), say('description')],
    [
      html`<tr><th scope="row"><code>${field}</code></th><td>string</td><td>${say('yes')}</td><td>${description[language]}</td></tr>`,
    ],
  ),
  code(`curl '${publicUrl}/${name}/${sample}.json'`),
)}
${section('rights', say('statusRights'), html`<p>${say('statusRightsDetail')}</p>`)}
${section('answer', say('answer'), html`<p class="soft">${say('statusAnswerDetail')}</p>`, table([say('name'), say('type'), say('description')], answer))}
${section('errors', say('errors'), errorsTable(statusErrors, language))}`;
  return shell(shown, name, `/json/metadata?op=${name}&`, body);
}
