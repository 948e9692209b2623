import { createContext, type ReactNode, use, useState } from 'react';

const Opening = createContext<(isOpen: boolean) => void>(() => undefined);

/** For a dialog, which says that it opens and closes. */
export const useOpening = () => use(Opening);

type Props<Value> = { readonly of: Value; readonly children: (kept: Value) => ReactNode };

/**
 * A status decides which buttons there are. While a dialog of one is open, that status stays: what another person does
 * meanwhile takes no form away. `Meanwhile` says in the form what changed.
 */
export function KeptWhileOpen<Value>({ of, children }: Props<Value>) {
  const [kept, setKept] = useState<{ readonly value: Value } | null>(null);
  const { value } = kept ?? { value: of };
  return <Opening value={(isOpen) => setKept(isOpen ? { value } : null)}>{children(value)}</Opening>;
}
