import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Finds code that is written twice: runs of six lines or more, without imports, comments and generated files. A number
 * of tokens is the length that a run may not reach; it only gets lower.
 */
const limits = { src: 50, test: 140 } as const;
const lines = 6;

const detector = fileURLToPath(import.meta.resolve('jscpd/run-jscpd.js'));
for (const [folder, tokens] of Object.entries(limits)) {
  const { status } = spawnSync(
    process.execPath,
    [
      ...[detector, folder, '--min-lines', String(lines), '--min-tokens', String(tokens)],
      ...['--mode', 'weak', '--format', 'typescript,javascript,css', '--exit-code', '1', '--fail-on-empty'],
      ...['--ignore', '**/generated/**,**/migrations/**', '--ignore-pattern', '(?m)^import [\\s\\S]*?;$'],
      ...['--reporters', 'console', '--no-colors'],
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
