/** Written by `node codegen.ts` from `src/kernel/vocabulary.ts`. */
export const targetNames = {
  LABANQUEPOSTALE: 'Banque Postale',
  PAYBOX: 'Paybox',
  MILLIET: 'Milliet',
} as const;
