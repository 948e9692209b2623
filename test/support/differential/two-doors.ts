import type { PaymentStatus } from '../../../src/kernel/vocabulary.ts';
import type { Payment } from '../../../src/modules/payments/payment.ts';
import {
  InitiatePaymentDocument,
  type InitiatePaymentInput,
  type InitiatePaymentMutation,
  RevokeMandateDocument,
} from '../../generated/graphql.ts';
import { signed } from '../direct-debits/mandate-requests.ts';
import type { TestGateway } from '../gateway.ts';
import { type RawAnswer, sendRaw } from '../rest/requests.ts';

/**
 * One request in the words of both doors. `{order}` and `{key}` stand for texts of this run, `{signed}` and `{revoked}`
 * for the references of two mandates.
 */
export type Step = {
  /** What became of the last payment before this is asked. */
  readonly after?: PaymentStatus;
  /** `payment`, the error code of a refusal, or `unreadable`: refused by the kinds of the values alone. */
  readonly outcome: string;
  readonly legacy: {
    readonly method?: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly graphql: {
    readonly input: Readonly<Record<string, unknown>>;
    readonly headers?: Readonly<Record<string, string>>;
  };
};

export type Entry = Step & { readonly name: string; readonly next?: readonly Step[] };

export type Door = 'legacy' | 'graphql';
export type Mandates = { readonly signed: string; readonly revoked: string };
type Texts = Mandates & { readonly order: string; readonly key: string };

/** What a door said, in words that both have; values that differ from payment to payment are named. */
export type Said =
  | {
      readonly outcome: 'payment';
      readonly id: string;
      readonly replayed: boolean;
      readonly answer: Readonly<Record<string, unknown>>;
    }
  | {
      readonly outcome: string;
      readonly status: number;
      readonly fields: readonly string[];
      readonly messages: readonly string[];
    };

/** A payment of the corpus, as GraphQL has it. A step says what its own has otherwise: null for what it leaves out. */
export const ordinary = {
  paymentTarget: 'PAYBOX',
  paymentRunMode: 'TEST',
  paymentType: 'CB',
  idOrigin: 'web',
  idSociete: '1',
  idClient: '2263',
  idCommande: '{order}',
  typePaiement: 'CB',
  amount: 1250,
  email: 'a.client@example.fr',
} as const;

export const stepsOf = (entry: Entry): readonly Step[] =>
  [entry, ...(entry.next ?? [])].map((step) => {
    const input = Object.entries({ ...ordinary, ...step.graphql.input }).filter(([, value]) => value !== null);
    return { ...step, graphql: { ...step.graphql, input: Object.fromEntries(input) } };
  });

/** Whether both doors are given a key of the caller's choice. */
export const isKeyed = (entry: Entry): boolean =>
  [entry.legacy, entry.graphql].every((request) => JSON.stringify(request).includes('{key}'));

/** Customers whose debits are under a mandate: one that can be used, one that cannot any more. */
export async function openMandates(gateway: TestGateway): Promise<Mandates> {
  const usable = await signed(gateway, { idClient: '4711' }, commonHeaders);
  const other = await signed(gateway, { idClient: '4712' }, commonHeaders);
  await gateway.send(RevokeMandateDocument, { input: { id: other.id } }, commonHeaders);
  return { signed: usable.rum, revoked: other.rum };
}

export function ask(gateway: TestGateway, door: Door, step: Step, texts: Texts): Promise<Said> {
  const filled = fill(step, texts);
  return door === 'legacy' ? askLegacy(gateway, filled.legacy) : askGraphql(gateway, filled.graphql);
}

const fill = <Filled>(template: Filled, texts: Texts): Filled =>
  JSON.parse(
    JSON.stringify(template).replaceAll(/\{(order|key|signed|revoked)\}/g, (_, name: keyof Texts) => texts[name]),
  ) as Filled;

const commonHeaders = { Accept: 'application/json', 'Accept-Language': 'fr', 'X-API-Key': 'full' };

async function askLegacy(gateway: TestGateway, { method, path, headers, body }: Step['legacy']): Promise<Said> {
  const answer = await sendRaw(gateway.url, path, {
    method: method ?? 'GET',
    headers: { ...commonHeaders, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return answer.status === 200 ? legacyPayment(answer) : legacyRefusal(answer);
}

type LegacyPayment = Readonly<Record<string, string>> & {
  readonly replayed: boolean;
  readonly redirect?: { readonly method: string; readonly url: string; readonly fields: Record<string, string> };
  readonly bank_transfer?: Readonly<Record<string, string>>;
};

function legacyPayment({ body }: RawAnswer): Said {
  const { payment_id: id = '', replayed, redirect, bank_transfer, ...fields } = JSON.parse(body) as LegacyPayment;
  const { reference = '', payment_url = '', ...stable } = fields as Record<string, string>;
  const own = { reference, payment_url };
  return {
    outcome: 'payment',
    id,
    replayed,
    answer: {
      ...stable,
      reference: typeof reference,
      hasLink: payment_url !== '',
      redirect: redirect && {
        method: redirect.method,
        url: redirect.url,
        fields: Object.entries(redirect.fields).map((field) => stableField(field, own)),
      },
      bankTransfer: bank_transfer && {
        ...bank_transfer,
        reference: transferReference(bank_transfer.reference ?? '', own),
      },
    },
  };
}

function legacyRefusal({ status, body }: RawAnswer): Said {
  const { responseStatus } = JSON.parse(body) as {
    responseStatus: { errorCode: string; message: string; errors: { fieldName: string; message: string }[] };
  };
  const { errorCode, message, errors } = responseStatus;
  const fields = errors.map(({ fieldName }) => fieldName);
  // Who asks is found out by each door, in words of its own.
  if (status === 401) return { outcome: errorCode, status, fields, messages: [] };
  const isUnreadable =
    errorCode === 'SerializationException' || errors.some((error) => error.message.endsWith(' is required.'));
  return isUnreadable
    ? { outcome: 'unreadable', status, fields: fields.toSorted(), messages: [] }
    : { outcome: errorCode, status, fields, messages: [message, ...errors.map((error) => error.message)] };
}

type Result = InitiatePaymentMutation['initiatePayment'];
type Success = Extract<Result, { __typename: 'InitiatePaymentSuccess' }>;
type Refusal = Exclude<Result, { __typename: 'InitiatePaymentSuccess' }>;

async function askGraphql(gateway: TestGateway, { input, headers }: Step['graphql']): Promise<Said> {
  const { status, data, errors } = await gateway.send(
    InitiatePaymentDocument,
    { input: input as InitiatePaymentInput },
    { ...commonHeaders, ...headers },
  );
  if (!data) return graphqlFault(status, errors ?? []);
  const result = data.initiatePayment;
  return result.__typename === 'InitiatePaymentSuccess' ? graphqlPayment(result) : graphqlRefusal(result);
}

function graphqlPayment({ replayed, payment }: Success): Said {
  const { nextAction } = payment;
  const own = { reference: payment.reference, payment_url: payment.paymentUrl ?? '' };
  return {
    outcome: 'payment',
    id: payment.id,
    replayed,
    answer: {
      status: payment.status,
      payment_target: payment.paymentTarget,
      payment_run_mode: payment.paymentRunMode,
      effective_run_mode: payment.effectiveRunMode,
      payment_type: payment.paymentType,
      id_origin: payment.idOrigin,
      id_societe: payment.idSociete,
      id_client: payment.idClient,
      id_commande: payment.idCommande,
      type_paiement: payment.typePaiement,
      amount: String(payment.amount.cents),
      currency: payment.amount.currency,
      email: payment.email,
      ...(payment.commentaire === null ? {} : { commentaire: payment.commentaire }),
      reference: typeof payment.reference,
      hasLink: own.payment_url !== '',
      redirect:
        nextAction?.__typename === 'RedirectAction'
          ? {
              method: nextAction.method,
              url: nextAction.url,
              fields: nextAction.fields.map(({ name, value }) => stableField([name, value], own)),
            }
          : undefined,
      bankTransfer:
        nextAction?.__typename === 'BankTransferAction'
          ? {
              iban: nextAction.iban,
              bic: nextAction.bic,
              creditor_name: nextAction.creditorName,
              reference: transferReference(nextAction.reference, own),
              amount: String(nextAction.amount.cents),
            }
          : undefined,
    },
  };
}

/** The status that the old interface has for the refusal: GraphQL's own is always 200. */
const legacyStatus: Readonly<Record<Refusal['code'], number>> = {
  INVALID_INPUT: 400,
  UNSUPPORTED_PAYMENT: 400,
  PAYER_DATA_MISSING: 400,
  MANDATE_REQUIRED: 400,
  NOT_ALLOWED: 403,
  IDEMPOTENCY_CONFLICT: 422,
  PROVIDER_UNAVAILABLE: 503,
} as Readonly<Record<Refusal['code'], number>>;

function graphqlRefusal(refusal: Refusal): Said {
  const blamed =
    refusal.__typename === 'InvalidInputError'
      ? refusal.issues
      : refusal.__typename === 'PayerDataMissingError'
        ? refusal.missingFields.map((field) => ({ path: ['payer', field], message: refusal.message }))
        : refusal.path
          ? [{ path: refusal.path, message: refusal.message }]
          : [];
  return {
    outcome: refusal.__typename.replace(/Error$/, ''),
    status: legacyStatus[refusal.code],
    fields: blamed.map(({ path }) => snakeCase(path.join('.'))),
    messages: [refusal.message, ...blamed.map(({ message }) => message)].map(snakeCase),
  };
}

type GraphqlFault = { readonly message: string; readonly extensions?: Record<string, unknown> };

function graphqlFault(status: number, errors: readonly GraphqlFault[]): Said {
  if (status === 401) {
    return { outcome: 'Unauthorized', status, fields: [], messages: [] };
  }
  // `Variable "$input" at "paymentType": Value …`, `Variable "$input": Expected … to include required field "email".`
  const fields = errors.map(({ message }) => /(?: at |required field )"(\w+)"/.exec(message)?.[1] ?? message);
  return { outcome: 'unreadable', status: 400, fields: fields.map(snakeCase).toSorted(), messages: [] };
}

/** `idSociete` → `id_societe`, wherever it stands; an entry of the config keeps its name. */
const snakeCase = (text: string): string =>
  text.replaceAll(/\b[a-z]+(?:[A-Z][a-z]+)+\b(?! in the config)/g, (name) =>
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );

/** Of the moment or of the sequence, and what is computed over them. */
const momentary = new Set(['PBX_TIME', 'PBX_HMAC', 'vads_trans_id', 'vads_trans_date', 'signature']);
type Own = { readonly reference: string; readonly payment_url: string };

function stableField([name, value]: readonly [string, string], { reference, payment_url }: Own): readonly string[] {
  const token = payment_url.slice(payment_url.lastIndexOf('/') + 1);
  return [name, momentary.has(name) ? '…' : value.replaceAll(reference, '{reference}').replaceAll(token, '{token}')];
}

/** The transfer's reference without what is the payment's own; all of it where it is not. */
function transferReference(text: string, { reference }: Own): string {
  const body = reference.replaceAll('-', '');
  return text.endsWith(body) ? `${text.slice(0, 2)}…{reference}` : text;
}

/** What was written of the payment, apart from what every payment has for itself alone. */
export function recordOf(payment: Payment): Readonly<Record<string, unknown>> {
  const { id, reference, token, derivedKey: _key, createdAt, updatedAt, expiresAt, ...same } = payment;
  return {
    ...same,
    has: [id, reference, token].every((text) => text !== ''),
    // A debit is announced in the same request, and perhaps in its next millisecond.
    isFresh: updatedAt - createdAt < 5_000,
    lifetimeMs: expiresAt === null ? null : expiresAt - createdAt,
  };
}
