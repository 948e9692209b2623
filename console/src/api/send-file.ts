import { languageNow } from '../texts/language.tsx';
import { untilSignedIn } from './session-end.ts';

/** The file was not taken, or there was no answer. */
export class SendingError extends Error {
  readonly code: string;
  readonly requestId: string | null;
  constructor(code: string, message: string, requestId: string | null) {
    super(message);
    this.code = code;
    this.requestId = requestId;
  }
}

export type SendOptions = { readonly onProgress?: (share: number) => void; readonly signal: AbortSignal };

/** Where the session has ended, it waits until the person has signed in over the page, and sends again. */
export async function sendFile<Answer>(address: string, body: File | null, options: SendOptions): Promise<Answer> {
  for (;;) {
    const request = await sendOnce(address, body, options);
    if (request.status === 401) {
      await untilSignedIn(options.signal);
      continue;
    }
    const answer = request.response as { readonly errors?: readonly Refused[] } | null;
    if (request.status === 200 && answer !== null) return answer as Answer;
    const [refused] = answer?.errors ?? [];
    const code = request.status === 413 ? 'TOO_LARGE' : (refused?.extensions.code ?? 'INTERNAL_SERVER_ERROR');
    throw new SendingError(code, refused?.message ?? '', request.getResponseHeader('x-request-id'));
  }
}

type Refused = { readonly message: string; readonly extensions: { readonly code: string } };

/** `fetch` does not say how much was sent. */
function sendOnce(address: string, body: File | null, { onProgress, signal }: SendOptions): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('X-Console', '1');
    request.setRequestHeader('Accept-Language', languageNow());
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 1 : loaded / total);
    request.onload = () => resolve(request);
    request.onerror = () => reject(new SendingError('NO_ANSWER', '', null));
    request.onabort = () => reject(new SendingError('ABORTED', '', null));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}
