import { create, getOption, type DescField, type DescMessage, type Message } from '@bufbuild/protobuf';
import { pathToString } from '@bufbuild/protobuf/reflect';
import { createValidator, type Violation } from '@bufbuild/protovalidate';
import { field as annotation } from '@bufbuild/protovalidate/gen/buf/validate/validate_pb.js';
import { RpcError } from './rpc-error.ts';

const validator = createValidator();

/** How many violations one refusal names: they travel in headers, which carry only some kilobytes. */
const mostViolations = 10;

/**
 * Checks a message against the bounds in its proto file.
 * @throws RpcError INVALID_ARGUMENT with a violation for each broken bound, of very many only the first.
 */
export function requireValid(schema: DescMessage, message: Message): void {
  const result = validator.validate(schema, message);
  if (result.kind === 'valid') return;
  if (result.kind === 'error') throw result.error;
  throw RpcError.invalid(
    result.violations.slice(0, mostViolations).map((violation) => ({
      field: pathToString(violation.field),
      description: describe(violation),
    })),
  );
}

/** Compiles the bounds of a kind of message, so that the first one to be checked does not wait for that. */
export function prepareValidation(schema: DescMessage): void {
  validator.validate(schema, create(schema));
}

/** protovalidate's words where they say what would be right, ours where they do not. */
function describe({ ruleId, message, field }: Violation): string {
  switch (ruleId) {
    case 'string.min_len':
      return 'must not be empty';
    case 'string.uuid':
    case 'string.uuid_empty':
      return 'must be a UUID';
    case 'string.pattern':
      return message.replace(/^does not match/, 'must match');
    case 'required':
      return 'must be given';
    case 'enum.defined_only':
    case 'enum.not_in':
      return oneOfItsValues(field.findLast((part) => part.kind === 'field')!);
    default:
      return message;
  }
}

/** What would be right in a field that holds values of an enum: those that its annotation does not refuse, by name. */
export function oneOfItsValues(field: DescField): string {
  const { type } = getOption(field, annotation);
  const own = type.case === 'repeated' ? type.value.items?.type : type;
  const refused = own?.case === 'enum' ? own.value.notIn : [];
  const allowed = field.enum?.values.filter(({ number }) => !refused.includes(number)) ?? [];
  return `must be one of ${allowed.map(({ name }) => name).join(', ')}`;
}
