import type { Page } from 'playwright-core';

/** Watches how much of each page that is opened from now on jumps while it loads: the sum that browsers call CLS. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) shifts.sum += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum);
}

/** Contents of two cells of a row that lie on each other. */
export const overlaps = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // What is there for screen readers alone has a width, and no place on the page.
    const isShown = (part: Node): boolean => part.parentElement?.closest('.visually-hidden') === null;
    const boxOf = (cell: Element) => {
      const range = document.createRange();
      const parts: DOMRect[] = [];
      const walker = document.createTreeWalker(cell);
      for (let part = walker.nextNode(); part; part = walker.nextNode()) {
        if (part.hasChildNodes() || !isShown(part)) continue;
        range.selectNode(part);
        parts.push(range.getBoundingClientRect());
      }
      const seen = parts.filter(({ width }) => width > 0);
      return {
        left: Math.min(...seen.map(({ left }) => left)),
        right: Math.max(...seen.map(({ right }) => right)),
        top: Math.min(...seen.map(({ top }) => top)),
        bottom: Math.max(...seen.map(({ bottom }) => bottom)),
      };
    };
    type Box = ReturnType<typeof boxOf>;
    const onEachOther = (one: Box, other: Box): boolean =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    return [...document.querySelectorAll('main tbody tr')].slice(0, 20).flatMap((row) => {
      const cells = [...row.children].map((cell) => ({ box: boxOf(cell), text: cell.textContent }));
      return cells.flatMap((one, place) =>
        cells
          .slice(place + 1)
          .filter((other) => onEachOther(one.box, other.box))
          .map((other) => `${one.text} / ${other.text}`),
      );
    });
  });
