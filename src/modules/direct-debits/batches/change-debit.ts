import { StaleVersionError } from '../../../kernel/until-fresh.ts';
import type { Transaction } from '../ports.ts';
import type { Presentation } from './direct-debit.ts';

/** @throws StaleVersionError where its state is another than the one that was read */
export async function changeDebit(
  transaction: Transaction,
  debit: Presentation,
  change: Partial<Presentation>,
): Promise<Presentation> {
  const changed = { ...debit, ...change };
  if (await transaction.updateDirectDebit(changed, debit.state)) return changed;
  throw new StaleVersionError(`the debit ${debit.endToEndId} is not ${debit.state} any more`);
}
