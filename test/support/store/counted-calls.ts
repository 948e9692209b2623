import type { Store } from '../../../src/app/store.ts';

/** A store that notes the name of each of its functions that is called. */
export function countedCalls() {
  const calls: string[] = [];
  const counting = (store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const part = Reflect.get(target, name);
        if (typeof part !== 'function') return part;
        return (...given: unknown[]) => {
          calls.push(String(name));
          return part.apply(target, given);
        };
      },
    });
  return { calls, counting };
}
