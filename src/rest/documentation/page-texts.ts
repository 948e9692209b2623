import type { OperationField, Texts } from '../request/fields.ts';

/** Texts of the documentation's pages, besides the descriptions of fields, sets and errors. */
export const metadataTexts = {
  operations: { fr: 'Opérations', en: 'Operations' },
  operationsDetail: {
    fr: 'L’ancienne interface de paiement, telle que les systèmes en place l’appellent.',
    en: 'The legacy payment interface, as the systems in place call it.',
  },
  documentation: { fr: 'Documentation', en: 'Documentation' },
  newInterface: {
    fr: 'Pour une nouvelle application : l’interface GraphQL',
    en: 'For a new front end: the GraphQL interface',
  },
  graphqlReference: { fr: 'Référence GraphQL', en: 'GraphQL reference' },
  home: { fr: 'Accueil', en: 'Home' },
  openapi: { fr: 'Description OpenAPI 3.1', en: 'OpenAPI 3.1 description' },
  viewer: { fr: 'Essayer dans le navigateur', en: 'Try it in the browser' },
  types: { fr: 'Types TypeScript pour @servicestack/client', en: 'TypeScript types for @servicestack/client' },
  routes: { fr: 'Adresses', en: 'Routes' },
  verbs: { fr: 'Méthodes', en: 'Verbs' },
  byName: { fr: 'par nom, pour les clients ServiceStack', en: 'by name, for ServiceStack clients' },
  tryIt: { fr: 'Un exemple qui marche', en: 'A sample that runs' },
  tryItDetail: {
    fr: 'En mode TEST, sans argent réel. Le même lien une deuxième fois donne le même paiement.',
    en: 'In TEST, without real money. The same link a second time gives the same payment.',
  },
  callers: {
    fr: 'Ce déploiement reconnaît ses applications à leur réseau, ou à une clé dans l’en-tête Authorization: Bearer … ou X-API-Key: … ; jamais dans l’adresse.',
    en: 'This deployment knows its clients by their network, or by a key as the header Authorization: Bearer … or X-API-Key: …; never in the address.',
  },
  parameters: { fr: 'Paramètres', en: 'Parameters' },
  parametersDetail: {
    fr: 'Les noms sont lus sans égard à la casse. Dans l’adresse, chaque valeur est encodée (%20, %2B, %C3%A9). Le formulaire l’emporte sur la requête (?nom=valeur), la requête sur le chemin, le chemin sur un corps JSON ; mais une valeur marquée d’un * qui contredit le chemin, ou donnée deux fois, est refusée.',
    en: 'Names are read in any case. In an address each value is encoded (%20, %2B, %C3%A9). A form overrides the query (?name=value), the query the path, the path a JSON body; but a value marked with * that contradicts the path, or is given twice, is refused.',
  },
  name: { fr: 'Nom', en: 'Name' },
  location: { fr: 'Où', en: 'Location' },
  type: { fr: 'Type', en: 'Type' },
  required: { fr: 'Requis', en: 'Required' },
  description: { fr: 'Description', en: 'Description' },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  enums: { fr: 'Valeurs', en: 'Values' },
  enumsDetail: {
    fr: 'Un nom, dans n’importe quelle casse, ou son numéro.',
    en: 'A name, in any case, or its number.',
  },
  value: { fr: 'Valeur', en: 'Value' },
  ordinal: { fr: 'Numéro', en: 'Number' },
  exchange: { fr: 'Demande et réponse', en: 'Request and response' },
  answer: { fr: 'La réponse', en: 'The response' },
  answerDetail: { fr: 'Les noms sans valeur sont omis.', en: 'Names without a value are left out.' },
  statusRights: { fr: 'Qui peut demander', en: 'Who may ask' },
  statusRightsDetail: {
    fr: 'Une application connue qui a le droit de lecture ; une référence est courte et se dit au téléphone, elle ne donne aucun droit. Un paiement d’autrui est répondu comme un paiement inconnu.',
    en: 'A client that is known and may read; a reference is short and said on the phone, so that it is no right. A payment of others is answered like one that does not exist.',
  },
  statusAnswerDetail: {
    fr: 'Formats, callback et enveloppe des erreurs comme pour payment_initiate. Avec callback, une page d’un autre site ne reçoit que payment_id, reference, status, effective_run_mode, amount et currency.',
    en: 'Formats, callback and the envelope of errors are those of payment_initiate. With a callback, a page of another site is given only payment_id, reference, status, effective_run_mode, amount and currency.',
  },
  errors: { fr: 'Erreurs', en: 'Errors' },
  errorsDetail: {
    fr: 'Une demande refusée n’enregistre aucun paiement. L’erreur nomme chaque champ en cause.',
    en: 'A request that is refused records no payment. The error names each field that is to blame.',
  },
  status: { fr: 'Statut', en: 'Status' },
  code: { fr: 'Code', en: 'Code' },
  withoutEnvelope: { fr: '(texte)', en: '(text)' },
  formats: { fr: 'Formats', en: 'Formats' },
  formatsDetail: { fr: 'La première règle qui convient décide :', en: 'The first rule that fits decides:' },
  bySuffix: {
    fr: 'un suffixe : .json, .xml, .jsv, .csv, .html, .jsonl ;',
    en: 'a suffix: .json, .xml, .jsv, .csv, .html, .jsonl;',
  },
  byCallback: {
    fr: '?callback=nom : JSON dans un appel de fonction ;',
    en: '?callback=name: JSON inside a function call;',
  },
  byParameter: { fr: '?format=json ;', en: '?format=json;' },
  byRoute: { fr: 'le premier segment de /json/reply/… ;', en: 'the first segment of /json/reply/…;' },
  byAccept: {
    fr: 'Accept : HTML, JSON, XML, JSV dans cet ordre ; */* vaut le type du corps de la demande ;',
    en: 'Accept: HTML, JSON, XML, JSV in this order; */* means the type of the request’s body;',
  },
  byDefault: { fr: 'sinon une page HTML.', en: 'otherwise an HTML page.' },
  jsonp: { fr: 'JSONP, pour les pages intranet', en: 'JSONP, for intranet pages' },
  jsonpDetail: {
    fr: 'Une valeur illisible arrive aussi à la fonction, avec le statut 200 ; les autres erreurs gardent leur statut, et le navigateur ne les exécute pas.',
    en: 'A value that cannot be read reaches the function too, with status 200; other errors keep their status, and a browser does not run them.',
  },
  form: { fr: 'Formulaire HTML', en: 'HTML form' },
  twice: { fr: 'La même demande deux fois', en: 'The same request twice' },
  twiceDetail: {
    fr: 'Avec un numéro de commande, la même demande est le même paiement tant qu’il existe ; refusé, abandonné ou expiré, il est proposé de nouveau. Sans commande (0), c’est vrai tant que le paiement attend son client, quelques minutes. replayed le dit. Une clé d’idempotence (idempotency_key) décide à la place de tout cela.',
    en: 'With an order’s number the same request is the same payment for as long as that exists; refused, cancelled or expired, it is offered again. Without an order (0) this holds while the payment waits for its customer, some minutes. replayed says so. An idempotency key (idempotency_key) decides instead of all this.',
  },
} as const satisfies Readonly<Record<string, Texts>>;

export const placeTexts: Readonly<Record<OperationField['place'], Texts>> = {
  path: { fr: 'chemin, requête ou formulaire', en: 'path, query or form' },
  'optional path': { fr: 'chemin (adresse longue), requête ou formulaire', en: 'path (longer route), query or form' },
  'query or form': { fr: 'requête ou formulaire', en: 'query or form' },
};
