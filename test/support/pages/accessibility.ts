import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/** What axe finds. It stays in the page, and lists no rule that holds: a second page and that list cost as much as the rules. */
export async function violationsOn(page: Page, part?: string): Promise<readonly Violation[]> {
  assert.equal(page.frames().length, 1, 'axe looks at the page alone, and not at its frames');
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  if (part !== undefined) axe.include(part);
  return (await axe.analyze()).violations;
}

/** What axe finds serious or critical, one line each, on the page or in a part of it. */
export async function seriousFaultsOn(page: Page, part?: string): Promise<readonly string[]> {
  return (await violationsOn(page, part))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
