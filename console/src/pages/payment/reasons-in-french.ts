import { vocabulary } from '../../texts/vocabulary.ts';

/** What the gateway writes in English into an event, or beside a message of a bank, and its French. */
const sentences: Readonly<Record<string, string>> = {
  // What contradicts the record.
  amount: 'le montant diffère',
  currency: 'la devise n’est pas l’euro',
  shop: 'le message est d’une autre société',
  mode: 'le message est de l’autre mode',
  'test authorisation': 'l’autorisation est une autorisation de test',
  'a refund that was done is refused': 'un remboursement effectué est annoncé comme refusé',
  'a refund that was not made': 'ce remboursement n’a pas été demandé ici',
  'a refund that was refused is done': 'un remboursement refusé est annoncé comme effectué',
  'an operation that is not known': 'l’opération annoncée n’est pas connue',
  'authorised only, where a payment was asked for':
    'le montant est seulement autorisé, alors qu’un paiement est demandé',
  'money came during a review': 'de l’argent est arrivé pendant la vérification',
  'more was given back than was paid': 'il a été remboursé plus que ce qui est payé',
  'paid twice': 'payé deux fois',
  'reported paid, and the bank does not confirm it': 'annoncé payé, et la banque ne le confirme pas',
  'the bank neither booked it nor refused it': 'la banque ne l’a ni comptabilisé ni refusé',
  'the bank never confirmed it': 'la banque ne l’a jamais confirmé',
  'the bank says that this money came after all': 'la banque dit que cet argent est finalement arrivé',
  'the bank says that this money did not come': 'la banque dit que cet argent n’est pas arrivé',
  'the shop has to validate this debit in the back office of the bank, or it expires':
    'la société doit valider ce prélèvement dans le back-office de la banque, sinon il expire',
  'transaction used elsewhere': 'cette transaction est déjà celle d’un autre paiement',
  // Why a message changed nothing.
  'a message alone takes no money away: the bank is asked':
    'un message seul ne retire pas d’argent\u00a0: la banque est interrogée',
  'a newer attempt is open': 'une tentative plus récente est ouverte',
  'another attempt is pending': 'une autre tentative est en cours à la banque',
  'it gives back what was paid twice': 'il rembourse ce qui était payé deux fois',
  'it is only the fee of the block': 'ce sont seulement les frais du lot',
  'it was settled before it was returned': 'le prélèvement était déjà réglé quand il a été rejeté',
  'late: another transaction is pending': 'trop tard\u00a0: une autre transaction est en cours',
  'late: this transaction was cancelled': 'trop tard\u00a0: cette transaction est annulée',
  'late: the bank has denied this money': 'trop tard\u00a0: la banque a dit que cet argent n’est pas arrivé',
  'late: this transaction has ended': 'trop tard\u00a0: cette transaction est terminée',
  'no attempt of ours has this reference': 'aucune tentative n’a cette référence',
  'the bank was asked about this transaction': 'la banque a déjà été interrogée sur cette transaction',
  'the payment has this status': 'le paiement est déjà dans cet état',
  'the payment was made by another transaction': 'le paiement est fait par une autre transaction',
  'the refund is known': 'ce remboursement est déjà connu',
  'the same message was applied before': 'le même message a déjà été appliqué',
  'too many transactions were reported for this attempt': 'trop de transactions sont annoncées pour cette tentative',
  // Why a message is not trusted.
  'its content is not what came any more': 'son contenu n’est plus celui qui a été reçu',
  'no key of ours verifies the signature': 'aucune de nos clés ne vérifie la signature',
  "no key of the payment's own account made this signature": 'la signature n’est pas d’une clé du compte du paiement',
  'the signature is not base64': 'la signature est illisible',
  'there is no signature': 'il n’y a pas de signature',
  'there is something after the signature': 'il y a un texte après la signature',
  // Why the bank is not asked.
  'the account has no Paybox Direct': 'le contrat n’a pas Paybox Direct',
  'the account has no REST API': 'le contrat n’a pas l’API REST',
  'the account is not in the configuration': 'le compte marchand n’est pas dans la configuration',
  'the contract has no Paybox Direct': 'le contrat n’a pas Paybox Direct',
  'the contract has no REST API': 'le contrat n’a pas l’API REST',
  'the contract has no way to ask the bank any more': 'le contrat ne permet plus d’interroger la banque',
  // What a bank answered, or did not.
  'La Banque Postale captures the whole amount only': 'La Banque Postale n’encaisse que le montant entier',
  'access refused: the contract has no Paybox Direct, or site, rank or key are wrong':
    'accès refusé\u00a0: le contrat n’a pas Paybox Direct, ou le site, le rang ou la clé sont faux',
  'amount not accepted': 'montant non accepté',
  'amount or currency not accepted': 'montant ou devise non acceptés',
  'card, date or security code not accepted': 'carte, date ou cryptogramme non acceptés',
  'currency not accepted': 'devise non acceptée',
  'it cannot be cancelled any more: refund it': 'l’annulation n’est plus possible\u00a0: remboursez',
  'it is too late to send it': 'il est trop tard pour envoyer la demande',
  'it was done before': 'la demande a déjà été exécutée',
  'more than was paid': 'le montant dépasse ce qui est payé',
  'nothing found': 'la banque ne trouve rien',
  'reference, version or frame not accepted': 'référence, version ou format non acceptés',
  'refused by a filter': 'refusé par un filtre',
  'refused by the acquirer': 'refusé par la banque de la société',
  'refused by the bank': 'refusé par la banque',
  'subscriber not accepted': 'abonné non accepté',
  'the answer cannot be read': 'la réponse est illisible',
  'the answer does not fit the question': 'la réponse ne correspond pas à la question',
  'the answer is about another order, shop or mode':
    'la réponse concerne une autre commande, une autre société ou l’autre mode',
  'the answer is about another transaction': 'la réponse concerne une autre transaction',
  'the answer is from the other mode': 'la réponse est de l’autre mode',
  'the answer is to another question': 'la réponse est celle d’une autre question',
  'the answer names no transaction': 'la réponse ne nomme aucune transaction',
  'the answer shows no order': 'la réponse ne contient aucune commande',
  'the answer shows no transaction': 'la réponse ne contient aucune transaction',
  'the answer shows something else than was asked': 'la réponse montre autre chose que ce qui est demandé',
  'the answer was lost': 'la réponse s’est perdue',
  'the bank cannot be reached': 'la banque ne répond pas',
  'the bank does not say whether a part was given back': 'la banque ne dit pas si une partie a été remboursée',
  'the bank did it, but the payment was made by another transaction':
    'la banque l’a fait, mais le paiement est fait par une autre transaction',
  'the bank did it, but the transaction was cancelled meanwhile':
    'la banque l’a fait, mais la transaction a été annulée entre-temps',
  'the bank finds no transaction that allows this': 'la banque ne trouve aucune transaction qui le permette',
  'the bank has no such payment': 'la banque ne connaît pas ce paiement',
  'the bank has no such transaction': 'la banque ne connaît pas cette transaction',
  'the bank has not collected it yet: until it has, only the whole amount can be given back, and no part':
    'la banque ne l’a pas encore encaissé\u00a0: jusque-là, seul le montant entier peut être remboursé',
  'the bank has not decided': 'la banque n’a pas encore décidé',
  'the bank has not decided for too long': 'la banque n’a rien décidé depuis trop longtemps',
  'the bank has not decided on the refund': 'la banque n’a pas encore décidé du remboursement',
  'the bank has not decided on the refund, beside an operation in doubt':
    'la banque n’a pas encore décidé du remboursement, et l’issue d’une autre opération est inconnue',
  'the bank names another transaction for this reference': 'la banque nomme une autre transaction pour cette référence',
  'the bank never did it': 'la banque ne l’a pas fait',
  'the bank never said what it did': 'la banque n’a jamais dit ce qu’elle a fait',
  'the bank refused the refund': 'la banque a refusé le remboursement',
  'the bank says another amount': 'la banque donne un autre montant',
  "the bank's transaction is not known": 'la transaction de la banque n’est pas connue',
  'the code is not known': 'ce code n’est pas connu',
  'the issuer gave no clear answer': 'la banque du client n’a pas répondu clairement',
  'the operation is not allowed': 'l’opération n’est pas permise',
  'the order has no such transaction': 'la commande n’a pas cette transaction',
  'the platform failed or was late': 'la plateforme de la banque est en panne ou en retard',
  'the platform failed, or the code is not known':
    'la plateforme de la banque est en panne, ou ce code n’est pas connu',
  'the question number is bad or was used': 'le numéro de question est faux ou a déjà servi',
  'the refund was refused': 'le remboursement a été refusé',
  'the request was not accepted': 'la demande n’a pas été acceptée',
  'the shop may not do this': 'le contrat de la société ne le permet pas',
  'the transaction is in a state that does not allow this': 'l’état de la transaction ne le permet pas',
  'the transaction is not captured': 'la transaction n’est pas encaissée',
  'too many calls': 'trop d’appels à la banque',
  'what the bank says was given back is neither with nor without this refund':
    'le total remboursé selon la banque ne correspond ni avec ni sans ce remboursement',
  'reported not paid after all, and the bank does not confirm it':
    'annoncé comme finalement non payé, et la banque ne le confirme pas',
  'the bank said this before, and is asked whether it is so again':
    'la banque l’a déjà dit\u00a0: il lui est demandé si c’est de nouveau le cas',
  'the transaction was not cancelled': 'la transaction n’a pas été annulée',
  'too many of its transactions are asked about': 'la banque est déjà interrogée sur trop de ses transactions',
};

type Form = readonly [pattern: RegExp, say: (value: string, rest: string) => string | null];

const state = (name: string): string | null => {
  const text: string | undefined = (vocabulary.fr.status as Readonly<Record<string, string>>)[name];
  return text === undefined ? null : `dans l’état «\u00a0${text}\u00a0»`;
};
const withState = (before: string) => (name: string) => state(name) && `${before} ${state(name)}`;
const withReason = (before: string) => (reason: string) =>
  reasonInFrench(reason) && `${before}${reasonInFrench(reason)}`;

/** Sentences with a value in them. */
const forms: readonly Form[] = [
  [/^late: the payment is ([A-Z_]+)$/, withState('trop tard\u00a0: le paiement est')],
  [/^late: the transaction is ([A-Z_]+)$/, withState('trop tard\u00a0: la transaction est')],
  [/^a refund of a payment that is ([A-Z_]+)$/, withState('remboursement d’un paiement')],
  [/^the bank did it, but the payment is ([A-Z_]+)$/, withState('la banque l’a fait, mais le paiement est')],
  [/^operation ([A-Z_]+) is no new payment$/, (name) => `l’opération ${name} n’est pas un nouveau paiement`],
  [/^operation ([A-Z_]+)$/, (name) => `opération ${name}`],
  [/^reported paid, and (.+)$/, withReason('annoncé payé, et ')],
  [/^(late: .+), and (.+)$/, (late, why) => reasonInFrench(late) && withReason(`${reasonInFrench(late)}, et `)(why)],
  [/^the transaction could not be looked up: (.+)$/, withReason('la transaction n’a pas pu être recherchée\u00a0: ')],
  [/^(.+) says that it was never done$/, (who) => `selon ${who}, la demande n’a jamais été exécutée`],
  [/^([A-Z0-9_]+): (.+)$/, (code, rest) => withReason(`code ${code}, `)(rest)],
];

/** Null for one that is not known here, such as that of a newer gateway. */
export function reasonInFrench(text: string): string | null {
  if (Object.hasOwn(sentences, text)) return sentences[text] ?? null;
  for (const [pattern, say] of forms) {
    const [whole, value = '', rest = ''] = pattern.exec(text) ?? [];
    if (whole !== undefined) return say(value, rest);
  }
  return null;
}
