import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Finds code that is written twice: runs of six lines or more, without imports, comments and generated files. A number
 * of tokens is the length that a run may not reach; it only gets lower. The simulators of the banks are compared among
 * themselves: they share no code with the gateway that they test.
 */
const trees = [
  { folder: 'src', tokens: 50, without: '**/sandbox/**,' },
  { folder: 'src/sandbox', tokens: 45, without: '' },
  { folder: 'console/src', tokens: 80, without: '' },
  { folder: 'test', tokens: 76, without: '' },
  { folder: 'clients', tokens: 40, without: '**/dist/**,' },
] as const;
const lines = 6;

const repeating: string[] = [];
const detector = fileURLToPath(import.meta.resolve('jscpd/run-jscpd.js'));
for (const { folder, tokens, without } of trees) {
  const { status } = spawnSync(
    process.execPath,
    [
      ...[detector, folder, '--min-lines', String(lines), '--min-tokens', String(tokens)],
      ...['--mode', 'weak', '--format', 'typescript,tsx,javascript,css', '--exit-code', '1', '--fail-on-empty'],
      ...['--ignore', `${without}**/generated/**,**/migrations/**`, '--ignore-pattern', '(?m)^import [\\s\\S]*?;$'],
      ...['--reporters', 'console', '--no-colors'],
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) repeating.push(folder);
}
if (repeating.length > 0) {
  process.exitCode = 1;
  console.error(`Code is written twice in ${repeating.join(', ')}: its places are above.`);
}
