import type { Field } from '../request/fields.ts';
import { formatNames } from '../request/format.ts';
import type { Casing } from '../request/json-config.ts';
import { operation, pathFields, requiredPathLength, statusOperation } from '../request/operation.ts';
import { answerOf, type PaymentAnswer } from '../response/answer.ts';
import { type Fault, invalidField, invalidFields, plainFault, unreadableEnums } from '../response/errors.ts';
import { wrapInCallback } from '../response/jsonp.ts';
import { type DataFormat, writers } from '../response/render.ts';
import type { DocumentedError } from './errors.ts';

export const dataFormats = formatNames.filter((name) => name !== 'html');

/** An e-mail may stand in a path as it is, and the old systems write it so. */
const encodeSegment = (text: string): string => encodeURIComponent(text).replaceAll('%40', '@');

/** The path of a request that runs: in TEST, on the sandbox or at the bank. With a comment it is the longer route. */
export function samplePath({ withComment = false, suffix = '' } = {}): string {
  const fields = pathFields.slice(0, withComment ? pathFields.length : requiredPathLength);
  return `/${operation.name}/${fields.map(({ sample }) => encodeSegment(sample)).join('/')}${suffix}`;
}

/** The same request by names, for a form or a JSON body. */
export function sampleValues(fields: readonly Field[] = pathFields): Record<string, string> {
  return Object.fromEntries(fields.map(({ name, sample }) => [name, sample]));
}

/** The answer to the sample's longer route. Id, reference, link and form are examples. */
export function sampleAnswer(publicUrl: string): PaymentAnswer {
  return answerOf({ __typename: 'InitiatePaymentSuccess', replayed: false, payment: samplePayment(publicUrl) });
}

export function samplePayment(publicUrl: string): Parameters<typeof answerOf>[0]['payment'] {
  return {
    id: 'pay_0198c1f2a3b47c5d8e9f0a1b2c3d4e5f',
    reference: '4K7M-9QXT',
    status: 'REQUIRES_ACTION',
    paymentUrl: `${publicUrl}/pay/q3Zk0p1YtJmWf8vX2sLcAgT7`,
    paymentTarget: 'PAYBOX',
    paymentRunMode: 'TEST',
    effectiveRunMode: 'TEST',
    paymentType: 'CB',
    idOrigin: 'web',
    idSociete: '1',
    idClient: '2263',
    idCommande: '45012',
    typePaiement: 'CB',
    amount: { cents: 1250, currency: 'EUR' },
    email: 'client@example.fr',
    commentaire: 'Commande 45012',
    nextAction: {
      __typename: 'RedirectAction',
      method: 'POST',
      url: 'https://page-de-la-banque.example/',
      values: { PBX_SITE: '1999888', PBX_TOTAL: '1250', PBX_CMD: '4K7M-9QXT-1' },
    },
  };
}

/** The most frequent refusal: an unknown name of an enum. */
export const sampleFault: Fault = unreadableEnums([{ spelling: 'payment_target', value: 'BANQUE' }]);

const sampleFaults: readonly Fault[] = [
  sampleFault,
  invalidFields([invalidField('amount', 'amount must be a whole number of cents.')]),
];

/** A refusal of each kind. Without a field to name, its meaning is its message. */
export function sampleFaultOf({ status, errorCode, meaning }: DocumentedError): Fault {
  return sampleFaults.find((fault) => fault.errorCode === errorCode) ?? plainFault(status, errorCode, meaning.en);
}

/** The sample's answer and its refusal, as the door itself writes them. */
export function renderSamples(
  publicUrl: string,
  casing: Casing,
): Record<DataFormat, { readonly answer: string; readonly fault: string }> {
  const style = { casing, writesNulls: false };
  const answer = sampleAnswer(publicUrl);
  const samples = dataFormats.map((format) => {
    const write = writers[format];
    return [format, { answer: write.answer(answer, style, operation.name), fault: write.fault(sampleFault, style) }];
  });
  return Object.fromEntries(samples);
}

/** How the answers are called in XML, in OpenAPI and in TypeScript. */
export const responseName = `${operation.name}_response`;
export const statusResponseName = `${statusOperation.name}_response`;

export const sampleCallback = 'onPayment';
export function renderScriptSample(publicUrl: string, casing: Casing): string {
  return wrapInCallback(sampleCallback, renderSamples(publicUrl, casing).json.answer);
}
