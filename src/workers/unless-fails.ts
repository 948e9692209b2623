import { StoreUnavailableError } from '../kernel/store-unavailable.ts';

/** Receives what failed: a row, or a part of a round. */
export type Failed = (subject: string, error: unknown) => void;

/**
 * Does one part of a round. Its failure goes to `failed`, so that the other parts go on.
 * @returns null where it failed
 * @throws StoreUnavailableError: without the database no other part can be done
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
