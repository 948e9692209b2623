import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { buildSchema, type DocumentNode, type ExecutionResult, type GraphQLSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  createCompiledExecutor,
  createPlainExecutor,
} from '../../../src/schema/server/compiled-operations/compiled-executor.ts';
import { isExhaustive, seed } from '../../support/sample.ts';
import { type Draw, drawFrom } from '../../support/schema/compiled/draw.ts';
import { type DrawnDocument, drawDocument } from '../../support/schema/compiled/draw-document.ts';
import { drawValue } from '../../support/schema/compiled/draw-input.ts';
import { everyForm } from '../../support/schema/compiled/every-form.ts';
import { type Fates, withFates } from '../../support/schema/compiled/fates.ts';

const documents = isExhaustive ? 10_000 : 200;
const executionsOfEach = 6;

const gateway = readFileSync('schema.graphql', 'utf8');

describe.each<[string, (fates: Fates) => GraphQLSchema, number]>([
  ['a schema with every form of a type', everyForm, 4],
  ["the gateway's schema", (fates) => withFates(buildSchema(gateway), fates), 3],
])('compiled operations of %s', (name, open, depth) => {
  it('are answered byte for byte as by the executor, and run each root resolver as often', async () => {
    const fates: Fates = { seed: 0, calls: new Map(), faults: 0 };
    const schema = open(fates);
    const [asWritten, compiled] = [createPlainExecutor(schema), createCompiledExecutor(schema, 0)];
    const counts = { valid: 0, byPlan: 0, afterSurprise: 0, withErrors: 0 };
    const draw = drawFrom(seed + name.length);
    while (counts.valid < documents * executionsOfEach) {
      const drawn = drawDocument(schema, draw, { depth });
      const document = validOf(schema, drawn);
      if (document === null) continue;
      for (let execution = 0; execution < executionsOfEach; execution++) {
        fates.faults = draw.of([0, 2, 10, 100]);
        fates.seed = draw.number(2 ** 31);
        const operation = { document, contextValue: {}, variableValues: drawVariables(drawn, draw) };
        const run = async (execute: typeof compiled) => {
          fates.calls = new Map();
          const result = await execute(operation);
          // The executor adds errors of parts that it had given up to the result that it gave.
          if (result.errors) await setImmediate();
          return { text: textOf(result), calls: [...fates.calls], result };
        };
        const expected = await run(asWritten);
        const found = await run(compiled);
        const what = { document: drawn.text, variables: operation.variableValues, fates: { ...fates, calls: null } };
        expect({ ...what, text: found.text }).toEqual({ ...what, text: expected.text });
        expect({ ...what, calls: found.calls }).toEqual({ ...what, calls: expected.calls });
        counts.valid++;
        if (isByPlan(found.result)) counts.byPlan++;
        else if (found.calls.length > 0 && expected.result.errors) counts.afterSurprise++;
        if (expected.result.errors) counts.withErrors++;
      }
    }
    expect(counts.byPlan / counts.valid).toBeGreaterThan(0.2);
    expect(counts.afterSurprise / counts.valid).toBeGreaterThan(0.1);
  }, 600_000);
});

function validOf(schema: GraphQLSchema, { text }: DrawnDocument): DocumentNode | null {
  const document = parse(text);
  return validate(schema, document).length === 0 ? document : null;
}

function drawVariables({ variables }: DrawnDocument, draw: Draw): Record<string, unknown> {
  const faultsIn = draw.of([10, 10_000]);
  return Object.fromEntries(
    [...variables].flatMap(([name, type]) => (draw.oneIn(12) ? [] : [[name, drawValue(type, draw, faultsIn)]])),
  );
}

/** Errors of parts that ran at the same time have no order. */
function textOf({ errors = [], ...rest }: ExecutionResult): string {
  return JSON.stringify({ ...rest, errors: errors.map((error) => JSON.stringify(error)).toSorted() });
}

/** The executor's objects have no prototype. */
const isByPlan = ({ data }: ExecutionResult): boolean => Boolean(data && Object.getPrototypeOf(data) !== null);
