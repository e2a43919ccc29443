import { z } from 'zod';

/** A sentence for the operator that says why the program cannot start and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** A TCP port to listen on; 0 lets the system choose. */
export const port = z.coerce
  .number('must be a port number')
  .int('must be a port number')
  .min(0, 'must be a port number')
  .max(65535, 'must be at most 65535');

/** Where a gRPC service listens, as `host:port`. */
export const address = z
  .string('is missing: give host:port')
  .regex(/^\S+:\d{1,5}$/, 'must look like host:port');

/** What every gRPC service reads from the environment. */
export const serverConfig = {
  /** Port of the gRPC server. */
  PORT: port.default(50051),
  /** Address that the gRPC server binds to. */
  HOST: z.string().default('0.0.0.0'),
  /** Port of the metrics for Prometheus; none without it. */
  METRICS_PORT: port.optional(),
  /** pino's level. */
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be a level such as info or debug',
    )
    .default('info'),
};

/**
 * Reads the environment by a table of zod schemas. An empty or blank variable counts as absent.
 * @throws StartError that names every wrong variable at once.
 */
export function readConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: NodeJS.ProcessEnv = process.env,
): z.output<z.ZodObject<Shape>> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ''));
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  const mistakes = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  throw new StartError(`The environment is wrong: ${mistakes.join('; ')}.`);
}
