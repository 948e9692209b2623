import { closedSet, type NameOf } from '../closed-set.ts';

/**
 * Why a direct debit was rejected, returned or refunded: ISO 20022 external code lists, as the guidance of the EPC
 * (EPC173-14) uses them. The list grows every quarter: an unknown code is kept as it is.
 */
export type ReasonCode = {
  readonly code: string;
  readonly french: string;
  readonly english: string;
  /** The mandate cannot be used again before a person has looked at it. */
  readonly suspendsMandate: boolean;
  readonly advice: DebitAdvice;
};

export const debitAdvice = closedSet('DebitAdvice', 'What may be done after a direct debit failed.', {
  SUSPEND: 'The mandate is suspended: ask the customer for another account, scheme or mandate.',
  FIX_DATA: 'Something that the bank was sent is wrong: mend it, and debit anew.',
  PRESENT_AGAIN: 'It may be debited once more, as a new payment with a notice of its own.',
  CONTACT_CUSTOMER: 'Nothing by itself: the debt is open, ask the customer.',
  ASK_BANK: 'Ask the bank for its outcome, and send nothing again before.',
  OTHER_MEANS: 'That bank cannot be debited: ask for another means of payment.',
});
export type DebitAdvice = NameOf<typeof debitAdvice>;

type Row = readonly [french: string, english: string, advice: DebitAdvice, suspends?: 'suspends'];

const rows: Readonly<Record<string, Row>> = {
  AC01: ['Numéro de compte erroné', 'Account number wrong', 'SUSPEND', 'suspends'],
  AC04: ['Compte clos', 'Account closed', 'SUSPEND', 'suspends'],
  AC06: ['Compte bloqué', 'Account blocked', 'SUSPEND', 'suspends'],
  AC13: ['Compte de particulier, refusé en B2B', "Consumer's account, refused in B2B", 'SUSPEND', 'suspends'],
  AG01: ['Opération interdite sur ce compte', 'Debits not allowed on this account', 'SUSPEND', 'suspends'],
  AG02: ['Code d’opération erroné', 'Wrong operation code', 'FIX_DATA'],
  AM04: ['Provision insuffisante', 'Insufficient funds', 'PRESENT_AGAIN'],
  AM05: ['Doublon', 'Duplicate', 'ASK_BANK'],
  BE05: ['Identifiant du créancier erroné', 'Creditor identifier wrong', 'FIX_DATA'],
  CNOR: [
    'Banque du créancier injoignable dans le schéma',
    "Creditor's bank not reachable in the scheme",
    'OTHER_MEANS',
  ],
  DNOR: ['Banque du débiteur injoignable dans le schéma', "Debtor's bank not reachable in the scheme", 'OTHER_MEANS'],
  DU01: ['Message déjà reçu', 'Message received before', 'ASK_BANK'],
  DU02: ['Lot déjà reçu', 'Block received before', 'ASK_BANK'],
  DUPL: ['Doublon', 'Duplicate', 'ASK_BANK'],
  ED05: ['Échec du règlement', 'Settlement failed', 'ASK_BANK'],
  FF01: ['Fichier non valide', 'File invalid', 'FIX_DATA'],
  FF05: ['Code du schéma erroné', 'Wrong scheme code', 'FIX_DATA'],
  MD01: ['Pas de mandat valide', 'No valid mandate', 'SUSPEND', 'suspends'],
  MD02: ['Données du mandat incohérentes', 'Mandate data inconsistent', 'FIX_DATA'],
  MD06: ['Remboursement demandé par le débiteur', 'Refund asked for by the debtor', 'CONTACT_CUSTOMER'],
  MD07: ['Débiteur décédé', 'Debtor deceased', 'SUSPEND', 'suspends'],
  MS02: ['Refusé par le débiteur', 'Refused by the debtor', 'CONTACT_CUSTOMER'],
  MS03: ['Motif non communiqué', 'Reason not given', 'CONTACT_CUSTOMER'],
  RC01: ['BIC erroné', 'BIC wrong', 'FIX_DATA'],
  RR01: ['Identité ou compte du débiteur manquant', "Debtor's account or identity missing", 'FIX_DATA'],
  RR02: ['Nom ou adresse du débiteur manquant', "Debtor's name or address missing", 'FIX_DATA'],
  RR03: ['Nom ou adresse du créancier manquant', "Creditor's name or address missing", 'FIX_DATA'],
  RR04: ['Motif réglementaire', 'Regulatory reason', 'SUSPEND', 'suspends'],
  SL01: ['Liste noire ou blanche du débiteur', "Debtor's own list at its bank", 'CONTACT_CUSTOMER'],
  TM01: ['Heure limite dépassée', 'Cut-off passed', 'PRESENT_AGAIN'],
};

export const reasonCodes: readonly ReasonCode[] = Object.entries(rows).map(
  ([code, [french, english, advice, suspends]]) => ({
    code,
    french,
    english,
    advice,
    suspendsMandate: suspends !== undefined,
  }),
);

const byCode = new Map(reasonCodes.map((reason) => [reason.code, reason]));

/** Null for a code that is not on the list. */
export const reasonOf = (code: string | null): ReasonCode | null => (code === null ? null : (byCode.get(code) ?? null));

export const codesOfRepeats = ['AM05', 'DUPL', 'DU01', 'DU02'] as const;

/**
 * The bank reports a repeated file, block or debit under the id of the first one. The first one is debited all the
 * same.
 */
export const isSaidOfRepeat = (code: string | null): boolean => codesOfRepeats.some((one) => one === code);

/** Money that the debtor took back after it was paid, rather than a debit that their bank could not carry out. */
export const isDebtorsRefund = (code: string | null): boolean => code === 'MD06' || code === 'MD01';
