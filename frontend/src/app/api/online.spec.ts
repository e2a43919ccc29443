import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../../testing/eventually';
import { Online } from './online';

describe('Online', () => {
  let reachable: boolean;
  let asked: number;

  beforeEach(() => {
    [reachable, asked] = [true, 0];
    Object.assign(globalThis, {
      fetch: () => {
        asked++;
        return reachable ? Promise.resolve({}) : Promise.reject(new TypeError('Failed to fetch'));
      },
    });
  });

  afterEach(() => {
    jest.restoreAllMocks();
    Reflect.deleteProperty(globalThis, 'fetch');
  });

  function tell(onLine: boolean): void {
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(onLine);
    dispatchEvent(new Event(onLine ? 'online' : 'offline'));
  }

  it('believes the browser that there is a network', () => {
    expect(TestBed.inject(Online).online()).toBe(true);
    expect(asked).toBe(0);
  });

  it('knows when the network is gone, and when it is back', async () => {
    const { online } = TestBed.inject(Online);
    reachable = false;
    tell(false);
    expect(online()).toBe(false);
    await expect(TestBed.inject(Online).check()).resolves.toBe(false);
    expect(online()).toBe(false);
    tell(true);
    expect(online()).toBe(true);
  });

  it('does not believe the browser that there is none where the desk answers', async () => {
    const { online } = TestBed.inject(Online);
    tell(false);
    await eventually(() => online());
  });
});
