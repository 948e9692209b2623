/** Where a button goes away by its own press, the keyboard goes on from the button of the filters, or from the page's beginning. */
export function focusOnList(): void {
  const page = document.getElementById('content');
  (page?.querySelector<HTMLElement>('[data-opener]') ?? page)?.focus({ preventScroll: true });
}
