import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Packages that a build puts into files for browsers: development installs them, and yet they are handed on. Each build
 * writes into its manifest which they are, and `npm run licences` and `npm run sbom` read it there.
 */

const builds = [
  { manifest: 'console/dist/manifest.json', advice: 'npm run build:console' },
  { manifest: 'build/graphiql/manifest.json', advice: 'npm run build:graphiql' },
] as const;

/** Places in `package-lock.json` of the packages that these modules are from: `node_modules/react`. */
export function packagesOf(modules: Iterable<string>): readonly string[] {
  const places = [...modules].flatMap(
    (module) =>
      /\/(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1] ?? [],
  );
  return [...new Set(places)].toSorted();
}

/** @throws where something is not built, for then what is handed on is not known */
export function readBundledPackages(root: string): ReadonlySet<string> {
  return new Set(
    builds.flatMap(({ manifest, advice }) => {
      const file = path.join(root, manifest);
      const { packages = null } = existsSync(file)
        ? (JSON.parse(readFileSync(file, 'utf8')) as { packages?: readonly string[] })
        : {};
      if (packages === null) throw new Error(`${manifest} does not say what is bundled: run \`${advice}\`.`);
      return packages;
    }),
  );
}
