import type { DescMessage } from '@bufbuild/protobuf';
import { isFieldError } from '@bufbuild/protobuf/reflect';
import type { FieldViolation } from '@campus-desk/kit/rpc-error';
import { oneOfItsValues } from '@campus-desk/kit/validation';

/**
 * What is wrong with JSON that is no message of this kind, if one field of it is. protobuf-es names a field whose value
 * it cannot take, but says of a name that it does not know only what it read.
 */
export function unreadableField(error: unknown, input: DescMessage): FieldViolation | undefined {
  if (!(error instanceof Error)) return undefined;
  if (isFieldError(error)) return { field: error.field().name, description: error.message };
  const [, key] = /key "(.*)" is unknown$/.exec(error.message) ?? [];
  if (key !== undefined) return { field: key, description: `must be one of ${namesOf(input)}` };
  const [, type] = /^cannot decode enum (\S+) from JSON/.exec(error.message) ?? [];
  const field = input.fields.find((candidate) => candidate.enum?.typeName === type);
  if (field?.enum !== undefined) return { field: field.name, description: oneOfItsValues(field) };
  return unreadableField(error.cause, input);
}

function namesOf({ fields }: DescMessage): string {
  return fields.map(({ jsonName }) => jsonName).join(', ');
}
