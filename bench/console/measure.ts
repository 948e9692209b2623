import { markdownTable, median } from '../report.ts';

/** What one task took, in milliseconds: on the clock, and of processor time. */
export type Taken = { readonly wallMs: number; readonly cpuMs: number };

/** A line of the report: a figure, and the most that it may be. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly aim: Aim;
  readonly besides?: string;
};
/** A busy machine lengthens the clock's time, hardly the processor's. */
type Aim = { readonly most: number } | { readonly least: number };

export type Meter = {
  /** The median of several tries, after one that is not counted. */
  readonly time: (work: () => Promise<unknown>, tries?: number) => Promise<Taken>;
  readonly once: (work: () => Promise<unknown>) => Promise<Taken>;
};

/** @param readCpuMicroseconds so far, of all processes that take part */
export function createMeter(readCpuMicroseconds: () => Promise<number>): Meter {
  const once: Meter['once'] = async (work) => {
    const before = await readCpuMicroseconds();
    const start = performance.now();
    await work();
    const wallMs = performance.now() - start;
    return { wallMs, cpuMs: ((await readCpuMicroseconds()) - before) / 1000 };
  };
  return {
    once,
    time: async (work, tries = 5) => {
      await work();
      const taken: Taken[] = [];
      for (let turn = 0; turn < tries; turn++) taken.push(await once(work));
      return { wallMs: median(taken.map(({ wallMs }) => wallMs)), cpuMs: median(taken.map(({ cpuMs }) => cpuMs)) };
    },
  };
}

/** One line for a group of tasks: its slowest one by processor time, and which that is. */
export function slowestOf(what: string, most: number, tasks: readonly (readonly [string, Taken])[]): Figure {
  const [slowest] = tasks.toSorted(([, one], [, other]) => other.cpuMs - one.cpuMs);
  if (slowest === undefined) throw new Error(`nothing of ${what} was measured`);
  const [name, { cpuMs, wallMs }] = slowest;
  const besides = `${name}; ${wallMs.toFixed(0)} ms on the clock`;
  return { what: `${what}: slowest of ${tasks.length}`, value: cpuMs, unit: 'ms of CPU', aim: { most }, besides };
}

export const isMet = ({ value, aim }: Figure): boolean => ('most' in aim ? value <= aim.most : value >= aim.least);

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, value, unit, aim, besides = '' } = figure;
    const bound = 'most' in aim ? `≤ ${aim.most}` : `≥ ${aim.least}`;
    const digits = value < 100 ? 1 : 0;
    return [what, `${value.toFixed(digits)} ${unit}`, bound, isMet(figure) ? 'met' : '**missed**', besides];
  });
  return markdownTable(['what', 'measured', 'aim', '', ''], rows);
}
