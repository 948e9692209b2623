import { resumeMandate, revokeMandate, suspendMandate } from '../../modules/direct-debits/mandates/end-mandate.ts';
import { builder } from '../builder.ts';
import { ChangeMandateSuccess, mandateRefusals } from './mandate.ts';

const StopMandateInput = builder.inputType('StopMandateInput', {
  description: 'Which mandate, and why.',
  fields: (t) => ({
    id: t.id({ required: true, description: '`mdt_…`' }),
    reason: t.string({ description: 'A code for its story: capital letters, digits and `_`, for instance `MOVED`.' }),
  }),
});

builder.mutationField('suspendMandate', (t) =>
  t.field({
    type: ChangeMandateSuccess,
    description:
      'No debit is taken under the mandate until `resumeMandate`; what waits for a batch stays waiting. Needs the scope `mandates`.',
    args: { input: t.arg({ type: StopMandateInput, required: true, description: 'The mandate.' }) },
    errors: mandateRefusals,
    resolve: (_root, { input }, { services, caller }) => suspendMandate(services, caller, input),
  }),
);

const ResumeMandateInput = builder.inputType('ResumeMandateInput', {
  description: 'Which mandate.',
  fields: (t) => ({ id: t.id({ required: true, description: '`mdt_…`' }) }),
});

builder.mutationField('resumeMandate', (t) =>
  t.field({
    type: ChangeMandateSuccess,
    description: 'A suspended mandate can be used again. Needs the scope `mandates`.',
    args: { input: t.arg({ type: ResumeMandateInput, required: true, description: 'The mandate.' }) },
    errors: mandateRefusals,
    resolve: (_root, { input }, { services, caller }) => resumeMandate(services, caller, input),
  }),
);

builder.mutationField('revokeMandate', (t) =>
  t.field({
    type: ChangeMandateSuccess,
    description:
      'Ends a mandate for ever. Debits that the bank has already are not taken back by it. Needs the scope `mandates`.',
    args: { input: t.arg({ type: StopMandateInput, required: true, description: 'The mandate.' }) },
    errors: mandateRefusals,
    resolve: (_root, { input }, { services, caller }) => revokeMandate(services, caller, input),
  }),
);
