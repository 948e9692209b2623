import { userInfo } from 'node:os';
import { type Caller, unlimited } from '../../kernel/caller.ts';

/** A person with the configuration and the database may do everything. */
export const operator: Caller = { ...unlimited, client: 'operator', operator: userOfSystem() };

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
