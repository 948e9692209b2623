import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageFiles } from '../../scripts/page-files.ts';
import { buildConsole } from '../support/console/build-console.ts';

/** What a browser loads first, and for each page: in bytes, compressed with gzip. */

const folder = path.resolve(import.meta.dirname, '../../console/dist');
const budgets = { firstScript: 200_000, pageScript: 300_000, style: 25_000 };

type Size = { readonly script: number; readonly style: number };
let loads: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  await buildConsole();
  ({ loads } = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')));
});

async function sizeOf(module: string): Promise<Size> {
  const sizes = await Promise.all(
    (loads[module] ?? []).map(async (file) => ({
      isStyle: file.endsWith('.css'),
      bytes: (await readFile(path.join(folder, `${file}.gz`))).length,
    })),
  );
  const sum = (style: boolean): number =>
    sizes.reduce((total, { isStyle, bytes }) => total + (isStyle === style ? bytes : 0), 0);
  return { script: sum(false), style: sum(true) };
}

describe('the sizes of the console', () => {
  it('keep the first load small', async () => {
    const { script, style } = await sizeOf('index.html');
    expect(script).toBeGreaterThan(50_000);
    expect(script).toBeLessThanOrEqual(budgets.firstScript);
    expect(style).toBeLessThanOrEqual(budgets.style);
  });

  it.each(pageFiles.map(({ path: address, file }) => [address, file]))('keep the page %s small', async (_, file) => {
    expect(loads).toHaveProperty([`src/pages/${file}`]);
    const { script, style } = await sizeOf(`src/pages/${file}`);
    expect(script).toBeLessThanOrEqual(budgets.pageScript);
    expect(style).toBeLessThanOrEqual(budgets.style);
  });

  it('keep what loads on request apart, dialogs and panels too', async () => {
    const sizes = await Promise.all(Object.keys(loads).map(sizeOf));
    expect(Math.max(...sizes.map(({ script }) => script))).toBeLessThanOrEqual(budgets.pageScript);
  });
});
