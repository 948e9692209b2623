import path from 'node:path';
import { expect, it } from 'vitest';
import type { TestSpecification, Vitest } from 'vitest/node';
import { LongestFirst } from '../support/run/longest-first.ts';

const longToShort = [
  'test/console/walk.test.ts',
  'test/pages/home-page.test.ts',
  'test/app/process.test.ts',
  'test/layers.test.ts',
];
const fileOf = (file: string, project: object) =>
  ({ moduleId: path.resolve(import.meta.dirname, '../..', file), project }) as TestSpecification;
const orderOf = async (files: readonly TestSpecification[], known?: object) => {
  const cache = { getTestSpecificationResult: () => known };
  return (await new LongestFirst({ cache } as unknown as Vitest).sort([...files])).map(({ moduleId }) => moduleId);
};

it('begins each project with the demo, browsers and processes, where no run was before', async () => {
  const projects = ['a', 'b'].map((name) => ({ name, config: { sequence: { groupOrder: 0 }, isolate: false } }));
  const files = projects.flatMap((project) => longToShort.map((file) => fileOf(file, project)));
  const wanted = files.map(({ moduleId }) => moduleId);
  expect(await orderOf(files.toReversed())).toEqual(wanted);
  expect(await orderOf([...files.slice(2), ...files.slice(0, 2)])).toEqual(wanted);
});

it('goes by the times of the last run where it knows them', async () => {
  const project = { name: 'a', config: { sequence: { groupOrder: 0 }, isolate: false } };
  const files = longToShort.toReversed().map((file) => fileOf(file, project));
  expect(await orderOf(files, { duration: 5, failed: false })).toEqual(files.map(({ moduleId }) => moduleId));
});
