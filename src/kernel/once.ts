/** Makes a value when it is first asked for, and keeps it: for what costs time and a start does not need. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
