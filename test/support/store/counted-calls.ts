/** A store, or a transaction, that notes the name of each of its functions that is called. */
export function countedCalls() {
  const calls: string[] = [];
  const counting = <Part extends object>(store: Part): Part =>
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
