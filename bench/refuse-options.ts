/** Options that a measurement does not know, or cannot use, end it with its usage. */
export function refuseOptions(error: unknown, usage: string): never {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exit(2);
}
