import { isWrittenIban } from './iban-field.tsx';

/** `FR76 •••• 0189`, as the gateway masks it. */
const masked = (iban: string): string => `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`;

/**
 * The name of a bank's file. Banks put the whole IBAN of the account into it; a name stands in lists, beside other things,
 * and on paper, so that it shows no more of an account than the rest of the page.
 */
export const fileName = (name: string): string =>
  name.replaceAll(/[A-Z]{2}\d{2}[A-Z0-9]{11,30}/gi, (found) => {
    // What follows it may be letters and digits too.
    for (let length = found.length; length >= 15; length--) {
      const start = found.slice(0, length);
      if (isWrittenIban(start)) return `${masked(start.toUpperCase())}${found.slice(length)}`;
    }
    return found;
  });
