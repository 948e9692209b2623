import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLType,
  getNamedType,
  isListType,
  isNonNullType,
  isSpecifiedScalarType,
} from 'graphql';
import { html } from 'hono/html';
import type { Markup } from '../../html/page.ts';
import type { Entry, Field } from './model.ts';
import { referencePath } from './model.ts';
import type { ReferenceTexts } from './texts.ts';

/** A type as the schema writes it, with a link where it has a page. */
export function typeLink(type: GraphQLType): Markup {
  if (isNonNullType(type)) return html`${typeLink(type.ofType)}!`;
  if (isListType(type)) return html`[${typeLink(type.ofType)}]`;
  const named = getNamedType(type);
  if (isSpecifiedScalarType(named)) return html`${named.name}`;
  return html`<a href="${referencePath}/types/${named.name}">${named.name}</a>`;
}

/** A description: what stands between backticks is code. */
export const prose = (text: string | null | undefined): (Markup | string)[] =>
  (text ?? '').split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

export const section = (title: string, ...content: readonly Markup[]): Markup =>
  html`<section><h2>${title}</h2>${content}</section>`;

/** On a narrow screen each row is a block of its own, with the heads beside its cells. */
export const table = (
  heads: readonly string[],
  rows: readonly (readonly (Markup | readonly (Markup | string)[])[])[],
) =>
  html`<table class="rows"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(
    (cells) => html`<tr>${cells.map((cell, index) => html`<td data-label="${heads[index]}">${cell}</td>`)}</tr>`,
  )}</tbody></table>`;

export function inputTable(inputs: readonly (GraphQLArgument | GraphQLInputField)[], texts: ReferenceTexts): Markup {
  const rows = inputs.map((input) => {
    const { name, type, description } = input;
    return [
      html`<code>${name}</code>`,
      html`<code>${typeLink(type)}</code>`,
      [...prose(description), defaultOf(input, texts)],
    ];
  });
  return table([texts.name, texts.type, texts.description], rows);
}

function defaultOf({ default: byDefault, defaultValue }: GraphQLArgument | GraphQLInputField, texts: ReferenceTexts) {
  const value = byDefault && 'value' in byDefault ? byDefault.value : defaultValue;
  if (value === undefined) return '';
  return html` <span class="soft">${texts.byDefault} <code>${JSON.stringify(value)}</code></span>`;
}

export function fieldTable(fields: readonly Field[], texts: ReferenceTexts): Markup {
  const rows = fields.map(({ name, type, description, args }) => [
    html`<code id="${name}">${name}</code>`,
    html`<code>${typeLink(type)}</code>`,
    html`${prose(description)}${
      args.length === 0
        ? ''
        : html`<ul>${args.map((one) => html`<li><code>${one.name}: ${typeLink(one.type)}</code> ${prose(one.description)}${defaultOf(one, texts)}</li>`)}</ul>`
    }`,
  ]);
  return table([texts.name, texts.type, texts.description], rows);
}

export const entryList = (entries: readonly Entry[]): Markup =>
  html`<ul class="entries">${entries.map(
    ({ name, description, path }) =>
      html`<li><a href="${path}"><code>${name}</code></a> <span>${prose(firstSentence(description))}</span></li>`,
  )}</ul>`;

/** Backticks stay in pairs: a sentence ends outside of code. */
const firstSentence = (text: string): string => /^(?:`[^`]*`|[^`.]|\.(?!\s|$))*\.?/.exec(text)?.[0] ?? text;
