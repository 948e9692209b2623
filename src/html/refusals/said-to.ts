import type { Language } from '../../kernel/locale/language.ts';
import { refusalIn } from './refusal-in.ts';

/**
 * A message of the gateway: in the language of a person at the console, in English for a program.
 * @param otherwise what a French person reads where the message has no French words
 */
export const saidTo = (
  { isForPeople = false, language }: { readonly isForPeople?: boolean; readonly language: Language },
  message: string,
  otherwise = message,
): string => (isForPeople ? refusalIn(language, message, otherwise) : message);
