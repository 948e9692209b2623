import type { Locator, Page } from 'playwright-core';
import { commonTexts } from '../../../console/src/texts/common.ts';

/** What varies from run to run, by the name that stands for it in the template of a test. */
const varying: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[\u00a0\u202f]/g, ' '],
  [/https?:\/\/127\.0\.0\.1:\d+\/\S+/g, '{address}'],
  [/\b[a-z]{3}_[0-9a-f]{32}\b/g, '{id}'],
  [/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '{reference}'],
  [
    /\b(?:1er|\d{1,2}) (?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)\.?(?: \d{4})?(?:, \d\d(?::\d\d)+)?/g,
    '{date}',
  ],
  [/\b\d{10}\b/g, '{number}'],
];

/** Nothing of a French page is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('status', { name: commonTexts.fr.loading }).first().waitFor({ state: 'detached' });
}

/** The tree that a screen reader hears, without the addresses of links. */
export async function heardTree(of: Locator): Promise<string> {
  const lines = (await of.ariaSnapshot()).split('\n').filter((line) => !/^\s*- \/url:/.test(line));
  const isParent = (place: number): boolean => indentOf(lines[place + 1] ?? '') > indentOf(lines[place] ?? '');
  const tree = lines.map((line, place) => (isParent(place) ? line : line.replace(/:$/, ''))).join('\n');
  return varying.reduce((text, [pattern, name]) => text.replaceAll(pattern, name), tree);
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The template of a tree, without the indentation that it has in the source. */
export function template(strings: TemplateStringsArray): string {
  const lines = strings.join('').split('\n').slice(1, -1);
  const indent = Math.min(...lines.map(indentOf));
  return lines.map((line) => line.slice(indent)).join('\n');
}
