import { type GraphQLSchema, isEnumType } from 'graphql';

/** The names of an enum's values; none for another type. */
export type ChoicesOf = (enumName: string) => readonly string[];

export function choicesIn(schema: GraphQLSchema): ChoicesOf {
  return (name) => {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
  };
}

/** Up to the last place that may end the value: it may hold the same words. */
const unknownValue = /^Value "(.*)" does not exist in "(\w+)" enum\.?(?<suggestion> Did you mean [^?]{0,300}\?)?/s;
/** Of another kind, or with quotes where a document has none. */
const otherKind = /^Enum "(\w+)" cannot represent (non-\w+) value: (.*)\.(?<suggestion> Did you mean [^?]{0,300}\?)?$/s;

/** What was sent for an enum, what may be meant, and the choices; null for the reason of another fault. */
export function withChoices(reason: string, choicesOf: ChoicesOf): string | null {
  const unknown = unknownValue.exec(reason);
  if (unknown) {
    const [, value = '', name = ''] = unknown;
    return `Value "${cut(value)}" does not exist in "${name}" enum.${hintOf(unknown)}${listed(choicesOf(name))}`;
  }
  const other = otherKind.exec(reason);
  if (!other) return null;
  const [, name = '', kind = '', value = ''] = other;
  return `Enum "${name}" cannot represent ${kind} value: ${cut(value)}.${hintOf(other)}${listed(choicesOf(name))}`;
}

const hintOf = ({ groups }: RegExpExecArray): string => groups?.suggestion ?? '';
const listed = (choices: readonly string[]): string =>
  choices.length === 0 ? '' : ` It is one of ${choices.join(', ')}.`;

const shownCharacters = 60;
const cut = (value: string): string =>
  value.length <= shownCharacters ? value : `${value.slice(0, shownCharacters - 1)}…`;
