import { type Text, text } from '../../texts.ts';

/** Why the bank refuses a file, a block of it or a debit: a code of the ISO lists, where, and in words. */
export type Fault = { readonly code: string; readonly place: string; readonly words: Text };

export const fault = (code: string, place: string, french: string, english: string): Fault => ({
  code,
  place,
  words: text(french, english),
});

/** The whole file, before anything of it is known. */
export class FileRefused extends Error {
  readonly fault: Fault;
  constructor(why: Fault) {
    super(why.words.en);
    this.name = 'FileRefused';
    this.fault = why;
  }
}
