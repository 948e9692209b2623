import { createReadStream } from 'node:fs';
import { type Columns, type CsvFile, openCsvFile, UnusableFileError } from '../../modules/customers/import/csv-file.ts';
import { UsageError } from '../world.ts';
import { agreeing, countOf } from './count.ts';

/** Opens a CSV file that a command names, once all its lines were found readable. @throws UsageError */
export async function openCsv<Column extends string>(
  path: string,
  columnsOf: (firstLine: readonly string[]) => Columns<Column>,
): Promise<CsvFile<Column>> {
  const open = () => openCsvFile(() => createReadStream(path), columnsOf);
  try {
    const { lines } = await open();
    for await (const _line of lines);
    return await open();
  } catch (error) {
    if (error instanceof UnusableFileError) throw new UsageError(error.message);
    const { code } = Object(error) as { readonly code?: unknown };
    if (code === 'ENOENT') throw new UsageError(`there is no file ${path}.`);
    if (typeof code === 'string') throw new UsageError(`${path} cannot be read (${code}).`);
    throw error;
  }
}

/** How a file is read, for the person who named it. */
export function readAs({ encoding, unreadColumns }: Pick<CsvFile<string>, 'encoding' | 'unreadColumns'>): string {
  const are = agreeing(unreadColumns, 'is', 'are');
  const unread = unreadColumns === 0 ? '' : `; ${countOf(unreadColumns, 'column')} ${are} not known and not read`;
  return `read as ${encoding}${unread}\n`;
}
