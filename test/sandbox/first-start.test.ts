import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/open-for.ts';

const folder = temporaryFolder('simulators');
const state = path.resolve(import.meta.dirname, '../../src/sandbox/state.ts');

test('the simulators of several gateways that start at once in one empty folder share one memory', async () => {
  const program = `import { openState } from ${JSON.stringify(state)};
    const state = openState(${JSON.stringify(folder)});
    console.log(state.nextNumber('started', 1));
    state.close();`;
  const open = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
  const started = await Promise.all(Array.from({ length: 6 }, open));
  expect(started.map(({ stdout }) => stdout.trim()).sort()).toEqual(['1', '2', '3', '4', '5', '6']);
});
