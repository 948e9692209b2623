import { type Auditing, recordAudit } from '../../kernel/audit/record-audit.ts';
import { type Actor, actingName } from '../../kernel/caller.ts';

/** One entry in so long for each caller and object: a program that polls a list does not fill the log. */
export const notedAgainMs = 3_600_000;
/** Forgotten at once above this: then there are more entries, never fewer. */
const mostRemembered = 20_000;

type ShownFact = 'showIban' | 'showSettings';

type Waiting = {
  readonly action: ShownFact;
  readonly caller: Actor;
  /** Null: there is only one. */
  readonly object: string | null;
  readonly request: string;
};
type Memory = { readonly notedAt: Map<string, number>; waiting: Map<string, Waiting>; writing: Promise<void> | null };
const memories = new WeakMap<object, Memory>();

/**
 * Notes that a caller is shown a whole IBAN or the settings, before it is. Those of one turn are written in one
 * transaction, because a page shows many.
 * @param shown `object`: the id of what it is the IBAN of
 */
export async function noteShown(services: Auditing, shown: Waiting): Promise<void> {
  const memory = memories.get(services.store) ?? { notedAt: new Map(), waiting: new Map(), writing: null };
  memories.set(services.store, memory);
  const key = `${shown.action} ${actingName(shown.caller)} ${shown.object}`;
  const ageMs = services.clock() - (memory.notedAt.get(key) ?? -Infinity);
  // Negative where the clock was set back.
  if (ageMs >= 0 && ageMs < notedAgainMs) return;
  memory.waiting.set(key, shown);
  memory.writing ??= Promise.resolve().then(() => write(services, memory));
  await memory.writing;
}

async function write(services: Auditing, memory: Memory): Promise<void> {
  const written = memory.waiting;
  memory.waiting = new Map();
  memory.writing = null;
  await services.store.transact(async (transaction) => {
    for (const { action, caller, object, request } of written.values()) {
      await recordAudit(services, transaction, caller, { action, object, request });
    }
  });
  if (memory.notedAt.size + written.size > mostRemembered) memory.notedAt.clear();
  for (const key of written.keys()) memory.notedAt.set(key, services.clock());
}
