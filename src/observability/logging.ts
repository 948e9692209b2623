import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { createMask } from './masking.ts';

/**
 * The only logger: a line of JSON for each event. It masks all fields, messages and errors. Client text appears only
 * inside JSON strings, so that no line can be forged.
 */
export function createLogger({
  level,
  maskingKey,
  fieldsOf,
  destination,
}: {
  readonly level: NonNullable<LoggerOptions['level']>;
  /** Random; with another one, digests of the same e-mail address differ. */
  readonly maskingKey: Buffer;
  /** Fields that every line gets. */
  readonly fieldsOf?: () => object;
  readonly destination: DestinationStream;
}): Logger {
  const mask = createMask(maskingKey);
  const options: LoggerOptions = {
    level,
    ...(fieldsOf && { mixin: fieldsOf }),
    formatters: { log: mask.fields },
    serializers: { msg: (text: string) => mask.text(text), err: (masked: unknown) => masked },
    hooks: {
      // An error that is logged alone would lend its own text to the message.
      logMethod(args, method) {
        if (args[0] instanceof Error && args.length === 1) method.apply(this, [{ err: args[0] }, 'an error']);
        else method.apply(this, args);
      },
    },
  };
  const logger = pino(options, destination);
  // Pino forgets the formatter of bindings for children; a child inherits this function.
  const makeChild = logger.child;
  logger.child = function (this: Logger, bindings: object, childOptions?: object) {
    return makeChild.call(this, mask.fields(bindings), childOptions);
  } as typeof logger.child;
  return logger;
}
