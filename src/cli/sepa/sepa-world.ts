import { Option } from 'commander';
import { InvalidInputError, PaymentError } from '../../kernel/errors.ts';
import { mandateScheme } from '../../kernel/sepa/mandate.ts';
import { paymentRunMode } from '../../kernel/vocabulary.ts';
import { runModeOption } from '../output/run-mode-option.ts';
import { type CliServices, CommandFailure, type CommandWorld, withServices, wrongOption } from '../world.ts';

export const societeOption = (): Option => new Option('--societe <number>', 'the société').makeOptionMandatory();
export const requiredRunMode = (): Option =>
  runModeOption('whether it is about real money').choices(paymentRunMode.names).makeOptionMandatory();
export const schemeOption = (description: string): Option =>
  new Option('--scheme <scheme>', description).choices(mandateScheme.names);

/** Runs `work` on the configured database; a refusal is one line. */
export function withBatchServices<T>(
  world: CommandWorld,
  work: (services: CliServices) => Promise<T>,
  objectOf?: (services: CliServices) => Promise<string | null>,
): Promise<T> {
  const run = async (services: CliServices): Promise<T> => {
    try {
      return await work(services);
    } catch (error) {
      // A wrong value is a usage error, like an unknown option.
      if (error instanceof InvalidInputError) throw wrongOption(error);
      if (error instanceof PaymentError) throw new CommandFailure(error.message, { cause: error });
      throw error;
    }
  };
  return withServices(world, run, objectOf);
}
