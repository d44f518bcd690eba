import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firstCompiler } from '../first-compiler.ts';
import type { Java } from './find-tools.ts';

/**
 * Classes as this JVM has parsed them, kept beside the server: two thirds off the processor time of a start.
 */
export interface ClassArchive {
  /** Flags of the JVM: use the archive, or write one when the JVM ends. */
  flags(): string[];
  /** To be called when the JVM has ended in order. */
  keep(): void;
}

export function classArchive(folder: string, java: Java): ClassArchive {
  const file = join(folder, `classes-${java.version}.jsa`);
  const fresh = `${file}.${process.pid}`;
  return {
    flags: () =>
      existsSync(file)
        ? ['-Xshare:auto', `-XX:SharedArchiveFile=${file}`, '-Xlog:cds=off', '-Xlog:cds+dynamic=off']
        : [`-XX:ArchiveClassesAtExit=${fresh}`, '-Xlog:cds=off', '-Xlog:cds+dynamic=off'],
    keep() {
      if (!existsSync(fresh)) return;
      // Another checkout may have been faster: then its archive is in use and stays.
      if (existsSync(file)) rmSync(fresh);
      else renameSync(fresh, file);
    },
  };
}

/** For JVMs that live for a minute: quick to start, small, no second compiler. */
export const briefJvm = ['-XX:+UseSerialGC', firstCompiler, '-XX:-UsePerfData'];
