import { type GraphQLSchema, isEnumType } from 'graphql';
import { scope } from '../../src/kernel/caller.ts';
import type { ClosedSet } from '../../src/kernel/closed-set.ts';
import { debitAdvice, reasonCodes } from '../../src/kernel/sepa/reason-codes.ts';
import { pingType, webhookEventType } from '../../src/modules/webhooks/webhook.ts';

type Name = { readonly name: string; readonly meaning: string };

const section = (title: string, description: string, names: readonly Name[]): string[] => [
  `## ${title}`,
  '',
  description,
  '',
  '| name | meaning |',
  '|---|---|',
  ...names.map(({ name, meaning }) => `| \`${name}\` | ${meaning.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')} |`),
  '',
];

const sectionOfSet = (set: ClosedSet<string>, more: readonly Name[] = []): string[] =>
  section(set.name, set.description, [
    ...set.names.map((name) => ({ name, meaning: set.descriptions[name] ?? '' })),
    ...more,
  ]);

/** The page of every closed set of names that a caller meets: GraphQL enums, scopes, webhook types, bank codes. */
export function describeVocabulary(schema: GraphQLSchema): string {
  const enums = Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith('__'))
    .filter(({ name }) => name !== scope.name && name !== webhookEventType.name)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return [
    '# Names and their meaning',
    '',
    'Written by `npm run codegen` from the schema. Every closed set of names in GraphQL, REST, webhooks and the config.',
    '',
    ...sectionOfSet(scope),
    ...sectionOfSet(webhookEventType, [{ name: pingType, meaning: 'A test of the endpoint.' }]),
    ...enums.flatMap((type) =>
      isEnumType(type)
        ? section(
            type.name,
            type.description ?? '',
            type.getValues().map(({ name, description }) => ({ name, meaning: description ?? '' })),
          )
        : [],
    ),
    '## Bank codes',
    '',
    'Codes of a refused or returned direct debit, by advice (`debitFailure.advice`). A code that is not here is kept as it',
    'came, without advice.',
    '',
    '| advice | codes | meaning |',
    '|---|---|---|',
    ...debitAdvice.names.map((advice) => {
      const codes = reasonCodes.filter((reason) => reason.advice === advice).map(({ code }) => code);
      return `| \`${advice}\` | ${codes.join(' ')} | ${debitAdvice.descriptions[advice]} |`;
    }),
    '',
    '| code | English | French |',
    '|---|---|---|',
    ...reasonCodes.map(({ code, english, french }) => `| \`${code}\` | ${english} | ${french} |`),
    '',
  ].join('\n');
}
