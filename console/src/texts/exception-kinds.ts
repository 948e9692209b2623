import type { BankExceptionKind } from '../generated/operations.ts';
import { words } from './words.ts';

/** Why a person has to look at something in a file of a bank. */
export const exceptionKinds = words<Readonly<Record<BankExceptionKind, string>>>({
  fr: {
    UNMATCHED_CREDIT: 'Crédit sans paiement',
    UNMATCHED_DEBIT: 'Débit sans paiement',
    AMBIGUOUS: 'Plusieurs paiements nommés',
    WRONG_ACCOUNT: 'Autre société ou autre mode',
    UNDERPAID: 'Payé en partie',
    OVERPAID: 'Trop payé',
    SURPLUS: 'Payé deux fois',
    LATE: 'Payé trop tard',
    AMOUNT_DIFFERS: 'Montant différent',
    BLOCK_DIFFERS: 'Lot de montant différent',
    CONTRADICTION: 'Contradiction',
    ENTRY_FAULT: 'Ligne incohérente',
    SAME_REFERENCE: 'Référence déjà utilisée',
    REVERSAL: 'Annulation par la banque',
    REPORT_UNCLEAR: 'Compte rendu peu clair',
    STATEMENT_MISSING: 'Relevé manquant',
  },
  en: {
    UNMATCHED_CREDIT: 'Credit without payment',
    UNMATCHED_DEBIT: 'Debit without payment',
    AMBIGUOUS: 'Several payments named',
    WRONG_ACCOUNT: 'Other société or mode',
    UNDERPAID: 'Paid in part',
    OVERPAID: 'Paid too much',
    SURPLUS: 'Paid twice',
    LATE: 'Paid too late',
    AMOUNT_DIFFERS: 'Amount differs',
    BLOCK_DIFFERS: 'Amount of the block differs',
    CONTRADICTION: 'Contradiction',
    ENTRY_FAULT: 'Inconsistent entry',
    SAME_REFERENCE: 'Reference used before',
    REVERSAL: 'Reversal by the bank',
    REPORT_UNCLEAR: 'Unclear report',
    STATEMENT_MISSING: 'Statement missing',
  },
});
