import type { CommandWorld } from '../world.ts';
import { momentIn, printJson } from './print.ts';
import { titledTable } from './table.ts';

type List<Row> = {
  /** One more than `limit`, where there are more. */
  readonly found: readonly Row[];
  readonly limit: number;
  readonly titles: readonly string[];
  /** `moment` writes milliseconds since the epoch in local time. */
  readonly rowOf: (row: Row, moment: (at: number) => string) => readonly string[];
  /** What an empty list says. */
  readonly nothing: string;
  /** For a program. */
  readonly json: true | undefined;
  /** What JSON shows of a row. Left out: all. */
  readonly jsonOf?: (row: Row) => object;
};

/** Prints at most `limit` lines of a list, and how to see more. */
export function writeList<Row>(
  world: Pick<CommandWorld, 'write' | 'environment'>,
  { found, limit, titles, rowOf, nothing, json, jsonOf }: List<Row>,
): void {
  const shown = found.slice(0, limit);
  if (json) {
    printJson(world, jsonOf ? shown.map(jsonOf) : shown);
    return;
  }
  if (shown.length === 0) {
    world.write(`${nothing}\n`);
    return;
  }
  const moment = momentIn(world);
  const rows = shown.map((row) => rowOf(row, moment));
  world.write(titledTable(titles, rows));
  writeMore(world, { found, limit });
}

/** How to see more, where there are more. */
export function writeMore(
  { write }: Pick<CommandWorld, 'write'>,
  { found, limit, most = 1000 }: Pick<List<unknown>, 'found' | 'limit'> & { readonly most?: number },
): void {
  if (found.length <= limit) return;
  write(limit < most ? `There are more: --limit ${Math.min(limit * 5, most)} shows them.\n` : 'There are more.\n');
}
