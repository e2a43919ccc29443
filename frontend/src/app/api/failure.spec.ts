import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Code, ConnectError } from '@connectrpc/connect';
import { refusal } from '../../testing/refusal';
import { Words } from '../ui/words';
import { isTemporary, toFailure } from './failure';
import { failureWords, fieldWords } from './failure-words';

describe('toFailure', () => {
  it('keeps reason, facts and what is wrong with which field', () => {
    const failure = toFailure(
      refusal(
        Code.NotFound,
        'TICKET_CLOSED',
        { ticket_id: '7', closed_at: '2026-10-01T10:00:00Z' },
        { body: 'is empty' },
      ),
    );
    expect(failure.reason).toBe('TICKET_CLOSED');
    expect(failure.facts.closed_at).toBe('2026-10-01T10:00:00Z');
    expect(fieldWords(TestBed.inject(Words), failure, 'body')).toContain('is empty');
    expect(fieldWords(TestBed.inject(Words), failure, 'title')).toBe('');
  });

  it('takes a broken line for a desk out of reach, which is temporary', () => {
    const failure = toFailure(new TypeError('Failed to fetch'));
    expect(failure.code).toBe(Code.Unavailable);
    expect(isTemporary(failure)).toBe(true);
  });

  it('does not try a refusal again', () => {
    expect(isTemporary(toFailure(new ConnectError('no', Code.FailedPrecondition)))).toBe(false);
  });
});

describe('failureWords', () => {
  const codes = Object.values(Code).filter((code): code is Code => typeof code === 'number');

  it.each(codes)('says what happened for code %i, without naming a code', (code) => {
    const words = failureWords(TestBed.inject(Words), toFailure(new ConnectError('secret detail', code)));
    expect(words).toMatch(/^[A-Z].+[.]$/);
    expect(words).not.toMatch(/secret|\bcode\b|[A-Z]{3,}_/);
  });
});
