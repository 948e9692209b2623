/**
 * What `read` makes of the command line. Where it answers null the usage was asked for, and is printed; an option that it
 * does not know, or cannot use, ends the measurement with the usage as well.
 */
export function readOptions<Options>(read: () => Options | null, usage: string): Options {
  let options: Options | null;
  try {
    options = read();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
  if (options !== null) return options;
  console.log(usage);
  process.exit();
}
