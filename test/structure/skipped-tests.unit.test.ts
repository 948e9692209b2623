import { describe, expect, it } from 'vitest';
import { browserPlaces, findBrowser } from '../support/find-browser.ts';
import { skippedOn, testFiles, thisMachine } from '../support/run/skipped-here.ts';

/** Tests on the machines of other developers: which browser they find, and what is left out with which reason. */

describe('the browser of the tests', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const windows = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };

  it.each([
    [
      'the one that CHROMIUM_PATH names',
      'linux',
      { CHROMIUM_PATH: '/opt/mine' },
      ['/opt/mine', '/usr/bin/chromium'],
      '/opt/mine',
    ],
    ['the one of the system', 'linux', {}, ['/usr/bin/google-chrome', '/usr/bin/chromium'], '/usr/bin/chromium'],
    ['one in PATH', 'linux', { PATH: '/opt/edge:/bin' }, ['/opt/edge/microsoft-edge'], '/opt/edge/microsoft-edge'],
    ['Chrome on macOS', 'darwin', { HOME: '/Users/dev' }, [chrome], chrome],
    [
      'a Chrome for one user of macOS',
      'darwin',
      { HOME: '/Users/dev' },
      [`/Users/dev${chrome}`],
      `/Users/dev${chrome}`,
    ],
    ['Edge on Windows', 'win32', windows, [edge], edge],
    ['none', 'win32', windows, [], null],
  ] as const)('is %s', (_name, platform, environment, files, expected) => {
    expect(findBrowser(platform, environment, (file) => files.some((one) => one === file))).toBe(expected);
  });

  it('is never another than the one that CHROMIUM_PATH names', () => {
    expect(() => findBrowser('linux', { CHROMIUM_PATH: '/gone' }, (file) => file !== '/gone')).toThrow('/gone');
  });

  it('is looked for in whole paths alone', () => {
    const relative = browserPlaces('linux', { PATH: '.:bin:/opt' }).filter((place) => !place.startsWith('/'));
    expect(relative).toEqual([]);
  });
});

describe('what a machine skips', () => {
  const skipped = (platform: NodeJS.Platform, hasBrowser: boolean) => [
    ...skippedOn({ platform, hasBrowser }, testFiles()).keys(),
  ];

  it('is nothing on Linux with a browser, as here', () => {
    expect(skipped('linux', true)).toEqual([]);
    if (process.platform === 'linux' && process.arch === 'x64')
      expect(skippedOn(thisMachine(), testFiles()).size).toBe(0);
  });

  it.each([
    ['linux', false, 'test/pages/in-a-browser.test.ts', 'test/app/process.test.ts'],
    ['linux', false, 'test/console/walk.test.ts', 'test/console/graphql.test.ts'],
    ['linux', false, 'test/console/tasks/sales.test.ts', 'test/console/exports.test.ts'],
    ['darwin', true, 'test/hostile/connections.test.ts', 'test/pages/in-a-browser.test.ts'],
    ['darwin', true, 'test/torture/command.test.ts', 'test/app/process.test.ts'],
    ['win32', true, 'test/app/process.test.ts', 'test/store/sqlite.test.ts'],
    ['win32', true, 'test/deploy/image.test.ts', 'test/modules/payments/initiate-payment.test.ts'],
  ] as const)('on %s (browser: %s) is %s, and not %s', (platform, hasBrowser, isSkipped, runs) => {
    const files = skipped(platform, hasBrowser);
    expect([files.includes(isSkipped), files.includes(runs), testFiles().has(runs)]).toEqual([true, false, true]);
    expect(files.length).toBeLessThan(testFiles().size / 5);
  });
});
