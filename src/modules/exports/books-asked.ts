import type { AccountingRules } from '../../kernel/accounting-rules.ts';
import type { Caller } from '../../kernel/caller.ts';
import { refuseIssues } from '../../kernel/errors.ts';
import { normaliseIdentifier } from '../../kernel/identifiers.ts';
import { rulesOf } from '../../kernel/merchant.ts';
import { fileNamePart } from '../accounting/fec.ts';
import type { Books } from '../accounting/journal.ts';
import { checkMayReadBooks, type Period, problemsOfBooks } from '../accounting/read-journal.ts';
import type { Plan } from './export-kind.ts';
import type { Services } from './ports.ts';
import { oneModeOf, type Parameters, refuse } from './read-parameters.ts';

/** The books of an export, and its days. Each throws InvalidInputError or NotAllowedError. */

export function booksAsked(
  services: Services,
  caller: Caller,
  parameters: Parameters,
): { readonly books: Books; readonly rules: AccountingRules; readonly check: Plan['check'] } {
  const idSociete = normaliseIdentifier(parameters.required('idSociete'));
  const books = { idSociete, runMode: oneModeOf(services, caller, parameters) };
  const check: Plan['check'] = (now) => checkMayReadBooks(services, now, books);
  check(caller);
  const rules = rulesOf(services)(books) ?? refuse('idSociete', 'be a société of the config');
  return { books, rules, check };
}

export function periodAsked({ required }: Parameters): Period {
  const period = { from: required('from'), to: required('to') };
  refuseIssues(problemsOfBooks(period));
  return period;
}

export const fileNameOf = ({ idSociete, runMode }: Books, name: string): string =>
  `${runMode === 'TEST' ? 'TEST-' : ''}${name}-${fileNamePart(idSociete)}`;
