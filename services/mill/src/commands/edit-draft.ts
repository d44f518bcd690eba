import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from './declare/define-command.ts';
import { openEditor } from './open-editor.ts';
import { complain } from '@newsmill/service';

/** What somebody made of a text. */
interface Draft {
  /** The file that has it. */
  readonly path: string;
  readonly text: string;
  /** Throws away what was typed in an editor: to be called only where nothing of it could be missed. */
  drop(): void;
}

/**
 * What somebody makes of a text in their editor, or wrote into the file `from`. undefined, and said, where the editor
 * ended with a failure; `result` says what that means.
 */
export async function editDraft(
  {
    name,
    text,
    from,
    result,
  }: {
    readonly name: string;
    readonly text: string;
    readonly from: string | undefined;
    readonly result: string;
  },
  environment: Environment,
): Promise<Draft | undefined> {
  if (from !== undefined) return { path: from, text: readFileSync(from, 'utf8'), drop: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-edit-'));
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  if (!(await openEditor(path, environment))) {
    complain(`the editor ended with a failure; ${result}; its text is in ${path}`);
    return undefined;
  }
  const drop = () => rmSync(folder, { recursive: true, force: true });
  return { path, text: readFileSync(path, 'utf8'), drop };
}
