import assert from 'node:assert/strict';

/** Integer minor units (cents) of `currency`. A safe integer: twelve digits at most. */
export type Money = { readonly cents: number; readonly currency: 'EUR' };

export const maximumCents = 999_999_999_999;
/** The largest SEPA amount: 999 999 999.99 EUR. */
export const maximumSepaCents = 99_999_999_999;

/** Asserts the invariants of a stored amount. A broken amount stops the request; it is never repaired. */
export function euros(cents: number): Money {
  assert(Number.isSafeInteger(cents) && cents > 0 && cents <= maximumCents, 'an amount is 1 to 999999999999 cents');
  return { cents, currency: 'EUR' };
}

/** For people: `12,50 €` in fr-FR. Exact: the digits go through the formatter as text, never as a float. */
export function formatMoney({ cents, currency }: Money, locale: string): string {
  const decimal = centsToDecimal(cents) as `${number}`;
  return formatFor(locale, currency).format(decimal);
}

const formats = new Map<string, Intl.NumberFormat>();
/** Callers name the locale. */
const mostFormats = 50;

/** To make a format costs fifty times as much as to use it. */
function formatFor(locale: string, currency: Money['currency']): Intl.NumberFormat {
  const key = `${currency} ${locale}`;
  const kept = formats.get(key);
  if (kept) return kept;
  if (formats.size === mostFormats) formats.clear();
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, format);
  return format;
}

/** `1250` → `12.50`, the decimal form of SEPA and of the EPC QR code. */
export function centsToDecimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `1250` → `12,50`, for spreadsheets in French. */
export const decimalComma = (cents: number): string => centsToDecimal(cents).replace('.', ',');
