import SchemaBuilder, { type OutputType } from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import RelayPlugin from '@pothos/plugin-relay';
import type { ClosedSet } from '../kernel/closed-set.ts';
import type { SchemaContext } from './server/context.ts';
import { fieldComplexity } from './server/guard/complexity.ts';
import { rowsOfPage } from './server/page.ts';
import './server/audited-mutations.ts';
import './server/plain-ids.ts';
import './server/sort-result-union.ts';

export type SchemaTypes = {
  Context: SchemaContext;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: false;
  Scalars: {
    /** Kinds are checked here, values in the use case. */
    Cents: { Input: string; Output: number };
    EmailAddress: { Input: string; Output: string };
    URL: { Input: string; Output: string };
    /** Given as milliseconds. */
    DateTime: { Input: Date; Output: number };
    Date: { Input: string; Output: string };
    /** Goes out alone. */
    FormValues: { Input: never; Output: Readonly<Record<string, string>> };
    ID: { Input: string; Output: string };
  };
};

/** Ids carry their kind and are the same in GraphQL, REST and logs. */
const typenames = new Map(
  Object.entries({
    pay: 'Payment',
    att: 'PaymentAttempt',
    evt: 'PaymentEvent',
    ope: 'PaymentOperation',
    ntf: 'BankNotification',
    act: 'RecordedAction',
    per: 'Person',
    ses: 'Session',
    aud: 'AuditEntry',
    apr: 'Approval',
    msg: 'WebhookDelivery',
    mdt: 'Mandate',
    mev: 'MandateEvent',
    bat: 'DirectDebitBatch',
    jrn: 'JournalEntry',
    bkf: 'BankFile',
    bkx: 'BankException',
    sav: 'SavedView',
  }),
);

/** Null for an id of no kind that has a type. */
export const typenameOf = (id: string): string | null =>
  typenames.get(id.slice(0, Math.max(0, id.indexOf('_')))) ?? null;

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export const builder = new SchemaBuilder<SchemaTypes>({
  // The first one wraps the others: the audit log sees errors before they become a part of the answer.
  plugins: [ErrorsPlugin, RelayPlugin, ComplexityPlugin, 'successFirst', 'auditedMutations', 'plainIds'],
  defaultFieldNullability: false,
  errors: { directResult: true, defaultUnionOptions: { name: ({ fieldName }) => `${capitalised(fieldName)}Result` } },
  // The guard measures each document once; at run time nothing is counted again.
  complexity: { disabled: true, fieldComplexity },
  relay: {
    cursorType: 'String',
    encodeGlobalID: (_typename, id) => String(id),
    decodeGlobalID: (id) => ({ typename: typenameOf(id) ?? '', id }),
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: { name: 'Node', description: 'Anything with an id that is unique over all kinds.' },
    idFieldOptions: { description: 'The id: its beginning says its kind.' },
    edgesFieldOptions: { description: 'The rows of this page.' },
    nodeFieldOptions: { description: 'The row.' },
    cursorFieldOptions: { description: 'Its place in the list: give it as `after` to go on from there.' },
    pageInfoFieldOptions: { description: 'Where this page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether more follow.' },
    hasPreviousPageFieldOptions: { description: 'Whether more come before.' },
    startCursorFieldOptions: { description: 'The cursor of the first row.' },
    endCursorFieldOptions: { description: 'The cursor of the last row.' },
    pageInfoTypeOptions: { name: 'PageInfo', description: 'Where a page stands in its list.' },
  },
});

/** A GraphQL enum of a closed set, with its sentences. */
export function enumOf<Name extends string>(set: ClosedSet<Name>) {
  const values = Object.fromEntries(set.names.map((name) => [name, { description: set.descriptions[name] }]));
  return builder.enumType(set.name, {
    description: set.description,
    values: values as Record<Name, { description: string }>,
  });
}

/** The argument of `fields` of an input type, or of a type whose values have `Shape`. */
export type InputFields = PothosSchemaTypes.InputFieldBuilder<typeof builder.$inferSchemaTypes, 'InputObject'>;
export type ObjectFields<Shape> = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Shape>;

/** @param rows what a page is of */
export const connectionOf = <Type extends OutputType<typeof builder.$inferSchemaTypes>>(
  type: Type,
  name: string,
  rows: string,
  row: string,
) =>
  builder.connectionObject(
    { type, name: `${name}Connection`, description: `A page of ${rows}.` },
    { name: `${name}Edge`, description: `${row} and its place in the list.` },
  );

type ArgumentFields = Pick<PothosSchemaTypes.QueryFieldBuilder<typeof builder.$inferSchemaTypes, object>, 'arg'>;

/** Of a list of rows of this name. */
export const pageArguments = (t: ArgumentFields, row: string, byDefault = 20) => ({
  first: t.arg.int({ description: `How many: 1 to ${rowsOfPage}, ${byDefault} by default.` }),
  after: t.arg.string({ description: `The cursor of the last ${row} that you have.` }),
});
