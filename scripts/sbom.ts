import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readBundledPackages } from './bundled-packages.ts';

/**
 * `npm run sbom`: a bill of materials (CycloneDX, JSON) of every package that is handed on. npm's own `--omit=dev` also
 * leaves out what development uses too, graphql itself among it; so npm lists everything, and what the lock file says
 * is for development alone is taken out here. What the console and GraphiQL bundle is handed on, and stays.
 */

type Component = { readonly 'bom-ref': string; readonly purl: string };
type Bill = {
  readonly metadata: { readonly component: object };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};
type LockedPackage = { readonly version?: string; readonly dev?: boolean };

// By a shell: on Windows npm is no program.
const { status, stdout, stderr } = spawnSync('npm sbom --package-lock-only --sbom-format=cyclonedx', {
  shell: true,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
const bill = JSON.parse(stdout) as Bill;
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const bundled = readBundledPackages(path.resolve(import.meta.dirname, '..'));
const handedOn = new Set(
  Object.entries(packages).flatMap(([place, { version, dev }]) =>
    (dev && !bundled.has(place)) || !place.startsWith('node_modules/')
      ? []
      : [`${place.slice(place.lastIndexOf('node_modules/') + 13)}@${version}`],
  ),
);
const nameOf = ({ purl }: Component): string => decodeURIComponent(purl.slice('pkg:npm/'.length).split('?')[0] ?? '');
const components = bill.components.filter((component) => handedOn.has(nameOf(component)));
const dropped = new Set(
  bill.components.filter((component) => !components.includes(component)).map((component) => component['bom-ref']),
);
const dependencies = bill.dependencies
  .filter(({ ref }) => !dropped.has(ref))
  .map((entry) => ({ ...entry, dependsOn: entry.dependsOn.filter((ref) => !dropped.has(ref)) }));
// npm calls it a library, by the name of the folder.
const component = { ...bill.metadata.component, name: 'reglement', type: 'application' };
console.log(JSON.stringify({ ...bill, metadata: { ...bill.metadata, component }, components, dependencies }, null, 2));
