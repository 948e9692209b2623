import { words } from '../../texts/words.ts';

export const entryTexts = words({
  fr: {
    title: 'Écriture',
    unknown: 'Écriture inconnue',
    unknownText: 'Elle n’existe pas, ou vos droits ne couvrent pas cette société ou ce mode.',
    toBooks: 'Comptabilité',
    exercise: 'Exercice',
    postedAt: 'Validée le',
    hash: 'Empreinte',
    theHash: 'l’empreinte',
    pieceDate: 'Date de la pièce',
    reverses: 'Contre-passe l’écriture',
    reason: 'Motif',
    operator: 'Décidé par',
    lines: 'Lignes',
    reverse: 'Contre-passer',
    reverseText:
      'Une écriture inverse est passée aujourd’hui\u00a0; celle-ci ne change pas. Si un paiement saisi à la main n’a que cette écriture, il est annulé avec elle.',
    reversed: 'L’écriture est contre-passée.',
    reasonHint: 'Il figure dans le journal. 200 caractères au plus.',
  },
  en: {
    title: 'Entry',
    unknown: 'Unknown entry',
    unknownText: 'It does not exist, or your rights do not cover its société or mode.',
    toBooks: 'Books',
    exercise: 'Exercise',
    postedAt: 'Posted',
    hash: 'Hash',
    theHash: 'the hash',
    pieceDate: 'Date of the piece',
    reverses: 'Reverses the entry',
    reason: 'Reason',
    operator: 'Decided by',
    lines: 'Lines',
    reverse: 'Reverse',
    reverseText:
      'A mirror entry is booked today; this one does not change. Where a receipt recorded by hand has this entry alone, its payment is cancelled with it.',
    reversed: 'The entry is reversed.',
    reasonHint: 'It stands in the journal. 200 characters at most.',
  },
});
