import { describe, expect, it } from 'vitest';
import { exponential, type Network, type Outcome, type Step, simulate } from '../../bench/scale/simulation.ts';

/** The simulation against queues whose answers are known. */

const serviceMs = 10;
const work = (lastMs: number): Step[] => [{ take: 'server' }, { lastMs }, { give: 'server' }];

const queue = (servers: number, load: Network['load'], jobOf: Network['jobOf']): Outcome =>
  simulate({ places: { server: servers }, groups: ['log'], load, jobOf, forMs: 500_000, warmMs: 10_000, seed: 7 });

const fixed: Network['jobOf'] = () => ({ steps: work(serviceMs) });
const exponentially: Network['jobOf'] = (_client, random) => ({ steps: work(exponential(serviceMs, random)) });

/** Erlang's formula C: the probability that an arrival has to wait. */
function erlangC(servers: number, offered: number): number {
  let term = 1;
  let sum = 0;
  for (let count = 0; count < servers; count++) {
    sum += term;
    term *= offered / (count + 1);
  }
  const all = (term * servers) / (servers - offered);
  return all / (sum + all);
}

describe('a queue with arrivals', () => {
  it.each([0.3, 0.5, 0.8])('of one server and exponential work takes 1/(μ-λ) at load %d (M/M/1)', (part) => {
    const { meanMs, perSecond, busy } = queue(1, { perSecond: part * 100 }, exponentially);
    expect(meanMs / (serviceMs / (1 - part))).toBeCloseTo(1, 1);
    expect(perSecond / (part * 100)).toBeCloseTo(1, 1);
    expect(busy.server).toBeCloseTo(part, 1);
  });

  it('of fixed work waits half as long (M/D/1)', () => {
    const { meanMs } = queue(1, { perSecond: 50 }, fixed);
    expect((meanMs - serviceMs) / (serviceMs / 2)).toBeCloseTo(1, 1);
  });

  it.each([2, 4, 8])('of %d servers waits as Erlang says (M/M/c)', (servers) => {
    const offered = servers * 0.8;
    const wait = (erlangC(servers, offered) * serviceMs) / (servers - offered);
    const { meanMs, busy } = queue(servers, { perSecond: offered * 100 }, exponentially);
    expect(meanMs / (serviceMs + wait)).toBeCloseTo(1, 1);
    expect(busy.server).toBeCloseTo(0.8, 1);
  });

  it('of 99 in 100 is done within ln(100)/(μ-λ) (M/M/1)', () => {
    const { p99Ms } = queue(1, { perSecond: 50 }, exponentially);
    expect(p99Ms / (Math.log(100) * serviceMs * 2)).toBeCloseTo(1, 1);
  });
});

describe('clients that wait for their answers', () => {
  it('get what the server can give, and no more', () => {
    expect(queue(2, { clients: 16 }, fixed)).toMatchObject({ perSecond: 200, meanMs: 80, busy: { server: 1 } });
  });

  it('leave it idle where they are few', () => {
    const { perSecond, busy } = queue(4, { clients: 1 }, fixed);
    expect(perSecond).toBeCloseTo(100, 0);
    expect(busy.server).toBeCloseTo(0.25, 2);
  });

  it('share a sync: one run of a group serves all that wait', () => {
    const synced: Network['jobOf'] = () => ({ steps: [{ group: 'log', lastMs: 50 }] });
    const { perSecond, busy } = queue(1, { clients: 8 }, synced);
    // The first begins a run alone, and the others wait for the next one: each is served by every other run.
    expect(perSecond).toBeCloseTo((8 * 1000) / 50 / 2, 0);
    expect(busy.log).toBeCloseTo(1, 2);
  });

  it('do not wait for the work that a job leaves for later', () => {
    const { perSecond, busy } = queue(1, { clients: 1 }, () => ({ steps: [{ lastMs: 20 }], after: work(10) }));
    expect(perSecond).toBeCloseTo(50, 0);
    expect(busy.server).toBeCloseTo(0.5, 2);
  });

  it('come to the same result by the same seed', () => {
    const once = () => queue(3, { clients: 7 }, exponentially);
    expect(once()).toEqual(once());
  });

  it('cannot use a resource that the network lacks', () => {
    expect(() => queue(1, { clients: 1 }, () => ({ steps: [{ take: 'nothing' }] }))).toThrow('no nothing');
  });
});
