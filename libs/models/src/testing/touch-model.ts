import { parentPort } from 'node:worker_threads';
import { loadModel } from '../load-model.ts';

// A thread that writes where nobody may, so that a test sees whether its memory is that of the others.
const words = loadModel('word-rarities').uint32('words');
words[0] = ~(words[0] ?? 0);
parentPort?.postMessage('touched');
