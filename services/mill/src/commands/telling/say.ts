let isJson = false;

/** From now on standard output is for programs: `answer` alone writes to it. One process runs one command. */
export function answerAsJson(): void {
  isJson = true;
}

/** What a command writes: results on standard output, everything else on standard error. */
export function say(text: string): void {
  if (!isJson) process.stdout.write(`${text}\n`);
}

/** The result as programs want it: a line of JSON where `--format json` asks for it, and nothing else. */
export function answer(value: unknown): void {
  if (isJson) process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
