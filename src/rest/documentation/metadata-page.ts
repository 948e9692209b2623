import { html } from 'hono/html';
import { type Markup, renderPage } from '../../html/page.ts';
import { operation, routes, statusOperation } from '../request/operation.ts';
import {
  answerSection,
  code,
  enumsSection,
  errorsSection,
  exchangeSection,
  type Language,
  type MetadataFormat,
  metadataFormats,
  parametersSection,
  sayIn,
  section,
  table,
} from './metadata-sections.ts';
import { metadataTexts } from './page-texts.ts';
import { renderScriptSample, sampleCallback, samplePath, sampleValues } from './samples.ts';
import type { DocumentationSettings } from './settings.ts';

type Shown = { readonly language: Language; readonly nonce: string };

const metadataPath = (format: MetadataFormat, language: Language): string =>
  `/${format}/metadata?op=${operation.name}&lang=${language}`;

/** The operations of the interface, and links to their documentation. */
export function renderOperations({ language, nonce }: Shown): string {
  const say = sayIn(language);
  const formats = metadataFormats.map(
    (format) => html`<a href="${metadataPath(format, language)}">${format.toUpperCase()}</a> `,
  );
  const rows = [
    html`<tr><th scope="row"><a href="${metadataPath('json', language)}"><code>${operation.name}</code></a></th>
<td>${operation.summary[language]}</td><td>${operation.methods.join(', ')}</td><td class="formats">${formats}</td></tr>`,
    html`<tr><th scope="row"><a href="/json/metadata?op=${statusOperation.name}&lang=${language}"><code>${statusOperation.name}</code></a></th>
<td>${statusOperation.summary[language]}</td><td>${statusOperation.methods.join(', ')}</td><td></td></tr>`,
  ];
  const links = [
    [`/docs?lang=${language}`, say('viewer')],
    [`/openapi.json?lang=${language}`, say('openapi')],
    [`/types/typescript?lang=${language}`, say('types')],
    ['/graphql', say('newInterface')],
    [`/docs/graphql?lang=${language}`, say('graphqlReference')],
  ] as const;
  const body = html`<p>${say('operationsDetail')}</p>
${table([say('name'), say('description'), say('verbs'), say('formats')], rows)}
${section(
  'links',
  say('documentation'),
  html`<ul>${links.map(([address, label]) => html`<li><a href="${address}">${label}</a></li>`)}</ul>`,
)}`;
  return shell({ language, nonce }, say('operations'), '/metadata?', body);
}

/** One operation, with its samples in one format. */
export function renderOperation(settings: DocumentationSettings, format: MetadataFormat, shown: Shown): string {
  const { language } = shown;
  const tabs = metadataFormats.map((name) =>
    name === format
      ? html`<span aria-current="page">${name.toUpperCase()}</span> `
      : html`<a href="${metadataPath(name, language)}">${name.toUpperCase()}</a> `,
  );
  const body = html`<p>${operation.summary[language]}</p>
<nav class="formats">${tabs}</nav>
${routesSection(language)}
${sampleSection(settings, format, language)}
${parametersSection(language)}
${enumsSection(language)}
${exchangeSection(settings, format, language)}
${answerSection(language)}
${errorsSection(settings, format, language)}
${formatsSection(language)}
${jsonpSection(settings, language)}
${formSection(settings, language)}
${section('twice', metadataTexts.twice[language], html`<p>${metadataTexts.twiceDetail[language]}</p>`)}`;
  return shell(shown, operation.name, `/${format}/metadata?op=${operation.name}&`, body);
}

export function shell({ language, nonce }: Shown, title: string, path: string, content: Markup): string {
  const other = language === 'fr' ? 'en' : 'fr';
  const body = html`<link rel="stylesheet" href="/metadata/metadata.css" nonce="${nonce}">
<header class="brand wide"><a href="/?lang=${language}">Règlement</a>
<a class="language" href="${path}lang=${other}" lang="${other}" hreflang="${other}">${other === 'fr' ? 'Français' : 'English'}</a></header>
<main class="documentation"><h1>${title}</h1>${content}</main>`;
  return renderPage({ language, title, body, nonce });
}

function routesSection(language: Language): Markup {
  const verbs = operation.methods.map((method) => html`<span class="verb">${method}</span> `);
  const byName = metadataTexts.byName[language];
  const rows = [
    ...routes.map((route) => [route, ''] as const),
    [`/json/reply/${operation.name}`, byName] as const,
    [`/api/${operation.name}`, byName] as const,
  ];
  return section(
    'routes',
    metadataTexts.routes[language],
    html`<ul class="routes">${rows.map(
      ([route, note]) => html`<li>${verbs}<code>${route}</code> <span class="soft">${note}</span></li>`,
    )}</ul>`,
  );
}

function sampleSection(
  { publicUrl, identifiesCallers }: DocumentationSettings,
  format: MetadataFormat,
  language: Language,
): Markup {
  const address = `${publicUrl}${samplePath({ suffix: `.${format}` })}`;
  const page = `${publicUrl}${samplePath()}`;
  return section(
    'sample',
    metadataTexts.tryIt[language],
    html`<p class="soft">${metadataTexts.tryItDetail[language]}</p>
${identifiesCallers ? html`<p class="soft">${metadataTexts.callers[language]}</p>` : ''}
<p><a class="sample" href="${address}">${address}</a></p>
<p><a class="sample" href="${page}">${page}</a></p>`,
    code(`curl '${address}'`),
  );
}

function formatsSection(language: Language): Markup {
  const rules = ['bySuffix', 'byCallback', 'byParameter', 'byRoute', 'byAccept', 'byDefault'] as const;
  return section(
    'formats',
    metadataTexts.formats[language],
    html`<p>${metadataTexts.formatsDetail[language]}</p>
<ol>${rules.map((rule) => html`<li>${metadataTexts[rule][language]}</li>`)}</ol>`,
  );
}

function jsonpSection({ publicUrl, envelopeCasing }: DocumentationSettings, language: Language): Markup {
  const page = `<script>
  function ${sampleCallback}(payment) {
    if (payment.payment_url) location.href = payment.payment_url;
  }
</script>
<script src="${publicUrl}${samplePath()}?callback=${sampleCallback}"></script>`;
  return section(
    'jsonp',
    metadataTexts.jsonp[language],
    html`<p class="soft">${metadataTexts.jsonpDetail[language]}</p>`,
    code(page),
    code(renderScriptSample(publicUrl, envelopeCasing)),
  );
}

function formSection({ publicUrl }: DocumentationSettings, language: Language): Markup {
  const comment = operation.fields.find(({ place }) => place === 'optional path');
  const inputs = Object.entries(sampleValues(comment ? [comment] : [])).map(
    ([name, value]) => `  <input name="${name}" value="${value}">\n`,
  );
  const form = `<form method="post" action="${publicUrl}${samplePath()}">\n${inputs.join('')}  <button>OK</button>\n</form>`;
  return section('form', metadataTexts.form[language], code(form));
}
