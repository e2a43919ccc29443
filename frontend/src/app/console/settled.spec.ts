import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Settled } from './settled';

describe('Settled', () => {
  const watched = signal<{ readonly step: string } | undefined>(undefined);
  let settled: Settled;

  beforeEach(() => {
    jest.useFakeTimers();
    watched.set(undefined);
    settled = TestBed.runInInjectionContext(() => new Settled(() => watched()?.step));
  });

  afterEach(() => jest.useRealTimers());

  function show(step?: string): boolean {
    watched.set(step === undefined ? undefined : { step });
    TestBed.tick();
    return settled.yes();
  }

  it('is so from the beginning, and with whatever comes after nothing', () => {
    expect([show(), show('activate'), show(), show('close')]).toEqual([true, true, true, true]);
  });

  it('is not so just after a change, and again after a while, also when it is told the same meanwhile', () => {
    show('activate');
    expect(show('close')).toBe(false);
    jest.advanceTimersByTime(400);
    expect(show('close')).toBe(false);
    jest.advanceTimersByTime(400);
    expect(settled.yes()).toBe(true);
  });

  it('is so for another ticket, even if the one before had just changed', () => {
    show('activate');
    show('close');
    expect([show(), show('activate')]).toEqual([true, true]);
  });
});
