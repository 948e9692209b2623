import type { DatabaseSync } from 'node:sqlite';
import { count, type Row, word, wordOrNull } from '../rows.ts';
import type { Day } from './calendar.ts';
import type { Fault } from './messages/faults-of-file.ts';

export const fileStatuses = ['ACCEPTED', 'PARTIALLY_ACCEPTED', 'REJECTED'] as const;
export type FileStatus = (typeof fileStatuses)[number];

/** A received file, accepted or not. */
export type ReceivedFile = {
  readonly id: number;
  readonly receivedOn: Day;
  /** Null where it could not be read so far. */
  readonly messageId: string | null;
  readonly debits: number;
  readonly rejected: number;
  readonly totalCents: number;
  readonly status: FileStatus;
  /** The faults, as many as a page shows. */
  readonly faults: readonly Fault[];
  /** The report of that day, null where the file names no message to report on. */
  readonly reportId: number | null;
};

export type ReportedDebit = {
  readonly instructionId: string;
  readonly endToEndId: string;
  readonly fault: Fault;
};

/** The content of a pain.002, before it is written in a version of the message. */
export type Report = {
  readonly id: number;
  readonly day: Day;
  readonly messageId: string;
  /** `pain.008.001.08` */
  readonly messageName: string;
  readonly status: FileStatus;
  readonly fault: Fault | null;
  readonly blocks: readonly {
    readonly id: string;
    readonly status: FileStatus;
    readonly fault: Fault | null;
    readonly rejected: readonly ReportedDebit[];
  }[];
};

/** A file handed to the company, and the result. */
export type Delivery = {
  readonly document: string;
  readonly way: 'UPLOAD' | 'FOLDER';
  readonly day: Day;
  readonly delivered: boolean;
  /** `HTTP 200`, the name in the folder, or why not. */
  readonly answer: string;
};

export type FileState = {
  insertFile(file: Omit<ReceivedFile, 'id'>): ReceivedFile;
  /** Newest first. */
  recentFiles(limit: number): readonly ReceivedFile[];
  hasMessage(messageId: string): boolean;
  insertReport(report: Omit<Report, 'id'>): Report;
  report(id: number): Report | null;
  reports(): readonly Report[];
  insertDelivery(delivery: Delivery): void;
  /** Newest first. */
  recentDeliveries(limit: number): readonly Delivery[];
  wasDelivered(document: string): boolean;
};

export const fileSchema = `
  CREATE TABLE received_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT, received_on TEXT NOT NULL, message_id TEXT, debits INTEGER NOT NULL,
    rejected INTEGER NOT NULL, total_cents INTEGER NOT NULL, status TEXT NOT NULL, faults TEXT NOT NULL,
    report_id INTEGER
  ) STRICT;
  CREATE INDEX received_file_message ON received_file (message_id);
  CREATE TABLE report (id INTEGER PRIMARY KEY AUTOINCREMENT, content TEXT NOT NULL) STRICT;
  CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, document TEXT NOT NULL, way TEXT NOT NULL, day TEXT NOT NULL,
    delivered INTEGER NOT NULL, answer TEXT NOT NULL
  ) STRICT;
  CREATE INDEX delivery_document ON delivery (document);
`;

export function files(database: DatabaseSync): FileState {
  const insert = database.prepare('INSERT INTO received_file VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id');
  const recent = database.prepare('SELECT * FROM received_file ORDER BY id DESC LIMIT ?');
  const taken = database.prepare("SELECT 1 FROM received_file WHERE message_id = ? AND status <> 'REJECTED'");
  return {
    insertFile: (it) => {
      const sums = [it.debits, it.rejected, it.totalCents];
      const row = insert.get(it.receivedOn, it.messageId, ...sums, it.status, JSON.stringify(it.faults), it.reportId);
      return { ...it, id: Number(row?.id) };
    },
    recentFiles: (limit) => recent.all(limit).map(fileOf),
    hasMessage: (messageId) => taken.get(messageId) !== undefined,
    ...reports(database),
    ...deliveries(database),
  };
}

function reports(database: DatabaseSync): Pick<FileState, 'insertReport' | 'report' | 'reports'> {
  const insert = database.prepare('INSERT INTO report VALUES (NULL, ?) RETURNING id');
  const select = database.prepare('SELECT * FROM report WHERE id = ?');
  const every = database.prepare('SELECT * FROM report ORDER BY id');
  return {
    insertReport: (report) => ({ ...report, id: Number(insert.get(JSON.stringify(report))?.id) }),
    report: (id) => {
      const row = select.get(id);
      return row === undefined ? null : reportOf(row);
    },
    reports: () => every.all().map(reportOf),
  };
}

function deliveries(database: DatabaseSync): Pick<FileState, 'insertDelivery' | 'recentDeliveries' | 'wasDelivered'> {
  const insert = database.prepare('INSERT INTO delivery VALUES (NULL, ?, ?, ?, ?, ?)');
  const recent = database.prepare('SELECT * FROM delivery ORDER BY id DESC LIMIT ?');
  const done = database.prepare('SELECT 1 FROM delivery WHERE document = ? AND delivered = 1');
  return {
    insertDelivery: (it) => void insert.run(it.document, it.way, it.day, it.delivered ? 1 : 0, it.answer),
    recentDeliveries: (limit) => recent.all(limit).map(deliveryOf),
    wasDelivered: (document) => done.get(document) !== undefined,
  };
}

const reportOf = (row: Row): Report => ({ ...JSON.parse(word(row, 'content')), id: count(row, 'id') });

const fileOf = (row: Row): ReceivedFile => ({
  id: count(row, 'id'),
  receivedOn: word(row, 'received_on'),
  messageId: wordOrNull(row, 'message_id'),
  debits: count(row, 'debits'),
  rejected: count(row, 'rejected'),
  totalCents: count(row, 'total_cents'),
  status: word(row, 'status') as FileStatus,
  faults: JSON.parse(word(row, 'faults')),
  reportId: row.report_id === null ? null : count(row, 'report_id'),
});

const deliveryOf = (row: Row): Delivery => ({
  document: word(row, 'document'),
  way: word(row, 'way') as Delivery['way'],
  day: word(row, 'day'),
  delivered: row.delivered === 1,
  answer: word(row, 'answer'),
});
