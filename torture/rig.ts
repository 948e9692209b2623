import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { copyWithFault, plantedFaults } from './broken.ts';
import { createCaller } from './caller.ts';
import { check } from './check/check.ts';
import { createFindings, type Findings } from './check/findings.ts';
import { createFaultInjector, type FaultInjector } from './fault-injector.ts';
import { type Load, startLoad } from './load.ts';
import { type Machines, startMachines } from './machines.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { createDoors } from './requests.ts';
import { settleRun } from './settle-phase.ts';
import type { Stage } from './story.ts';
import { openTellingLog } from './told.ts';
import { planTrouble } from './trouble.ts';

/** A run from the first process to the last check. Whatever happens, nothing of it is left running. */

export type RunSettings = {
  readonly store: 'sqlite' | 'postgres';
  readonly seed: number;
  readonly initiations: number;
  readonly kills: number;
  /** How long intents may arrive at most. */
  readonly seconds: number;
  readonly perSecond: number;
  /** The name of a planted fault, or null for the program as it is. */
  readonly broken: string | null;
  /** Leaves the run's folder where it is, also where nothing was found that was not planted. */
  readonly keeps: boolean;
  readonly signal: AbortSignal;
  readonly progress: (line: string) => void;
};

export type RunReport = {
  readonly findings: Findings;
  readonly initiations: number;
  readonly deaths: number;
  readonly troubles: ReturnType<FaultInjector['counts']>;
  readonly points: ReturnType<FaultInjector['points']>;
  /** Writes that power cuts undid, none of them acknowledged; null without a C compiler. */
  readonly forgottenWrites: number | null;
  readonly requestsLost: number;
  readonly checked: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Null where it was removed. */
  readonly folder: string | null;
};

export async function torture(settings: RunSettings): Promise<RunReport> {
  const startedAt = performance.now();
  const folder = await mkdtemp(path.join(tmpdir(), 'reglement-torture-'));
  const source = settings.broken === null ? checkout : await copyWithFault(settings.broken, folder);
  const receiver = await startReceiver();
  let machines: Machines | null = null;
  let found = 1;
  try {
    machines = await startMachines({ folder, store: settings.store, source, receiverUrl: receiver.url });
    const report = await run(settings, { folder, source, receiver, machines });
    found = report.findings.total();
    const isKept = settings.keeps || (found > 0 && settings.broken === null);
    return { ...report, seconds: (performance.now() - startedAt) / 1_000, folder: isKept ? folder : null };
  } catch (error) {
    // Ctrl-C goes to every process: that another one ended may be seen before it.
    await pause(100);
    throw settings.signal.aborted ? new RunStoppedError() : new Error(`${error} (see ${folder})`, { cause: error });
  } finally {
    await machines?.stop();
    await receiver.close();
    const isOfUse = found > 0 && settings.broken === null && !settings.signal.aborted;
    if (!isOfUse && !settings.keeps) await rm(folder, { recursive: true, force: true });
  }
}

/** A person pressed Ctrl-C. */
export class RunStoppedError extends Error {
  override readonly name = 'RunStoppedError';
  constructor() {
    super('The run was stopped before its end; nothing was compared.');
  }
}

const checkout = path.resolve(import.meta.dirname, '../src');

type Parts = {
  readonly folder: string;
  readonly source: string;
  readonly receiver: Receiver;
  readonly machines: Machines;
};

async function run(settings: RunSettings, parts: Parts): Promise<Omit<RunReport, 'seconds' | 'folder'>> {
  const { seed, signal, progress } = settings;
  const { folder, machines, receiver } = parts;
  const toldFile = path.join(folder, 'told.jsonl');
  const log = openTellingLog(toldFile);
  const isOver = (): boolean => signal.aborted;
  const caller = createCaller(isOver);
  const stage: Stage = {
    ...{ world: machines.world, doors: createDoors(machines.world), caller, log, isOver },
    unfinished: [],
  };
  const faultInjector = createFaultInjector(machines, seed);
  const load = await storm(settings, { stage, machines, faultInjector });
  signal.throwIfAborted();
  await caller.once({ url: `${machines.world.simulatorsUrl}/faults/clear`, method: 'POST' }).catch(() => null);
  await Promise.race([load.over, aborted(signal)]);
  signal.throwIfAborted();
  const { letPass, now } = faultInjector;
  const { beCalm } = receiver;
  await settleRun({ stage, letPass, now, progress, beCalm, lookEveryMs: settings.initiations > 5_000 ? 300 : 120 });
  signal.throwIfAborted();
  await log.close();
  await caller.close();
  const findings = createFindings();
  await stopGateways(machines, findings);
  progress('everything that was said, paid and written is compared');
  await writeFile(path.join(folder, 'received.json'), JSON.stringify(receiver.received));
  const checked = await check({
    ...{ seed, toldFile, findings, received: receiver.received },
    simulatorsFolder: machines.world.simulators.dataFolder,
    databaseUrl: machines.world.databaseUrl,
  });
  await verifyByCommand(parts, findings);
  return {
    findings,
    initiations: load.begun(),
    deaths: faultInjector.deaths(),
    troubles: faultInjector.counts(),
    points: faultInjector.points(),
    forgottenWrites: machines.disk ? machines.forgotten() : null,
    requestsLost: caller.lost(),
    checked,
  };
}

/** Load and trouble together, until the last intent has arrived and the last trouble is over. */
async function storm(
  settings: RunSettings,
  { stage, machines, faultInjector }: { stage: Stage; machines: Machines; faultInjector: FaultInjector },
): Promise<Load> {
  const { seed, store, initiations, kills, seconds, perSecond, signal, progress } = settings;
  const onlyKill = settings.broken === null ? undefined : plantedFaults[settings.broken]?.onlyKill;
  const plan = [...planTrouble({ seed, store, initiations, kills, hasWeakDisk: machines.disk !== null, onlyKill })];
  const slack = Math.max(20, Math.ceil(initiations / 50));
  const mayGoOn = (begun: number): boolean => begun < (plan[0]?.at ?? Number.POSITIVE_INFINITY) + slack;
  const load = startLoad(stage, { seed, initiations, perSecond, seconds, mostOpen: 1_200 }, mayGoOn);
  const collectNightly = setInterval(() => {
    void stage.caller.once({ url: `${machines.world.simulatorsUrl}/night`, method: 'POST' }).catch(() => null);
  }, 2_000);
  const tell = setInterval(() => {
    progress(
      `${load.begun()} initiations, ${load.open()} open, ${faultInjector.deaths()} killed, ${plan.length} troubles to come`,
    );
  }, 500);
  let isOver = false;
  void load.arrived.then(() => {
    isOver = true;
  });
  try {
    while (plan.length > 0 && !signal.aborted) {
      const [next] = plan;
      if (!next || (isOver && next.at > load.begun())) break;
      if (next.at > load.begun()) await pause(20);
      else {
        await faultInjector.inject(next);
        plan.shift();
      }
    }
    await Promise.race([load.arrived, aborted(signal)]);
    return load;
  } finally {
    clearInterval(collectNightly);
    clearInterval(tell);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** In good order, as at the end of a working day. */
async function stopGateways(machines: Machines, findings: Findings): Promise<void> {
  await Promise.all(
    machines.gateways.map(async (gateway) => {
      const { code, signal } = await gateway.stop();
      if (code !== 0)
        findings.add('FELL_OVER', `${gateway.name} did not stop cleanly: ${signal ?? `exit code ${code}`}`);
    }),
  );
  for (const fault of machines.faults()) findings.add('FELL_OVER', fault);
}

/** The gateway's own check of its event log, as an operator calls it. */
async function verifyByCommand({ source, folder, machines }: Parts, findings: Findings): Promise<void> {
  const environment = { PATH: process.env.PATH, ...machines.world.environment };
  const [program, given] = [path.join(source, 'cli/main.ts'), ['event-log', 'verify']];
  await new Promise<void>((resolve) => {
    execFile(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', program, ...given],
      { cwd: folder, env: environment, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error) findings.add('BROKEN_EVENT_LOG', `event-log verify: ${(stdout || stderr).slice(0, 500)}`);
        resolve();
      },
    );
  });
}
