import { IdempotencyConflictError } from '../../kernel/errors.ts';
import { type CreatedMandate, createMandate } from '../../modules/direct-debits/mandates/create-mandate.ts';
import { builder } from '../builder.ts';
import { refusals } from '../refusals.ts';
import { MandateScheme, MandateType, PaymentRunMode } from '../server/enums.ts';
import { withKey } from '../server/idempotency-key.ts';
import { Mandate, PostalAddressInput } from './mandate.ts';

const CreateMandateSuccess = builder.objectRef<CreatedMandate>('CreateMandateSuccess').implement({
  description: 'The mandate is recorded.',
  fields: (t) => ({
    mandate: t.expose('mandate', {
      type: Mandate,
      description: 'The mandate, as it stands now.',
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'True where the same request was recorded before: this is that mandate.',
    }),
  }),
});

const MandateDebtorInput = builder.inputType('MandateDebtorInput', {
  description: 'Who is debited.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'As the bank of the account knows it: 70 characters.' }),
    iban: t.string({ required: true, description: 'The account; its check digits and RIB key are checked.' }),
    bic: t.string({ description: 'Its bank; not needed inside of the EEA.' }),
    address: t.field({ type: PostalAddressInput, description: 'Needed for accounts outside of the EEA.' }),
  }),
});

const CreateMandateInput = builder.inputType('CreateMandateInput', {
  description: 'A mandate for a customer to sign.',
  fields: (t) => ({
    idSociete: t.string({ required: true, description: 'The société that debits.' }),
    idClient: t.string({ required: true, description: "The customer's number." }),
    runMode: t.field({ type: PaymentRunMode, required: true, description: 'Whether it is for real debits.' }),
    scheme: t.field({ type: MandateScheme, required: true, description: 'Under which rules.' }),
    type: t.field({ type: MandateType, description: 'How often it may be used; `RECURRENT` by default.' }),
    rum: t.string({ description: 'Its reference, where it has one already; else the next one of the société.' }),
    debtor: t.field({ type: MandateDebtorInput, required: true, description: 'Who is debited.' }),
    idempotencyKey: t.string({ description: 'The same key and the same request give the same mandate.' }),
  }),
});

builder.mutationField('createMandate', (t) =>
  t.field({
    type: CreateMandateSuccess,
    description: 'Records a mandate (`DRAFT`) with a form to print and sign. Needs the scope `mandates`.',
    args: { input: t.arg({ type: CreateMandateInput, required: true, description: 'The mandate.' }) },
    errors: refusals('The recorded mandate, or why there is none.', IdempotencyConflictError),
    resolve: (_root, { input }, { services, caller, idempotencyKeyHeader }) =>
      createMandate(services, caller, withKey(input, idempotencyKeyHeader)),
  }),
);
