import { createContext } from 'react';
import { useMe } from '../../api/me.tsx';
import { commonTexts } from '../../texts/common.ts';
import { useTexts } from '../../texts/language.tsx';

/** What happened while a dialog stood open, so that its request would be refused; null where it may be sent. */
export const Meanwhile = createContext<string | null>(null);

/** How a sentence names who did something: a person, a client by its name, or “you”. */
export function useNameOf() {
  const { person, client } = useMe();
  const { you } = useTexts(commonTexts);
  return (by: string, who: { readonly id: string; readonly name: string } | null): string => {
    const isOwn = person ? who?.id === person.id : by === client;
    return isOwn ? you : (who?.name ?? by);
  };
}
