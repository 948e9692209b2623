import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../test/support/browser.ts';
import { median } from '../report.ts';
import type { Figure } from './measure.ts';

const slowdown = 4;
/** On a busy machine a slow processor is slower still. */
const patienceMs = 120_000;
const loads = 5;
const pagesForward = 5;

/** Each load in a window of its own, without a cache, with a processor that is four times slower. */
export async function measureBrowser(origin: string, paymentId: string): Promise<readonly Figure[]> {
  await using browser = await launchBrowser();
  const figures: Figure[] = [];
  for (const [what, at] of [
    ['payments', '/payments'],
    ['one payment', `/payments/${paymentId}`],
    ['overview', '/'],
  ] as const) {
    const painted: number[] = [];
    const busy: number[] = [];
    for (let load = 0; load < loads; load++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 850 }, locale: 'fr-FR' });
      const { paintedMs, busyMs } = await loadOnce(context, `${origin}/console${at}`);
      painted.push(paintedMs);
      busy.push(busyMs);
      await context.close();
    }
    const besides = `${median(busy).toFixed(0)} ms of the page's thread`;
    figures.push({ what: `largest paint: ${what}`, value: median(painted), unit: 'ms', aim: { most: 1500 }, besides });
  }
  const context = await browser.newContext({ viewport: { width: 1280, height: 850 }, locale: 'fr-FR' });
  figures.push({ what: 'next page', value: await nextPage(context, origin), unit: 'ms', aim: { most: 300 } });
  return figures;
}

async function slowPage(context: BrowserContext) {
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  // The processor's time, which a busy machine hardly lengthens.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, devtools };
}

async function loadOnce(context: BrowserContext, url: string) {
  const { page, devtools } = await slowPage(context);
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) document.documentElement.dataset.painted = String(startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(url);
  await settled(page);
  const { metrics } = await devtools.send('Performance.getMetrics');
  const busyMs = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  return { paintedMs: Number(await page.evaluate(() => document.documentElement.dataset.painted)), busyMs };
}

/** The data are there, and nothing is waited for any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('main h1');
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null);
  await page.waitForTimeout(1500);
}

/** From the press to the frame that shows the rows. */
async function nextPage(context: BrowserContext, origin: string): Promise<number> {
  const { page } = await slowPage(context);
  await page.goto(`${origin}/console/payments`);
  await settled(page);
  const taken: number[] = [];
  for (let turn = 0; turn < pagesForward; turn++) {
    taken.push(
      await page.evaluate(async () => {
        const rows = (): number => document.querySelectorAll('main tbody tr').length;
        const frame = (): Promise<number> => new Promise((shown) => requestAnimationFrame(shown));
        const [before, start] = [rows(), performance.now()];
        const more = [...document.querySelectorAll<HTMLButtonElement>('main button')].at(-1);
        more?.click();
        while (rows() === before && performance.now() - start < 10_000) await frame();
        await frame();
        return performance.now() - start;
      }),
    );
    await page.waitForTimeout(500);
  }
  return median(taken);
}
