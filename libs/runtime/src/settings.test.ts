import { describe, expect, it } from '@jest/globals';
import { BadSettings, readSettings } from './settings.ts';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (error instanceof BadSettings) return error.problems;
    throw error;
  }
}

describe('readSettings', () => {
  it('gives every setting its default', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 8080, retryLadder: [30_000, 300_000, 3_600_000], demo: undefined });
  });
  it('reports all mistakes together, with the name and what is allowed', () => {
    const problems = problemsOf({ NEWSMILL_PORT: 'eighty', NEWSMILL_RETRY_LADDER: '1 second', NEWSMILL_DEMO: 'maybe' });
    expect(problems).toHaveLength(3);
    expect(problems.join('\n')).toMatch(/NEWSMILL_PORT="eighty".*whole number/);
  });
  it('asks whether another setting was meant', () => {
    expect(problemsOf({ NEWSMILL_PROT: '1' })[0]).toBe('NEWSMILL_PROT is no setting; did you mean NEWSMILL_PORT?');
  });
});
