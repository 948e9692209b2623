import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Draw } from './draw.ts';

const wrong: readonly unknown[] = [null, true, 'text', 7, 1.5, -1, [], [null], {}, { none: 1 }, ['x'], 2 ** 40, ''];

/** A value for a variable. One in `faultsIn` parts is of another kind than its type wants. */
export function drawValue(type: GraphQLInputType, draw: Draw, faultsIn: number): unknown {
  if (draw.oneIn(faultsIn)) return draw.of(wrong);
  if (isNonNullType(type)) return drawValue(type.ofType, draw, faultsIn);
  if (draw.oneIn(8)) return null;
  if (isListType(type)) {
    if (draw.oneIn(10)) return drawValue(type.ofType, draw, faultsIn);
    return Array.from({ length: draw.number(3) }, () => drawValue(type.ofType, draw, faultsIn));
  }
  if (isInputObjectType(type)) {
    const fields = drawFields(type, draw).map(({ name, type: of }) => [name, drawValue(of, draw, faultsIn)]);
    if (draw.oneIn(2 * faultsIn)) fields.push([draw.of(['none', '__proto__', 'toString']), 1]);
    return Object.fromEntries(fields);
  }
  if (isEnumType(type)) return draw.of(type.getValues()).name;
  return leaf(type.name, draw);
}

/** The same as it stands in a document. @param drawVariable gives a variable in the place of a part; null: never */
export function drawLiteral(type: GraphQLInputType, draw: Draw, drawVariable: (() => string) | null): string {
  if (isNonNullType(type)) return drawLiteral(type.ofType, draw, drawVariable);
  if (drawVariable && draw.oneIn(12)) return drawVariable();
  if (isListType(type)) {
    if (draw.oneIn(8)) return drawLiteral(type.ofType, draw, drawVariable);
    const items = Array.from({ length: draw.number(3) }, () => drawLiteral(type.ofType, draw, drawVariable));
    return `[${items.join(', ')}]`;
  }
  if (isInputObjectType(type)) {
    const fields = drawFields(type, draw).map(
      ({ name, type: of }) => `${name}: ${drawLiteral(of, draw, drawVariable)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  return isEnumType(type) ? draw.of(type.getValues()).name : JSON.stringify(leaf(type.name, draw));
}

function drawFields(type: GraphQLInputObjectType, draw: Draw) {
  const all = Object.values(type.getFields());
  if (type.isOneOf && !draw.oneIn(8)) return [draw.of(all)];
  return all.filter((field) => isRequiredInputField(field) || draw.oneIn(isInputObjectType(field.type) ? 5 : 2));
}

function leaf(name: string, draw: Draw): unknown {
  switch (name) {
    case 'Int':
      return draw.number(100);
    case 'Even':
      return 2 * draw.number(50);
    case 'Float':
      return draw.number(100) / 4;
    case 'Boolean':
      return draw.oneIn(2);
    default:
      return draw.of(draw.texts);
  }
}
