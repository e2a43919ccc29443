import type { Code } from '@connectrpc/connect';
import { ConnectError } from '@connectrpc/connect';
import { BadRequestSchema, ErrorInfoSchema } from '@campus-desk/contract/google/rpc/error_details';

/** An error as the desk sends it: a code, a stable reason, facts, and what is wrong with which field. */
export function refusal(
  code: Code,
  reason: string,
  metadata: Record<string, string> = {},
  fields: Record<string, string> = {},
): ConnectError {
  const fieldViolations = Object.entries(fields).map(([field, description]) => ({ field, description }));
  return new ConnectError(reason, code, undefined, [
    { desc: ErrorInfoSchema, value: { reason, domain: 'campus-desk', metadata } },
    { desc: BadRequestSchema, value: { fieldViolations } },
  ]);
}
