import { existsSync } from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a machine has Chromium, Chrome or Edge, best first. */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(environment.HOME ? [`${environment.HOME}/Applications`] : [])];
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': programs32 } = environment;
    const folders = [PROGRAMFILES, programs32, LOCALAPPDATA].filter((folder) => folder !== undefined);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => folders.map((folder) => path.win32.join(folder, program)));
  }
  const folders = ['/usr/bin', ...(environment.PATH ?? '').split(':').filter((folder) => path.isAbsolute(folder))];
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.flatMap((name) => [...new Set(folders)].map((folder) => path.posix.join(folder, name)));
}

/** The browser that `CHROMIUM_PATH` names, or else an installed one; null where there is none. */
export function findBrowser(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
  isThere: (file: string) => boolean = existsSync,
): string | null {
  const { CHROMIUM_PATH: named } = environment;
  if (!named) return browserPlaces(platform, environment).find((place) => isThere(place)) ?? null;
  if (!isThere(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  return named;
}

/** Whether npm has installed a browser that runs here. */
export const hasPackagedBrowser = (
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): boolean => platform === 'linux' && arch === 'x64';
