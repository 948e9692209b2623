import { words } from './words.ts';

/** Whether the statements of an account follow each other. */
export const statementWords = words({
  fr: {
    unbroken: 'Aucun relevé ne manque',
    broken: 'Un relevé manque',
    none: 'Aucun relevé reçu',
  },
  en: {
    unbroken: 'No statement is missing',
    broken: 'A statement is missing',
    none: 'No statement received',
  },
});
