import { spawn } from 'node:child_process';

/**
 * `npm run dev`: the gateway, which Node starts again when a source file changes. The database stays.
 * A process above Node's own watcher, because that one goes on when the npm that started it is stopped.
 */
const watcher = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', '--require', './scripts/require-node.cjs', 'src/main.ts'],
  { stdio: 'inherit' },
);
watcher.once('exit', (code) => process.exit(code ?? 0));
process.on('SIGTERM', () => watcher.kill('SIGTERM'));
// Ctrl-C reaches every process of a terminal, the watcher too.
process.on('SIGINT', () => undefined);
