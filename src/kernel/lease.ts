/** How processes take turns at a work. */
export type LeaseWrites = {
  /**
   * Takes or extends the lease `name` until `until`. False if another holder has it and it has not run out by `now`. A
   * lease that ends further ahead than twice the length of this one came from a wrong clock and counts as run out. The
   * holder works alone as long as clocks agree to within a lease, so no work relies on it alone.
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
