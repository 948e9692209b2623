import { createHash } from 'node:crypto';
import type { PlainDatabase } from './database.ts';
import type { Known } from './known.ts';
import { type EventRecord, type PaymentRecord, readStories } from './record.ts';

/** Every story holds together and says what its payment says. */
export async function checkEventLog({ record, findings }: Known, database: PlainDatabase): Promise<number> {
  let events = 0;
  const seen = new Set<string>();
  for await (const story of readStories(database)) {
    events += story.length;
    const payment = record.payments.get(story[0]?.payment ?? '');
    seen.add(payment?.id ?? '');
    const reason = payment ? whyBroken(story, payment) : 'its payment is not there';
    if (reason !== null) findings.add('BROKEN_EVENT_LOG', `${story[0]?.payment}: ${reason}`);
  }
  for (const id of record.payments.keys()) {
    if (!seen.has(id)) findings.add('BROKEN_EVENT_LOG', `${id} has no story`);
  }
  return events;
}

function whyBroken(story: readonly EventRecord[], { status, version, amountCents }: PaymentRecord): string | null {
  let before: EventRecord | null = null;
  for (const event of story) {
    if (event.sequence !== (before?.sequence ?? 0) + 1)
      return `event ${event.sequence} follows ${before?.sequence ?? 0}`;
    if (event.previousHash !== (before?.hash ?? null)) return `event ${event.sequence} does not follow the one before`;
    if (hashOf(event) !== event.hash) return `event ${event.sequence} is not what its hash covers`;
    const { from } = JSON.parse(event.data) as { from?: unknown };
    if (typeof from === 'string' && from !== before?.status) {
      return `event ${event.sequence} leads away from ${from}, where it was ${before?.status}`;
    }
    before = event;
  }
  const first = JSON.parse(story[0]?.data ?? '{}') as { amountCents?: unknown };
  if (first.amountCents !== amountCents) return 'its amount is not the one that it began with';
  if (before?.status !== status || before.sequence !== version) return 'its payment is not where its story ends';
  return null;
}

/** As docs/explanation/event-log.md has it: over the JSON of what stood before, and the event. */
function hashOf({ previousHash, id, payment, sequence, type, status, at, data }: EventRecord): string {
  const covered = [previousHash, id, payment, sequence, type, status, at, JSON.parse(data)];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}
