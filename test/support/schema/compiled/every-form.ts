import { buildSchema, type GraphQLScalarType } from 'graphql';
import { type Fates, withFates } from './fates.ts';

/** A schema with every form of a type. */
const text = `
  scalar Even
  enum Colour { RED GREEN }
  interface Named { name: String! friend: Named }
  interface Timed implements Named { name: String! friend: Named at: Int }
  union Thing = Alpha | Beta | Gamma
  type Alpha implements Named { name: String! friend: Named even: Even evens: [Even!]! grid: [[Int!]]! thing: Thing }
  type Beta implements Named & Timed { name: String! friend: Named at: Int colour: Colour! many: [Named!] alpha: Alpha! }
  type Gamma { text(a: Int, b: Int! = 7, c: String = "c"): String deep(in: Deep, ins: [Deep!]): String! things: [[Thing]!]! }
  input Deep { id: ID! size: Int = 3 colour: Colour even: Even list: [Int!] inner: Deep choice: Choice kind: String! = "k" }
  input Choice @oneOf { one: Int other: String }
  type Query {
    text(deep: Deep!, colour: Colour, evens: [Even]): String!
    alpha: Alpha
    beta(at: Int!): Beta!
    gamma: Gamma
    thing(choice: Choice): Thing
    named: [Named]!
    timed: Timed
    numbers(of: [[Int!]!]): [Float]
    flag: Boolean
  }
  type Mutation { change(deep: Deep, at: Int): Thing  set(colour: Colour!): Beta!  fail(even: Even): Alpha }
  type Subscription { alpha: Alpha }
`;

export function everyForm(fates: Fates) {
  const schema = buildSchema(text);
  const even = schema.getType('Even') as GraphQLScalarType;
  const checked = (value: unknown): unknown => {
    if (typeof value !== 'number' || value % 2 !== 0) throw new Error(`${String(value)} is not even`);
    return value;
  };
  Object.assign(even, {
    serialize: checked,
    coerceOutputValue: checked,
    parseValue: checked,
    coerceInputValue: checked,
  });
  return withFates(schema, fates);
}
