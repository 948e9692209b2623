import type { OperationName } from '../request/operation.ts';
import type { Answer, AnswerValue } from './answer.ts';
import type { Fault, FieldFault } from './errors.ts';

const declaration = '<?xml version="1.0" encoding="utf-8"?>';
const namespaces = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://schemas.servicestack.net/types"';

const arrays = 'http://schemas.microsoft.com/2003/10/Serialization/Arrays';

/** Neither XML 1.0 nor an escape of it can hold these. */
const unrepresentable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Quotes stand as they are in the text of an element: callers look for `'BANQUE' is an Invalid value for …` in it. */
const markup = /[&<>\r]/g;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(unrepresentable, '\ufffd')
    .replace(markup, (character) => escapes[character] ?? '');
}

const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;
const text = (name: string, value: string): string => element(name, escapeXml(value));
const nil = (name: string): string => `<${name} i:nil="true"/>`;
const root = (name: string, content: string): string => `${declaration}<${name} ${namespaces}>${content}</${name}>`;

/**
 * The answer in snake_case elements, in the order of the JSON; names without a value are left out. The fields of the
 * bank's form are `<field><name/><value/></field>`, for their names are the bank's.
 */
export function renderXml(answer: Answer, operationName: OperationName): string {
  return root(`${operationName}_response`, elementsOf(answer));
}

function elementsOf(members: Answer): string {
  return Object.entries(members)
    .map(([name, value]) => elementOf(name, value))
    .join('');
}

function elementOf(name: string, value: AnswerValue): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return text(name, String(value));
  return element(name, name === 'fields' ? formFields(value) : elementsOf(value));
}

function formFields(fields: Answer): string {
  return Object.entries(fields)
    .map(([name, value]) => element('field', text('name', name) + text('value', String(value))))
    .join('');
}

/** ServiceStack's `ErrorResponse`, always in PascalCase. */
export function renderXmlFault({ errorCode, message, errors, meta }: Fault): string {
  const status =
    text('ErrorCode', errorCode) +
    text('Message', message) +
    nil('StackTrace') +
    element('Errors', errors.map(errorElement).join('')) +
    (meta === undefined ? nil('Meta') : metaElement(meta));
  return root('ErrorResponse', element('ResponseStatus', status));
}

/** As .NET's serializer writes a dictionary. */
function metaElement(meta: NonNullable<Fault['meta']>): string {
  const entries = Object.entries(meta).map(([name, value]) =>
    element('d2p1:KeyValueOfstringstring', text('d2p1:Key', name) + text('d2p1:Value', value)),
  );
  return `<Meta xmlns:d2p1="${arrays}">${entries.join('')}</Meta>`;
}

function errorElement({ errorCode, fieldName, message }: FieldFault): string {
  return element(
    'ResponseError',
    text('ErrorCode', errorCode) + text('FieldName', fieldName) + text('Message', message) + nil('Meta'),
  );
}
