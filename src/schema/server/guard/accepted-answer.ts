const answerTypes = ['application/graphql-response+json', 'application/json', 'text/event-stream', 'multipart/mixed'];

/**
 * Whether the caller accepts a media type of the answer. Yoga applies the same rule, but only after the execution: a
 * payment would be recorded and its answer refused.
 */
export function acceptsAnswer(accept: string | undefined, types: readonly string[] = answerTypes): boolean {
  // As nearly all clients write it.
  if (accept === undefined || accept === '*/*' || types.includes(accept)) return true;
  const entries = (accept || '*/*').replaceAll(/\s/g, '').toLowerCase().split(',');
  return entries.some((entry) => {
    const [range = '', ...parameters] = entry.split(';');
    const charset = parameters.find((parameter) => parameter.includes('charset=')) ?? 'charset=utf-8';
    return charset === 'charset=utf-8' && types.some((type) => isWithin(type, range));
  });
}

function isWithin(type: string, range: string): boolean {
  const [kind, form] = type.split('/');
  const [rangeKind, rangeForm] = range.split('/');
  return (rangeKind === '*' || rangeKind === kind) && (rangeForm === '*' || rangeForm === form);
}
