import { type Caller, type OnDeployment, runModesOf } from '../../kernel/caller.ts';
import type { ClosedSet } from '../../kernel/closed-set.ts';
import { NotAllowedError, refuseInput } from '../../kernel/errors.ts';
import type { GivenRange, Refuse } from '../../kernel/given-values.ts';
import { type EffectiveRunMode, paymentRunMode } from '../../kernel/vocabulary.ts';
import { commonParameters, type ExportKind, exportParameters } from './export-kind.ts';

/** The parameters of an address, as filters take them. Each throws InvalidInputError for a value that cannot be. */
export type Parameters = {
  /** Those that were given, without their values. */
  readonly given: readonly string[];
  readonly text: (name: string) => string | null;
  readonly required: (name: string) => string;
  readonly one: <Name extends string>(name: string, set: ClosedSet<Name>) => Name | null;
  readonly some: <Name extends string>(name: string, set: ClosedSet<Name>) => readonly Name[] | null;
  /** `name.from` and `name.to`. */
  readonly range: (name: string) => GivenRange;
};

const longestValue = 200;

export const refuse: Refuse = (field, must) => refuseInput(field, `${field} must ${must}.`);

/**
 * A parameter that is unknown, empty or given twice is refused: what is not understood must not widen the export.
 * @throws InvalidInputError
 */
export function readParameters(kind: ExportKind, query: URLSearchParams): Parameters {
  const known = new Set([...Object.keys(exportParameters[kind]), ...Object.keys(commonParameters)]);
  const values = new Map<string, string>();
  for (const [name, value] of query) {
    if (!known.has(name)) refuseInput(null, `An export of ${kind} knows these parameters: ${[...known].join(', ')}.`);
    if (values.has(name)) refuse(name, 'be given once');
    if (value === '' || value.length > longestValue) refuse(name, `have 1 to ${longestValue} characters`);
    values.set(name, value);
  }
  const text = (name: string): string | null => values.get(name) ?? null;
  const nameIn = <Name extends string>(name: string, value: string, set: ClosedSet<Name>): Name =>
    set.has(value) ? value : refuse(name, `be one of ${set.names.join(', ')}`);
  if (!['fr', 'en'].includes(text('lang') ?? 'fr')) refuse('lang', 'be one of fr, en');
  return {
    given: [...values.keys()].filter((name) => name !== 'lang'),
    text,
    required: (name) => text(name) ?? refuse(name, 'be there'),
    one: (name, set) => {
      const value = text(name);
      return value === null ? null : nameIn(name, value, set);
    },
    some: (name, set) =>
      text(name)
        ?.split(',')
        .map((value) => nameIn(name, value, set)) ?? null,
    range: (name) => ({ from: text(`${name}.from`), to: text(`${name}.to`) }),
  };
}

/**
 * `TEST` and `LIVE` never share a file.
 * @throws InvalidInputError, NotAllowedError
 */
export function oneModeOf(on: OnDeployment, caller: Caller, { one }: Parameters): EffectiveRunMode {
  const asked = one('runMode', paymentRunMode);
  const seen = runModesOf(on, caller);
  const [only, ...others] = seen;
  if (asked === null) return only && others.length === 0 ? only : refuse('runMode', 'be TEST or LIVE');
  if (asked === 'FORCE_LIVE') return refuse('runMode', 'be TEST or LIVE');
  if (!seen.includes(asked)) throw new NotAllowedError(`You may not see what is ${asked}.`, ['runMode']);
  return asked;
}
