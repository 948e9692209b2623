import type { ProviderUpdate } from '../../modules/payments/provider.ts';

/**
 * The meanings of Paybox's codes: of a message (letter E, `paybox.md` section 9), of Paybox Direct, and of the STATUS
 * of its inquiry (section 11). Codes are text: `001A1` is one.
 */

type Status = ProviderUpdate['status'];

// biome-ignore format: a table is read by its columns
/** A message is about a payment, or an authorisation alone where that was asked for; never about a refund. */
export const messageCodes: readonly (readonly [meaning: Status, codes: string, what: string])[] = [
  ['PAID',      '00000', 'accepted; an authorisation alone where PBX_AUTOSEULE asked for it'],
  ['PENDING',   '99999', 'waits for confirmation: a second message brings the final code'],
  ['PENDING',   '00015 00194', 'paid before, duplicate: this answer does not say how the first ended'],
  ['PENDING',   '00200 00201 00300 00301 00302 00303', 'gift and mixed cards, which are not offered: a person looks'],
  ['CANCELLED', '00117', 'cancelled by the customer'],
  ['EXPIRED',   '00030', 'the page timed out'],
  // A cancelled browser return carries 00001 too, but only its address tells the two apart.
  ['FAILED',    '00001', 'no link to the authorisation centre'],
  ['FAILED',    '00003 00006 00009 00010 00011 00016 00031 00032', 'error of Paybox, access, subscriber, currency, amount'],
  ['REFUSED',   '00004 00008 00021 00029 00033 00040', 'number, expiry or card not accepted; country or 3-D Secure filter'],
  ['REFUSED',   '001A1 001A4 001R1 001R3', 'strong authentication needed; exemption misused; mandate revoked'],
  ['REFUSED',   '00101 00102 00105 00108 00114 00115 00133 00138 00151 00154 00155 00156', 'the issuer says no'],
  ['REFUSED',   '00157 00158 00160 00161 00175 00189', 'the issuer says no'],
  ['REFUSED',   '00104 00107 00134 00141 00143 00159 00163 00176', 'fraud: lost, stolen, stopped, suspected'],
  ['FAILED',    '00103 00112 00113 00120 00124 00125 00126 00127 00128 00129 00130', 'invalid merchant, amount, format'],
  ['FAILED',    '00119 00168 00190 00191 00196 00197 00198 00199', 'late, halted, away, fault: try later'],
];

/** Any other code is never paid. With an authorisation number it may be about money, and is open. */
export const otherMessageCodes = { authorised: 'PENDING', ofIssuer: 'REFUSED', other: 'FAILED' } as const;

export type DirectMeaning = 'DONE' | 'REFUSED' | 'UNKNOWN' | 'NONE';
type DirectRow = readonly [
  search: DirectMeaning,
  operation: DirectMeaning,
  inquiry: DirectMeaning,
  codes: string,
  what: string,
];

// biome-ignore format: a table is read by its columns
/**
 * CODEREPONSE by question: the search (00011), the operations (00002, 00005, 00014), the inquiry (00017). `NONE`: the
 * bank has no such payment. `UNKNOWN`: the bank is asked again, and nothing is sent again.
 */
export const directCodes: readonly DirectRow[] = [
  // search   operation  inquiry
  ['DONE',    'DONE',    'DONE',    '00000', 'done'],
  ['NONE',    'REFUSED', 'NONE',    '00018', 'nothing found'],
  ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', '00001 00003 00097 00098', 'the platform failed or was late'],
  ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', '00002 00099', 'the answer does not fit the question'],
  // The number may have been spent by this very question.
  ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', '00005 00039', 'the question number is bad or was used'],
  // In Direct, unlike on the page: done already, too late, or never there.
  ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', '00015', 'the bank finds no transaction that allows this'],
  ['UNKNOWN', 'UNKNOWN', 'UNKNOWN', '00168 00190 00191 00194 00196 00197 00198 00199', 'the issuer gave no clear answer'],
  ['REFUSED', 'REFUSED', 'REFUSED', '00004 00007 00008 00020 00021', 'card, date or security code not accepted'],
  ['REFUSED', 'REFUSED', 'REFUSED', '00006', 'access refused: the contract has no Paybox Direct, or site, rank or key are wrong'],
  ['REFUSED', 'REFUSED', 'REFUSED', '00009', 'the operation is not allowed'],
  ['REFUSED', 'REFUSED', 'REFUSED', '00010', 'currency not accepted'],
  ['REFUSED', 'REFUSED', 'REFUSED', '00011', 'amount not accepted'],
  ['REFUSED', 'REFUSED', 'REFUSED', '00012 00013 00014', 'reference, version or frame not accepted'],
  ['REFUSED', 'REFUSED', 'REFUSED', '00016 00017', 'subscriber not accepted'],
  ['REFUSED', 'REFUSED', 'REFUSED', '00022 00023 00024 00040', 'refused by a filter'],
];

/** Any other code: `001` and two characters is the answer of the card's issuer. */
export const otherDirectCodes = {
  ofIssuer: { outcome: 'REFUSED', reason: 'refused by the bank' },
  other: { outcome: 'UNKNOWN', reason: 'the code is not known' },
} as const;

// biome-ignore format: a table is read by its columns
/**
 * STATUS of an inquiry, compared without accents and case: the payment's status, and how much of it was refunded; null
 * where that is not said. A captured payment may be partly refunded: only a full refund has its own word.
 */
export const directStatuses: readonly (readonly [text: string, payment: Status, givenBack: 'ALL' | 'NOTHING' | null])[] = [
  ['Autorisé',                         'AUTHORIZED', 'NOTHING'],
  ['Capturé',                          'PAID',       null],
  ['Remboursé',                        'PAID',       'ALL'],
  ['Annulé',                           'CANCELLED',  'NOTHING'],
  ['Refusé',                           'REFUSED',    'NOTHING'],
  // The bank could not process the capture: its money does not come.
  ['Rejet support',                    'FAILED',     null],
  // Neither is a payment, so the result of ours stays open.
  ['Crédit',                           'PENDING',    null],
  ['Demande de solde (Carte cadeaux)', 'PENDING',    null],
];

/** Any other word is doubt, never money. */
export const otherStatus = { status: 'PENDING', refunded: null } as const;
