import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { targets } from '../../support/console/tasks/targets.ts';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'));
const texts = files.map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8')).join('\n');
const tested = [...texts.matchAll(/^ {2}'([^']+)': \{$/gm)].map(([, name]) => name);

it('each of the twenty tasks has its target and one test', () => {
  expect(Object.keys(targets)).toHaveLength(20);
  expect(tested.toSorted()).toEqual(Object.keys(targets).toSorted());
});
