import type { Texts } from '../request/fields.ts';

/** Texts of the OpenAPI document, besides the descriptions of fields, sets and errors. Markdown. */
export const openapiTexts = {
  title: { fr: 'Règlement : l’ancienne interface', en: 'Règlement: the legacy interface' },
  description: {
    fr: [
      'Les adresses que les anciens systèmes appellent depuis toujours. Une nouvelle application prendra plutôt la mutation GraphQL `initiatePayment`, à `/graphql`.',
      '',
      'La réponse est en JSON, XML, JSV, CSV, JSONL ou HTML : par le suffixe de l’adresse (`.json`), `?format=`, ou `Accept`. Sans rien de tout cela, c’est une page HTML.',
      'La même demande deux fois donne le même paiement.',
    ].join('\n'),
    en: [
      'The addresses that old systems have always called. A new front end will rather take the GraphQL mutation `initiatePayment`, at `/graphql`.',
      '',
      'The answer is JSON, XML, JSV, CSV, JSONL or HTML: by the suffix of the address (`.json`), `?format=`, or `Accept`. Without any of them it is an HTML page.',
      'The same request twice gives the same payment.',
    ].join('\n'),
  },
  routes: { fr: 'Les adresses de l’opération', en: 'The routes of the operation' },
  predefined: {
    fr: 'Les adresses par nom, pour les clients ServiceStack',
    en: 'The routes by name, for ServiceStack clients',
  },
  webhooks: {
    fr: 'Ce que la passerelle dit aux applications qui l’ont demandé, signé selon Standard Webhooks',
    en: 'What the gateway tells clients that asked for it, signed as Standard Webhooks says',
  },
  reply: {
    fr: 'Au lieu de `json` : `xml`, `jsv`, `csv`, `jsonl` ou `html` ; le corps est lu et la réponse écrite dans ce format. `oneway` au lieu de `reply` répond de même.',
    en: 'Instead of `json`: `xml`, `jsv`, `csv`, `jsonl` or `html`; the body is read and the answer written in that format. `oneway` instead of `reply` answers the same.',
  },
  api: {
    fr: 'Un suffixe choisit un autre format : `/api/payment_initiate.csv`.',
    en: 'A suffix chooses another format: `/api/payment_initiate.csv`.',
  },
  status: { fr: 'Où en est un paiement', en: 'Where a payment stands' },
  statusDescription: {
    fr: 'Seulement pour une application connue qui a le droit de lecture. Avec `callback`, une page d’un autre site ne reçoit que `payment_id`, `reference`, `status`, `effective_run_mode`, `amount` et `currency`.',
    en: 'Only for a client that is known and may read. With `callback`, a page of another site is given only `payment_id`, `reference`, `status`, `effective_run_mode`, `amount` and `currency`.',
  },
  shown: { fr: 'Le paiement, dans son état présent.', en: 'The payment, in its present state.' },
  format: { fr: 'Le format de la réponse.', en: 'The format of the answer.' },
  callback: {
    fr: 'JSONP : le nom de la fonction qui reçoit le JSON. Tout caractère hors de `A-Z a-z 0-9 . _` devient `_`.',
    en: 'JSONP: the name of the function that is given the JSON. Every character outside `A-Z a-z 0-9 . _` becomes `_`.',
  },
  jsconfig: {
    fr: 'L’écriture du JSON : `eccn` ou `tc:cc` pour une enveloppe en camelCase, `tc:pc` en PascalCase, `inv` pour écrire les valeurs absentes (null).',
    en: 'How the JSON is written: `eccn` or `tc:cc` for an envelope in camelCase, `tc:pc` in PascalCase, `inv` to write names without a value (null).',
  },
  body: {
    fr: 'Ce que l’adresse ne dit pas. Un formulaire peut aussi répéter les valeurs de l’adresse.',
    en: 'What the address does not say. A form may also repeat the values of the address.',
  },
  recorded: {
    fr: 'Le paiement, enregistré. Les noms sans valeur sont omis.',
    en: 'The payment, recorded. Names without a value are left out.',
  },
  withoutEnvelope: { fr: 'sans enveloppe, en texte', en: 'without an envelope, as text' },
  bearer: {
    fr: 'La clé de l’application. Inutile depuis un réseau que la passerelle connaît.',
    en: 'The client’s key. Not needed from a network that the gateway knows.',
  },
  apiKey: {
    fr: 'La même clé, pour qui ne peut pas écrire `Authorization`.',
    en: 'The same key, for those who cannot write `Authorization`.',
  },
} as const satisfies Readonly<Record<string, Texts>>;
