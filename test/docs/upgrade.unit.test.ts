import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** A user whose rights are granted by table needs rights to each table that the upgrade makes. */
test('the page of upgrades names every new table of PostgreSQL', () => {
  const migrations = globSync('src/store/migrations/*.ts', { cwd: root }).filter(
    (file) => path.basename(file) >= '0040',
  );
  const tables = migrations.flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/createTable\('(\w+)'/g)].map(([, table = '']) => table),
  );
  const page = readFileSync(path.join(root, 'docs/how-to/upgrade.md'), 'utf8');
  const row = page.split('\n').find((line) => line.startsWith('| PostgreSQL rights by table |')) ?? '';
  expect(tables.length).toBeGreaterThan(20);
  expect([...row.matchAll(/`(\w+)`/g)].map(([, table = '']) => table).toSorted()).toEqual(tables.toSorted());
});
