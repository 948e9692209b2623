import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { paymentTarget } from '../../src/kernel/vocabulary.ts';
import { schema } from '../../src/schema/index.ts';

describe('the schema', () => {
  it('says of every type, field, argument and value what it is', () => {
    const silent: string[] = [];
    const look = (name: string, thing: { readonly description?: string | null | undefined }): void => {
      if (!thing.description) silent.push(name);
    };
    for (const type of Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))) {
      look(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        look(`${type.name}.${field.name}`, field);
        if ('args' in field)
          for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
    expect(silent).toEqual([]);
  });

  it('has the enums in the order of the legacy ordinals', () => {
    const valuesOf = (name: string): string[] => {
      const type = schema.getType(name);
      return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    };
    expect(valuesOf('PaymentTarget')).toEqual(paymentTarget.names);
    expect(valuesOf('PaymentRunMode')).toEqual(['TEST', 'LIVE', 'FORCE_LIVE']);
    expect(valuesOf('PaymentType')).toEqual(['DIRECT_SEPA', 'SEPA', 'CB', 'AMEX', 'COMPTABILITE']);
  });
});
