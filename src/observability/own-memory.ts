import { readFileSync } from 'node:fs';

/**
 * Bytes in memory that no file holds as well, so that the system cannot take them back. Pages of the program and of
 * SQLite's file are resident too, but they are only a cache. Where the system does not say (Linux does), all of it.
 */
export function ownMemoryBytes(): number {
  try {
    const kibibytes = /^RssAnon:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
    if (kibibytes !== undefined) return Number(kibibytes) * 1024;
  } catch {
    // Not Linux.
  }
  return process.memoryUsage.rss();
}
