import { minuteMs } from '../../../kernel/durations.ts';
import { onceFor } from '../../../kernel/once.ts';
import type { InquiryAnswer } from '../operations/bank-operation.ts';
import type { Attempt } from '../payment.ts';
import type { Services } from '../ports.ts';

/** What this process asked a bank a moment ago: a customer who loads a link again and again asks no bank each time. */

type Outcome = InquiryAnswer['outcome'];

type Question = {
  readonly answer: Promise<Outcome>;
  /** Null while the bank is asked. */
  ended: { readonly outcome: Outcome; readonly at: number } | null;
};

const answerStandsMs = minuteMs;
/** For so long a bank that gave no answer is left alone. */
const silenceStandsMs = 10_000;

/** By attempt, oldest first. */
const questionsOf = onceFor((_: Services['store']) => new Map<string, Question>());

function stands({ ended }: Question, now: number): boolean {
  if (ended === null) return true;
  const ageMs = now - ended.at;
  // Negative where the clock was set back.
  return ageMs >= 0 && ageMs < (ended.outcome === 'UNKNOWN' ? silenceStandsMs : answerStandsMs);
}

/** The last question about an attempt while its answer stands, or is awaited. */
function standingOf({ store, clock }: Pick<Services, 'store' | 'clock'>, attempt: Attempt): Question | null {
  const question = questionsOf(store).get(attempt.id);
  return question && stands(question, clock()) ? question : null;
}

/** Whether the bank gave no answer about the attempt a moment ago. */
export const isSilentAbout = (services: Pick<Services, 'store' | 'clock'>, attempt: Attempt): boolean =>
  standingOf(services, attempt)?.ended?.outcome === 'UNKNOWN';

/** The answer about an attempt that stands, or is awaited by another request; else that of a new question. */
export function sharedAnswer(
  services: Pick<Services, 'store' | 'clock'>,
  attempt: Attempt,
  ask: () => Promise<Outcome>,
): Promise<Outcome> {
  const standing = standingOf(services, attempt);
  if (standing) return standing.answer;
  const { store, clock } = services;
  const questions = questionsOf(store);
  const askedAt = clock();
  questions.delete(attempt.id);
  for (const [id, question] of questions) {
    if (stands(question, askedAt)) break;
    questions.delete(id);
  }
  const question: Question = { answer: ask(), ended: null };
  questions.set(attempt.id, question);
  question.answer.then(
    // What the bank says is true of the time when it was asked.
    (outcome) => {
      question.ended = { outcome, at: outcome === 'UNKNOWN' ? clock() : askedAt };
    },
    () => questions.delete(attempt.id),
  );
  return question.answer;
}
