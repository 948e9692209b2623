import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';
import { isNode, type Node, nodesIn } from '../../../scripts/prose/parts-of-source.ts';

/** Texts of a source file, for tests that look at what the gateway may say. */

/** Each text that an expression may be; `7` stands for a value. */
export function textsOf(node: unknown): readonly string[] {
  if (!isNode(node)) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'ConditionalExpression') return [...textsOf(node.consequent), ...textsOf(node.alternate)];
  if (node.type === 'BinaryExpression')
    return textsOf(node.left).flatMap((left) => textsOf(node.right).map((right) => left + right));
  if (node.type !== 'TemplateLiteral') return [];
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return [quasis.map(({ value }) => value.cooked).join('7')];
}

/** Every node of a source file, the outer ones first. */
export const nodesOf = (file: string): Generator<Node> => nodesIn(parseSync(file, readFileSync(file, 'utf8')).program);
