import { describe, expect, it } from 'vitest';
import { type Deployment, names, type ServiceTimes, simulateDeployment } from '../../bench/scale/model.ts';

const times: ServiceTimes = {
  ...{ machine: 'none', day: '2026-11-27', gatewayMs: 2, databaseMs: 1, syncMs: 1, searchMs: 0.1, listsMs: 0.1 },
};
const deployment: Deployment = {
  ...{ gateways: 2, cores: 4, isShared: false, connections: 16, networkMs: 0.5, counted: 0, shops: 4, clients: 32 },
};
const simulated = (change: Partial<Deployment>, changedTimes: Partial<ServiceTimes> = {}) =>
  simulateDeployment({ ...times, ...changedTimes }, { ...deployment, ...change });

describe('a deployment', () => {
  // Of two that commit in turns, each waits for the other's sync and then for its own.
  it.each<[string, Partial<Deployment>, Partial<ServiceTimes>, string, number]>([
    ['few gateways by their CPU: one takes 500/s', {}, {}, names.gateways, 1000],
    ['many gateways by the CPU of PostgreSQL', { gateways: 16 }, {}, names.database, 4000],
    ['one machine by its cores, which all share', { isShared: true, cores: 2 }, {}, names.machine, 600],
    [
      'a shop by its counter, which is held until the commit',
      { gateways: 8, counted: 1, shops: 1 },
      {},
      names.counters,
      500,
    ],
    ['a slow worker, which holds no payment up', { clients: 1 }, { syncMs: 20, searchMs: 30 }, names.search, 50],
    ['few connections to a slow log', { connections: 1 }, { syncMs: 20 }, names.connections, 50],
    ['few clients by nothing', { clients: 1 }, { syncMs: 20 }, 'nothing: clients wait', 50],
  ])('is bounded: %s', (_what, change, changedTimes, first, perSecond) => {
    const outcome = simulated(change, changedTimes);
    expect(outcome.first).toBe(first);
    expect(outcome.perSecond / perSecond).toBeGreaterThan(0.8);
    expect(outcome.perSecond / perSecond).toBeLessThan(1.2);
  });

  it('takes as many payments with twice the gateways, until something else is full', () => {
    const one = simulated({ gateways: 1, cores: 64 }).perSecond;
    expect(simulated({ gateways: 8, cores: 64 }).perSecond / one).toBeCloseTo(8, 0);
  });
});
