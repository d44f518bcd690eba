import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { LogLine } from '@newsmill/contracts';

/** Runs a script in a process whose output was taken over; answers what it wrote. */
function runScript(script: string, speaksToPeople = false) {
  const module = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const source = `
    import { readSettings } from '@newsmill/settings';
    import { openTelling } from ${module('./open-telling.ts')};
    import { takeOverOutput } from ${module('./take-over-output.ts')};
    const { note } = openTelling({ settings: readSettings({}), service: 'clean' });
    takeOverOutput(note, { speaksToPeople: ${speaksToPeople} });
    ${script}`;
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=newsmill-source', '--input-type=module', '--eval', source],
    { encoding: 'utf8', env, cwd: new URL('.', import.meta.url) },
  );
  return {
    status,
    stdout,
    lines: stderr
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => LogLine.parse(JSON.parse(line))),
  };
}

describe('the output of a process', () => {
  it('is lines of the log: what is printed, warned of, and what ends it', () => {
    const { status, stdout, lines } = runScript(`
      console.log('one\\ntwo');
      process.emitWarning('old', 'DeprecationWarning');
      setTimeout(() => { throw new Error('nobody caught this'); }, 50);`);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(lines).toMatchObject([
      { msg: 'process.said', stream: 'stdout', text: 'one' },
      { msg: 'process.said', stream: 'stdout', text: 'two' },
      { msg: 'process.warned', warning: 'DeprecationWarning', text: 'old' },
      { msg: 'process.failed', error: expect.stringContaining('Error: nobody caught this') },
    ]);
  });
  it('is so for a promise that nobody caught and for what a thread prints', () => {
    const { status, lines } = runScript(`
      import { Worker } from 'node:worker_threads';
      new Worker("console.error('of a thread'); process.emitWarning('of a thread too');", { eval: true })
        .on('exit', () => setTimeout(() => Promise.reject(new Error('given up')), 200));`);
    expect(status).toBe(1);
    expect(lines).toMatchObject([
      { msg: 'process.said', stream: 'stderr', text: 'of a thread' },
      { msg: 'process.said', text: expect.stringContaining('of a thread too') },
      { msg: 'process.said' },
      { msg: 'process.failed', error: expect.stringContaining('given up') },
    ]);
  });
  it('keeps the words that it has for people', () => {
    expect(runScript(`console.log('welcome');`, true)).toMatchObject({
      status: 0,
      stdout: 'welcome\n',
      lines: [],
    });
  });
});
