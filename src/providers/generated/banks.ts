import { labanquepostale } from '../labanquepostale/bank.ts';
import { paybox } from '../paybox/bank.ts';

/** Written by `npm run codegen` from the targets in `src/kernel/vocabulary.ts`. */
export const banks = {
  LABANQUEPOSTALE: labanquepostale,
  PAYBOX: paybox,
};
