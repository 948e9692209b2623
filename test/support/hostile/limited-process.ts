import { readFileSync } from 'node:fs';
import { type GatewayProcess, programArguments, startProcess } from '../process.ts';

export type LimitedProcess = GatewayProcess & {
  /** What it holds of the machine's memory, in MB. Null where the system does not say. */
  readonly residentMb: () => number | null;
};

const limited = [process.execPath, '--max-old-space-size=256', ...programArguments('src/main.ts')];

/** The real program with a heap of 256 MB: whatever is kept for the sender of a request ends it. */
export async function startLimitedProcess(environment: Record<string, string>): Promise<LimitedProcess> {
  const gateway = await startProcess(environment, undefined, limited);
  return { ...gateway, residentMb: () => residentMbOf(gateway.pid) };
}

function residentMbOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
