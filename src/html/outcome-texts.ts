import { inBothLanguages } from '../kernel/locale/language.ts';

/** What the page of an ended payment says beside its status, and how the société is reached. */
export const outcomeTexts = inBothLanguages({
  backToShop: { fr: 'Retour à la boutique', en: 'Back to the shop' },
  paidOn: { fr: 'Date', en: 'Date' },
  canTryAgain: { fr: 'Vous pouvez réessayer maintenant.', en: 'You can try again now.' },
  inDoubt: {
    fr: 'La banque n’a pas encore confirmé le résultat d’une tentative précédente. Ne payez pas une seconde fois\u00a0: rouvrez cette page plus tard.',
    en: 'The bank has not confirmed yet how an earlier attempt ended. Do not pay a second time: open this page again later.',
  },
  linkIsOver: {
    fr: (societe: string) =>
      `Ce lien ne permet plus de payer. Si vous voulez encore payer, demandez un nouveau lien à ${societe}.`,
    en: (societe) =>
      `This link cannot be used to pay any more. If you still want to pay, ask ${societe} for a new link.`,
  },
  cameInPart: {
    fr: (part: string, all: string) => `Nous avons reçu ${part} sur ${all}. Ne refaites pas le virement entier.`,
    en: (part, all) => `We have received ${part} of ${all}. Do not make the whole transfer again.`,
  },
  askAboutRest: {
    fr: (societe: string) => `Donnez la référence ci-dessous à ${societe}.`,
    en: (societe) => `Give the reference below to ${societe}.`,
  },
  tooManyTries: {
    fr: ['Trop d’essais', 'Attendez une heure, puis rouvrez votre lien de paiement.'] satisfies readonly [
      title: string,
      detail: string,
    ],
    en: ['Too many attempts', 'Wait an hour, then open your payment link again.'],
  },
  callUs: { fr: 'Téléphone\u00a0:', en: 'Telephone:' },
  writeUs: { fr: 'E-mail\u00a0:', en: 'E-mail:' },
});
