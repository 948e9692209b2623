/**
 * Takes the place of react-remove-scroll in dialogs and menus. It writes style elements into the page, which the
 * page's policy forbids; and the page does not scroll.
 */
export const RemoveScroll = ({ children, as: _as, allowPinchZoom: _zoom, shards: _shards }) => children;
