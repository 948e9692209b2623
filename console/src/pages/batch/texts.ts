import { fieldTexts } from '../../texts/fields.ts';
import { words, wordsWith } from '../../texts/words.ts';

export const texts = wordsWith(fieldTexts, {
  title: { fr: 'Remise', en: 'Batch' },
  lead: {
    fr: (societe: string, debits: number, total: string) =>
      `Société ${societe} · ${debits} prélèvement${debits < 2 ? '' : 's'} · ${total}`,
    en: (societe, debits, total) => `Société ${societe} · ${debits === 1 ? '1 debit' : `${debits} debits`} · ${total}`,
  },
  unknown: { fr: 'Remise inconnue', en: 'Unknown batch' },
  unknownText: {
    fr: 'Elle n’existe pas, ou vos droits ne permettent pas de la voir.',
    en: 'It does not exist, or your rights do not let you see it.',
  },
  toList: { fr: 'Voir toutes les remises', en: 'See all batches' },
  toDownload: {
    fr: 'Téléchargez le fichier, remettez-le à la banque, puis confirmez-le ici. Annulez la remise si son dernier jour est passé.',
    en: 'Download the file, hand it to the bank, then say so here. Cancel the batch if its last day has passed.',
  },
  toHandOver: {
    fr: 'Le fichier est téléchargé. Confirmez ici quand la banque l’a.',
    en: 'The file is downloaded. Say here when the bank has it.',
  },
  handedOver: {
    fr: 'La banque a le fichier. Son compte rendu et le relevé disent comment finit chaque prélèvement.',
    en: 'The bank has the file. Its report and the statement say how each debit ends.',
  },
  cancelled: {
    fr: 'La remise est annulée\u00a0: ses prélèvements attendent une autre remise.',
    en: 'The batch is cancelled: its debits wait for another batch.',
  },
  download: { fr: 'Télécharger le fichier', en: 'Download the file' },
  downloaded: { fr: 'Le fichier est téléchargé.', en: 'The file is downloaded.' },
  submit: { fr: 'Confirmer la remise à la banque', en: 'The bank has the file' },
  submitText: {
    fr: 'La remise ne pourra plus être annulée ici. Confirmez seulement si la banque a le fichier.',
    en: 'The batch cannot be cancelled here any more. Do it only if the bank has the file.',
  },
  notDownloaded: {
    fr: 'Le fichier n’a pas encore été téléchargé ici.',
    en: 'The file has not been downloaded here yet.',
  },
  submitted: { fr: 'La banque a le fichier.', en: 'The bank has the file.' },
  cancel: { fr: 'Annuler la remise', en: 'Cancel the batch' },
  cancelText: {
    fr: 'Ses prélèvements attendent une autre remise, sous de nouvelles références.',
    en: 'Its debits wait for another batch, under new references.',
  },
  notSent: { fr: 'Le fichier n’a pas été envoyé à la banque', en: 'The file was not sent to the bank' },
  taken: { fr: 'La remise est annulée.', en: 'The batch is cancelled.' },
  meanwhile: words({
    SUBMITTED: {
      fr: (by: string) => `Remise à la banque confirmée entre-temps par ${by}.`,
      en: (by) => `Handed over to the bank meanwhile, as ${by} said.`,
    },
    CANCELLED: {
      fr: (by: string) => `Remise annulée entre-temps par ${by}.`,
      en: (by) => `Cancelled by ${by} meanwhile.`,
    },
  }),
  print: { fr: 'Imprimer', en: 'Print' },
  report: { fr: 'Résultat des prélèvements', en: 'Results of the debits' },
  about: { fr: 'La remise', en: 'The batch' },
  cause: { fr: 'Motif', en: 'Reason' },
  none: { fr: 'Aucun prélèvement visible', en: 'No debits to see' },
  noneText: {
    fr: 'La remise est annulée, ou vos droits ne permettent pas de voir ses paiements.',
    en: 'The batch is cancelled, or your rights do not let you see its payments.',
  },
  names: wordsWith(fieldTexts, {
    messageId: { fr: 'Identifiant du fichier', en: 'Id of the file' },
    cutOff: { fr: 'Échéances jusqu’au', en: 'Due until' },
    total: { fr: 'Total', en: 'Total' },
    file: { fr: 'Fichier', en: 'File' },
    format: { fr: 'Format', en: 'Format' },
    digest: { fr: 'SHA-256', en: 'SHA-256' },
    made: { fr: 'Créée', en: 'Made' },
    downloaded: { fr: 'Téléchargée', en: 'Downloaded' },
    bankShowed: { fr: 'Première réponse de la banque', en: 'First answer of the bank' },
  }),
});
