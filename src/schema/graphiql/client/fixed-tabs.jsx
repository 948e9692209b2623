/**
 * Takes the place of framer-motion, of which GraphiQL uses these two. Its tabs can be dragged, and move under the
 * pointer while they settle: a click was lost then, and Run ran the operation of the tab before. They are a list of
 * buttons: a tab of ARIA may hold no button.
 */
const Group = ({ axis: _axis, values: _values, onReorder: _onReorder, role: _role, ...rest }) => <ul {...rest} />;
const Item = ({ value: _value, role: _role, 'aria-selected': isSelected, ...rest }) => (
  <li aria-current={isSelected ? 'true' : undefined} {...rest} />
);

export const Reorder = { Group, Item };
