import compress from '@fastify/compress';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { constants } from 'node:zlib';

/** Shorter answers cost more to compress than they save, bytes. */
const fewestBytes = 1_024;
/** Texts, JSON in all its forms, XML, and lines of JSON; a stream of events goes out as it is written. */
const compressible =
  /^(?:text\/(?!event-stream)|application\/(?:[\w.]+\+)?(?:json|xml|x-ndjson|yaml|javascript)|image\/svg\+xml)/;

/**
 * Compresses answers for whoever takes it (RFC 9110, 12.5.3), in Brotli or gzip. What is sent to us compressed is
 * refused as before: a small body may hold a large one.
 */
export async function compressAnswers(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: fewestBytes,
    customTypes: compressible,
    // The usual quality of 11 takes a hundred times longer and saves a tenth.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    globalDecompression: false,
  });
}
