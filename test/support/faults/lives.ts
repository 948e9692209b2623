import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import type { CrashPoint } from '../../../src/kernel/crash-point.ts';
import type { TestDatabases } from '../databases.ts';
import { startGateway, type TestGateway, type TestGatewayOptions } from '../gateway.ts';
import { freePort } from '../http/free-port.ts';
import { memoryFolder } from './memory-folder.ts';

class Died extends Error {
  override readonly name = 'Died';
}

/**
 * A gateway that dies at a named moment, and another one on the same database and at the same simulators that comes after it.
 * From its death on nothing that it does has any effect: no commit, no call.
 */
export type Lives = {
  readonly gateway: TestGateway;
  readonly isDead: boolean;
  /** The how manieth time it comes there. */
  readonly dieAt: (point: CrashPoint, time: number) => void;
  /** The next one; also after a life that ended in order. */
  readonly rise: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Where gateways of this test file have died. */
export const diedAt = new Set<string>();

/** What is done until the gateway dies over it, and the next one that comes. */
export async function dyingAt(lives: Lives, point: CrashPoint, act: () => Promise<unknown>, time = 1): Promise<void> {
  lives.dieAt(point, time);
  await act().catch(() => undefined);
  expect(lives.isDead, `${point} was reached`).toBe(true);
  diedAt.add(point);
  await lives.rise();
}

export const around = <Name extends string>(...names: readonly Name[]) =>
  names.flatMap((name) => [`before-${name}`, `after-${name}`] as const);

export async function startLives(database: TestDatabases, options: TestGatewayOptions = {}): Promise<Lives> {
  const folder = await memoryFolder();
  const opened = database.name === 'postgres' ? await database.open() : null;
  const port = await freePort();
  let [target, times, isDead]: [CrashPoint | null, number, boolean] = [null, 0, false];
  const start = (more: TestGatewayOptions = {}): Promise<TestGateway> => {
    const life = { isOver: false };
    return startGateway({
      databaseUrl: opened?.databaseUrl ?? `sqlite:${path.join(folder, 'payments.sqlite')}`,
      ...options,
      ...more,
      folder,
      port,
      reachCrashPoint: async (point) => {
        if (point === target && --times === 0) {
          [target, isDead, life.isOver] = [null, true, true];
        }
        if (life.isOver) throw new Died(point);
      },
    });
  };
  let gateway = await start();
  return {
    get gateway() {
      return gateway;
    },
    get isDead() {
      return isDead;
    },
    dieAt: (point, time) => {
      [target, times] = [point, time];
    },
    rise: async () => {
      const aheadMs = gateway.now() - Date.now();
      await gateway.end();
      [target, isDead] = [null, false];
      gateway = await start({ aheadMs });
    },
    close: async () => {
      await gateway.end();
      await opened?.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
