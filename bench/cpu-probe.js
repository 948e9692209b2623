import { ownMemoryBytes } from '../src/observability/own-memory.ts';

/**
 * Loaded before a server that is measured. Answers the parent's `cpu` with the processor time that this process has
 * used so far, in microseconds, all its threads together; ends with the parent.
 */
process.on('message', (message) => {
  if (message !== 'cpu') return;
  const { user, system } = process.cpuUsage();
  process.send({
    cpuMicroseconds: user + system,
    residentBytes: process.memoryUsage.rss(),
    ownBytes: ownMemoryBytes(),
  });
});
process.on('disconnect', () => process.exit());
