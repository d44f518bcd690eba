import type { Note } from '@newsmill/contracts';
import { stackOf } from './stack-of.ts';

const mostTold = 4_000;

/** What is written to the stream becomes notes, a line each. The log itself writes below these streams. */
function noteWrites(stream: NodeJS.WriteStream, name: string, note: Note): void {
  let rest = '';
  stream.write = (
    chunk: string | Uint8Array,
    encodingOrDone?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean => {
    const lines = `${rest}${Buffer.from(chunk).toString()}`.split('\n');
    rest = (lines.pop() ?? '').slice(0, mostTold);
    for (const line of lines)
      if (line.trim() !== '') note('process.said', { stream: name, text: line.slice(0, mostTold) });
    (typeof encodingOrDone === 'function' ? encodingOrDone : done)?.();
    return true;
  };
}

/**
 * From here on everything that the process tells is a note: warnings of Node, errors that nobody caught (which
 * end it), and, unless it also speaks to people, what packages print. Only what the engine writes when it dies
 * (out of memory) goes by it.
 */
export function takeOverOutput(note: Note, { speaksToPeople }: { readonly speaksToPeople: boolean }): void {
  process.removeAllListeners('warning');
  process.on('warning', (warning) =>
    note('process.warned', { warning: warning.name, text: warning.message.slice(0, mostTold) }),
  );
  process.on('uncaughtException', (error) => {
    note('process.failed', { error: stackOf(error).slice(0, mostTold) });
    process.exit(1);
  });
  if (speaksToPeople) return;
  noteWrites(process.stdout, 'stdout', note);
  noteWrites(process.stderr, 'stderr', note);
}
