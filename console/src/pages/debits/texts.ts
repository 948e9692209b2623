import { fieldTexts } from '../../texts/fields.ts';
import { wordsWith } from '../../texts/words.ts';

export const texts = wordsWith(fieldTexts, {
  title: { fr: 'Prélèvements', en: 'Direct debits' },
  lead: {
    fr: 'Ce qui arrive à échéance, et les fichiers pour la banque.',
    en: 'What falls due, and the files for the bank.',
  },
  prepare: { fr: 'Préparer une remise', en: 'Prepare a batch' },
  filters: { fr: 'Société et état', en: 'Société and status' },
  calendar: { fr: 'Échéances qui attendent un fichier', en: 'Due dates that wait for a file' },
  count: {
    fr: (count: number) => `${count} prélèvement${count < 2 ? '' : 's'}`,
    en: (count: number) => (count === 1 ? '1 debit' : `${count} debits`),
  },
  total: { fr: 'Total', en: 'Total' },
  file: { fr: 'Fichier à la banque', en: 'File to the bank' },
  fileSpan: {
    fr: (from: string, until: string) => `du ${from} au ${until}`,
    en: (from: string, until: string) => `from ${from} to ${until}`,
  },
  late: {
    fr: 'Date limite passée\u00a0: une autre échéance sera annoncée au client',
    en: 'The last day has passed: the customer gets notice of another due date',
  },
  now: { fr: 'À remettre maintenant', en: 'To hand over now' },
  soon: { fr: 'Pas encore', en: 'Not yet' },
  nothingDue: { fr: 'Aucun prélèvement n’attend', en: 'Nothing waits' },
  nothingDueText: {
    fr: 'Un prélèvement apparaît ici dès qu’un paiement utilise un mandat actif.',
    en: 'A debit appears here as soon as a payment uses an active mandate.',
  },
  noContract: { fr: 'Cette société ne prélève pas', en: 'This société takes no direct debits' },
  noContractText: {
    fr: 'Son compte n’a pas de contrat de prélèvement dans ce mode.',
    en: 'Its account has no contract for direct debits in this mode.',
  },
  changed: {
    fr: (count: number) => (count === 1 ? '1 remise a changé' : `${count} remises ont changé`),
    en: (count) => (count === 1 ? '1 batch has changed' : `${count} batches have changed`),
  },
  batches: { fr: 'Remises', en: 'Batches' },
  batch: { fr: 'Remise', en: 'Batch' },
  made: { fr: 'Créée', en: 'Made' },
  downloaded: { fr: 'Téléchargée', en: 'Downloaded' },
  notYet: { fr: 'Pas encore', en: 'Not yet' },
  noBatches: { fr: 'Aucune remise', en: 'No batches' },
  noBatchesText: {
    fr: 'Préparez une remise\u00a0: la passerelle écrit le fichier SEPA pour la banque.',
    en: 'Prepare a batch: the gateway writes the SEPA file for the bank.',
  },
  cutOff: { fr: 'Échéances jusqu’au', en: 'Due until' },
  cutOffHint: {
    fr: 'Le contrat dit combien de jours avant l’échéance la banque accepte un fichier.',
    en: 'The contract says how many days before the due date the bank takes a file.',
  },
  preview: { fr: 'Ce que contiendrait le fichier', en: 'What the file would hold' },
  empty: { fr: 'Rien n’arrive à échéance d’ici là.', en: 'Nothing falls due until then.' },
  tooLate: {
    fr: 'La banque n’accepte pas encore de fichier pour cette date. Choisissez un jour plus proche.',
    en: 'The bank takes no file for this date yet. Choose a nearer day.',
  },
  heldBack: {
    fr: (count: number) => (count === 1 ? '1 prélèvement attend' : `${count} prélèvements attendent`),
    en: (count: number) => (count === 1 ? '1 debit waits' : `${count} debits wait`),
  },
  moreIsDue: {
    fr: 'Il y a plus de 10\u00a0000 prélèvements\u00a0: faites ensuite une autre remise.',
    en: 'There are more than 10,000 debits: make another batch afterwards.',
  },
  make: { fr: 'Créer le fichier', en: 'Make the file' },
  makeText: {
    fr: 'Ces paiements passent à «\u00a0Dans une remise\u00a0». Rien n’est envoyé\u00a0: vous remettez le fichier.',
    en: 'These payments become “In a batch”. Nothing is sent: you hand the file over.',
  },
  done: {
    fr: (count: number) => (count === 1 ? 'Le fichier est créé.' : `${count} fichiers sont créés.`),
    en: (count: number) => (count === 1 ? 'The file is made.' : `${count} files are made.`),
  },
  nowDownload: {
    fr: 'Ouvrez chaque fichier pour le télécharger et le remettre à la banque.',
    en: 'Open each file to download it and to hand it to the bank.',
  },
  nothingMade: { fr: 'Rien n’arrivait à échéance\u00a0: aucun fichier.', en: 'Nothing was due: no file.' },
});
