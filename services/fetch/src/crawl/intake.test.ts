import { describe, expect, it } from '@jest/globals';
import { levelOf } from './intake.ts';

describe('levelOf', () => {
  it('asks for all while little waits, or nothing waits long', () => {
    expect(levelOf({ messages: 0, ageMs: 0 }, 256)).toBe('open');
    expect(levelOf({ messages: 255, ageMs: 1_999 }, 256)).toBe('open');
    // One page that takes long holds nobody up.
    expect(levelOf({ messages: 31, ageMs: 60_000 }, 256)).toBe('open');
  });
  it('asks for pages of light sources alone while many wait, or some wait long', () => {
    expect(levelOf({ messages: 256, ageMs: 10 }, 256)).toBe('light');
    expect(levelOf({ messages: 32, ageMs: 2_000 }, 256)).toBe('light');
  });
  it('asks for none while twice as many wait', () => {
    expect(levelOf({ messages: 512, ageMs: 10 }, 256)).toBe('closed');
  });
});
