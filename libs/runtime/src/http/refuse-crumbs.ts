import { Transform } from 'node:stream';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { mostChunks } from '@newsmill/text';

/**
 * Answers 413 to a body that comes in more and smaller chunks than any client writes: each is kept as an object of its
 * own until the body is whole, so that one of a byte takes hundreds.
 */
export function refuseCrumbs(adapter: FastifyAdapter): void {
  adapter.getInstance().addHook('preParsing', (request, reply, payload, done) => {
    const { headers } = request;
    if (headers['transfer-encoding'] === undefined && headers['content-length'] === undefined)
      return done(null, payload);
    let chunks = 0;
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        chunks += 1;
        bytes += chunk.length;
        if (chunks <= mostChunks(bytes)) return next(null, chunk);
        // What still comes is not waited for.
        reply.header('connection', 'close');
        payload.resume();
        next(Object.assign(new Error('the body comes in too many small chunks'), { statusCode: 413 }));
      },
    });
    payload.on('error', (error) => counted.destroy(error));
    done(null, payload.pipe(counted));
  });
}
