import { z } from 'zod';
import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import {
  pingBody,
  pingType,
  type WebhookBody,
  type WebhookEventType,
  webhookBody,
  webhookEventType,
} from '../../modules/webhooks/webhook.ts';
import type { Texts } from '../request/fields.ts';

type Language = keyof Texts;

/** The gateway's calls to a client's endpoints, from the same schemas as the bodies themselves. */
export function describeWebhooks(language: Language): Record<string, ZodOpenApiPathItemObject> {
  const body = inLanguage(webhookBody, language, 'WebhookBody');
  const ping = inLanguage(pingBody, language, 'WebhookPing');
  const entries = webhookEventType.names.map((type) => {
    const description = language === 'fr' ? french.types[type] : webhookEventType.descriptions[type];
    return [type, webhookOf(type, description, body, exampleOf(type), language)];
  });
  const { id, timestamp } = exampleOf('payment.paid');
  const example = { id, type: pingType, timestamp, data: { endpoint: 'shop' } };
  return Object.fromEntries([
    ...entries,
    [pingType, webhookOf(pingType, texts.ping[language], ping, example, language)],
  ]);
}

function webhookOf(
  type: string,
  description: string,
  schema: z.ZodType,
  example: object,
  language: Language,
): ZodOpenApiPathItemObject {
  return {
    post: {
      tags: ['webhooks'],
      operationId: `told_${type.replaceAll('.', '_')}`,
      summary: description,
      security: [],
      requestParams: { header: headersOf(language) },
      requestBody: { required: true, content: { 'application/json': { schema, example } } },
      responses: {
        '2XX': { description: texts.taken[language] },
        '410': { description: texts.gone[language] },
        default: { description: texts.refused[language] },
      },
    },
  };
}

const headersOf = (language: Language): z.ZodObject =>
  z.object({
    'webhook-id': z.string().meta({ description: texts.id[language] }),
    'webhook-timestamp': z.string().meta({ description: texts.timestamp[language] }),
    'webhook-signature': z.string().meta({ description: texts.signature[language] }),
  });

function exampleOf(type: WebhookEventType): WebhookBody {
  const isRefund = type.startsWith('refund.');
  return {
    id: 'msg_019ab8d1c5a07000a1b2c3d4e5f60718',
    type,
    timestamp: '2026-11-25T09:30:00.000Z',
    data: {
      payment_id: 'pay_019ab8d1c5a070009f8e7d6c5b4a3928',
      reference: '4K7M-9QXT',
      status: 'PAID',
      amount: '1250',
      currency: 'EUR',
      payment_target: 'PAYBOX',
      effective_run_mode: 'LIVE',
      id_origin: 'web',
      id_societe: '1',
      id_commande: '45012',
      event_id: 'evt_019ab8d1c5a07000b1c2d3e4f5a60718',
      sequence: 3,
      ...(isRefund && { refund: { id: 'evt_019ab8d1c5a07000b1c2d3e4f5a60718', amount: '250', status: 'DONE' } }),
    },
  };
}

/** The schema with its sentences in French, where these are wanted. */
function inLanguage(schema: z.ZodObject, language: Language, id: string): z.ZodObject {
  if (language === 'en') return schema;
  return translated(schema).meta({ id: id });
}

function translated(schema: z.ZodObject): z.ZodObject {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) => {
        const description = french.fields[name];
        const { id: _component, ...meta } = field.meta() ?? {};
        const isObject = field instanceof z.ZodObject;
        return [name, (isObject ? translated(field) : field).meta({ ...meta, ...(description && { description }) })];
      }),
    ),
  );
}

const texts = {
  ping: {
    fr: 'Un message d’essai, demandé par `pingWebhookEndpoint` ou la ligne de commande.',
    en: 'A test message, asked for by `pingWebhookEndpoint` or the command line.',
  },
  taken: { fr: 'Le message est pris.', en: 'The message is taken.' },
  gone: {
    fr: 'Plus rien n’est envoyé à cette adresse.',
    en: 'Nothing more is sent to this address.',
  },
  refused: {
    fr: 'Tout le reste est un échec : le message revient, sous le même identifiant, pendant trois jours.',
    en: 'Everything else is a failure: the message comes again, under the same id, for three days.',
  },
  id: { fr: 'L’identifiant du message, le même à chaque essai.', en: 'The id of the message, the same at every try.' },
  timestamp: { fr: 'Le moment de l’essai, en secondes Unix.', en: 'The moment of the try, in Unix seconds.' },
  signature: {
    fr: 'Une ou plusieurs signatures Standard Webhooks (`v1,…`), séparées par des blancs.',
    en: 'One or several Standard Webhooks signatures (`v1,…`), separated by blanks.',
  },
} as const satisfies Record<string, Texts>;

/** A new type does not compile until it is said in French too. */
const french: {
  readonly types: Readonly<Record<WebhookEventType, string>>;
  readonly fields: Readonly<Record<string, string>>;
} = {
  types: {
    'payment.initiated': 'Le paiement est enregistré.',
    'payment.requires_action': 'Le paiement attend de nouveau son client : une nouvelle tentative est ouverte.',
    'payment.pending': 'Le client a fait sa part ; la banque n’a pas encore confirmé.',
    'payment.submitted': 'Dans une remise pour la banque ; elle ne l’a pas encore comptabilisé.',
    'payment.authorized': 'La banque réserve le montant ; il n’est pas encore encaissé.',
    'payment.paid': 'Payé, vérifié auprès de la banque ou enregistré par qui en a le droit.',
    'payment.refused': 'La banque a refusé. Le client peut encore réussir.',
    'payment.cancelled': 'Abandonné avant d’être payé.',
    'payment.expired': 'Personne n’a payé à temps.',
    'payment.failed': 'Une panne ; rien n’est payé.',
    'payment.returned': 'Payé, puis rejeté par la banque.',
    'payment.partially_refunded': 'Payé, puis remboursé en partie.',
    'payment.refunded': 'Payé, puis remboursé en entier.',
    'payment.needs_review':
      'Ce que l’on nous dit contredit ce que nous avons enregistré : une personne décide. Ne jamais le tenir pour payé.',
    'payment.contradicted': 'Une nouvelle authentique contredit l’enregistrement ; l’état reste, une personne regarde.',
    'payment.prenotified':
      'Un prélèvement est prévu le `due_date` : annoncez le jour et le montant au client, comme la loi le veut.',
    'payment.reminder_due': 'Le client n’a pas encore fait son virement et le délai se termine : rappelez-le-lui.',
    'payment.erased': 'Ce qui disait qui a payé est remplacé par un pseudonyme : effacez aussi votre copie.',
    'refund.pending': 'Le remboursement est en route vers la banque.',
    'refund.done': 'La banque a rendu l’argent.',
    'refund.refused': 'La banque n’a pas rendu l’argent.',
    'refund.failed': 'Le remboursement n’a jamais atteint la banque : rien n’a bougé.',
    'refund.unknown':
      'La banque n’a pas répondu clairement ; on lui demande ce qu’elle a fait. Ne pas redemander le remboursement.',
    'refund.needs_review': 'La banque ne peut pas dire si elle a rendu l’argent : une personne décide.',
    'operation.refused': 'La banque n’a pas encaissé, ou pas annulé, comme on le lui demandait.',
    'operation.failed': 'Un encaissement ou une annulation n’a jamais atteint la banque : rien n’a changé.',
    'operation.unknown':
      'La banque n’a pas répondu clairement à un encaissement ou à une annulation ; on lui demande ce qu’elle a fait.',
    'operation.needs_review': 'La banque ne peut pas dire si elle a encaissé, ou annulé : une personne décide.',
  },
  fields: {
    id: 'L’identifiant.',
    type: 'Ce qui est dit.',
    timestamp: 'Le moment où cela est arrivé, en UTC.',
    endpoint: 'Le nom du destinataire dans la configuration.',
    payment_id: 'Le paiement.',
    reference: 'Ce que l’on se dit au téléphone.',
    status: 'L’état après l’événement.',
    amount: 'En centimes, en texte.',
    currency: 'ISO 4217.',
    payment_target: 'Où le paiement est fait.',
    effective_run_mode: 'De l’argent réel seulement si c’est `LIVE`.',
    id_origin: 'Le système qui a demandé.',
    id_societe: 'La société qui est payée.',
    id_commande: 'Le numéro de la commande ; `0` s’il n’y en a pas.',
    event_id: 'L’événement dans l’histoire du paiement.',
    sequence: 'Croît dans un paiement. Ce qui est plus petit est plus ancien que ce que vous savez.',
    due_date: 'Le jour d’un prélèvement, quand l’événement le concerne.',
    refund: 'Quand l’événement concerne un remboursement.',
  },
};
