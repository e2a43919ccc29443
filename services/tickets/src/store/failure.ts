import { QueryFailedError } from 'typeorm';

const noRoomCodes = new Set(['ER_CON_COUNT_ERROR', 'ER_TOO_MANY_USER_CONNECTIONS', 'ER_USER_LIMIT_REACHED']);

const passingCodes = new Set([
  // The server cannot be reached, or has just gone.
  'DATABASE_UNREACHABLE',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'ER_SERVER_SHUTDOWN',
  'ER_NORMAL_SHUTDOWN',
  'ER_SERVER_OFFLINE_MODE',
  'ER_CLIENT_INTERACTION_TIMEOUT',
  // It ended this connection.
  'ER_CONNECTION_KILLED',
  'ER_SESSION_WAS_KILLED',
  'ER_QUERY_INTERRUPTED',
  // The password has changed, and the new one has not come yet.
  'ER_ACCESS_DENIED_ERROR',
  // Another transaction was in the way.
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  // It takes no writes for now: another member of its group does.
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION',
  'ER_READ_ONLY_MODE',
  // Its group has another primary by now, or no majority, or does not know yet.
  'ER_RUN_HOOK_ERROR',
  'ER_TRANSACTION_ROLLBACK_DURING_COMMIT',
  'ER_GRP_TRX_CONSISTENCY_NOT_ALLOWED',
  'ER_GRP_TRX_CONSISTENCY_BEFORE',
  'ER_GRP_TRX_CONSISTENCY_AFTER_ON_TRX_BEGIN',
  'ER_GRP_TRX_CONSISTENCY_BEGIN_NOT_ALLOWED',
]);

/** Whether a failed statement says that the database is out of reach for now, and so may be tried again. */
export function isConnectionLoss(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && passingCodes.has(code)) return true;
  if (isBusy(error) || (hasNoRoom(error) && !isCrowded(error))) return true;
  return typeof message === 'string' && /closed state|Connection lost|Pool is closed/i.test(message);
}

/** Whether the server, or this process, has all the connections that it may have. */
export function hasNoRoom(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return isCrowded(error) || (typeof code === 'string' && noRoomCodes.has(code));
}

/** Whether a statement failed because another process is just writing to the embedded database. */
export function isBusy(error: unknown): boolean {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  // The low byte of SQLite's extended codes is the plain one.
  return code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' && (errcode & 0xff) === 5;
}

/** Whether more callers wait for a connection than may. */
export function isCrowded(error: unknown): boolean {
  return error instanceof Error && error.message === 'Queue limit reached.';
}

/** An error as it may be logged: without the statement and its values, which hold what people wrote. */
export function withoutTexts(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { code, errno, errcode } = error as { code?: unknown; errno?: unknown; errcode?: unknown };
  const told = new Error(`a statement failed: ${[code, errno ?? errcode].filter(Boolean).join(' ')}`);
  if (error.stack !== undefined) told.stack = error.stack.replace(error.message, told.message);
  return told;
}

/** Why something failed, in words: some errors of the network have none but their code. */
export function reasonOf(error: unknown): string {
  const { message = '', code } = error as { message?: string; code?: string };
  return message === '' ? String(code) : message;
}
