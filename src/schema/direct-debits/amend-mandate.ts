import { OperationNotPossibleError } from '../../kernel/errors.ts';
import { amendMandate } from '../../modules/direct-debits/mandates/amend-mandate.ts';
import { ApprovalRequiredError } from '../../modules/payments/payment-errors.ts';
import { builder } from '../builder.ts';
import { ChangeMandateSuccess, mandateRefusals, PostalAddressInput } from './mandate.ts';

const AmendMandateInput = builder.inputType('AmendMandateInput', {
  description: 'What changes; what is left out stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: '`mdt_…`' }),
    rum: t.string({ description: 'A new reference.' }),
    debtorName: t.string({ description: "The debtor's new name." }),
    iban: t.string({ description: 'A new account. A B2B mandate waits for the new bank then (`activateMandate`).' }),
    bic: t.string({ description: "The account's bank; null takes it off." }),
    address: t.field({ type: PostalAddressInput, description: 'A new address.' }),
    takesCreditorOfConfig: t.boolean({
      description: "True: the creditor's name and identifier (ICS) become those of the société's config.",
    }),
    endsWithNext: t.boolean({ description: 'True: the next debit is the last one (`FNAL`).' }),
  }),
});

builder.mutationField('amendMandate', (t) =>
  t.field({
    type: ChangeMandateSuccess,
    description:
      'Changes a mandate that goes on. The next debit tells the bank what it knew before. Needs the scope `mandates`, for another account a fresh proof of a person and the approval of a second one.',
    args: { input: t.arg({ type: AmendMandateInput, required: true, description: 'The changes.' }) },
    errors: {
      ...mandateRefusals,
      types: [...mandateRefusals.types, OperationNotPossibleError, ApprovalRequiredError],
    },
    resolve: (_root, { input }, { services, caller }) => amendMandate(services, caller, input),
  }),
);
