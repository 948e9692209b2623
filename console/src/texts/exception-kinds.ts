import type { BankExceptionKind } from '../generated/operations.ts';
import { words } from './words.ts';

/** Why a person has to look at something in a file of a bank. */
export const exceptionKinds = words<Readonly<Record<BankExceptionKind, string>>>({
  UNMATCHED_CREDIT: { fr: 'Crédit sans paiement', en: 'Credit without payment' },
  UNMATCHED_DEBIT: { fr: 'Débit sans paiement', en: 'Debit without payment' },
  AMBIGUOUS: { fr: 'Plusieurs paiements nommés', en: 'Several payments named' },
  WRONG_ACCOUNT: { fr: 'Autre société ou autre mode', en: 'Other société or mode' },
  UNDERPAID: { fr: 'Payé en partie', en: 'Paid in part' },
  OVERPAID: { fr: 'Trop payé', en: 'Paid too much' },
  SURPLUS: { fr: 'Payé deux fois', en: 'Paid twice' },
  LATE: { fr: 'Payé trop tard', en: 'Paid too late' },
  AMOUNT_DIFFERS: { fr: 'Montant différent', en: 'Amount differs' },
  BLOCK_DIFFERS: { fr: 'Lot de montant différent', en: 'Amount of the block differs' },
  CONTRADICTION: { fr: 'Contradiction', en: 'Contradiction' },
  ENTRY_FAULT: { fr: 'Ligne incohérente', en: 'Inconsistent entry' },
  SAME_REFERENCE: { fr: 'Référence déjà utilisée', en: 'Reference used before' },
  REVERSAL: { fr: 'Annulation par la banque', en: 'Reversal by the bank' },
  REPORT_UNCLEAR: { fr: 'Compte rendu peu clair', en: 'Unclear report' },
  STATEMENT_MISSING: { fr: 'Relevé manquant', en: 'Statement missing' },
});
