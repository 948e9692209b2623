import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../../..');
const source = path.join(root, 'clients/typescript');

export type PackedClient = {
  /** The archive that npm would publish. */
  readonly archive: string;
  /** The package as it is installed from it. */
  readonly installed: string;
  /** A project with the package and these others of the repository, and nothing else. */
  readonly createProject: (files: string, manifest: object, packages?: readonly string[]) => string;
  readonly dispose: () => void;
};

/** Builds the client package, packs it as npm does, and unpacks it. */
export async function packClient(): Promise<PackedClient> {
  const folder = mkdtempSync(path.join(tmpdir(), 'reglement-client-'));
  const copy = path.join(folder, 'package-source');
  mkdirSync(copy);
  for (const file of ['package.json', 'README.md']) cpSync(path.join(source, file), path.join(copy, file));
  await run(process.execPath, [path.join(source, 'build.ts'), path.join(copy, 'dist')]);
  const { stdout } = await npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder], copy);
  const [{ filename } = { filename: '' }] = JSON.parse(stdout) as { filename: string }[];
  const archive = path.join(folder, filename);
  await run('tar', ['-xzf', archive, '-C', folder]);
  const installed = path.join(folder, 'package');
  let count = 0;
  return {
    archive,
    installed,
    createProject(files, manifest, packages = []) {
      const project = path.join(folder, `project-${count++}`);
      cpSync(files, project, { recursive: true });
      writeFileSync(path.join(project, 'package.json'), JSON.stringify({ private: true, ...manifest }));
      cpSync(installed, path.join(project, 'node_modules/@reglement/client'), { recursive: true });
      for (const name of [...dependencies, ...packages]) link(project, name);
      return project;
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What `npm install` of the package brings along. */
const dependencies = ['standardwebhooks'];

function link(project: string, name: string): void {
  const place = path.join(project, 'node_modules', name);
  mkdirSync(path.dirname(place), { recursive: true });
  symlinkSync(path.join(root, 'node_modules', name), place, 'junction');
}

/** npm names its own program to the scripts that it runs. */
function npm(args: readonly string[], cwd: string) {
  const program = process.env.npm_execpath;
  return program ? run(process.execPath, [program, ...args], { cwd }) : run('npm', [...args], { cwd });
}

const compiler = path.join(root, 'node_modules/typescript/bin/tsc');

/** `tsc` on a project: its output, empty where all is well. */
export async function compile(project: string, options: readonly string[] = []): Promise<string> {
  try {
    await run(process.execPath, [compiler, '-p', project, ...options]);
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

export const runScript = async (script: string, environment: Record<string, string> = {}): Promise<string> =>
  (await run(process.execPath, [script], { env: { ...process.env, ...environment } })).stdout;

/** A command of a package of the repository: its output and exit code. */
export async function runTool(script: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [path.join(root, 'node_modules', script), ...args]);
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}
