/**
 * Takes the place of framer-motion, of which GraphiQL uses these two. Its tabs can be dragged, and move under the
 * pointer while they settle: a click was lost then, and Run ran the operation of the tab before.
 */
const Group = ({ axis: _axis, values: _values, onReorder: _onReorder, ...rest }) => <ul {...rest} />;
const Item = ({ value: _value, ...rest }) => <li {...rest} />;

export const Reorder = { Group, Item };
