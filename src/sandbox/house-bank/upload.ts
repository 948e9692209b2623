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

const types = ['application/xml', 'text/xml', 'application/octet-stream', 'multipart/form-data'];

/** The file that a request brings: its body, or the file of a form. */
export async function uploadedFile(request: Request, response: Response, maximumBytes: number): Promise<Buffer> {
  if (!request.is(types)) throw new UploadError(415, `the file comes as ${types.join(', ')}`);
  const readBody = express.raw({ type: types, limit: maximumBytes, inflate: false });
  await new Promise<void>((resolve, reject) => {
    readBody(request, response, (error?: unknown) => (error ? reject(error as Error) : resolve()));
  });
  const body: Buffer = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return request.is('multipart/form-data') ? await fileOfForm(request.get('Content-Type') ?? '', body) : body;
}

async function fileOfForm(type: string, body: Buffer): Promise<Buffer> {
  try {
    const form = await new globalThis.Response(new Uint8Array(body), { headers: { 'Content-Type': type } }).formData();
    const file = form.values().find((value) => value instanceof File);
    return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
  } catch {
    throw new UploadError(400, 'the form is broken');
  }
}
