import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Environment } from './declare/define-command.ts';

/**
 * Opens a file in the editor of the environment, as crontab(1) and git(1) do: by a shell, since the variable may
 * hold options. Answers whether the editor ended well.
 */
export async function openEditor(path: string, environment: Environment): Promise<boolean> {
  const editor = environment['VISUAL'] || environment['EDITOR'] || 'vi';
  const child = spawn('/bin/sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code === 0;
}
