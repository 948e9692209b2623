import type { Config } from '../../config/config.ts';

/** One sentence about a setting that is allowed and perhaps not meant. It names the entry, and never holds a secret. */
export type Remark = string;

/** The remarks on one part of the config; `now` is in milliseconds since 1970. */
export type RemarksOn = (config: Config, now: number) => readonly Remark[];
