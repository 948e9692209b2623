import { type DemoOptions, readOptions, UsageProblem, usage } from './options.ts';
import { createProgress } from './progress.ts';

const exitCodes = { failure: 1, usage: 2 } as const;

async function main(): Promise<number> {
  let options: DemoOptions | null;
  try {
    options = readOptions(process.argv.slice(2), process.env);
  } catch (error) {
    if (!(error instanceof UsageProblem)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return exitCodes.usage;
  }
  if (options === null) {
    console.log(usage);
    return 0;
  }
  // The gateway is read from the disk only where it is to run.
  const { runDemo } = await import('./run-demo.ts');
  await runDemo(options, createProgress(process.stderr));
  return 0;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`The demo broke off: ${error instanceof Error ? error.message : error}`);
  return exitCodes.failure;
});
