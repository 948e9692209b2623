/** Why an export does not begin, or ends before its last row. */
export type ExportRefusal = 'TOO_MANY_EXPORTS' | 'STEP_UP_REQUIRED' | 'SESSION_ENDED' | 'ABORTED' | 'READER_STALLED';

export class RefusedExportError extends Error {
  readonly code: ExportRefusal;

  constructor(code: ExportRefusal) {
    super(`The export was refused or stopped: ${code}.`);
    this.code = code;
    this.name = 'RefusedExportError';
  }
}
