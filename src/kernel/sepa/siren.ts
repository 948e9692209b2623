import { passesLuhn } from '../card-number.ts';

/** Whether the text is a company's number (SIREN): nine digits, the last a check digit (Luhn). */
export const isSiren = (text: string): boolean => /^\d{9}$/.test(text) && passesLuhn(text);
