import { words } from '../../texts/words.ts';

export const uploadTexts = words({
  fr: {
    choose: 'Choisir un fichier',
    sending: (percent: string) => `Envoi\u00a0: ${percent}`,
    stop: 'Arrêter',
    tooLarge: 'Ce fichier dépasse la taille que la passerelle accepte.',
    unexpected: 'La passerelle n’a pas pu recevoir le fichier. Réessayez.',
    another: 'Choisir un autre fichier',
  },
  en: {
    choose: 'Choose a file',
    sending: (percent) => `Sending: ${percent}`,
    stop: 'Stop',
    tooLarge: 'This file is larger than the gateway accepts.',
    unexpected: 'The gateway could not take the file. Try again.',
    another: 'Take another file',
  },
});
