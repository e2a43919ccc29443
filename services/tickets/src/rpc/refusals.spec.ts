import { Code, RpcError } from '@campus-desk/kit/rpc-error';
import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { PageTokenError } from '../store/page-token.ts';
import { OverloadError } from '../store/writer.ts';
import { storeError } from './refusals.ts';

const coded = (code: string, fields: object = {}) =>
  new QueryFailedError('INSERT', ['private words'], Object.assign(new Error(code), { code, ...fields }));

describe('what the store throws', () => {
  it.each([
    ...[
      'PROTOCOL_CONNECTION_LOST',
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ETIMEDOUT',
      'ENOTFOUND',
      'EAI_AGAIN',
    ],
    ...['ER_SERVER_SHUTDOWN', 'ER_CON_COUNT_ERROR', 'ER_CONNECTION_KILLED', 'ER_QUERY_INTERRUPTED'],
    ...['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_OPTION_PREVENTS_STATEMENT', 'ER_READ_ONLY_MODE'],
  ])('%s means that the database is out of reach', (code) => {
    expect(storeError(coded(code))).toMatchObject({ code: Code.UNAVAILABLE, reason: 'DATABASE_UNAVAILABLE' });
  });

  it.each([
    ['a connection that is gone', new Error("Can't add new command when connection is in closed state")],
    ['a server that left', new Error('Connection lost: The server closed the connection.')],
    ['another process that writes', coded('ERR_SQLITE_ERROR', { errcode: 5 })],
    ['one that wrote since', coded('ERR_SQLITE_ERROR', { errcode: 517 })],
  ])('%s means the same', (_, error) => {
    expect(storeError(error)).toMatchObject({ code: Code.UNAVAILABLE });
  });

  it.each([
    ['writes', new OverloadError('too many writes wait')],
    ['readers', new Error('Queue limit reached.')],
  ])('too many waiting %s are overload', (_, error) => {
    expect(storeError(error)).toMatchObject({ code: Code.RESOURCE_EXHAUSTED, reason: 'OVERLOADED' });
  });

  it('a foreign page token is an invalid request', () => {
    expect(storeError(new PageTokenError('must be ours'))).toMatchObject({
      code: Code.INVALID_ARGUMENT,
      message: 'page_token: must be ours',
    });
  });

  it.each([
    ['a full disk', coded('ERR_SQLITE_ERROR', { errcode: 13 })],
    ['a value that does not fit', coded('ER_DATA_TOO_LONG')],
  ])('%s stays an error, told without what people wrote', (_, error) => {
    const told = storeError(error) as Error;
    expect(told).not.toBeInstanceOf(RpcError);
    expect(told.message).toMatch(/^a statement failed: ER/);
    expect(JSON.stringify({ ...told, message: told.message, stack: told.stack })).not.toContain('private');
  });

  it('any other error stays itself', () => {
    const error = new RangeError('a mistake of ours');
    expect(storeError(error)).toBe(error);
    const refusal = new RpcError(Code.NOT_FOUND, 'TICKET_NOT_FOUND', 'gone');
    expect(storeError(refusal)).toBe(refusal);
  });
});
