/** The parts of the page, in their order. */
export const views = ['journal', 'balance', 'suspense', 'check'] as const;
export type View = (typeof views)[number];
