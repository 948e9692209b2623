/** How processes take turns at a work. */
export type LeaseWrites = {
  /**
   * Takes or keeps the lease `name` until `until`: false where another holder has it and it has not run out by `now`.
   * One that ends further ahead than twice as long as this one was taken by a clock that was wrong: it has run out.
   * Whoever has it works alone, as long as clocks agree better than a lease is long; so no work relies on it alone.
   */
  claimLease(lease: {
    readonly name: string;
    readonly holder: string;
    readonly now: number;
    readonly until: number;
  }): Promise<boolean>;
  /** Gives a lease back, if `holder` has it. */
  releaseLease(name: string, holder: string): Promise<void>;
};
