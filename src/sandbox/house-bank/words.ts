import { type Text, text } from '../texts.ts';
import type { DebitStatus } from './debits.ts';
import type { FileStatus } from './files.ts';
import type { rejectionScopes, ScriptKind } from './scripts.ts';
import type { manners } from './transfers.ts';

/** Words for what the interface names in capitals. */

export const scriptWords: Readonly<Record<ScriptKind, Text>> = {
  REJECT: text('Rejeter à la remise', 'Reject on receipt'),
  REJECT_ON_DUE_DATE: text('Rejeter à l’échéance', 'Reject on the due date'),
  RETURN: text('Rendre impayé', 'Return unpaid'),
  REFUND: text('Rembourser le débiteur', 'Refund the debtor'),
};

export const scopeWords: Readonly<Record<(typeof rejectionScopes)[number], Text>> = {
  DEBIT: text('le prélèvement seul', 'the debit alone'),
  BLOCK: text('son bloc', 'its block'),
  FILE: text('tout le fichier', 'the whole file'),
};

export const mannerWords: Readonly<Record<(typeof manners)[number], Text>> = {
  STRUCTURED: text('dans son champ', 'in its field'),
  FREE_TEXT: text('dans le texte libre', 'in the free text'),
  SPLIT: text('dans un texte coupé en morceaux', 'in a text cut in pieces'),
  END_TO_END: text('comme identifiant du payeur', 'as the payer’s own id'),
  MISSING: text('nulle part', 'nowhere'),
  WRONG: text('avec un chiffre faux', 'with a wrong digit'),
};

export const debitStatusWords: Readonly<Record<DebitStatus, Text>> = {
  ACCEPTED: text('accepté', 'accepted'),
  REJECTED: text('rejeté', 'rejected'),
  SETTLED: text('réglé', 'settled'),
  RETURNED: text('impayé', 'returned'),
  REFUNDED: text('remboursé', 'refunded'),
};

export const fileStatusWords: Readonly<Record<FileStatus, Text>> = {
  ACCEPTED: text('accepté', 'accepted'),
  PARTIALLY_ACCEPTED: text('accepté en partie', 'accepted in part'),
  REJECTED: text('rejeté', 'rejected'),
};
