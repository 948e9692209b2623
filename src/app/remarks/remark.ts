import type { Config } from '../../config/config.ts';

/** One sentence about a setting that is allowed and perhaps not meant. It names the entry, and never holds a secret. */
export type Remark = string;

/** What one part of the config deserves to have said about it; `now` is in milliseconds since 1970. */
export type RemarksOn = (config: Config, now: number) => readonly Remark[];
