import { inBothLanguages } from '../../kernel/locale/language.ts';

/** Why there is no file. */
export const exportStatus = {
  UNAUTHENTICATED: 401,
  CROSS_SITE_REQUEST: 403,
  STEP_UP_REQUIRED: 403,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  TOO_MANY_EXPORTS: 429,
  MANDATE_STATE: 409,
  INVALID_INPUT: 400,
};
export type ExportRefusalCode = keyof typeof exportStatus;

export const exportTexts = inBothLanguages({
  title: { fr: 'Pas de fichier', en: 'No file' },
  refusals: inBothLanguages<Record<ExportRefusalCode, string>>({
    UNAUTHENTICATED: {
      fr: 'Connectez-vous\u00a0: il n’y a pas de session, ou elle est terminée.',
      en: 'Sign in: there is no session, or it has ended.',
    },
    CROSS_SITE_REQUEST: {
      fr: 'Seule une page de la console peut demander ce fichier.',
      en: 'Only a page of the console may ask for this file.',
    },
    STEP_UP_REQUIRED: {
      fr: 'Un fichier qui nomme des personnes demande de confirmer que c’est vous. Confirmez-le, puis recommencez.',
      en: 'A file that names people needs you to confirm that it is you. Confirm it, then try again.',
    },
    NOT_ALLOWED: { fr: 'Votre rôle ne donne pas droit à cet export.', en: 'Your role does not allow this export.' },
    NOT_FOUND: {
      fr: 'Ce fichier n’existe pas, ou vos droits ne permettent pas de le voir.',
      en: 'This file does not exist, or your rights do not let you see it.',
    },
    TOO_MANY_EXPORTS: {
      fr: 'Trop d’exports à la fois. Attendez la fin d’un autre.',
      en: 'Too many exports at once. Wait for another one to end.',
    },
    MANDATE_STATE: { fr: 'L’état de la remise ne le permet pas.', en: 'The state of the batch does not allow it.' },
    INVALID_INPUT: { fr: 'Cette adresse d’export n’est pas valable.', en: 'This export address is not valid.' },
  }),
  parameter: { fr: 'Paramètre\u00a0:', en: 'Parameter:' },
  back: { fr: 'Retour à la console', en: 'Back to the console' },
});
