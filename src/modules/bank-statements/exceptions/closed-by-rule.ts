/** Who closed the exception of an entry that a rule placed: it never waited. */
export const closedByRule = 'rule';
