/** A message about an event, written with the event. The module that makes it sends it later. */
export type OutgoingMessage = {
  /** `msg_…`, the same at every try. */
  readonly id: string;
  readonly client: string;
  readonly endpoint: string;
  /** The subject whose messages are delivered in order: `pay_…`. */
  readonly subject: string;
  /** The place of the event in the story of the subject. */
  readonly sequence: number;
  readonly eventId: string;
  readonly type: string;
  /** JSON, fixed when it is written. */
  readonly body: string;
  readonly createdAt: number;
  /** From then on it is given up where its endpoint cannot be tried. */
  readonly expiresAt: number;
};
