import { useEffect, useState } from 'react';

/** The text, once the person has stopped typing for so long. */
export function useSettled(text: string, afterMs: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(setSettled, afterMs, text);
    return () => clearTimeout(timer);
  }, [text, afterMs]);
  return settled;
}
