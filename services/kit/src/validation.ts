import type { DescMessage, Message } from '@bufbuild/protobuf';
import { pathToString } from '@bufbuild/protobuf/reflect';
import { createValidator, type Violation } from '@bufbuild/protovalidate';
import { RpcError } from './rpc-error.ts';

const validator = createValidator();

/**
 * Checks a message against the bounds in its proto file.
 * @throws RpcError INVALID_ARGUMENT with one violation for each broken bound.
 */
export function requireValid(schema: DescMessage, message: Message): void {
  const result = validator.validate(schema, message);
  if (result.kind === 'valid') return;
  if (result.kind === 'error') throw result.error;
  throw RpcError.invalid(
    result.violations.map((violation) => ({
      field: pathToString(violation.field),
      description: describe(violation),
    })),
  );
}

/** protovalidate's words where they say what would be right, ours where they do not. */
function describe({ ruleId, message }: Violation): string {
  if (ruleId === 'string.min_len') return 'must not be empty';
  if (ruleId === 'string.uuid') return 'must be a UUID';
  if (ruleId === 'required') return 'must be given';
  if (ruleId === 'enum.defined_only') return 'must be one of the defined values';
  return message;
}
