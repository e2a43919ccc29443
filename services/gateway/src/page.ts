import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { extname, resolve } from 'node:path';

/** A file whose name changes with its content may be kept for ever. */
const hashed = /[-.][A-Z0-9]{8}\.\w+$/;

/** Serves the built page: its files as they are, and the page itself for every route that is not an API. */
export async function servePage(server: FastifyInstance, folder: string): Promise<void> {
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
    const { pathname } = new URL(request.url, 'http://localhost');
    const isRoute = request.method === 'GET' && extname(pathname) === '' && !pathname.startsWith('/campus.');
    if (isRoute) return reply.sendFile('index.html');
    return reply.code(404).send({ code: 'unimplemented', message: `There is nothing at ${pathname}.` });
  });
}
