import { activateMandate, signMandate } from '../../modules/direct-debits/mandates/sign-mandate.ts';
import { builder } from '../builder.ts';
import { ChangeMandateSuccess, mandateRefusals } from './mandate.ts';

const SignMandateInput = builder.inputType('SignMandateInput', {
  description: 'How the debtor signed.',
  fields: (t) => ({
    id: t.id({ required: true, description: '`mdt_…`' }),
    signedOn: t.field({ type: 'Date', required: true, description: 'When.' }),
    place: t.string({ description: 'Where.' }),
    method: t.string({ required: true, description: '`PAPER`, or the name of an electronic procedure.' }),
    evidenceDigest: t.string({ description: 'SHA-256 of the signed document, in hexadecimal.' }),
  }),
});

builder.mutationField('signMandate', (t) =>
  t.field({
    type: ChangeMandateSuccess,
    description:
      'Records that the debtor signed. A CORE mandate is `ACTIVE` then; a B2B one `SIGNED`, until `activateMandate`. Needs the scope `mandates`.',
    args: { input: t.arg({ type: SignMandateInput, required: true, description: 'The signature.' }) },
    errors: mandateRefusals,
    resolve: (_root, { input }, { services, caller }) => signMandate(services, caller, input),
  }),
);

const ActivateMandateInput = builder.inputType('ActivateMandateInput', {
  description: "That the debtor's bank knows the mandate.",
  fields: (t) => ({
    id: t.id({ required: true, description: '`mdt_…`' }),
    bankConfirmedOn: t.field({ type: 'Date', description: 'When it confirmed: needed for a B2B mandate.' }),
  }),
});

builder.mutationField('activateMandate', (t) =>
  t.field({
    type: ChangeMandateSuccess,
    description:
      "Records that the debtor's bank registered a B2B mandate, without which it refuses every debit. Needs the scope `mandates`.",
    args: { input: t.arg({ type: ActivateMandateInput, required: true, description: 'The confirmation.' }) },
    errors: mandateRefusals,
    resolve: (_root, { input }, { services, caller }) => activateMandate(services, caller, input),
  }),
);
