import { serveHostileWeb } from './serve-hostile.ts';

// Serves until its parent ends it; tells the sources once, and what was asked of them whenever it hears of it.
const web = await serveHostileWeb(process.argv[2] === 'hostile');
process.send?.(web.sources);
process.on('message', () => process.send?.(web.asked()));
process.once('disconnect', () => process.exit(0));
