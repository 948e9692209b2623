import type { AuditWrites } from '../../kernel/audit/audit-entry.ts';
import { type Acting, type AuditFacts, recordAudit } from '../../kernel/audit/record-audit.ts';
import type { Actor } from '../../kernel/caller.ts';
import { idOrNull } from '../../kernel/identifiers.ts';
import type { Transacting } from '../../kernel/transacting.ts';

/**
 * Gives a whole action its entry, whatever the use case does: the first transaction that changes something writes the
 * entry too. So neither can be there without the other, and no use case can forget it. The doors use it for every
 * mutation and every command.
 */

/** The part of a store that is watched. */
type WatchedStore = Transacting<AuditWrites>;

export type Act = {
  readonly caller: Actor;
  /** @param object the id of the first row that was inserted, where it is one of ours; or what an action says it is about */
  readonly facts: (object: string | null) => AuditFacts;
};

export type Audited<Store> = {
  readonly store: Store;
  /** Whether a transaction with an entry was committed. */
  readonly isRecorded: () => boolean;
};

/** Bookkeeping: keys, locks, leases, numbers and the bytes of a file that is still arriving are not what was asked for. */
const isBookkeeping = (name: string): boolean => /^(?:claim|lock|next|releaseLease$)|BankFileParts?$/.test(name);

/** A webhook tells of what was made, and may be written before it. */
const makes = (name: string): boolean => name.startsWith('insert') && name !== 'insertMessage';

function objectOf(name: string, row: unknown): string | null {
  if (!makes(name)) return null;
  const { id, subject } = Object(row) as { readonly id?: unknown; readonly subject?: unknown };
  return name === 'insertAction' ? String(subject) : idOrNull(id);
}

/** A store whose transactions write the entry of one action. It inherits from `store`. */
export function auditedStore<Store extends object>(services: Acting, store: Store, act: Act): Audited<Store> {
  let isRecorded = false;
  const inner = store as unknown as WatchedStore;
  const transact: WatchedStore['transact'] = async (work) => {
    let writesEntry = false;
    const value = await inner.transact(async (transaction) => {
      writesEntry = false;
      const seen = watch(transaction, store);
      const result = await work(seen.transaction);
      const isMissing = seen.hasWritten() && !isRecorded && !seen.hasEntry();
      if (isMissing) await recordAudit(services, transaction, act.caller, act.facts(seen.object()));
      writesEntry = isMissing || seen.hasEntry();
      return result;
    });
    isRecorded ||= writesEntry;
    return value;
  };
  const audited = Object.create(store) as Store & { transact: WatchedStore['transact'] };
  audited.transact = transact;
  return { store: audited, isRecorded: () => isRecorded };
}

type Run = (...input: unknown[]) => unknown;

/** The transaction, and whether something was written by it. What the store has as well only reads. */
function watch(transaction: AuditWrites, store: object) {
  let [hasWritten, hasEntry] = [false, false];
  let object: string | null = null;
  const note = (name: string, input: readonly unknown[], output: unknown): void => {
    if (output === false || output === 0) return;
    if (name === 'insertAuditEntry') hasEntry = true;
    hasWritten ||= !isBookkeeping(name);
    object ??= objectOf(name, input[0]);
  };
  const watched = new Proxy(transaction, {
    get: (target, name, receiver) => {
      const run: unknown = Reflect.get(target, name, receiver);
      if (typeof run !== 'function' || typeof name !== 'string' || name in store) return run;
      return async (...input: unknown[]) => {
        const output = await (run as Run)(...input);
        note(name, input, output);
        return output;
      };
    },
  });
  return { transaction: watched, hasWritten: () => hasWritten, hasEntry: () => hasEntry, object: () => object };
}

/** Records an action that needed no transaction of its own. */
export const recordAlone = (services: Acting & { readonly store: WatchedStore }, act: Act): Promise<void> =>
  services.store.transact((transaction) => recordAudit(services, transaction, act.caller, act.facts(null)));
