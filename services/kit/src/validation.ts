import type { DescMessage, Message } from '@bufbuild/protobuf';
import { pathToString } from '@bufbuild/protobuf/reflect';
import { createValidator, type Violation } from '@bufbuild/protovalidate';
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

/** protovalidate's words where they say what would be right, ours where they do not. */
function describe({ ruleId, message }: Violation): string {
  if (ruleId === 'string.min_len') return 'must not be empty';
  if (ruleId === 'string.uuid' || ruleId === 'string.uuid_empty') return 'must be a UUID';
  if (ruleId === 'required') return 'must be given';
  if (ruleId === 'enum.defined_only') return 'must be one of the defined values';
  return message;
}
