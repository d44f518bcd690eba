import { serveHostileWeb } from './serve-hostile.ts';

// Serves until its parent ends it; tells the sources once, and what it is asked for: what was asked of them, or what
// must have become of the honest stories, of which it then publishes no more.
const web = await serveHostileWeb(process.argv[2] === 'hostile');
process.send?.(web.sources);
process.on('message', (word) => process.send?.(word === 'rest' ? web.rest() : web.asked()));
process.once('disconnect', () => process.exit(0));
