import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Reads a whole SQLite file in a process of its own; answers what is damaged. The file may be in use. */
export function inspectFile(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return Promise.resolve(undefined);
  const isSource = import.meta.url.endsWith('.ts');
  const entry = fileURLToPath(new URL(`./inspect-process.${isSource ? 'ts' : 'js'}`, import.meta.url));
  const child = fork(entry, [path], {
    execArgv: isSource ? ['--conditions=newsmill-source', '--no-warnings'] : ['--no-warnings'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.on('message', (message: { readonly problem?: string }) => resolve(message.problem));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      reject(new Error(`the look at ${path} was ended (${signal ?? `exit ${code}`})`)),
    );
    child.unref();
    child.channel?.unref();
  });
}
