import { payerField } from '../../kernel/vocabulary.ts';
import type { Customer as CustomerRecord } from '../../modules/customers/customer.ts';
import {
  customerChange,
  readCustomer,
  removeCustomer,
  type SavedCustomer,
  upsertCustomer,
} from '../../modules/customers/save-customers.ts';
import { builder, enumOf, type InputFields } from '../builder.ts';
import { personField } from '../people/person.ts';
import { refusals } from '../refusals.ts';
import { payerFields } from '../server/payer-fields.ts';

const societeOf = 'The société whose customer it is: `1`, `2`, `3` or `6`.';
const clientNumber = "The customer's number, as payments name it.";

export const CustomerChangeType = enumOf(customerChange);

export const Customer = builder.objectRef<CustomerRecord>('Customer').implement({
  description:
    'An entry of the directory: who a customer is, for the banks that want to know and the old URLs that do not say it.',
  fields: (t) => ({
    idSociete: t.exposeString('idSociete', { description: societeOf }),
    idClient: t.exposeString('idClient', { description: clientNumber }),
    ...Object.fromEntries(
      payerField.names.map((field) => [
        field,
        t.string({
          nullable: true,
          description: payerField.descriptions[field],
          resolve: ({ details }) => details[field] ?? null,
        }),
      ]),
    ),
    version: t.exposeInt('version', { description: 'Counts the changes, from 1.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was entered.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was changed last.' }),
    updatedBy: t.exposeString('updatedBy', {
      description: 'Who changed it last: a client, `console/per_…` for a person, or `command line`.',
    }),
    updatedByPerson: personField(t, 'The person that changed it last, in the console.', ({ updatedBy }) => updatedBy),
  }),
});

const UpsertCustomerSuccess = builder.objectRef<SavedCustomer>('UpsertCustomerSuccess').implement({
  description: 'The directory says so now.',
  fields: (t) => ({
    customer: t.expose('customer', {
      type: Customer,
      description: 'The entry, as it stands now.',
    }),
    change: t.expose('change', {
      type: CustomerChangeType,
      description: 'Its outcome.',
    }),
  }),
});

/** Which customer, and what to say of it. */
export const customerInputs = (t: InputFields) => ({
  idSociete: t.string({ required: true, description: societeOf }),
  idClient: t.string({ required: true, description: clientNumber }),
  ...payerFields(t),
});

const UpsertCustomerInput = builder.inputType('UpsertCustomerInput', {
  description: 'What to say of a customer. A field that is left out stays as it is; one that is null is emptied.',
  fields: (t) => ({
    ...customerInputs(t),
    version: t.int({
      description: 'The version that the change is based on: it is refused where the entry has changed since.',
    }),
  }),
});

builder.mutationField('upsertCustomer', (t) =>
  t.field({
    type: UpsertCustomerSuccess,
    description:
      "Enters a customer in the société's directory, or changes what it says. Payments that are recorded from then on use it where the request does not say who pays. Needs the scope `customers`.",
    args: { input: t.arg({ type: UpsertCustomerInput, required: true, description: 'The customer.' }) },
    errors: refusals('The entry, or why nothing was written.'),
    resolve: (_root, { input }, { services, caller }) => upsertCustomer(services, caller, input),
  }),
);

const RemoveCustomerSuccess = builder.objectRef<{ readonly removed: boolean }>('RemoveCustomerSuccess').implement({
  description: 'The directory has no such entry any more.',
  fields: (t) => ({
    removed: t.exposeBoolean('removed', { description: 'Whether there was one.' }),
  }),
});

const RemoveCustomerInput = builder.inputType('RemoveCustomerInput', {
  description: 'Whose entry to remove.',
  fields: (t) => ({
    idSociete: t.string({ required: true, description: societeOf }),
    idClient: t.string({ required: true, description: clientNumber }),
  }),
});

builder.mutationField('removeCustomer', (t) =>
  t.field({
    type: RemoveCustomerSuccess,
    description:
      'Takes a customer out of the directory. Payments that were recorded keep what was sent to the bank. Needs the scope `customers`.',
    args: { input: t.arg({ type: RemoveCustomerInput, required: true, description: 'The customer.' }) },
    errors: refusals('That it is gone, or why it stays.'),
    resolve: async (_root, { input }, { services, caller }) => ({
      removed: await removeCustomer(services, caller, input),
    }),
  }),
);

builder.queryField('customer', (t) =>
  t.field({
    type: Customer,
    nullable: true,
    description: 'An entry of the directory. Null where there is none that you may see. Needs the scope `customers`.',
    args: {
      idSociete: t.arg.string({ required: true, description: societeOf }),
      idClient: t.arg.string({ required: true, description: clientNumber }),
    },
    resolve: (_root, key, { services, caller }) => readCustomer(services, caller, key),
  }),
);
