import { initiationInput } from '../../../src/modules/payments/initiation/initiation.ts';

/** A text in every field of a request that may be left out and takes any text. A new field is filled without a change here. */
export const freeTexts = (text: string): { readonly commentaire: string } => ({
  commentaire: text,
  ...Object.fromEntries(
    Object.entries(initiationInput.omit({ mandate: true, idempotencyKey: true }).shape)
      .filter(([, field]) => field.safeParse(null).success && field.safeParse(text).success)
      .map(([name]) => [name, text]),
  ),
});
