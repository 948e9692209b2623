import { hash } from 'node:crypto';

/** The subject of an exception about a report: the same report gives the same one. */

const aboutReport = 'report ';

/** `names` begins with the id of the message that the report is on. */
export const subjectOfReport = (names: readonly unknown[]): string => `${aboutReport}${names.join(' ')}`;

/** Between these are the subjects of the reports on one message, in the order of bytes. */
export const subjectsOn = (messageId: string): { readonly from: string; readonly until: string } => ({
  from: subjectOfReport([messageId, '']),
  until: `${subjectOfReport([messageId])}!`,
});

/** That id, which has no blank where it is ours; null for all other exceptions. */
export const reportedMessageIn = (subject: string): string | null =>
  subject.startsWith(aboutReport) ? (subject.slice(aboutReport.length).split(' ')[0] ?? null) : null;

/** What is left of a subject after an erasure. That of a report holds ids that others wrote: a digest replaces them. */
export function erasedSubject(subject: string): string {
  const messageId = reportedMessageIn(subject);
  return messageId === null ? subject : subjectOfReport([messageId, hash('sha256', subject)]);
}
