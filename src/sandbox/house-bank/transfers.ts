import { z } from 'zod';
import { book } from './banking-day.ts';
import { isAccountNumber } from './identifiers.ts';
import type { Movement } from './movements.ts';
import type { State } from './state.ts';

/**
 * Where the payer puts the reference: in its field, in a free text, in a free text that banks cut in pieces, as the
 * payer's own id; nowhere; or with a wrong digit.
 */
export const manners = ['STRUCTURED', 'FREE_TEXT', 'SPLIT', 'END_TO_END', 'MISSING', 'WRONG'] as const;

export const incomingTransfer = z.strictObject({
  /** The company's account. */
  account: z.string().min(1).max(34),
  amountCents: z.int().positive().max(99_999_999_999),
  /** The reference that the company asked for: `RF18 5390 0754 7034`. */
  reference: z
    .string()
    .regex(/^[^\p{Cc}]*$/u)
    .refine((reference) => reference.replaceAll(/\s/g, '').length <= 35, 'must have 35 characters at most')
    .default(''),
  manner: z.enum(manners).default('STRUCTURED'),
  payer: z
    .string()
    .min(1)
    .max(70)
    .regex(/^[^\p{Cc}]+$/u)
    .default('CLIENT EXEMPLE'),
  payerAccount: z.string().refine(isAccountNumber, 'the check digits of the IBAN are wrong').nullable().default(null),
  /** Whether it is an instant transfer. */
  instant: z.boolean().default(false),
});

export type IncomingTransfer = z.infer<typeof incomingTransfer>;

/** Money for the company, booked on the bank's day. */
export function receiveTransfer(state: State, transfer: IncomingTransfer): Movement {
  const day = state.day();
  if (day === null) throw new Error('the bank has not had a day yet');
  const { account, amountCents, payer, payerAccount, instant } = transfer;
  return book(state, {
    ...{ account, day, direction: 'CRDT', amountCents, feeCents: 0, blockId: null },
    code: [instant ? 'RRCT' : 'RCDT', 'ESCT'],
    details: [
      {
        ...{ amountCents, instructionId: null, rum: null, reason: null, party: payer, partyAccount: payerAccount },
        ...wordsOf(transfer),
      },
    ],
  });
}

function wordsOf({ manner, reference }: IncomingTransfer) {
  const plain = reference.replaceAll(/\s/g, '').toUpperCase();
  const nothing = { endToEndId: 'NOTPROVIDED', structured: null, texts: [] };
  switch (manner) {
    case 'STRUCTURED':
      return { ...nothing, structured: plain || null };
    case 'FREE_TEXT':
      return { ...nothing, texts: [`REGLEMENT ${reference}`.trim()] };
    case 'SPLIT':
      return { ...nothing, texts: ['VIREMENT FACTURE', plain.slice(0, 7), plain.slice(7)].filter(Boolean) };
    case 'END_TO_END':
      return { ...nothing, endToEndId: plain.slice(0, 35) || 'NOTPROVIDED' };
    case 'MISSING':
      return { ...nothing, texts: ['VIREMENT'] };
    case 'WRONG':
      return { ...nothing, texts: [`REGLEMENT ${withWrongDigit(plain)}`.trim()] };
  }
}

/** The last character replaced by its neighbour, as by a slip of the finger. */
function withWrongDigit(reference: string): string {
  const neighbours = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const at = neighbours.indexOf(reference.slice(-1));
  return reference.slice(0, -1) + (neighbours[(at + 1) % neighbours.length] ?? '');
}
