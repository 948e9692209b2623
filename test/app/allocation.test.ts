import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { allocateYoung } from '../../src/app/gateway-process.ts';
import { temporaryFolder } from '../support/open-for.ts';
import { startProcess } from '../support/process.ts';

/** Prints each option of V8 that the process sets. */
const printOptions = `
  const v8 = require('node:v8');
  const set = v8.setFlagsFromString;
  v8.setFlagsFromString = (option) => { console.log('V8 option ' + option); set(option); };
  require('node:module').syncBuiltinESMExports();`;

const folder = temporaryFolder('allocation');

test('a gateway allocates the objects of a request as young ones', async () => {
  const watching = path.join(folder, 'print-options.cjs');
  writeFileSync(watching, printOptions);
  const gateway = await startProcess(
    { DATABASE_URL: `sqlite:${path.join(folder, 'gateway.sqlite')}`, NODE_OPTIONS: `--require ${watching}` },
    folder,
  );
  // It is set when the gateway is ready, after the code that the start compiled is kept.
  await expect.poll(gateway.output).toContain(`V8 option ${allocateYoung}`);
  await gateway.stop('SIGTERM');
});

test('V8 has the option', () => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(options).toContain(` ${allocateYoung.replace('--no-', '--')} `);
});
