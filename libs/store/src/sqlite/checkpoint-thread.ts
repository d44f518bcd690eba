import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Pass } from './checkpoints.ts';

/*
 * Entry of the thread that brings the write-ahead log of a file into the file, over a connection of its own. A passive
 * checkpoint waits for nobody and holds nobody up; with NORMAL it syncs the log before it writes to the file, and the
 * file before SQLite may begin the log anew.
 */
const database = new DatabaseSync(String(workerData));
database.exec('PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -100');
database.prepare('SELECT count(*) FROM sqlite_schema').get();
const checkpoint = database.prepare('PRAGMA wal_checkpoint(PASSIVE)');

function pass(): Pass {
  try {
    const row = checkpoint.get() ?? {};
    return { frames: Number(row['log']), brought: Number(row['checkpointed']) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (word: 'pass' | 'close') => {
  if (word === 'pass') return parentPort?.postMessage(pass());
  database.close();
  parentPort?.close();
});
