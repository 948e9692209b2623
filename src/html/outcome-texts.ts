import { inBothLanguages } from '../kernel/locale/language.ts';

/** What the page of an ended payment says beside its status, and how the société is reached. */
export const outcomeTexts = inBothLanguages({
  fr: {
    backToShop: 'Retour à la boutique',
    paidOn: 'Date',
    canTryAgain: 'Vous pouvez réessayer maintenant.',
    inDoubt:
      'La banque n’a pas encore confirmé le résultat d’une tentative précédente. Ne payez pas une seconde fois\u00a0: rouvrez cette page plus tard.',
    linkIsOver: (societe: string) =>
      `Ce lien ne permet plus de payer. Si vous voulez encore payer, demandez un nouveau lien à ${societe}.`,
    cameInPart: (part: string, all: string) =>
      `Nous avons reçu ${part} sur ${all}. Ne refaites pas le virement entier.`,
    askAboutRest: (societe: string) => `Donnez la référence ci-dessous à ${societe}.`,
    tooManyTries: ['Trop d’essais', 'Attendez une heure, puis rouvrez votre lien de paiement.'] satisfies readonly [
      title: string,
      detail: string,
    ],
    callUs: 'Téléphone\u00a0:',
    writeUs: 'E-mail\u00a0:',
  },
  en: {
    backToShop: 'Back to the shop',
    paidOn: 'Date',
    canTryAgain: 'You can try again now.',
    inDoubt:
      'The bank has not confirmed yet how an earlier attempt ended. Do not pay a second time: open this page again later.',
    linkIsOver: (societe) =>
      `This link cannot be used to pay any more. If you still want to pay, ask ${societe} for a new link.`,
    cameInPart: (part, all) => `We have received ${part} of ${all}. Do not make the whole transfer again.`,
    askAboutRest: (societe) => `Give the reference below to ${societe}.`,
    tooManyTries: ['Too many attempts', 'Wait an hour, then open your payment link again.'],
    callUs: 'Telephone:',
    writeUs: 'E-mail:',
  },
});
