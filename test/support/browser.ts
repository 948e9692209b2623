import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { findBrowser } from './find-browser.ts';

export type TestBrowser = AsyncDisposable & {
  /** A window of its own, without cookies or storage of another; `close` closes it too. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Every address outside of this machine that a page asked for. None of them was reached. */
  readonly outsideRequests: readonly string[];
  close(): Promise<void>;
};

/**
 * A page of its own until the test ends, and what the browser complains about on it: a policy that is broken, a file that
 * is missing.
 */
export async function openPage(browser: Pick<TestBrowser, 'newContext'>, options?: BrowserContextOptions) {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, complaints };
}

/**
 * `page.route` that holds for the next request. The browser turns interception on while the page goes on: requests of a
 * slow page would still go to the gateway. So the page asks until a request of its own is caught.
 */
export async function intercept(page: Page, ...[address, answer]: Parameters<Page['route']>): Promise<void> {
  await page.route(address, answer);
  if (page.url() === 'about:blank') return;
  const probe = /\?is-caught$/;
  let isCaught = false;
  await page.route(probe, async (route) => {
    isCaught = true;
    await route.fulfill({ status: 204 });
  });
  while (!isCaught) await page.evaluate(async () => void (await fetch('?is-caught')));
  await page.unroute(probe);
}

type Program = { readonly executablePath: string; readonly environment: Readonly<Record<string, string>> };

const programArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Whatever a page, a redirect or the browser itself may ask for, only this machine has an address.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]',
];

/**
 * A headless Chromium for tests: the one that `CHROMIUM_PATH` names, else an installed Chrome, Chromium or Edge, else the
 * one that came with `npm ci`. It reaches nothing but this machine. All files of a worker share one program, which ends
 * with the worker: to start another costs more than a test.
 */
export async function launchBrowser(): Promise<TestBrowser> {
  const browser = await browserOfWorker();
  const contexts = new Set<BrowserContext>();
  const outsideRequests: string[] = [];
  const record = (url: string) => {
    if (!staysOnThisMachine(url)) outsideRequests.push(url);
  };
  const close = async (): Promise<void> => {
    await Promise.all([...contexts].map((context) => context.close()));
  };
  return {
    newContext: async (options) => {
      const context = await browser.newContext(options);
      contexts.add(context);
      context.on('close', () => contexts.delete(context));
      context.on('request', (request) => record(request.url()));
      context.on('page', (page) => page.on('websocket', (socket) => record(socket.url())));
      return context;
    },
    ...{ outsideRequests, close, [Symbol.asyncDispose]: close },
  };
}

let running: Promise<Browser> | null = null;

function browserOfWorker(): Promise<Browser> {
  running ??= startProgram().catch((error: unknown) => {
    running = null;
    throw error;
  });
  return running;
}

async function startProgram(): Promise<Browser> {
  const { executablePath, environment } = findInstalled() ?? (await unpackProgram());
  const browser = await chromium.launch({
    executablePath,
    args: programArguments,
    env: { ...process.env, ...environment },
  });
  browser.on('disconnected', () => {
    running = null;
  });
  return browser;
}

function staysOnThisMachine(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'data:' || protocol === 'blob:' || protocol === 'about:') return true;
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

function findInstalled(): Program | null {
  const executablePath = findBrowser();
  return executablePath === null ? null : { executablePath, environment: {} };
}

/** Unpacks the packaged Chromium once, with the libraries and the font that a bare machine lacks. */
async function unpackProgram(): Promise<Program> {
  const modules = path.resolve(import.meta.dirname, '../../node_modules');
  const { version } = JSON.parse(await readFile(path.join(modules, '@sparticuz/chromium/package.json'), 'utf8'));
  const folder = path.join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInTurn(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    environment: {
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    },
  };
}

/** Test files run at the same time, and unpacking takes seconds: one does it, and the others wait for it. */
async function unpackInTurn(folder: string): Promise<void> {
  const turn = `${folder}.turn`;
  await mkdir(path.dirname(folder), { recursive: true });
  const isOurs = await mkdir(turn).then(
    () => true,
    () => false,
  );
  // A run that was ended in the middle may have left its turn.
  for (let looks = 0; !isOurs && looks < 300 && !existsSync(folder); looks++) await setTimeout(100);
  if (!existsSync(folder)) await unpackInto(folder);
  await rm(turn, { recursive: true, force: true });
}

/** Into a folder of its own, which gets its name when it is whole. */
async function unpackInto(folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}-`);
  await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'unpack-chromium.ts')], {
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  await writeFile(path.join(draft, 'fonts.conf'), fontConfiguration(folder));
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
