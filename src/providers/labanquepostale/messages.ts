import type { EffectiveRunMode, PaymentType } from '../../kernel/vocabulary.ts';
import { meanings, operations } from './meanings.ts';

/** `vads_ctx_mode`. */
export const contextModes: Readonly<Record<EffectiveRunMode, string>> = { TEST: 'TEST', LIVE: 'PRODUCTION' };

/**
 * `vads_payment_cards`. With several brands the buyer chooses on a co-badged card, as Regulation (EU) 2015/751
 * requires.
 */
export const paymentCards: Partial<Readonly<Record<PaymentType, string>>> = {
  CB: 'CB;VISA;MASTERCARD',
  AMEX: 'AMEX',
  DIRECT_SEPA: 'SDD',
};

/** `vads_card_brand` or `effectiveBrand` of a SEPA direct debit. */
export const directDebit = 'SDD';

const knownBrands: ReadonlySet<string> = new Set(
  `CB VISA MASTERCARD MAESTRO VISA_ELECTRON VPAY AMEX E-CARTEBLEUE DINERS DISCOVER JCB ${directDebit}`.split(' '),
);

/** The brand decides nothing: one that is not known is counted. */
export const isUnknownBrand = (brand: string): boolean => brand !== '' && !knownBrands.has(brand);

/** Words that only the bank may use. No text of the payer may equal one of them in a signed message. */
export const protocolWords: ReadonlySet<string> = new Set([
  ...meanings.map(([status]) => status),
  ...Object.values(contextModes),
  ...Object.keys(operations).filter((word) => word !== ''),
  directDebit,
]);
