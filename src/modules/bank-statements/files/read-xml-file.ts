import {
  BankFileError,
  type BankFileFormat,
  type BankFilePiece,
  type FilePlace,
  type ReadBankFile,
} from './bank-file.ts';
import { createStatementReader } from './read-statement.ts';
import { createStatusReader } from './read-status-report.ts';
import { type Node, streamXml, textAt } from './stream-xml.ts';

type XmlFormat = Extract<BankFileFormat, `CAMT_${string}` | 'PAIN_002'>;

/** The versions that French banks send. */
const formats: Readonly<Record<string, XmlFormat>> = {
  'camt.052.001.02': 'CAMT_052',
  'camt.052.001.08': 'CAMT_052',
  'camt.053.001.02': 'CAMT_053',
  'camt.053.001.08': 'CAMT_053',
  'camt.054.001.02': 'CAMT_054',
  'camt.054.001.08': 'CAMT_054',
  'pain.002.001.03': 'PAIN_002',
  'pain.002.001.10': 'PAIN_002',
};

type RecordReader = {
  readonly opened: (node: Node) => void;
  readonly closed: (node: Node) => boolean;
  readonly end: () => void;
};

export const readXmlFile: ReadBankFile = async function* (bytes) {
  let pieces: BankFilePiece[] = [];
  const emit = (piece: BankFilePiece): void => {
    if (!hasHead && piece.kind !== 'HEAD') throw new BankFileError('GrpHdr is missing before it', placeOf(piece));
    hasHead = true;
    pieces.push(piece);
  };
  let hasHead = false;
  let head: { format: XmlFormat; version: string } | null = null;
  let reader: RecordReader | null = null;
  const steps = streamXml(bytes, {
    root: (name, namespace, line) => {
      const place = { line, path: name };
      const version = namespace.replace(/^urn:iso:std:iso:20022:tech:xsd:/, '');
      const format = Object.hasOwn(formats, version) ? formats[version] : undefined;
      if (name !== 'Document' || format === undefined) {
        throw new BankFileError(`neither a statement nor a status report that is read: ${knownVersions()}`, place);
      }
      head = { format, version };
      reader = readerOf(format, emit);
    },
    opened: (node) => reader?.opened(node),
    closed: (node) => {
      if (node.name !== 'GrpHdr' || head === null) return reader?.closed(node) ?? false;
      reader?.closed(node);
      emit({ kind: 'HEAD', ...head, messageId: textAt(node, 'MsgId') ?? '' });
      return true;
    },
  });
  for await (const _step of steps) {
    yield* pieces;
    pieces = [];
  }
  (reader as RecordReader | null)?.end();
  yield* pieces;
};

function placeOf(piece: Exclude<BankFilePiece, { kind: 'HEAD' }>): FilePlace | null {
  if (piece.kind === 'BALANCES') return null;
  if (piece.kind === 'STATEMENT') return piece.statement.place;
  return piece.kind === 'ENTRY' ? piece.entry.place : piece.report.place;
}

export const knownVersions = (): string => Object.keys(formats).join(', ');

function readerOf(format: XmlFormat, emit: (piece: BankFilePiece) => void): RecordReader {
  if (format === 'PAIN_002') return createStatusReader(emit);
  const containers = { CAMT_052: 'Rpt', CAMT_053: 'Stmt', CAMT_054: 'Ntfctn' } as const;
  return createStatementReader(emit, containers[format]);
}
