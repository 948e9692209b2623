import { untilSignedIn } from '../../api/session-end.ts';
import type {
  BankExceptionKind,
  BankFileEntryOutcome,
  BankFileEntryReason,
  BankFileFormat,
  BankFileStatus,
} from '../../generated/operations.ts';

/** What would become of a file, as `…/check` answers. */
export type FileCheck = {
  readonly refusal: string | null;
  readonly format: BankFileFormat | null;
  readonly runMode: 'TEST' | 'LIVE' | null;
  readonly societes: readonly string[];
  readonly steps: number;
  readonly tried: number;
  readonly counts: Readonly<Record<'applied' | 'repeated' | 'exceptions' | 'ruled' | 'ignored', number>>;
  readonly entries: readonly CheckedEntry[];
};

export type CheckedEntry = {
  readonly place: number;
  readonly outcome: BankFileEntryOutcome;
  readonly reason: BankFileEntryReason;
  readonly amountCents: number;
  readonly direction: 'CREDIT' | 'DEBIT';
  readonly bookedOn: string | null;
  readonly counterparty: string | null;
  readonly exception: BankExceptionKind | null;
  readonly rule: string | null;
  readonly payment: { readonly id: string; readonly reference: string } | null;
};

export type Brought = { readonly id: string; readonly status: BankFileStatus; readonly repeated: boolean };

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

/** Above it a file is imported without a look at it first. */
export const checkedBytes = 8 * 1024 * 1024;

type Options = { readonly onProgress?: (share: number) => void; readonly signal: AbortSignal };

export const checkFile = (file: File, options: Options): Promise<FileCheck> =>
  send(`/console/bank-files/check?${new URLSearchParams({ name: file.name })}`, file, options);

export const bringFile = (file: File, options: Options): Promise<Brought> =>
  send(`/console/bank-files?${new URLSearchParams({ name: file.name })}`, file, options);

export const checkStoredFile = (id: string, options: Options): Promise<FileCheck> =>
  send(`/console/bank-files/${id}/check`, null, options);

/** Where the session has ended, it waits until the person has signed in over the page, and sends again. */
async function send<Answer>(address: string, body: File | null, options: Options): Promise<Answer> {
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
function sendOnce(address: string, body: File | null, { onProgress, signal }: Options): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'json';
    request.setRequestHeader('X-Console', '1');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 1 : loaded / total);
    request.onload = () => resolve(request);
    request.onerror = () => reject(new SendingError('NO_ANSWER', '', null));
    request.onabort = () => reject(new SendingError('ABORTED', '', null));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}
