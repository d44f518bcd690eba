import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPorts, openTelling, type OpenPorts } from '@newsmill/runtime';
import { startTestProcess } from '../../../libs/runtime/src/testing/start-test-process.ts';
import { readSettings, type ChangedFile } from '@newsmill/settings';
import { untilWithin } from '../../processes/until.ts';

type Environment = Readonly<Record<string, string>>;

/** The ports of a mill as its settings open them. */
export interface OpenMill extends OpenPorts {
  /** What it was told of files that changed. */
  readonly changed: readonly ChangedFile[];
}

/** Opens the ports with a data folder of their own, works with them and closes them. */
export async function withMill<T>(
  environment: Environment,
  work: (mill: OpenMill) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-transport-'));
  const changed: ChangedFile[] = [];
  const given = { NEWSMILL_DATA: folder, ...environment };
  const ports = await openPorts(readSettings(given), {
    environment: given,
    onChanged: (file) => void changed.push(file),
  });
  try {
    return await work({ ...ports, changed });
  } finally {
    await ports.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The error of an operation, which must fail, with the name of its kind. */
export async function refusalOf(
  environment: Environment,
  work: (mill: OpenMill) => Promise<unknown>,
): Promise<string> {
  return withMill(environment, async (mill) => {
    try {
      await work(mill);
    } catch (error) {
      if (error instanceof Error) return `${error.name}: ${error.message}`;
      throw error;
    }
    throw new Error('nobody refused it');
  });
}

/** Runs a process without work until `/readyz` says why it is not ready, by the name of what is missing. */
export async function readinessOf(environment: Environment, name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-transport-'));
  const given = { NEWSMILL_DATA: folder, ...environment };
  const settings = readSettings(given);
  const running = await startTestProcess({
    environment: given,
    telling: { ...openTelling({ settings, service: 'test' }), note: () => undefined },
  });
  try {
    let said = '';
    await untilWithin(180_000)(`/readyz speaks of ${name}`, async () => {
      const answer = await fetch(`${running.address}/readyz`);
      const body = (await answer.json()) as {
        readonly problems?: readonly { name: string; reason: string }[];
      };
      said = body.problems?.find((problem) => problem.name === name)?.reason ?? '';
      return said !== '';
    });
    return said;
  } finally {
    await running.stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}
