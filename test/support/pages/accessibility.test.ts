import { describe, expect, it } from 'vitest';
import { launchBrowser, openPage } from '../browser.ts';
import { openForGroup } from '../open-for.ts';
import { seriousFaultsOn, violationsOn } from './accessibility.ts';

describe('what axe finds on a page', () => {
  const browser = openForGroup(() => launchBrowser());

  it('is each fault, and by itself what is serious', async () => {
    const { page } = await openPage(browser);
    await page.setContent(`<html lang="en"><title>Faults</title><main><h1>Faults</h1><h3>A level is left out</h3>
      <button></button><p style="color: #aaa; background: #bbb">pale</p><input></main>`);
    const ids = (await violationsOn(page)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['button-name', 'color-contrast', 'heading-order', 'label']));
    const serious = await seriousFaultsOn(page);
    expect(serious.toSorted().map((line) => line.split(':')[0])).toEqual(['button-name', 'color-contrast', 'label']);
    expect(serious.join()).toContain('button-name: <button>');
  });
});
