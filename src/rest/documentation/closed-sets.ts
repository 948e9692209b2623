import type { ClosedSet } from '../../kernel/closed-set.ts';
import {
  paymentRunMode,
  paymentStatus,
  paymentTarget,
  paymentTargetsInFrench,
  paymentType,
} from '../../kernel/vocabulary.ts';
import type { Texts } from '../request/fields.ts';
import { operation } from '../request/operation.ts';

/** A documented closed set: names with ordinals and meanings. */
export type DocumentedSet = {
  readonly set: ClosedSet<string>;
  readonly description: Texts;
  readonly values: readonly { readonly name: string; readonly ordinal: number; readonly description: Texts }[];
};

/**
 * The domain says it in English; a name that is new does not compile until it is said in French too.
 * @param english where the domain's sentence has a name that only the GraphQL interface knows
 */
function inFrench<Name extends string>(
  set: ClosedSet<Name>,
  description: string,
  descriptions: Readonly<Record<Name, string>>,
  english: Partial<Readonly<Record<Name, string>>> = {},
): DocumentedSet {
  return {
    set,
    description: { fr: description, en: set.description },
    values: set.names.map((name, ordinal) => ({
      name,
      ordinal,
      description: { fr: descriptions[name], en: english[name] ?? set.descriptions[name] },
    })),
  };
}

const target = inFrench(
  paymentTarget,
  'Où le paiement est fait : quelle banque, ou la société elle-même.',
  paymentTargetsInFrench,
);
const runMode = inFrench(paymentRunMode, 'Si de l’argent réel circule.', {
  TEST: 'Jamais d’argent réel.',
  LIVE: 'Argent réel sur un déploiement de production ; sur tout autre déploiement, traité comme `TEST`.',
  FORCE_LIVE: 'Argent réel sur tout déploiement, et seulement pour une application qui en a le droit.',
});
const type = inFrench(paymentType, 'La voie que prend le paiement, et avec quoi le client paie.', {
  DIRECT_SEPA: 'Prélèvement SEPA : la société (ou sa banque) débite le client sous un mandat.',
  SEPA: 'Virement SEPA : le client vire le montant avec notre référence.',
  CB: 'Carte bancaire (Carte Bancaire, Visa, Mastercard) sur la page de la banque.',
  AMEX: 'Carte American Express sur la page de la banque.',
  COMPTABILITE: 'Un paiement arrivé par une autre voie et enregistré par la comptabilité.',
});
const status = inFrench(
  paymentStatus,
  'Où en est le paiement.',
  {
    REQUIRES_ACTION: 'Attend le client : l’envoyer à `payment_url`.',
    PENDING: 'Le client a fait sa part ; la banque n’a pas encore confirmé.',
    SUBMITTED: 'Dans une remise pour la banque ; elle ne l’a pas encore passé.',
    AUTHORIZED: 'La banque a réservé le montant ; il n’est pas encore encaissé.',
    PAID: 'Payé, vérifié auprès de la banque ou enregistré par une application qui en a le droit.',
    REFUSED: 'Refusé par la banque. Le client peut encore réussir en réessayant.',
    CANCELLED: 'Abandonné avant d’être payé.',
    EXPIRED: 'Personne n’a payé à temps.',
    FAILED: 'Une erreur technique ou de configuration ; rien n’a été payé.',
    RETURNED: 'Payé, puis rejeté par la banque (prélèvement impayé ou remboursé).',
    PARTIALLY_REFUNDED: 'Payé, puis remboursé en partie.',
    REFUNDED: 'Payé, puis remboursé en totalité.',
    NEEDS_REVIEW:
      'Ce que la banque dit contredit ce que nous avons noté : une personne décide. Jamais à traiter comme payé.',
  },
  { REQUIRES_ACTION: 'Waits for the customer: send them to `payment_url`.' },
);

/** Every set that the operation takes or answers. */
export const documentedSets: readonly DocumentedSet[] = [target, runMode, type, status];
/** Those that it takes: their ordinals are taken for their names. */
export const requestSets = documentedSets.filter(({ set }) => operation.fields.some(({ kind }) => kind === set));

export function documentedSet(set: ClosedSet<string>): DocumentedSet {
  const found = documentedSets.find((documented) => documented.set === set);
  if (!found) throw new Error(`${set.name} has no French description`);
  return found;
}
