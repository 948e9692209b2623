import { words } from './words.ts';

/** Whether the statements of an account follow each other. */
export const statementWords = words({
  unbroken: { fr: 'Aucun relevé ne manque', en: 'No statement is missing' },
  broken: { fr: 'Un relevé manque', en: 'A statement is missing' },
  none: { fr: 'Aucun relevé reçu', en: 'No statement received' },
});
