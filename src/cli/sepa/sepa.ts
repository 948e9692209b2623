import type { Command } from 'commander';
import type { CommandWorld } from '../world.ts';
import { addBatchCommand } from './sepa-batch.ts';
import { addBatchesCommand } from './sepa-batches.ts';
import { addMandateCommands } from './sepa-mandate.ts';

export function addSepaCommands(program: Command, world: CommandWorld): void {
  const sepa = program.command('sepa').description('SEPA direct debits: mandates, and the files for the bank.');
  addBatchCommand(sepa, world);
  addBatchesCommand(sepa, world);
  addMandateCommands(sepa, world);
}
