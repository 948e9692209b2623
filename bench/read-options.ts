import { existsSync } from 'node:fs';
import path from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';

type Spec = NonNullable<ParseArgsConfig['options']>;
type Values<Given extends Spec> = ReturnType<typeof parseArgs<{ options: Given }>>['values'];

export const flag = { type: 'boolean', default: false } as const;
export const text = (usual: string) => ({ type: 'string', default: usual }) as const;

/**
 * What `read` makes of the command line. `--help` prints the usage; an option that is not known, or that `read` cannot
 * use, ends the measurement with the usage as well.
 */
export function readOptions<const Given extends Spec, Options>(
  usage: string,
  options: Given,
  read: (values: Values<Given>, words: readonly string[]) => Options,
): Options {
  try {
    const spec: Spec = { ...options, help: flag };
    const { values, positionals } = parseArgs({ options: spec, allowPositionals: read.length > 1 });
    if (!values.help) return read(values as Values<Given>, positionals);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
  console.log(usage);
  process.exit();
}

/** @throws where it is not one */
export function positive<Name extends string>(values: Readonly<Record<Name, string>>, name: Name): number {
  const value = Number(values[name]);
  if (value > 0) return value;
  throw new Error(`--${name} must be a positive number`);
}

/** The folder that `--against` names. @throws where it is no checkout */
export function checkoutIn(against: string): string {
  if (against !== '' && existsSync(path.join(against, 'src/main.ts'))) return path.resolve(against);
  throw new Error('--against must name a checkout of this repository');
}
