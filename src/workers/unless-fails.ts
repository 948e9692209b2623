import { StoreUnavailableError } from '../kernel/store-unavailable.ts';

/** Receives what failed: a row, or a part of a round. */
export type Failed = (subject: string, error: unknown) => void;

/**
 * Does a part of a round, whose failure holds up no other part: null. Where the database cannot be used, nothing else can
 * be done either.
 */
export async function unlessFails<Value>(
  subject: string,
  failed: Failed,
  work: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreUnavailableError) throw error;
    failed(subject, error);
    return null;
  }
}
