import type { ComponentChildren } from 'preact';

export type Tone = 'good' | 'warn' | 'bad' | 'plain';

/** A short word on a coloured ground; the word, not the colour, carries the meaning. */
export function Badge({
  tone,
  children,
  title,
}: {
  readonly tone: Tone;
  readonly children: ComponentChildren;
  readonly title?: string;
}) {
  return (
    <span class={`badge badge-${tone}`} title={title}>
      {children}
    </span>
  );
}

const tones: Readonly<Record<string, Tone>> = {
  indexed: 'good',
  retrying: 'warn',
  denied: 'warn',
  dead: 'bad',
  gone: 'warn',
};

/** The tone of a fate of an item. */
export function toneOf(word: string): Tone {
  return tones[word] ?? 'plain';
}
