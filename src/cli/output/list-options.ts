import { InvalidArgumentError, Option } from 'commander';

/** How many lines of a list. */
export const limitOption = (usual: number): Option =>
  new Option('--limit <number>', 'how many at most').default(usual).argParser(limitOf);

function limitOf(text: string): number {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > 1000) throw new InvalidArgumentError('It must be 1 to 1000.');
  return limit;
}
