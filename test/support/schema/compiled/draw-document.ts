import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Draw } from './draw.ts';
import { drawLiteral } from './draw-input.ts';

export type DrawnDocument = {
  readonly text: string;
  readonly isMutation: boolean;
  readonly variables: ReadonlyMap<string, GraphQLInputType>;
};

type Drawing = {
  readonly schema: GraphQLSchema;
  readonly draw: Draw;
  readonly variables: Map<string, GraphQLInputType>;
  readonly fragments: string[];
  /** Whether something that is left to the executor may be in it. */
  readonly isOpen: boolean;
};

type Wanted = {
  readonly depth: number;
  /** The root fields that may be in it; left out: all. Without them there are mutations too. */
  readonly rootFields?: readonly string[];
};

/** A document of the schema. Most, not all, are valid. */
export function drawDocument(schema: GraphQLSchema, draw: Draw, { depth, rootFields }: Wanted): DrawnDocument {
  const isMutation = rootFields === undefined && draw.oneIn(3);
  const root = isMutation ? schema.getMutationType() : schema.getQueryType();
  const drawing = { schema, draw, variables: new Map(), fragments: [], isOpen: draw.oneIn(5) } satisfies Drawing;
  const all = Object.values(root?.getFields() ?? {}).filter(({ name }) => rootFields?.includes(name) ?? true);
  const many = isMutation ? 1 + Number(draw.oneIn(12)) : 1 + draw.number(3);
  const fields = Array.from({ length: many }, (_, index) =>
    drawField(drawing, draw.of(all), `${index === 0 && draw.oneIn(2) ? '' : `r${index}: `}`, depth),
  );
  if (draw.oneIn(4)) fields.splice(draw.number(fields.length + 1), 0, '__typename');
  const defined = [...drawing.variables].map(
    ([name, type]) => `$${name}: ${String(type)}${drawing.isOpen && draw.oneIn(4) ? ' = null' : ''}`,
  );
  const kind = isMutation ? 'mutation' : 'query';
  const heading = defined.length > 0 ? `${kind} Drawn(${defined.join(', ')})` : `${kind} Drawn`;
  const text = [`${heading} { ${fields.join(' ')} }`, ...drawing.fragments].join('\n');
  return { text, isMutation, variables: drawing.variables };
}

function drawField(drawing: Drawing, field: GraphQLField<unknown, unknown>, alias: string, depth: number): string {
  const { draw } = drawing;
  const given = field.args.flatMap((argument) =>
    isRequiredArgument(argument) || !draw.oneIn(3) ? [`${argument.name}: ${drawArgument(drawing, argument)}`] : [],
  );
  const written = `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
  const directive = drawing.isOpen && draw.oneIn(8) ? ` @${draw.of(['skip', 'include'])}(if: ${draw.oneIn(2)})` : '';
  return `${written}${directive}${drawSelection(drawing, field.type, depth - 1)}`;
}

function drawArgument({ draw, variables, isOpen }: Drawing, { name, type }: GraphQLArgument): string {
  if (draw.oneIn(2)) return drawLiteral(type, draw, isOpen ? () => `$${addVariable()}` : null);
  return `$${addVariable()}`;
  function addVariable(): string {
    const variable = `${name}${variables.size}`;
    variables.set(variable, type);
    return variable;
  }
}

function drawSelection(drawing: Drawing, of: GraphQLOutputType, depth: number): string {
  const type = getNamedType(of);
  if (!isCompositeType(type)) return '';
  const { draw, schema, fragments } = drawing;
  const parts: string[] = [];
  if (isObjectType(type) || isInterfaceType(type)) {
    const all = Object.values(type.getFields()).filter(({ type: of }) => depth > 0 || isLeafType(getNamedType(of)));
    for (let count = 1 + draw.number(4); all.length > 0 && count > 0; count--) {
      const field = draw.of(all);
      // A field with arguments gets a name of its own, so that two of them do not conflict.
      const alias = field.args.length > 0 || draw.oneIn(5) ? `f${draw.number(1_000_000)}: ` : '';
      parts.push(drawField(drawing, field, alias, depth));
    }
  }
  const possible = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
  const within = [...new Set([type, ...possible, ...possible.flatMap((one) => one.getInterfaces())])];
  for (let count = isObjectType(type) ? Number(draw.oneIn(6)) : draw.number(4); depth >= 0 && count > 0; count--) {
    if (draw.oneIn(12)) {
      parts.push(`... ${drawSelection(drawing, type, depth - 1)}`);
      continue;
    }
    const condition = draw.of(within);
    const inner = drawSelection(drawing, condition, depth - 1);
    if (draw.oneIn(2)) parts.push(`... on ${condition.name} ${inner}`);
    else {
      const name = `F${fragments.length}`;
      fragments.push(`fragment ${name} on ${condition.name} ${inner}`);
      parts.push(`...${name}`, ...(draw.oneIn(4) ? [`...${name}`] : []));
    }
  }
  if (parts.length === 0 || draw.oneIn(4)) parts.splice(draw.number(parts.length + 1), 0, '__typename');
  return ` { ${parts.join(' ')} }`;
}
