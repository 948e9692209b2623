import busboy from 'busboy';

const limits = { fields: 64, files: 8, parts: 72, fieldNameSize: 100, fieldSize: 16_384, headerPairs: 16 } as const;

/** The text fields of a multipart form; files are read over. Null where the form is malformed, cut off or too large. */
export function readMultipart(
  contentType: string,
  body: Buffer,
): Promise<readonly (readonly [string, string])[] | null> {
  return new Promise((resolve) => {
    const entries: (readonly [string, string])[] = [];
    let isMalformed = false;
    const spoil = (): void => {
      isMalformed = true;
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({ headers: { 'content-type': contentType }, limits, defParamCharset: 'utf8' });
    } catch {
      resolve(null);
      return;
    }
    // Busboy's types promise a name, which a part may lack.
    parser.on('field', (name: string | undefined, value, { nameTruncated, valueTruncated }) => {
      // The replacement character marks bytes that are not UTF-8.
      if (nameTruncated || valueTruncated || value.includes('\ufffd')) spoil();
      if (name !== undefined) entries.push([name, value]);
    });
    // Of a file that is cut off the stream fails too, and an error that no one hears ends the process.
    parser.on('file', (_name, stream) => stream.on('error', spoil).resume());
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, spoil);
    parser.on('error', () => resolve(null));
    parser.on('close', () => resolve(isMalformed ? null : entries));
    parser.end(body);
  });
}
