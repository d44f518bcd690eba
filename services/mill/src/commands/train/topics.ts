import { labelKinds } from '../choices.ts';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { needed, oneOf, whole } from '../declare/options.ts';
import { millExits } from '@newsmill/service';

/** Ends with `no` when there is too little to learn from. */
export const command = defineCommand({
  name: 'train topics',
  description:
    'learn topics from JSON lines {title?, text, label | labels}, or from the library without files; prints the accuracy by cross-validation',
  words: '[files...]',
  options: {
    out: needed('<file>', 'file of the model'),
    by: oneOf(
      '<kind>',
      labelKinds,
      'code',
      'label of an article of the library: the IPTC code that its section names, the section, or the source',
    ),
    folds: whole('<number>', 5, 'parts for cross-validation'),
    data,
  },
  examples: [
    'newsmill train topics labelled.jsonl --out topics.json',
    'newsmill train topics --by section --out sections.json',
  ],
  exits: ['done', 'no', ...millExits],
  async run([files], options) {
    const { learnTopics } = await import('./learn-topics.ts');
    return learnTopics(files, { ...options, folds: options.folds || 5 });
  },
});
