import type { Remark } from './remark.ts';

type RemarkLogger = { readonly warn: (details: object, message: string) => void };

/**
 * Logs remarks on the config. Time alone adds some: a key that expires within a month.
 * @param read the remarks on what is in force now
 */
export function createRemarkLog(
  read: () => readonly Remark[],
  logger: RemarkLogger,
): {
  /** After a start and a reload. */
  readonly logAll: () => void;
  /** Those that were not there when it was called last, and no others. */
  readonly logNew: () => void;
} {
  let known: ReadonlySet<Remark> = new Set();
  const logBut = (before: ReadonlySet<Remark>): void => {
    const remarks = read();
    for (const remark of remarks) if (!before.has(remark)) logger.warn({ remark }, 'a setting deserves a look');
    known = new Set(remarks);
  };
  return { logAll: () => logBut(new Set()), logNew: () => logBut(known) };
}
