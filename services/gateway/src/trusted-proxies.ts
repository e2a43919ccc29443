import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/**
 * The addresses and networks of the proxies whose `X-Forwarded-For` is believed, apart by commas. Not their number:
 * whoever reaches the gateway past them could then say what he likes.
 */
export const trustedProxies = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((networks) => networks.every(isNetwork), 'must be addresses and networks such as 10.0.0.0/8,::1');

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  try {
    new BlockList().addSubnet(address, /^\d+$/.test(prefix) ? Number(prefix) : -1, `ipv${version as 4 | 6}`);
    return true;
  } catch {
    return false;
  }
}
