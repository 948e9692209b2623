/** Where a button goes away by its own press, the keyboard goes on from the button of the filters, or from the page's beginning. */
export function focusOnList(): void {
  const page = document.getElementById('content');
  (page?.querySelector<HTMLElement>('[data-opener]') ?? page)?.focus({ preventScroll: true });
}

/**
 * A ref of a button. Where the button goes away while it has the focus, and a dialog that closes gives the focus to nothing
 * else, the keyboard goes on from the page's beginning.
 */
export const keepsFocus = (button: HTMLElement | null) => (): void => {
  if (button === null || document.activeElement !== button) return;
  // A dialog gives the focus back in the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
    }),
  );
};
