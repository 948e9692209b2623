import { parse } from 'csv-parse/sync';
import type { TestGateway } from '../gateway.ts';
import { cookie } from './console.ts';

/** Exports as a browser asks for them. */

/** What a link on a page of the console sends. */
export const linkOfConsole = { 'Sec-Fetch-Site': 'same-origin', 'Accept-Language': 'fr' };

export const exportOf = (
  gateway: TestGateway,
  token: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  gateway.get(`/console/exports/${path}`, { headers: { ...linkOfConsole, ...cookie(token), ...headers } });

/** The rows of a file, by a reader that is not ours. The byte order mark has to be there. */
export async function rowsOf(response: Response): Promise<Record<string, string>[]> {
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString('utf8');
  if (response.status !== 200 || !text.startsWith('\uFEFF')) throw new Error(`${response.status} ${text}`);
  return parse(text, { delimiter: ';', columns: true, bom: true, record_delimiter: '\r\n' });
}
