import path from 'node:path';
import { parseArgs } from 'node:util';

const usage = `npm run demo:sepa [-- options]

The whole loop with the company's own bank, in one command and on nobody's accounts: customers and mandates, payments by
both doors, files of direct debits to the bank's simulator, a month of its reports, notices and statements, the books, and
their export. Exit code 1 where anything ends otherwise than planned.

  --customers N    how many, each with a debit and a transfer: 1 to 500, 24 when left out
  --seed N         other amounts, and other things happen to other customers: 1 when left out
  --database URL   an empty database instead of a temporary one: sqlite:path or postgres://…
  --out FOLDER     where the export for accounting is written: data/demo-sepa when left out
  --keep           keep everything else too: the database, and every file to and from the bank
  --help           this text
`;

export type DemoOptions = ReturnType<typeof readOptions>;

function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ customers: { type: 'string', default: '24' }, seed: { type: 'string', default: '1' } },
      ...{ database: { type: 'string' }, out: { type: 'string', default: path.join('data', 'demo-sepa') } },
      ...{ keep: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    },
  });
  const number = (name: 'customers' | 'seed', least: number, most: number): number => {
    const value = Number(values[name]);
    if (/^\d+$/.test(values[name]) && value >= least && value <= most) return value;
    throw new Error(`--${name} must be ${least} to ${most}`);
  };
  return { ...values, customers: number('customers', 1, 500), seed: number('seed', 0, 999_999) };
}

async function main(): Promise<number> {
  let options: DemoOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  // The gateway is read from the disk only where it is to run.
  const { runDemo } = await import('./run-demo.ts');
  return await runDemo(options);
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`\nThe demo broke off: ${error instanceof Error ? error.message : error}`);
  return 1;
});
