import { Option } from 'commander';

/** `--mode` is the older name in most commands: both work in all. */
export const runModeOption = (description: string): Option => new Option('--mode, --run-mode <mode>', description);

/** Of one set of books. */
export const runModeOfBooks = (): Option =>
  runModeOption('left out: LIVE on a production deployment, else TEST').choices(['TEST', 'LIVE']);
