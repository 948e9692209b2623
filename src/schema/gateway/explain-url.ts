import { type Caller, runModesOf } from '../../kernel/caller.ts';
import { closedSet } from '../../kernel/closed-set.ts';
import { NotAllowedError, refuseInput } from '../../kernel/errors.ts';
import { builder, enumOf } from '../builder.ts';
import { Payment } from '../payments/payment.ts';
import { GraphqlTwin } from '../payments/payment-details.ts';
import { paymentOf } from '../payments/payment-of.ts';
import { refusals } from '../refusals.ts';
import type { ExplainedUrl, SchemaContext } from '../server/context.ts';
import { PaymentRunMode } from '../server/enums.ts';

const urlEffect = closedSet('UrlEffect', 'What a URL would do at the legacy door.', {
  NEW_PAYMENT: 'It would record a new payment.',
  SAME_PAYMENT: 'The same request was made before: it would answer that payment.',
  REFUSED: 'It would be refused.',
  STATUS: 'It asks where a payment stands, and records nothing.',
  NO_OPERATION: 'It is no URL of the legacy door.',
});

const UrlField = builder.objectRef<ExplainedUrl['fields'][number]>('UrlField').implement({
  description: 'A field, as the door reads it.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in the URL.' }),
    value: t.exposeString('value', { description: 'Enums by their names.' }),
    from: t.exposeString('from', { description: '`path`, `query`, `body` or `default`.' }),
  }),
});

type Refusal = NonNullable<ExplainedUrl['refusal']>;

const UrlFieldFault = builder.objectRef<Refusal['fields'][number]>('UrlFieldFault').implement({
  description: 'What is wrong with a field.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in the URL.' }),
    message: t.exposeString('message', { description: 'What is wrong.' }),
  }),
});

const UrlRefusal = builder.objectRef<Refusal>('UrlRefusal').implement({
  description: 'How the door would refuse.',
  fields: (t) => ({
    status: t.exposeInt('status', { description: 'The HTTP status.' }),
    code: t.exposeString('code', { description: 'The `errorCode` of the answer.' }),
    message: t.exposeString('message', { description: 'Its message.' }),
    fields: t.expose('fields', { type: [UrlFieldFault], description: 'By field.' }),
  }),
});

function effectOf({ kind, refusal, answer }: ExplainedUrl) {
  if (kind === 'NO_OPERATION') return 'NO_OPERATION';
  if (kind === 'NO_INITIATION') return 'STATUS';
  if (refusal || !answer) return 'REFUSED';
  return answer.isRepeat ? 'SAME_PAYMENT' : 'NEW_PAYMENT';
}

const UrlExplanation = builder.objectRef<ExplainedUrl>('UrlExplanation').implement({
  description: 'How the legacy door reads a URL, and what it would do now. Nothing was recorded.',
  fields: (t) => ({
    effect: t.field({ type: enumOf(urlEffect), description: 'What it would do.', resolve: effectOf }),
    fields: t.expose('fields', { type: [UrlField], description: 'What it reads.' }),
    refusal: t.expose('refusal', { type: UrlRefusal, nullable: true, description: 'Why it would be refused.' }),
    effectiveRunMode: t.field({
      type: PaymentRunMode,
      nullable: true,
      description: '`LIVE`: real money would move.',
      resolve: ({ answer }) => (answer ? (answer.runMode === 'LIVE' ? 'LIVE' : 'TEST') : null),
    }),
    payment: t.field({
      type: Payment,
      nullable: true,
      description: 'With `SAME_PAYMENT`: the payment, where you may see it.',
      resolve: ({ answer }, _args, context) => paymentOf(context, answer?.isRepeat ? answer.paymentId : null),
    }),
    graphqlTwin: t.field({
      type: GraphqlTwin,
      nullable: true,
      description: 'The same request in GraphQL; null where the URL cannot be read.',
      resolve: ({ input }) => input && { variables: { input } },
    }),
  }),
});

/** As another client only for a caller whose own sight is not narrower than the answer could be. */
function callerFor({ services, caller }: SchemaContext, client: string | null | undefined): Caller {
  if (!client || client === caller.client) return caller;
  if (!caller.scopes.has('operations')) {
    throw new NotAllowedError('To explain a URL as another client takes the scope operations.', ['client']);
  }
  const other = services.callerOfClient(client);
  if (!other) refuseInput('client', 'The config has no such client.');
  const { societes, origins, targets } = caller;
  const seen = runModesOf(services, caller);
  const isNarrower = runModesOf(services, other).some((runMode) => !seen.includes(runMode));
  if (isNarrower || societes !== null || origins !== null || targets !== null) {
    throw new NotAllowedError('This client may do what you may not see.', ['client']);
  }
  return other;
}

/** Path and query as they are sent; the host does not count. @throws InvalidInputError */
function targetOf(url: string): string {
  const path =
    url.length > longestUrl ? undefined : /^(?:https?:\/\/[^/?#]+|[a-z\d.-]+(?::\d+)?)?(\/[^#]*)/i.exec(url)?.[1];
  if (path !== undefined && !/[\0-\x1f]/.test(path)) return encodeURI(path.toWellFormed()).replaceAll('%25', '%');
  const message = `The URL must begin with http(s)://, a host, or a slash, and have ${longestUrl} characters at most.`;
  refuseInput('url', message);
}

const longestUrl = 8_000;

builder.queryField('explainUrl', (t) =>
  t.field({
    type: UrlExplanation,
    description:
      'Says how the legacy door reads a URL, what it would do now, and the same request in GraphQL. Records nothing. Needs the scope `initiate`, or `operations`.',
    args: {
      url: t.arg.string({ required: true, description: 'The URL of a GET request; its host does not count.' }),
      client: t.arg.string({
        description: 'As this client of the config, for the scope `operations`. Left out: as you.',
      }),
    },
    // A whole initiation, rolled back.
    complexity: { field: 20, multiplier: 1 },
    errors: refusals('The explanation, or why there is none.'),
    resolve: (_root, { url, client }, context) => {
      const { scopes } = context.caller;
      if (!scopes.has('initiate') && !scopes.has('operations')) {
        throw new NotAllowedError('This client may not initiate payments: that takes the scope initiate.');
      }
      return context.services.explainUrl(callerFor(context, client), targetOf(url));
    },
  }),
);
