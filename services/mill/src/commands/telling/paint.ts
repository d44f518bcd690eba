import { styleText } from 'node:util';
import type { Fate } from '@newsmill/contracts';

type Tone = 'good' | 'bad' | 'waits' | 'quiet' | 'strong';
const styles = { good: 'green', bad: 'red', waits: 'yellow', quiet: 'dim', strong: 'bold' } as const;

/**
 * Text in colour, where standard output is a terminal that has it; NO_COLOR and FORCE_COLOR decide where they
 * are set.
 */
export function paint(tone: Tone, text: string): string {
  return styleText(styles[tone], text, { stream: process.stdout });
}

// biome-ignore format: a table, read by its rows
const tones: Readonly<Record<Fate, Tone>> = {
  indexed: 'good', passed: 'good', replayed: 'waits', retrying: 'waits', waiting: 'waits',
  dead: 'bad', gone: 'quiet', denied: 'quiet', dropped: 'quiet', duplicate: 'quiet',
};

/** A fate in the colour of what it means for an article. */
export function paintFate(fate: Fate, text: string = fate): string {
  return paint(tones[fate], text);
}
