import { address, port, serverConfig } from '@campus-desk/kit/config';
import { z } from 'zod';
import { trustedProxies } from './trusted-proxies.ts';

/** What the gateway reads from the environment. */
export const gatewayConfig = {
  PORT: port.default(8080),
  HOST: serverConfig.HOST,
  METRICS_PORT: serverConfig.METRICS_PORT,
  LOG_LEVEL: serverConfig.LOG_LEVEL,
  TICKETS_ADDRESS: address,
  BACKLOG_ADDRESS: address,
  RESOLUTION_ADDRESS: address,
  WORKLOAD_ADDRESS: address,
  /** `off` takes the limits of requests per address away, for tests and load measurements. */
  RATE_LIMIT: z.enum(['on', 'off'], 'must be on or off').default('on'),
  /** Whose word on a caller's address is believed; nobody's by default. */
  TRUST_PROXY: trustedProxies.optional(),
  /**
   * For how long a gateway that stops goes on: longer than callers need to hear of it, and than a proxy before it leaves
   * a connection unused, no request meets a closed one.
   */
  DRAIN_SECONDS: z.coerce
    .number('must be a number of seconds')
    .min(0, 'must be at least 0')
    .max(60, 'must be at most 60')
    .default(0.5),
  /** The built page. */
  PAGE_DIR: z.string().default('frontend/dist/browser'),
};
