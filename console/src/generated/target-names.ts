/** Written by `node codegen.ts` from `src/kernel/vocabulary.ts`. */
export const targetNames = {
  PAYBOX: 'Paybox',
  LABANQUEPOSTALE: 'Banque Postale',
  MILLIET: 'Milliet',
} as const;
