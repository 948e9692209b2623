import type { AgedQuery, Unread } from '../../../kernel/aged.ts';
import type { CalendarDate } from '../../../kernel/sepa/target-calendar.ts';
import type { EffectiveRunMode } from '../../../kernel/vocabulary.ts';
import type { Mandate, MandateQuery } from './mandate.ts';
import type { MandateEvent } from './mandate-event.ts';

/** When a mandate lapses; its place in a walk. */
export type Lapse = { readonly lapsesOn: string; readonly id: string };

export type MandateReads = {
  mandateById(id: string): Promise<Mandate | null>;
  mandateByToken(token: string): Promise<Mandate | null>;
  /** By its present reference or one that it had. Keys as `rumKeyOf` and `icsKeyOf` make them. */
  mandateByRum(runMode: EffectiveRunMode, icsKey: string, rumKey: string): Promise<Mandate | null>;
  /** Those of every creditor that have, or had, this reference. */
  mandatesByRum(rumKey: string): Promise<readonly Mandate[]>;
  /** Newest first. */
  mandatesOfClient(
    runMode: EffectiveRunMode,
    idSociete: string,
    idClient: string,
    limit: number,
  ): Promise<readonly Mandate[]>;
  /** Newest first. */
  mandates(query: MandateQuery): Promise<readonly Mandate[]>;
  /** Those that lapse on `date` or before, the oldest lapse first; those after `behind`. */
  mandatesLapsedBy(date: CalendarDate, behind: Lapse, limit: number): Promise<readonly Lapse[]>;
  /** In order; those after `afterSequence` (0 for all). */
  mandateEventsOf(mandateId: string, afterSequence: number, limit: number): Promise<readonly MandateEvent[]>;
  mandateEvent(id: string): Promise<MandateEvent | null>;
  /** Every mandate of a customer's number, at one société or (null) at all. */
  mandatesOfNumber(idClient: string, idSociete: string | null): Promise<readonly Mandate[]>;
  /** Mandates that still hold their debtor's data, by creation time. */
  mandatesWithDebtor(query: AgedQuery): Promise<readonly Unread<Mandate>[]>;
};

export type MandateWrites = {
  insertMandate(mandate: Mandate): Promise<void>;
  /** Compare-and-set: false, and nothing is written, where the stored version is not one less than the given one. */
  updateMandate(mandate: Mandate): Promise<boolean>;
  /** Takes a reference for ever; answers the id of the mandate that has it, which is another one where it was taken. */
  claimRum(claim: {
    readonly runMode: EffectiveRunMode;
    readonly icsKey: string;
    readonly rumKey: string;
    readonly mandateId: string;
  }): Promise<string>;
  appendMandateEvent(event: MandateEvent): Promise<void>;
  /** Removes the debtor's former accounts from the mandate's debits. */
  forgetAmendments(mandateId: string): Promise<void>;
};
