import busboy from 'busboy';
import express, { type Request, type Response } from 'express';

/** An unreadable request, with the status to answer. */
class UploadError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'UploadError';
    this.status = status;
  }
}

const types = ['application/xml', 'text/xml', 'application/octet-stream'];

/** The file that a request brings: its body, or the file of a form. */
export async function uploadedFile(request: Request, response: Response, maximumBytes: number): Promise<Buffer> {
  if (request.is('multipart/form-data')) return await fileOfForm(request, maximumBytes);
  if (!request.is(types)) throw new UploadError(415, `the file comes as ${types.join(', ')}`);
  const readBody = express.raw({ type: types, limit: maximumBytes, inflate: false });
  await new Promise<void>((resolve, reject) => {
    readBody(request, response, (error?: unknown) => (error ? reject(error as Error) : resolve()));
  });
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

function fileOfForm(request: Request, maximumBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let isTooLarge = false;
    const limits = { files: 1, fileSize: maximumBytes, fields: 10, fieldSize: 1000 };
    const form = busboy({ headers: request.headers, limits });
    form.on('file', (_name, file) => {
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
      file.on('limit', () => {
        isTooLarge = true;
      });
    });
    form.on('error', () => reject(new UploadError(400, 'the form is broken')));
    form.on('close', () =>
      isTooLarge ? reject(new UploadError(413, 'the file is too large')) : resolve(Buffer.concat(chunks)),
    );
    request.pipe(form);
  });
}
