import { inBothLanguages } from '../kernel/locale/language.ts';
import type { MandateScheme } from '../kernel/sepa/mandate.ts';

/** Title, authorisation and the sentence on refunds are prescribed by the schemes' rulebooks (EPC016-06, EPC222-07). */
export const mandateTexts = inBothLanguages({
  fr: {
    titles: { CORE: 'Mandat de prélèvement SEPA', B2B: 'Mandat de prélèvement SEPA interentreprises' },
    types: { RECURRENT: 'Paiement récurrent / répétitif', ONE_OFF: 'Paiement ponctuel' },
    authorisation: (creditorName: string) =>
      `En signant ce formulaire de mandat, vous autorisez (A) ${creditorName} à envoyer des instructions à votre banque pour débiter votre compte, et (B) votre banque à débiter votre compte conformément aux instructions de ${creditorName}.`,
    refund: {
      CORE: 'Vous bénéficiez du droit d’être remboursé par votre banque selon les conditions décrites dans la convention que vous avez passée avec elle. Une demande de remboursement doit être présentée dans les 8 semaines suivant la date de débit de votre compte pour un prélèvement autorisé, et sans tarder, au plus tard dans les 13 mois, pour un prélèvement que vous n’avez pas autorisé.',
      B2B: 'Ce mandat est réservé aux prélèvements entre professionnels. Vous n’avez pas droit à un remboursement par votre banque une fois votre compte débité, mais vous pouvez demander à votre banque de ne pas débiter votre compte jusqu’à la date d’échéance. Remettez une copie de ce mandat à votre banque avant le premier prélèvement\u00a0: sans elle, il sera rejeté.',
    } satisfies Record<MandateScheme, string>,
    test: 'TEST',
    rum: 'Référence unique du mandat',
    type: 'Type de paiement',
    debtor: 'Débiteur',
    creditor: 'Créancier',
    name: 'Nom',
    address: 'Adresse',
    iban: 'IBAN',
    bic: 'BIC',
    ics: 'Identifiant créancier SEPA (ICS)',
    signedAt: 'Fait à',
    signedOn: 'Le',
    signature: 'Signature',
    isSigned: 'Signé',
    rights:
      'Vos droits concernant ce mandat sont expliqués dans un document que vous pouvez obtenir auprès de votre banque.',
    privacy:
      'Ces informations servent à la seule gestion des prélèvements. Vous pouvez demander au créancier d’y accéder, de les rectifier ou de les effacer.',
    print: 'Imprimer',
    return: 'À retourner signé à',
    keep: 'Mandat signé\u00a0: conservez cette page.',
    unknownDetail:
      'Ce lien vers un mandat n’existe pas, ou le mandat a pris fin. Vérifiez que vous l’avez recopié en entier, ou demandez-en un nouveau.',
  },
  en: {
    titles: { CORE: 'SEPA Direct Debit Mandate', B2B: 'SEPA Business-to-Business Direct Debit Mandate' },
    types: { RECURRENT: 'Recurrent payment', ONE_OFF: 'One-off payment' },
    authorisation: (creditorName) =>
      `By signing this mandate form, you authorise (A) ${creditorName} to send instructions to your bank to debit your account and (B) your bank to debit your account in accordance with the instructions from ${creditorName}.`,
    refund: {
      CORE: 'As part of your rights, you are entitled to a refund from your bank under the terms and conditions of your agreement with your bank. A refund must be claimed within 8 weeks starting from the date on which your account was debited, and without delay, within 13 months at the latest, for a debit that you did not authorise.',
      B2B: 'This mandate is only intended for business-to-business transactions. You are not entitled to a refund from your bank after your account has been debited, but you are entitled to request your bank not to debit your account up until the day on which the payment is due. Give a copy of this mandate to your bank before the first debit: without it, the debit is refused.',
    },
    test: 'TEST',
    rum: 'Mandate reference',
    type: 'Type of payment',
    debtor: 'Debtor',
    creditor: 'Creditor',
    name: 'Name',
    address: 'Address',
    iban: 'IBAN',
    bic: 'BIC',
    ics: 'Creditor identifier',
    signedAt: 'Signed at',
    signedOn: 'On',
    signature: 'Signature',
    isSigned: 'Signed',
    rights: 'Your rights regarding this mandate are explained in a statement that you can obtain from your bank.',
    privacy:
      'These details serve to manage direct debits and nothing else. You can ask the creditor to see, correct or erase them.',
    print: 'Print',
    return: 'To be returned, signed, to',
    keep: 'This mandate is signed: keep this page.',
    unknownDetail:
      'This link to a mandate does not exist, or the mandate has ended. Check that you copied all of it, or ask for a new one.',
  },
});
