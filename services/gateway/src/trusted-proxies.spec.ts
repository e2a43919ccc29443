import { readConfig } from '@campus-desk/kit/config';
import { describe, expect, it } from '@jest/globals';
import { trustedProxies } from './trusted-proxies.ts';

const read = (TRUST_PROXY: string) =>
  readConfig({ TRUST_PROXY: trustedProxies.optional() }, { TRUST_PROXY }).TRUST_PROXY;

describe('TRUST_PROXY', () => {
  it.each([
    ['', undefined],
    [' 10.0.0.1 ', ['10.0.0.1']],
    ['10.0.0.0/8, 192.168.1.1,fd00::/8,::1', ['10.0.0.0/8', '192.168.1.1', 'fd00::/8', '::1']],
  ])('takes %j', (given, expected) => {
    expect(read(given)).toEqual(expected);
  });

  it.each([
    '1',
    '-1',
    '1.5',
    'true',
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0.0/x',
    '10.0.0.0/8/8',
    '::1/129',
    '::1,',
  ])('refuses %j', (given) => {
    expect(() => read(given)).toThrow('TRUST_PROXY must be addresses and networks such as 10.0.0.0/8,::1');
  });
});
