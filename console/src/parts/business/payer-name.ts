type Payer = { readonly firstName: string | null; readonly lastName: string | null };

/** Who pays, in one line. Null where the payment names no one. */
export const payerName = (payer: Payer | null): string | null =>
  [payer?.firstName, payer?.lastName].filter(Boolean).join(' ') || null;
