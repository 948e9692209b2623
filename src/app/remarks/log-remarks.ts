import { hourMs } from '../../kernel/durations.ts';
import type { Remark } from './remark.ts';

type RemarkLogger = { readonly warn: (details: object, message: string) => void };

/**
 * Logs remarks on the config, and each hour those that were not there the last time: time alone adds some, as of a key
 * that expires within a month.
 * @param read the remarks on what is in force now
 * @param repeat the timer
 */
export function startRemarkLog(
  read: () => readonly Remark[],
  logger: RemarkLogger,
  repeat: (work: () => void, everyMs: number) => void,
): {
  /** After a reload. */
  readonly logAll: () => void;
} {
  let known: ReadonlySet<Remark> = new Set();
  const logBut = (before: ReadonlySet<Remark>): void => {
    const remarks = read();
    for (const remark of remarks) if (!before.has(remark)) logger.warn({ remark }, 'a setting deserves a look');
    known = new Set(remarks);
  };
  const logAll = (): void => logBut(new Set());
  logAll();
  repeat(() => logBut(known), hourMs);
  return { logAll };
}
