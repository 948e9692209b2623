import { generate } from '@graphql-codegen/cli';
import { parse, print, printSchema, visit } from 'graphql';
import { clientFacts, ownDocuments } from './scripts/client-facts.ts';
import { consoleFacts, documentsByHash, readConsoleOperations, targetNames } from './scripts/console-facts.ts';
import { describeAlerts } from './scripts/documentation/alerts.ts';
import { describeAmountPaths } from './scripts/documentation/amount-paths.ts';
import { describeAsvs } from './scripts/documentation/asvs.ts';
import { describeCommandLine, listCommands, wholeCommandLine } from './scripts/documentation/command-line.ts';
import { describeConfigurationEntries } from './scripts/documentation/configuration-entries.ts';
import { describeConsoleExports } from './scripts/documentation/console-exports.ts';
import { describeDependencies } from './scripts/documentation/dependencies.ts';
import { describeGlossaire, describeGlossary } from './scripts/documentation/glossary.ts';
import { describeLimits } from './scripts/documentation/limits.ts';
import { describeMetrics } from './scripts/documentation/metrics.ts';
import { describePaymentStates } from './scripts/documentation/payment-states.ts';
import { describeSizing } from './scripts/documentation/sizing.ts';
import { describeVocabulary } from './scripts/documentation/vocabulary.ts';
import { writeGenerated } from './scripts/write-generated.ts';
import { accountTargets } from './src/config/accounts/accounts.ts';
import { schema } from './src/schema/index.ts';

/**
 * Writes `schema.graphql`, the contract under version control, the generated pages of the documentation, and the typed operations:
 * one client for the legacy door, one for the examples, one for the tests. `npm run codegen` writes; `npm run check:generated` fails where what is written is stale.
 * A script and not the generator's own command, which loads graphql twice and loses the default values of graphql 17.
 */

const printed = `${printSchema(schema)}\n`;
/** For what is written in this repository, whose readers have `schema.graphql`: its types repeat no description. */
const undescribed = print(
  visit(parse(printed), { enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined) }),
);

const operations = {
  schema: undescribed,
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    documentMode: 'documentNode',
    scalars: {
      Cents: { input: 'string | number', output: 'number' },
      EmailAddress: 'string',
      URL: 'string',
      DateTime: 'string',
      Date: 'string',
      FormValues: { input: 'never', output: 'Readonly<Record<string, string>>' },
    },
  },
} as const;

const generated: { filename: string; content: string }[] = await generate(
  {
    importExtension: '.ts',
    silent: true,
    generates: {
      'src/schema/generated/': { ...operations, documents: 'src/schema/operations/*.graphql' },
      'clients/typescript/src/generated/': {
        ...operations,
        schema: printed,
        presetConfig: { ...operations.presetConfig, persistedDocuments: { hashAlgorithm: 'sha256' } },
        config: { ...operations.config, documentMode: 'string' },
        documents: 'clients/typescript/*.graphql',
      },
      'console/src/generated/': {
        ...operations,
        config: { ...operations.config, documentMode: 'string' },
        documents: 'console/operations/**/*.graphql',
      },
      'examples/generated/': { ...operations, documents: 'examples/operations.graphql' },
      'test/generated/': {
        ...operations,
        documents: ['clients/typescript/fragments.graphql', 'test/operations/*.graphql'],
      },
    },
  },
  false,
);

/** Beside the types and documents the generator writes a function for documents in sources, and we have none there. */
const typed = generated.filter(({ filename }) => !/\/(?:gql|index)\.ts$/.test(filename));
const consoleOperations = readConsoleOperations(schema);
const commandLine = await wholeCommandLine();
writeGenerated([
  { filename: 'schema.graphql', content: printed },
  { filename: 'docs/explanation/way-of-an-amount.md', content: describeAmountPaths() },
  { filename: 'docs/glossaire.md', content: describeGlossaire() },
  { filename: 'docs/glossary.md', content: describeGlossary() },
  { filename: 'docs/how-to/respond-to-alerts.md', content: describeAlerts() },
  { filename: 'docs/reference/asvs.md', content: describeAsvs() },
  { filename: 'docs/reference/command-line.md', content: describeCommandLine(commandLine) },
  { filename: 'src/cli/generated/listed-commands.ts', content: listCommands(commandLine) },
  { filename: 'docs/reference/configuration-entries.md', content: describeConfigurationEntries() },
  { filename: 'docs/reference/console-exports.md', content: describeConsoleExports() },
  { filename: 'docs/reference/dependencies.md', content: describeDependencies() },
  { filename: 'docs/reference/limits.md', content: describeLimits() },
  { filename: 'docs/reference/metrics.md', content: describeMetrics() },
  { filename: 'docs/reference/payment-states.md', content: describePaymentStates() },
  { filename: 'docs/reference/sizing.md', content: describeSizing() },
  { filename: 'docs/reference/vocabulary.md', content: describeVocabulary(schema) },
  consoleFacts(consoleOperations),
  targetNames(accountTargets),
  ...clientFacts(schema),
  ...ownDocuments(documentsByHash(typed, consoleOperations)),
]);
