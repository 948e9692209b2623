import { closedSet, type NameOf } from '../../kernel/closed-set.ts';
import type { EffectiveRunMode, PaymentTarget } from '../../kernel/vocabulary.ts';

export const mostRows = 500;

const newestThatWait = `of the newest ${mostRows} that wait`;

export const changeTopic = closedSet('ChangeTopic', 'A list that a page may follow.', {
  PAYMENTS: `Payments: a new event of one, or its approval, ${newestThatWait}, asked for, decided, withdrawn or expired.`,
  EXCEPTIONS: `Exceptions of bank files, ${newestThatWait}: opened, or decided.`,
  APPROVALS: `Approvals, ${newestThatWait}: asked for, decided or withdrawn.`,
  WEBHOOKS: 'Webhooks: made, delivered, or given up.',
  BANK_FILES: 'The newest bank files: received, read on, or decided.',
  MANDATES: 'Mandates: a new event of one.',
  BATCHES: 'The newest batches of direct debits: made, or changed.',
});
export type ChangeTopic = NameOf<typeof changeTopic>;

/** An object that may have changed, with what decides who sees it. */
export type ChangedRow = {
  /** Another one each time that the object changes. */
  readonly key: string;
  readonly id: string;
  readonly idSociete: string;
  readonly runMode: EffectiveRunMode;
  /** Of payments and webhooks; null elsewhere. */
  readonly client: string | null;
  readonly idOrigin: string | null;
  readonly paymentTarget: PaymentTarget | null;
  /** Read as long as it waits: it changed too where it is not read any more. */
  readonly waits: boolean;
  /** The oldest of as many as are read: older ones that changed too may be left out. */
  readonly isLimit: boolean;
};

/** What changed; null where more did than is read, so that any object may be among them. */
export type ChangedRows = readonly ChangedRow[] | null;

export type ChangeReads = {
  /** The newest rows of a topic, newest first, at most `mostRows` of a table: those from `since` on, or the last ones where it keeps no times. */
  recentChanges(topic: ChangeTopic, since: number): Promise<readonly ChangedRow[]>;
};

/** How many are read of a table. Of bank files and batches without a look at more, however many there are. */
export const rowsRead: Readonly<Record<ChangeTopic, number>> = {
  ...{ PAYMENTS: mostRows, EXCEPTIONS: mostRows, APPROVALS: mostRows, MANDATES: mostRows },
  ...{ WEBHOOKS: mostRows / 2, BANK_FILES: 100, BATCHES: 100 },
};
