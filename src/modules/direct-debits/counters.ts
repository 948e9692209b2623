import type { Societe } from '../../kernel/merchant.ts';
import type { EffectiveRunMode } from '../../kernel/vocabulary.ts';
import { type DirectDebitAccount, directDebitAccountOf } from './batches/direct-debit-account.ts';
import { icsKeyOf } from './mandates/mandate.ts';

/** Of the references of new mandates. */
export const rumCounter = (runMode: EffectiveRunMode, { directDebit }: Pick<DirectDebitAccount, 'directDebit'>) =>
  `rum ${runMode} ${icsKeyOf(directDebit.ics)} ${directDebit.rumPrefix}`;

/** Of the files for the bank. */
export const messageCounter = (runMode: EffectiveRunMode): string => `pain.008 ${runMode}`;

/** The counters whose numbers debtors and banks may have seen. */
export const directDebitCounters = (societes: ReadonlyMap<string, Societe>): readonly string[] =>
  [...societes.values()].flatMap((societe) =>
    (['LIVE', 'TEST'] as const).flatMap((runMode) => {
      const account = directDebitAccountOf(societe, runMode);
      return account === null ? [] : [rumCounter(runMode, account), messageCounter(runMode)];
    }),
  );
