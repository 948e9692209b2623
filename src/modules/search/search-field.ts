import { closedSet, type NameOf } from '../../kernel/closed-set.ts';

export const searchField = closedSet('SearchField', 'What of a result the text was found in.', {
  ID: 'Its id, or the id of a part of it.',
  REFERENCE: 'The reference that people say on the phone.',
  CREDITOR_REFERENCE: 'The reference on a bank transfer (`RF…`).',
  BANK_REFERENCE: "The bank's number of the transaction.",
  END_TO_END_ID: "The payment's id on its way through the banks, or the id of a file for a bank.",
  RUM: 'The reference of the mandate.',
  ORDER: 'The number of the order (`idCommande`).',
  CUSTOMER: "The customer's number (`idClient`).",
  EMAIL: "The customer's e-mail address, or a part of it.",
  NAME: 'A name: of the payer, the customer, the debtor, or the other party at a bank.',
  PHONE: 'The phone number.',
  PLACE: 'The postal code or the city.',
  IBAN: 'The end of the IBAN.',
  AMOUNT: 'The amount.',
  TEXT: 'A comment, a label, or what the payer wrote.',
  PIECE: 'The reference of the accounting document.',
  FILE: 'The name of the file.',
});
export type SearchField = NameOf<typeof searchField>;
