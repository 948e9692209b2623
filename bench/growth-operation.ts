/** One measured piece of work. */
export type Operation = {
  readonly name: string;
  /** Does a batch of it, and tells what processor time one took, in microseconds. */
  readonly measure: (batch: number) => Promise<number>;
};

/** What is measured on a database of one size. */
export type Sized = { readonly operations: readonly Operation[]; readonly close: () => Promise<void> };
