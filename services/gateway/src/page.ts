import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { StartError } from '@campus-desk/kit/config';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { answerNotFound } from './http-error.ts';

/** A file whose name changes with its content may be kept for ever. */
const hashed = /-[\w-]{8}\.(js|css)$/;

/**
 * Serves the built page: its files as they are, and the page itself for every route that is not an API.
 * @throws StartError when there is no page in the folder
 */
export async function servePage(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html')))
    throw new StartError(
      `There is no page in ${resolve(folder)}: build it by "npm run build", or set PAGE_DIR to its folder.`,
    );
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Angular and Material add their styles as elements while the page runs.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Whoever ends TLS before the gateway says so.
    strictTransportSecurity: false,
  });
  await server.register(fastifyStatic, {
    root: resolve(folder),
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const plain = path.replace(/\.(br|gz)$/, '');
      void reply.header(
        'cache-control',
        hashed.test(plain) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const isRoute = isRead && extname(path) === '' && !path.startsWith('/campus.');
    if (isRoute) return reply.sendFile('index.html');
    answerNotFound(reply, path);
    return reply;
  });
}
