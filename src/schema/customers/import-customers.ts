import { customersAtOnce, type ImportedRow, importCustomers } from '../../modules/customers/import/import-customers.ts';
import { builder } from '../builder.ts';
import { InputIssue } from '../payments/payment-errors.ts';
import { refusals } from '../refusals.ts';
import { CustomerChangeType, customerInputs } from './customer.ts';

const ImportedCustomer = builder.objectRef<ImportedRow>('ImportedCustomer').implement({
  description: 'What was done with a row.',
  fields: (t) => ({
    change: t.expose('change', {
      type: CustomerChangeType,
      nullable: true,
      description: 'The outcome for the entry; null where the row was refused.',
    }),
    issues: t.expose('issues', {
      type: [InputIssue],
      description: 'Why it was refused: nothing of the row was written.',
    }),
  }),
});

const ImportCustomersSuccess = builder
  .objectRef<{ readonly rows: readonly ImportedRow[] }>('ImportCustomersSuccess')
  .implement({
    description: 'The rows that could be used are in the directory.',
    fields: (t) => ({
      rows: t.expose('rows', { type: [ImportedCustomer], description: 'One for each customer, in their order.' }),
    }),
  });

const ImportedCustomerInput = builder.inputType('ImportedCustomerInput', {
  description: 'A row. A field that is left out stays as it is; one that is null is emptied.',
  fields: (t) => ({
    ...customerInputs(t),
    version: t.int({
      description:
        'The version that the row is based on, 0 where there was no entry: the row is refused where the entry says something else since.',
    }),
  }),
});

const ImportCustomersInput = builder.inputType('ImportCustomersInput', {
  description: 'Rows of a list of customers.',
  fields: (t) => ({
    customers: t.field({
      type: [ImportedCustomerInput],
      required: true,
      description: `1 to ${customersAtOnce}; a longer list goes in parts.`,
    }),
  }),
});

builder.mutationField('importCustomers', (t) =>
  t.field({
    type: ImportCustomersSuccess,
    description:
      'Enters customers in the directory, or changes what it says; a row that is refused leaves the others alone. The same rows again change nothing. Needs the scope `customers`.',
    args: { input: t.arg({ type: ImportCustomersInput, required: true, description: 'The customers.' }) },
    errors: refusals('What was done with each row, or why nothing was written.'),
    resolve: async (_root, { input }, { services, caller }) => ({
      rows: await importCustomers(services, caller, input.customers),
    }),
  }),
);
