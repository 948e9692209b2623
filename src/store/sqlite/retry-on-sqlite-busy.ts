/** SQLITE_BUSY */
const sqliteBusy = 5;
const patienceMs = 5000;
const pauseMs = 20;

/**
 * Two processes that open a new file at once both switch it to WAL. SQLite refuses one of them at once, whatever the
 * time-out is, because waiting could be a deadlock. A moment later the lock is free.
 */
export function retryOnSqliteBusy(run: () => void): void {
  for (const deadline = Date.now() + patienceMs; ; ) {
    try {
      run();
      return;
    } catch (error) {
      if ((error as { errcode?: unknown }).errcode !== sqliteBusy || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
}
