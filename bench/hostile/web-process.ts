import { serveHostileWeb } from './serve-hostile.ts';

// Serves until its parent ends it; tells the sources once.
const web = await serveHostileWeb(process.argv[2] === 'hostile');
process.send?.(web.sources);
process.once('disconnect', () => process.exit(0));
