import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/open-for.ts';

const folder = temporaryFolder('interrupted');

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s leaves no part of a file with personal data', async (signal, code) => {
  const wholeFile = path.resolve(import.meta.dirname, '../../src/store/whole-file.ts');
  const program = `
    import { writeFileSync } from 'node:fs';
    import { writeNew } from ${JSON.stringify(wholeFile)};
    await writeNew(process.argv[1], async (part) => {
      for (const ending of ['', '-journal']) writeFileSync(part + ending, 'a person');
      console.log('half');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, path.join(folder, 'backup')]);
  await once(child.stdout, 'data');
  expect(await readdir(folder)).toHaveLength(2);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([code, null]);
  expect(await readdir(folder)).toEqual([]);
});
