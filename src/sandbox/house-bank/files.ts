import type { DatabaseSync } from 'node:sqlite';
import { recordsIn } from '../database.ts';
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
  const received = recordsIn<ReceivedFile>(database, 'received_file', { json: ['faults'] });
  const taken = received.one("WHERE message_id = ? AND status <> 'REJECTED' LIMIT 1");
  const reports = recordsIn<{ id: number; content: Omit<Report, 'id'> }>(database, 'report', { json: ['content'] });
  const report = reports.one('WHERE id = ?');
  const everyReport = reports.all('ORDER BY id');
  const whole = ({ id, content }: { id: number; content: Omit<Report, 'id'> }): Report => ({ ...content, id });
  const deliveries = recordsIn<Delivery>(database, 'delivery', { flags: ['delivered'] });
  const done = deliveries.one('WHERE document = ? AND delivered = 1 LIMIT 1');
  return {
    insertFile: received.insert,
    recentFiles: received.all('ORDER BY id DESC LIMIT ?'),
    hasMessage: (messageId) => taken(messageId) !== null,
    insertReport: (content) => whole(reports.insert({ content })),
    report: (id) => {
      const found = report(id);
      return found && whole(found);
    },
    reports: () => everyReport().map(whole),
    insertDelivery: (delivery) => void deliveries.insert(delivery),
    recentDeliveries: deliveries.all('ORDER BY id DESC LIMIT ?'),
    wasDelivered: (document) => done(document) !== null,
  };
}
