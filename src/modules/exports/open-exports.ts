import { RefusedExportError } from './refused-export.ts';

/** The exports in progress of this gateway: a few of each caller, and of all, for each holds a connection and reads on. */
export type OpenExports = {
  /**
   * Takes a place, until the answer is called.
   * @throws RefusedExportError
   */
  readonly take: (who: string) => () => void;
};

export const exportsPerPerson = 2;
export const exportsInAll = 10;

export function createOpenExports(): OpenExports {
  const open = new Map<string, number>();
  let all = 0;
  return {
    take: (who) => {
      const mine = open.get(who) ?? 0;
      if (mine >= exportsPerPerson || all >= exportsInAll) throw new RefusedExportError('TOO_MANY_EXPORTS');
      open.set(who, mine + 1);
      all++;
      return () => {
        all--;
        const left = (open.get(who) ?? 1) - 1;
        if (left > 0) open.set(who, left);
        else open.delete(who);
      };
    },
  };
}
