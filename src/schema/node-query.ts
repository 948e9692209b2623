import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';
import { builder, typenameOf } from './builder.ts';
import { Refund } from './payments/refund.ts';

builder.queryField('node', (t) =>
  t.node({
    description:
      'Anything by its id, with the rights that its own query asks for. Null where there is none that you may see. ' +
      'An `ope_…` is a `PaymentOperation`, or a `Refund` where the query asks for that type alone.',
    args: { id: t.arg.id({ required: true, description: 'The id: its beginning says its kind.' }) },
    id: (_root, { id }, _context, info) => {
      const typename = typenameOf(id);
      return typename === 'PaymentOperation' && wantsRefund(info) ? { type: Refund, id } : typename && id;
    },
  }),
);

/** A refund and the operation that made it have one id. The fragments say which of the two a client means. */
function wantsRefund({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const types = new Set<string>();
  const visit = ({ selectionSet }: Pick<FieldNode, 'selectionSet'>): void => selectionSet?.selections.forEach(look);
  const look = (selection: SelectionNode): void => {
    if (selection.kind === Kind.FIELD) return;
    const part = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    if (part === undefined) return;
    if (part.typeCondition) types.add(part.typeCondition.name.value);
    visit(part);
  };
  fieldNodes.forEach(visit);
  return types.has('Refund') && !types.has('PaymentOperation');
}
