import { type Field, fields, type PathField } from './fields.ts';

export const operation = {
  name: 'payment_initiate',
  methods: ['GET', 'POST'],
  summary: {
    fr: 'Enregistre un paiement et dit ce que le client doit faire ensuite.',
    en: 'Records a payment and says what the customer does next.',
  },
  fields: fields as readonly Field[],
} as const;

/** The status of a payment, for pages and programs that have its reference. */
export const statusOperation = {
  name: 'payment_status',
  methods: ['GET', 'HEAD'],
  field: 'reference',
  sample: '4K7M-9QXT',
  summary: {
    fr: 'Dit où en est un paiement, par sa référence.',
    en: 'Says where a payment stands, by its reference.',
  },
  description: {
    fr: 'La référence courte du paiement ; casse, espaces et tirets ne comptent pas.',
    en: 'The short reference of the payment; case, blanks and dashes do not count.',
  },
} as const;

export type OperationName = typeof operation.name | typeof statusOperation.name;

export const statusRoute = `/${statusOperation.name}/{${statusOperation.field}}`;

export const pathFields: readonly PathField[] = fields.filter((field) => field.place !== 'query or form');
/** How many values the shorter route has; the longer one has the comment as well. */
export const requiredPathLength = pathFields.filter(({ place }) => place === 'path').length;

/** `/payment_initiate/{payment_target}/…/{email}`, and the same with `/{commentaire}`. */
export const routes: readonly string[] = [requiredPathLength, pathFields.length].map((length) =>
  ['', operation.name, ...pathFields.slice(0, length).map(({ name }) => `{${name}}`)].join('/'),
);

const fieldByLowerCaseName: ReadonlyMap<string, Field> = new Map(operation.fields.map((field) => [field.name, field]));

/** Names are case-insensitive and their underscores count; null for a name that the operation does not have. */
export function fieldNamed(written: string): Field | null {
  return fieldByLowerCaseName.get(written.toLowerCase()) ?? null;
}
