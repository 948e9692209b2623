import { closedSet, type NameOf } from '../closed-set.ts';

export const recordedActionKind = closedSet(
  'RecordedActionKind',
  'What a client or a person at the command line did, where no event of a payment or a mandate tells it whole.',
  {
    REPLAY_NOTIFICATION: "Had a bank's message read again.",
    REPLAY_WEBHOOK: 'Had one webhook sent again.',
    REPLAY_WEBHOOKS: 'Had the webhooks of a span of time sent again.',
    PING_WEBHOOK: 'Sent a test message to an endpoint.',
    REVERSE_ENTRY: 'Reversed an entry of the books.',
    CHANGE_CUSTOMER: 'Entered or changed customers of a société in the directory.',
    REMOVE_CUSTOMER: 'Took a customer of a société out of the directory.',
    REFUND_PAYMENT: 'Refunded a payment from the command line.',
    REFRESH_PAYMENT: 'Asked the bank about a payment from the command line.',
    IMPORT_FILE: 'Imported a file of the bank from the command line.',
    DECIDE_FILE: 'Confirmed or rejected a file of the bank from the command line.',
    MAKE_BATCH: 'Made files of direct debits from the command line.',
    DOWNLOAD_BATCH: 'Took the file of a batch from the command line.',
    IMPORT_MANDATES: 'Imported mandates from the command line.',
    ERASE_PERSON: 'Erased a person.',
    INVITE_PERSON: 'Invited a person to the console.',
    RESET_PERSON: 'Took the proofs and sessions of a person away and made a new link.',
    CHANGE_PERSON: 'Changed the roles of a person, or disabled or enabled it.',
    FORGET_PERSON: 'Erased the name and login of a person of the console.',
    APPLY_RETENTION: 'Removed what is older than it is kept, from the command line.',
  },
);
export type RecordedActionKind = NameOf<typeof recordedActionKind>;

export type RecordedAction = {
  /** `act_…` */
  readonly id: string;
  readonly at: number;
  readonly client: string;
  /**
   * The user of the operating system, for a command; null for a client. Outside of the chain, because it is a person's
   * name.
   */
  readonly operator: string | null;
  readonly kind: RecordedActionKind;
  /** The id of the object, or `client/endpoint`, a société or a pseudonym: never a person's data. */
  readonly subject: string;
};

export type ActionReads = {
  recordedAction(id: string): Promise<RecordedAction | null>;
  /** Newest first; of one subject, or (null) of all; older than `beforeId` if given. */
  recordedActions(query: {
    readonly subject: string | null;
    readonly beforeId: string | null;
    readonly limit: number;
  }): Promise<readonly RecordedAction[]>;
};

export type ActionWrites = {
  insertAction(action: RecordedAction): Promise<void>;
};
