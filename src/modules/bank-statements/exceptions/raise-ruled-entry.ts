import { type Caller, requireMoneyRight } from '../../../kernel/caller.ts';
import { refuseInput } from '../../../kernel/errors.ts';
import { isIdOf } from '../../../kernel/identifiers.ts';
import { StaleVersionError, untilFresh } from '../../../kernel/until-fresh.ts';
import type { BankException } from '../bank-import.ts';
import { checkDecisions } from '../import/bank-rights.ts';
import { maySeeException } from '../import/read-bank-files.ts';
import { takeFromRule } from '../matching/apply-rule.ts';
import type { Services } from '../ports.ts';
import { closedByRule } from './closed-by-rule.ts';

/**
 * Makes an exception of an entry that a rule placed, so that a person can say whose money it is. What the rule booked of
 * money that went out is taken back.
 * @throws InvalidInputError, NotAllowedError
 */
export function raiseRuledEntry(services: Services, caller: Caller, entryId: string): Promise<BankException> {
  checkDecisions(caller);
  return untilFresh(() =>
    services.store.transact(async (transaction) => {
      const entry = isIdOf('bke', entryId) ? await transaction.bankEntry(entryId) : null;
      const [exception] = (entry && (await transaction.bankExceptionsOf(entry.id))) ?? [];
      if (!entry || !exception || !maySeeException(services, caller, exception)) {
        refuseInput('id', 'There is no such entry.');
      }
      if (entry.ruled === null || exception.resolvedBy !== closedByRule) {
        refuseInput('id', 'No rule placed this entry.');
      }
      requireMoneyRight(caller, exception.runMode);
      await takeFromRule(transaction, entry);
      // A credit stays in the books: a payment that gets it takes it back.
      if (entry.direction === 'DEBIT') await services.suspense.release(transaction, entry.id);
      if (!(await transaction.reopenBankException(exception.id))) {
        throw new StaleVersionError(`the exception ${exception.id} was raised before`);
      }
      if (entry.direction === 'CREDIT') await services.suspense.enter(transaction, entry);
      return { ...exception, status: 'OPEN', resolvedBy: null, resolvedAt: null };
    }),
  );
}
