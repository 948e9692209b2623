import { userInfo } from 'node:os';
import { type Caller, scope } from '../../kernel/caller.ts';
import { paymentRunMode } from '../../kernel/vocabulary.ts';

/** A person with the configuration and the database may do everything. */
export const operator: Caller = {
  client: 'operator',
  operator: userOfSystem(),
  origins: null,
  societes: null,
  targets: null,
  runModes: new Set(paymentRunMode.names),
  scopes: new Set(scope.names),
  returnOrigins: new Set(),
  returnsToLoopback: false,
};

/** The same for mandates, batches, bank files, customers and privacy. Their records use this name. */
export const commandLine: Caller = { ...operator, client: 'command line' };

/** In a container a user may have a number and no name. */
function userOfSystem(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
