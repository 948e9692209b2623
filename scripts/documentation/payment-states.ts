import { isFinal, paymentStatus } from '../../src/kernel/vocabulary.ts';
import { transitionCause, transitions } from '../../src/modules/payments/transitions.ts';

/** The state table as a page of the documentation: a diagram and the meaning of each status and cause. */
export function describePaymentStates(): string {
  const arrows = transitions.map(([from, to, causes]) => `  ${from} --> ${to}: ${causes.join(', ')}`);
  const statuses = paymentStatus.names.map(
    (status) => `| \`${status}\` | ${isFinal(status) ? 'yes' : ''} | ${paymentStatus.descriptions[status]} |`,
  );
  const causes = transitionCause.names.map((cause) => `| \`${cause}\` | ${transitionCause.descriptions[cause]} |`);
  return [
    '# The states of a payment',
    '',
    'Written by `npm run codegen` from `src/modules/payments/transitions.ts`. Every change that is not here is refused.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> REQUIRES_ACTION: hosted page, awaited transfer',
    '  [*] --> PENDING: direct debit under a mandate',
    '  [*] --> PAID: recorded by accounting',
    ...arrows,
    '```',
    '',
    '| status | final | meaning |',
    '|---|---|---|',
    ...statuses,
    '',
    'Final means that nothing is awaited, not that nothing can come.',
    '',
    '| cause | meaning |',
    '|---|---|',
    ...causes,
    '',
  ].join('\n');
}
