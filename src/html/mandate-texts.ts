import { inBothLanguages } from '../kernel/locale/language.ts';
import type { MandateScheme } from '../kernel/sepa/mandate.ts';

/** Title, authorisation and the sentence on refunds are prescribed by the schemes' rulebooks (EPC016-06, EPC222-07). */
export const mandateTexts = inBothLanguages({
  titles: inBothLanguages({
    CORE: { fr: 'Mandat de prélèvement SEPA', en: 'SEPA Direct Debit Mandate' },
    B2B: { fr: 'Mandat de prélèvement SEPA interentreprises', en: 'SEPA Business-to-Business Direct Debit Mandate' },
  }),
  types: inBothLanguages({
    RECURRENT: { fr: 'Paiement récurrent / répétitif', en: 'Recurrent payment' },
    ONE_OFF: { fr: 'Paiement ponctuel', en: 'One-off payment' },
  }),
  authorisation: {
    fr: (creditorName: string) =>
      `En signant ce formulaire de mandat, vous autorisez (A) ${creditorName} à envoyer des instructions à votre banque pour débiter votre compte, et (B) votre banque à débiter votre compte conformément aux instructions de ${creditorName}.`,
    en: (creditorName) =>
      `By signing this mandate form, you authorise (A) ${creditorName} to send instructions to your bank to debit your account and (B) your bank to debit your account in accordance with the instructions from ${creditorName}.`,
  },
  refund: inBothLanguages<Record<MandateScheme, string>>({
    CORE: {
      fr: 'Vous bénéficiez du droit d’être remboursé par votre banque selon les conditions décrites dans la convention que vous avez passée avec elle. Une demande de remboursement doit être présentée dans les 8 semaines suivant la date de débit de votre compte pour un prélèvement autorisé, et sans tarder, au plus tard dans les 13 mois, pour un prélèvement que vous n’avez pas autorisé.',
      en: 'As part of your rights, you are entitled to a refund from your bank under the terms and conditions of your agreement with your bank. A refund must be claimed within 8 weeks starting from the date on which your account was debited, and without delay, within 13 months at the latest, for a debit that you did not authorise.',
    },
    B2B: {
      fr: 'Ce mandat est réservé aux prélèvements entre professionnels. Vous n’avez pas droit à un remboursement par votre banque une fois votre compte débité, mais vous pouvez demander à votre banque de ne pas débiter votre compte jusqu’à la date d’échéance. Remettez une copie de ce mandat à votre banque avant le premier prélèvement\u00a0: sans elle, il sera rejeté.',
      en: 'This mandate is only intended for business-to-business transactions. You are not entitled to a refund from your bank after your account has been debited, but you are entitled to request your bank not to debit your account up until the day on which the payment is due. Give a copy of this mandate to your bank before the first debit: without it, the debit is refused.',
    },
  }),
  test: { fr: 'TEST', en: 'TEST' },
  rum: { fr: 'Référence unique du mandat', en: 'Mandate reference' },
  type: { fr: 'Type de paiement', en: 'Type of payment' },
  debtor: { fr: 'Débiteur', en: 'Debtor' },
  creditor: { fr: 'Créancier', en: 'Creditor' },
  name: { fr: 'Nom', en: 'Name' },
  address: { fr: 'Adresse', en: 'Address' },
  iban: { fr: 'IBAN', en: 'IBAN' },
  bic: { fr: 'BIC', en: 'BIC' },
  ics: { fr: 'Identifiant créancier SEPA (ICS)', en: 'Creditor identifier' },
  signedAt: { fr: 'Fait à', en: 'Signed at' },
  signedOn: { fr: 'Le', en: 'On' },
  signature: { fr: 'Signature', en: 'Signature' },
  isSigned: { fr: 'Signé', en: 'Signed' },
  amendedOn: {
    fr: (day: string) =>
      `Modifié le ${day}\u00a0: cette page montre le mandat tel qu’il est aujourd’hui, et non tel qu’il a été signé.`,
    en: (day) => `Changed on ${day}: this page shows the mandate as it is now, not as it was signed.`,
  },
  rights: {
    fr: 'Vos droits concernant ce mandat sont expliqués dans un document que vous pouvez obtenir auprès de votre banque.',
    en: 'Your rights regarding this mandate are explained in a statement that you can obtain from your bank.',
  },
  privacy: {
    fr: 'Ces informations servent à la seule gestion des prélèvements. Vous pouvez demander au créancier d’y accéder, de les rectifier ou de les effacer.',
    en: 'These details serve to manage direct debits and nothing else. You can ask the creditor to see, correct or erase them.',
  },
  print: { fr: 'Imprimer', en: 'Print' },
  return: { fr: 'À retourner signé à', en: 'To be returned, signed, to' },
  keep: { fr: 'Mandat signé\u00a0: conservez cette page.', en: 'This mandate is signed: keep this page.' },
  unknownDetail: {
    fr: 'Ce lien vers un mandat n’existe pas, ou le mandat a pris fin. Vérifiez que vous l’avez recopié en entier, ou demandez-en un nouveau.',
    en: 'This link to a mandate does not exist, or the mandate has ended. Check that you copied all of it, or ask for a new one.',
  },
});
