import { words } from '../../texts/words.ts';

export const uploadTexts = words({
  choose: { fr: 'Choisir un fichier', en: 'Choose a file' },
  sending: { fr: (percent: string) => `Envoi\u00a0: ${percent}`, en: (percent) => `Sending: ${percent}` },
  stop: { fr: 'Arrêter', en: 'Stop' },
  tooLarge: {
    fr: 'Ce fichier dépasse la taille que la passerelle accepte.',
    en: 'This file is larger than the gateway accepts.',
  },
  unexpected: {
    fr: 'La passerelle n’a pas pu recevoir le fichier. Réessayez.',
    en: 'The gateway could not take the file. Try again.',
  },
  another: { fr: 'Choisir un autre fichier', en: 'Take another file' },
});
