import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownMemoryBytes } from '../../src/observability/own-memory.ts';
import { openSqlite } from '../../src/store/sqlite/connection.ts';
import { temporaryFolder } from '../support/open-for.ts';

const folder = temporaryFolder('own-memory');
const megabyte = 1024 * 1024;

/** What is held more than before, in megabytes: the process' own, and the pages of files. */
function heldMore<Result>(work: () => Result) {
  const before = { own: ownMemoryBytes(), all: process.memoryUsage.rss() };
  const result = work();
  const [own, all] = [ownMemoryBytes() - before.own, process.memoryUsage.rss() - before.all];
  return { own: own / megabyte, ofFiles: (all - own) / megabyte, result };
}

/** Reads each page of a file of 64 MB. */
function readAll(file: string, isReadOnly: boolean) {
  const connection = openSqlite(file, { isReadOnly });
  const sql = "select count(*) as found from a where b like '%y%'";
  const held = heldMore(() => connection.run<{ readonly found: number }>({ sql, parameters: [] }).rows);
  connection.close();
  return held;
}

// Other systems do not say how much of it is a cache.
describe.skipIf(process.platform !== 'linux')('the memory that the system cannot take back', () => {
  test('has what is allocated', () => {
    const { own, result } = heldMore(() => Buffer.alloc(100 * megabyte, 1));
    expect(own).toBeGreaterThan(90);
    expect(result).toHaveLength(100 * megabyte);
  });

  test('has no pages of a database, which the connection that writes maps and the one that reads does not', () => {
    const file = path.join(folder, 'mapped.sqlite');
    const connection = openSqlite(file, { isReadOnly: false });
    connection.run({ sql: 'create table a (b)', parameters: [] });
    const rows = 'with recursive n(a) as (select 1 union all select a + 1 from n where a < 16384) select a from n';
    const text = "replace(hex(zeroblob(1900)), '0', 'x')";
    connection.run({ sql: `insert into a select ${text} from (${rows})`, parameters: [] });
    connection.close();
    const [writer, reader] = [readAll(file, false), readAll(file, true)];
    expect([writer.result, reader.result]).toEqual([[{ found: 0 }], [{ found: 0 }]]);
    expect(writer.ofFiles).toBeGreaterThan(50);
    expect([writer.own, reader.own, reader.ofFiles].filter((held) => held > 30)).toEqual([]);
  });
});
