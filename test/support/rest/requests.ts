import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';

/** The path of a good request, without host, comment and suffix. */
export const goodPath = '/payment_initiate/PAYBOX/TEST/CB/web/1/2263/45012/CB/1250/a.client@example.fr';

/** The same with some of its ten values replaced, by their place. */
export function pathWith(values: Readonly<Record<number, string>>, rest = ''): string {
  const segments = goodPath.split('/');
  for (const [index, value] of Object.entries(values)) segments[Number(index) + 2] = value;
  return segments.join('/') + rest;
}

export type RawAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

/** Sends a request line to the letter: fetch would encode and normalise the path, and send headers of its own. */
export function sendRaw(
  url: string,
  path: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

export const jsonOf = (answer: RawAnswer): Record<string, never> => JSON.parse(answer.body) as Record<string, never>;

/** The error envelope, in camelCase. */
export type Envelope = {
  readonly responseStatus: {
    readonly errorCode: string;
    readonly message: string;
    readonly errors: readonly { readonly errorCode: string; readonly fieldName: string; readonly message: string }[];
  };
};
export const envelopeOf = (answer: RawAnswer): Envelope['responseStatus'] =>
  (JSON.parse(answer.body) as Envelope).responseStatus;
export const blamedIn = (answer: RawAnswer): string[] => envelopeOf(answer).errors.map(({ fieldName }) => fieldName);
