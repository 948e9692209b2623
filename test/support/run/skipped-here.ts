import { globSync, readFileSync } from 'node:fs';
import { findBrowser, hasPackagedBrowser } from '../find-browser.ts';

/** What a test needs that not every machine has. */
type Machine = { readonly platform: NodeJS.Platform; readonly hasBrowser: boolean };

type Need = {
  /** Why the files are left out. */
  readonly reason: string;
  readonly isMet: (machine: Machine) => boolean;
  /** By a piece of the text, or by the name of the file. */
  readonly isNeededBy: (text: string, file: string) => boolean;
};

const otherAddresses = ['test/hostile/connections.test.ts', 'test/hostile/one-address.test.ts'];
const signals = [
  'test/config/config-reload.test.ts',
  'test/app/npm-scripts.test.ts',
  'test/app/process.test.ts',
  'test/app/rolling-restart.test.ts',
];

/** By itself, or as the console. */
export const opensBrowser = (text: string): boolean =>
  /support\/(?:browser|console\/(?:open-console|demo-console|tasks\/task))\.ts/.test(text);

const needs: readonly Need[] = [
  {
    reason: 'no Chrome, Chromium or Edge was found: install one, or set CHROMIUM_PATH',
    isMet: ({ hasBrowser }) => hasBrowser,
    isNeededBy: opensBrowser,
  },
  {
    reason: 'the crash rig and the limits of memory read /proc, which only Linux has',
    isMet: ({ platform }) => platform === 'linux',
    isNeededBy: (text, file) => /support\/(?:torture|hostile\/limited)/.test(text) || file.startsWith('test/torture/'),
  },
  {
    reason: 'macOS gives a machine the one loopback address 127.0.0.1',
    isMet: ({ platform }) => platform !== 'darwin',
    isNeededBy: (_text, file) => otherAddresses.includes(file),
  },
  {
    reason: 'Windows has no signals: a process that is told to stop is killed',
    isMet: ({ platform }) => platform !== 'win32',
    isNeededBy: (text, file) => signals.includes(file) || text.includes('support/hostile/attacked-process'),
  },
  {
    reason: 'the steps of the Dockerfile are for Linux',
    isMet: ({ platform }) => platform === 'linux',
    isNeededBy: (_text, file) => file === 'test/deploy/image.test.ts',
  },
];

export const thisMachine = (): Machine => ({
  platform: process.platform,
  hasBrowser: hasPackagedBrowser() || findBrowser() !== null,
});

/** The text of each test, by its path from the root with slashes. */
export const testFiles = (): ReadonlyMap<string, string> =>
  new Map(globSync('test/**/*.test.ts').map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')]));

/** The test files that cannot run on a machine, each with the reason. */
export function skippedOn(machine: Machine, texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const unmet = needs.filter(({ isMet }) => !isMet(machine));
  const skipped = new Map<string, string>();
  for (const [file, text] of texts) {
    const need = unmet.find(({ isNeededBy }) => isNeededBy(text, file));
    if (need) skipped.set(file, need.reason);
  }
  return skipped;
}
