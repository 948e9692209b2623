import { closedSet, type NameOf } from '../closed-set.ts';

/** Words about mandates that several modules share. */

export const mandateScheme = closedSet('MandateScheme', 'The rules of the SEPA direct debit.', {
  CORE: 'Any debtor can be debited, and has eight weeks to ask the money back.',
  B2B: "Between businesses (interentreprises): the debtor's bank must know the mandate, and nothing is given back.",
});
export type MandateScheme = NameOf<typeof mandateScheme>;

/** Structured, as every SEPA scheme requires since November 2026. `country` is ISO 3166-1 alpha-2. */
export type PostalAddress = {
  readonly street: string | null;
  readonly buildingNumber: string | null;
  readonly postalCode: string | null;
  readonly town: string;
  readonly country: string;
};

/** Without case and blanks: RUMs compare so. */
export const rumKeyOf = (rum: string): string => rum.replaceAll(' ', '').toUpperCase();
