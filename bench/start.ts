import { execFile } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { checkoutIn, positive, readOptions, text } from './read-options.ts';
import { describeMachine, markdownTable, median } from './report.ts';
import { startGateway } from './servers.ts';

const help = `Measures how the gateway and its command line start: the bundle and the sources, in turns.

  npm run bench:start -- [options]

  --restarts N      restarts that are counted; one before them makes the database and keeps the compiled code (5)
  --rest S          seconds after which the memory at rest is read (4)
  --against FOLDER  also another checkout of this repository, with its dependencies installed
  --help

Prints medians, and the range of the processor time. The bundle must be built: npm run build:program.`;

type Program = { readonly name: string; readonly root: string; readonly environment: Readonly<Record<string, string>> };
type Run = { readonly cpuMs: number; readonly wallMs: number; readonly restMb: number; readonly helpMs: number };

const here = path.join(import.meta.dirname, '..');

const optionsGiven = () =>
  readOptions(help, { restarts: text('5'), rest: text('4'), against: text('') }, (values) => ({
    restarts: positive(values, 'restarts'),
    rest: positive(values, 'rest'),
    against: values.against === '' ? null : checkoutIn(values.against),
  }));

async function main(): Promise<void> {
  const { restarts, rest, against } = optionsGiven();
  const programs: Program[] = [
    { name: 'bundle', root: here, environment: {} },
    { name: 'sources', root: here, environment: { RUN_SOURCES: '1' } },
    ...(against === null ? [] : [{ name: path.basename(against), root: against, environment: {} }]),
  ];
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'reglement-start-'));
  const runs = new Map(programs.map(({ name }) => [name, [] as Run[]]));
  for (let restart = 0; restart <= restarts; restart++) {
    for (const program of programs) {
      const run = await runOnce(program, path.join(folder.path, `${program.name}.sqlite`), rest);
      if (restart > 0) runs.get(program.name)?.push(run);
    }
  }
  console.log(report(runs, restarts));
}

async function runOnce({ root, environment }: Program, file: string, rest: number): Promise<Run> {
  const startedAt = performance.now();
  const server = await startGateway({ root, databaseUrl: `sqlite:${file}`, environment });
  const wallMs = performance.now() - startedAt;
  const { cpuMicroseconds } = await server.readUsage();
  await setTimeout(rest * 1000);
  const { residentBytes } = await server.readUsage();
  await server.stop();
  const helpMs = await measureHelp(root, environment);
  return { cpuMs: cpuMicroseconds / 1000, wallMs, restMb: residentBytes / 1e6, helpMs };
}

/** Processor time of the whole process, which it says when it ends. */
async function measureHelp(root: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const probe =
    'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();console.error(user+system)})';
  const before = ['--require', path.join(root, 'scripts/require-node.cjs'), '--import', probe];
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  execFile(
    process.execPath,
    [...before, path.join(root, 'src/cli/main.ts'), '--help'],
    { env: { ...process.env, ...environment } },
    (error, _stdout, stderr) => (error ? reject(error) : resolve(Number(stderr.trim().split('\n').at(-1)) / 1000)),
  );
  return promise;
}

function report(runs: ReadonlyMap<string, readonly Run[]>, restarts: number): string {
  const rows = [...runs].map(([name, all]) => {
    const of = (part: keyof Run): number[] => all.map((run) => Math.round(run[part]));
    const range = `${Math.min(...of('cpuMs'))}–${Math.max(...of('cpuMs'))}`;
    return [name, ...[of('cpuMs'), of('wallMs'), of('restMb'), of('helpMs')].map((all) => String(median(all))), range];
  });
  const heads = ['', 'ready, CPU ms', 'ready, ms', 'at rest, MB', '`--help`, CPU ms', 'range of ready, CPU ms'];
  return `${describeMachine()}\n${restarts} restarts in turns, medians.\n\n${markdownTable(heads, rows)}`;
}

await main();
