import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { opensBrowser } from './skipped-here.ts';

/**
 * Begins with the files that take long, so that none of them is left alone at the end. Vitest does so by the times of
 * the last run. A clean clone has none, and the size says little about a test in a browser.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    if (files.every((file) => this.ctx.cache.getTestSpecificationResult(file) !== undefined)) return sorted;
    const places = new Map(files.map((file) => [file, placeOf(readFileSync(file.moduleId, 'utf8'))]));
    const place = (file: TestSpecification): number => places.get(file) ?? 0;
    const projects = Map.groupBy(sorted, ({ project }) => project);
    return [...projects.values()].flatMap((some) => some.toSorted((one, other) => place(one) - place(other)));
  }
}

/** The crash rig and the demo take longest, then what opens a browser, then what starts processes. */
function placeOf(text: string): number {
  if (/support\/(?:console\/demo-console|torture\/run-torture)\.ts/.test(text)) return 0;
  if (opensBrowser(text)) return 1;
  return /support\/(?:process|hostile\/limited-process)\.ts/.test(text) ? 2 : 3;
}
