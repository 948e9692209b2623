import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { html } from 'hono/html';
import type { Markup } from '../../html/page.ts';
import {
  documentedTypes,
  type Entry,
  entriesOf,
  type Field,
  type RootKind,
  rootFields,
  rootKinds,
  type Search,
  usesOf,
} from './model.ts';
import { entryList, fieldTable, inputTable, prose, section, table, typeLink } from './parts.ts';
import type { ReferenceTexts } from './texts.ts';

/** A page's heading and content. */
export type Content = { readonly title: string; readonly body: Markup };

/** The start: root fields in the order of use, then types by name. With a query, what it finds. */
export function renderStart(schema: GraphQLSchema, texts: ReferenceTexts, query: string, search: Search): Content {
  const form = html`<form class="search" role="search" method="get" action="/docs/graphql">
<label for="q">${texts.search}</label><input id="q" name="q" type="search" value="${query}" placeholder="${texts.searchHint}" autocomplete="off" maxlength="100">
<button>${texts.search}</button></form>`;
  const found = query === '' ? null : search(query);
  const entries = entriesOf(schema);
  const lists = [...rootKinds, 'types' as const].map((kind) =>
    section(texts[kind], entryList(entries.filter((one) => one.kind === kind))),
  );
  const results = found === null ? lists : [resultsOf(found, texts)];
  return {
    title: texts.title,
    body: html`<p>${texts.intro}</p>${form}<div id="results" aria-live="polite">${results}</div>`,
  };
}

const resultsOf = (found: readonly Entry[], texts: ReferenceTexts): Markup =>
  section(`${texts.found} (${found.length})`, found.length === 0 ? html`<p>${texts.nothing}</p>` : entryList(found));

const singular = { mutations: 'mutation', queries: 'query', subscriptions: 'subscription' } as const;

/** One root field; null where there is none of this name. */
export function renderField(
  schema: GraphQLSchema,
  kind: RootKind,
  name: string,
  texts: ReferenceTexts,
): Content | null {
  const field = rootFields(schema, kind).find((one) => one.name === name);
  if (field === undefined) return null;
  const returned = getNamedType(field.type);
  const body = html`<p class="kind">${texts[singular[kind]]}</p><p>${prose(field.description)}</p>
${signatureOf(field)}
${field.args.length === 0 ? '' : section(texts.arguments, inputTable(field.args, texts), ...inputsOf(field, texts))}
${section(texts.returns, html`<p><code>${typeLink(field.type)}</code></p>`, bodyOf(schema, returned, texts))}`;
  return { title: name, body };
}

const signatureOf = ({ name, args, type }: Field): Markup => {
  const inside = args.map((one) => html`  ${one.name}: ${typeLink(one.type)}\n`);
  return html`<pre><code>${name}${args.length === 0 ? '' : html`(\n${inside})`}: ${typeLink(type)}</code></pre>`;
};

/** The fields of its input types, which a reader wants at once. */
const inputsOf = ({ args }: Field, texts: ReferenceTexts): Markup[] =>
  args.flatMap(({ type }) => {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) return [];
    return [html`<h3><code>${named.name}</code></h3>`, inputTable(Object.values(named.getFields()), texts)];
  });

/** One type; null where there is none of this name. */
export function renderType(schema: GraphQLSchema, name: string, texts: ReferenceTexts): Content | null {
  const type = documentedTypes(schema).find((one) => one.name === name);
  if (type === undefined) return null;
  const uses = usesOf(schema, name);
  const body = html`<p class="kind">${kindOf(type)}</p><p>${prose(type.description)}</p>
${bodyOf(schema, type, texts)}
${uses.length === 0 ? '' : section(texts.usedBy, entryList(uses))}`;
  return { title: name, body };
}

function kindOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) return 'enum';
  if (isUnionType(type)) return 'union';
  if (isInputObjectType(type)) return 'input';
  if (isInterfaceType(type)) return 'interface';
  return isObjectType(type) ? 'type' : 'scalar';
}

function bodyOf(schema: GraphQLSchema, type: GraphQLNamedType, texts: ReferenceTexts): Markup {
  if (isEnumType(type)) {
    const rows = type.getValues().map(({ name, description }) => [html`<code>${name}</code>`, prose(description)]);
    return html`<h3>${texts.values}</h3>${table([texts.name, texts.description], rows)}`;
  }
  if (isUnionType(type)) return html`<h3>${texts.members}</h3>${typeList(type.getTypes())}`;
  if (isInputObjectType(type))
    return html`<h3>${texts.fields}</h3>${inputTable(Object.values(type.getFields()), texts)}`;
  if (!isObjectType(type) && !isInterfaceType(type)) return html``;
  const fields = html`<h3>${texts.fields}</h3>${fieldTable(Object.values(type.getFields()), texts)}`;
  const interfaces = type.getInterfaces();
  const parents =
    interfaces.length === 0
      ? ''
      : html`<p>${texts.implements} ${interfaces.map((one) => html`<code>${typeLink(one)}</code> `)}</p>`;
  const children = isInterfaceType(type)
    ? html`<h3>${texts.implementedBy}</h3>${typeList(schema.getPossibleTypes(type))}`
    : '';
  return html`${parents}${fields}${children}`;
}

export const typeList = (types: readonly GraphQLNamedType[]): Markup =>
  html`<ul class="entries">${types.map((one) => html`<li><code>${typeLink(one)}</code> <span>${prose(one.description)}</span></li>`)}</ul>`;
