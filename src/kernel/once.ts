/** Makes a value when it is first asked for, and keeps it: for what costs time and a start does not need. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same for each object: what is made of it is kept for as long as the object is in use. */
export function onceFor<Source extends object, Value>(make: (source: Source) => Value): (source: Source) => Value {
  const made = new WeakMap<Source, { readonly value: Value }>();
  return (source) => {
    const before = made.get(source);
    if (before) return before.value;
    const value = make(source);
    made.set(source, { value });
    return value;
  };
}
