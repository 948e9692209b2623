import { isValidIBAN } from 'ibantools';

/** Countries of the EEA: their banks are found by the IBAN, and no address of the debtor is needed. */
const eea = new Set([
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IS', 'IT', 'LI', 'LT'],
  ...['LU', 'LV', 'MT', 'NL', 'NO', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
]);
/** The rest of SEPA. `ibantools` knows some of them not as such, so the list is our own. */
const outsideEea = new Set(['AD', 'AL', 'CH', 'GB', 'GI', 'MC', 'MD', 'ME', 'MK', 'RS', 'SM', 'VA']);

/** Format, check digits and, for France and Monaco, the RIB key. Without blanks, in upper case. */
export const isIban = (text: string): boolean => isValidIBAN(text);

/** Whether a SEPA payment can reach an account with this IBAN. */
export const isSepaIban = (iban: string): boolean =>
  isIban(iban) && (eea.has(iban.slice(0, 2)) || outsideEea.has(iban.slice(0, 2)));

/** Whether both are accounts at one French or Monegasque bank; of other countries an IBAN does not tell. */
export const isSameBank = (one: string, other: string): boolean =>
  /^(?:FR|MC)/.test(one) && /^(?:FR|MC)/.test(other) && one.slice(4, 9) === other.slice(4, 9);

export const needsAddress = (iban: string): boolean => outsideEea.has(iban.slice(0, 2));

/**
 * ISO 9362, by version of the message. The older one allows no digit in the first six characters, no 0 or 1 in the
 * seventh and no O in the eighth. `NOTPROVIDED` has the form of a BIC but is none.
 */
export const isBic = (text: string, version: 'pain.008.001.08' | 'pain.008.001.02'): boolean =>
  text !== 'NOTPROVIDED' && bicForms[version].test(text);

const bicForms = {
  'pain.008.001.08': /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/,
  'pain.008.001.02': /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/,
} as const;
