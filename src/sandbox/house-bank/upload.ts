import { once } from 'node:events';
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

async function fileOfForm(request: Request, maximumBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let isTooLarge = false;
  const noteSize = (): void => {
    isTooLarge = true;
  };
  try {
    const limits = { files: 1, fileSize: maximumBytes, fields: 10, fieldSize: 1000 };
    const form = busboy({ headers: request.headers, limits });
    form.on('file', (_name, file) => {
      // An error of the file is one of the form too; not heard here, it would end the process.
      file.on('error', () => undefined).on('limit', noteSize);
      file.on('data', (chunk: Buffer) => chunks.push(chunk));
    });
    request.once('error', (error) => form.destroy(error)).pipe(form);
    await once(form, 'close');
  } catch {
    throw new UploadError(400, 'the form is broken');
  }
  if (isTooLarge) throw new UploadError(413, 'the file is too large');
  return Buffer.concat(chunks);
}
