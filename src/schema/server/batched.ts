import DataLoader from 'dataloader';
import type { SchemaContext } from './context.ts';

/** What one read takes at most. */
const keysAtMost = 100;

/**
 * One read for all rows of an answer that ask for the same field at once. Nothing is kept, because a later mutation of
 * the document may change what was read.
 */
export function batched<Value>(
  load: (context: SchemaContext, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (context: SchemaContext, key: string) => Promise<Value | undefined> {
  const loaders = new WeakMap<SchemaContext, DataLoader<string, Value | undefined>>();
  const loaderOf = (context: SchemaContext): DataLoader<string, Value | undefined> => {
    const known = loaders.get(context);
    if (known) return known;
    const read = async (keys: readonly string[]): Promise<(Value | undefined)[]> => {
      const found = await load(context, [...new Set(keys)]);
      return keys.map((key) => found.get(key));
    };
    const loader = new DataLoader(read, { cache: false, maxBatchSize: keysAtMost });
    loaders.set(context, loader);
    return loader;
  };
  return (context, key) => loaderOf(context).load(key);
}
