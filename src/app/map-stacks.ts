import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Stack traces name places in the sources. A map is read when the first stack of its file is. Node's own way, its
 * `--enable-source-maps`, reads all maps at the start, which costs 50 ms.
 */
export function mapStacks(folder: string): void {
  const bundle = `${pathToFileURL(folder).href}/`;
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (url: string): SourceMap | null => {
    if (!maps.has(url)) maps.set(url, readMap(url));
    return maps.get(url) ?? null;
  };
  const original = (text: string, url: string, line: string, column: string): string => {
    const map = url.startsWith(bundle) ? mapOf(url) : null;
    const { originalSource, originalLine, originalColumn } = {
      ...map?.findEntry(Number(line) - 1, Number(column) - 1),
    };
    if (originalSource === undefined || originalLine === undefined || originalColumn === undefined) return text;
    return `${new URL(originalSource, url).href}:${originalLine + 1}:${originalColumn + 1}`;
  };
  Error.prepareStackTrace = (error, calls) => {
    const frames = calls.map((call) => `\n    at ${String(call).replace(/(file:[^\s()]+\.js):(\d+):(\d+)/, original)}`);
    return `${headOf(error)}${frames.join('')}`;
  };
}

/** As V8 says it. */
function headOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return '<error>';
  }
}

function readMap(url: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8')));
  } catch {
    return null;
  }
}
