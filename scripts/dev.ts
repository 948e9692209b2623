import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, watchFile, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * `npm run dev`: the gateway, which Node starts again when a source file or the config file changes. The database stays.
 * The console is built again when one of its files changes. A process above Node's own watcher, because that one goes on
 * when the npm that started it is stopped.
 */

/**
 * Node watches what the gateway loads, so it loads this file as well, which is written when the config file changes. The
 * config file itself is looked at by its path: editors put a new file in its place.
 */
const folder = mkdtempSync(path.join(tmpdir(), 'reglement-dev-'));
const changed = path.join(folder, 'config-changed.cjs');
const note = (): void => writeFileSync(changed, `// ${new Date().toISOString()}\n`);
note();
const { CONFIG } = process.env;
if (CONFIG) watchFile(CONFIG, { interval: 500 }, ({ mtimeMs }) => mtimeMs > 0 && note());

const watcher = spawn(
  process.execPath,
  [
    ...['--watch', '--watch-preserve-output'],
    ...['--require', './scripts/require-node.cjs', '--require', changed],
    'src/main.ts',
  ],
  { stdio: 'inherit', env: { ...process.env, RUN_SOURCES: '1' } },
);
const consoleBuilder = spawn(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', 'scripts/build-console.ts', '--watch'],
  { stdio: 'inherit' },
);
watcher.once('exit', (code) => {
  consoleBuilder.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 0);
});
process.on('SIGTERM', () => watcher.kill('SIGTERM'));
// Ctrl-C reaches every process of a terminal, the watcher too.
process.on('SIGINT', () => undefined);
