/** Of a file that a person brings to the console. The command line has no limits. */
export const customerFileBytes = 8 * 1024 * 1024;
export const customerFileLines = 20_000;
