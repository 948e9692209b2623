import { words } from '../../texts/words.ts';

export const entryTexts = words({
  title: { fr: 'Écriture', en: 'Entry' },
  unknown: { fr: 'Écriture inconnue', en: 'Unknown entry' },
  unknownText: {
    fr: 'Elle n’existe pas, ou vos droits ne couvrent pas cette société ou ce mode.',
    en: 'It does not exist, or your rights do not cover its société or mode.',
  },
  toBooks: { fr: 'Comptabilité', en: 'Books' },
  exercise: { fr: 'Exercice', en: 'Exercise' },
  postedAt: { fr: 'Validée le', en: 'Posted' },
  hash: { fr: 'Empreinte', en: 'Hash' },
  theHash: { fr: 'l’empreinte', en: 'the hash' },
  pieceDate: { fr: 'Date de la pièce', en: 'Date of the piece' },
  reverses: { fr: 'Contre-passe l’écriture', en: 'Reverses the entry' },
  reversedBy: { fr: 'Contre-passée par l’écriture', en: 'Reversed by the entry' },
  isReversed: { fr: 'Contre-passée', en: 'Reversed' },
  whyNotReverse: { fr: 'Cette écriture est déjà contre-passée.', en: 'This entry is reversed already.' },
  reason: { fr: 'Motif', en: 'Reason' },
  operator: { fr: 'Décidé par', en: 'Decided by' },
  lines: { fr: 'Lignes', en: 'Lines' },
  reverse: { fr: 'Contre-passer', en: 'Reverse' },
  reverseText: {
    fr: 'Une écriture inverse est passée aujourd’hui\u00a0; celle-ci ne change pas. Si un paiement saisi à la main n’a que cette écriture, il est annulé avec elle.',
    en: 'A mirror entry is booked today; this one does not change. Where a receipt recorded by hand has this entry alone, its payment is cancelled with it.',
  },
  reversed: { fr: 'L’écriture est contre-passée.', en: 'The entry is reversed.' },
  reasonHint: {
    fr: 'Il figure dans le journal. 200 caractères au plus.',
    en: 'It stands in the journal. 200 characters at most.',
  },
});
