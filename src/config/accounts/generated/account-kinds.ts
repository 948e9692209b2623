import { labanquepostale } from '../labanquepostale.ts';
import { paybox } from '../paybox.ts';
import { milliet } from '../milliet.ts';

/** Written by `npm run codegen` from the targets in `src/kernel/vocabulary.ts`. */
export const accountKinds = {
  LABANQUEPOSTALE: labanquepostale,
  PAYBOX: paybox,
  MILLIET: milliet,
};
