/** What has to be there for a test to go on. @throws where it is not */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('it is not there');
  return value;
}
