/** Options of Node for a process of ours: a source runs as it is, and finds the sources of other parts. */
export function nodeOptions(entry: string): string[] {
  return entry.endsWith('.ts') ? ['--conditions=newsmill-source', '--no-warnings'] : ['--no-warnings'];
}
