import { useEffect, useRef } from 'react';

/** Whether the page is no longer seen. What is on its way goes on all the same. */
export function useHasLeft() {
  const hasLeft = useRef(false);
  useEffect(() => {
    hasLeft.current = false;
    return () => {
      hasLeft.current = true;
    };
  }, []);
  return hasLeft;
}
