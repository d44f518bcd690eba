import { z } from 'zod';
import type { LabelledText } from './train-topics.ts';

const name = z.string().trim().min(1).max(200);

/** One line of a file that topics are trained from. */
const LabelledLine = z
  .object({
    title: z.string().default(''),
    text: z.string().default(''),
    label: name.optional(),
    labels: z.array(name).default([]),
  })
  .refine(({ title, text }) => title.trim() !== '' || text.trim() !== '', 'has neither title nor text')
  .refine(({ label, labels }) => label !== undefined || labels.length > 0, 'has neither label nor labels');

/** A line of a training file that cannot be read; the message says why. */
export class BadLabelledLine extends Error {
  override readonly name = 'BadLabelledLine';
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new BadLabelledLine(
      'it is not JSON; each line is an object such as {"title": "...", "text": "...", "label": "sport"}',
      { cause },
    );
  }
}

/** Reads one JSON line `{title?, text?, label | labels}`. Throws BadLabelledLine. */
export function readLabelledText(line: string): LabelledText {
  const read = LabelledLine.safeParse(parsed(line));
  if (!read.success)
    throw new BadLabelledLine(
      read.error.issues.map((issue) => [...issue.path, issue.message].join(' ')).join(', '),
    );
  const { title, text, label, labels } = read.data;
  return {
    text: title === '' ? text : `${title}\n${text}`,
    labels: [...new Set(label === undefined ? labels : [label, ...labels])],
  };
}
