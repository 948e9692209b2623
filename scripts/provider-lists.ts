import { ownTarget, type PaymentTarget, paymentTarget } from '../src/kernel/vocabulary.ts';
import { type GeneratedFile, writeGenerated } from './write-generated.ts';

/**
 * Writes the lists of banks and of accounts from the payment targets. `codegen.ts` loads these lists, so this runs
 * before it.
 */

const heading = '/** Written by `npm run codegen` from the targets in `src/kernel/vocabulary.ts`. */\n';

function listOf(name: string, filename: string, targets: readonly PaymentTarget[], from: string): GeneratedFile {
  const files = targets.map((target) => ({ target, own: target.toLowerCase() }));
  const imports = files.map(({ own }) => `import { ${own} } from '../${from.replace('*', own)}';\n`);
  const members = files.map(({ target, own }) => `  ${target}: ${own},\n`);
  const list = `\n${heading}export const ${name} = {\n${members.join('')}};\n`;
  return { filename, content: imports.join('') + list };
}

const targets = paymentTarget.names;
const hosted = targets.filter((target) => target !== ownTarget);
writeGenerated([
  listOf('banks', 'src/providers/generated/banks.ts', hosted, '*/bank.ts'),
  listOf('accountKinds', 'src/config/accounts/generated/account-kinds.ts', targets, '*.ts'),
]);
