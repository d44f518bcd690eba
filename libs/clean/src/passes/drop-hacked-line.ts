import { HIDDEN } from '../tree/tree.ts';
import { hasSpamWords, languageOf, scriptOf } from '../quality/script.ts';
import { takeWhere, type Pass } from './pass.ts';

/** A line put in front by somebody else: in another script or language than the story, or about what spam is about. */
export const dropHackedLine: Pass = ({ lines, firstBody, script, language, title }) => takeWhere(lines, (line) => {
  if (firstBody < 0 || line.flags & HIDDEN || line.index > firstBody + 1 || line.weight < 3 || line.text === title) return undefined;
  // News speaks of casinos too: a line that the model takes for body must also stand first and be no sentence.
  const isSentence = line.isBody && (line.index > firstBody || /[.!?。]$/.test(line.text));
  if (!isSentence && hasSpamWords(line.text) && !hasSpamWords(title)) return 'speaks of what spam speaks of, before the story begins';
  if (line.isBody && line.index > firstBody) return undefined;
  const own = scriptOf(line.text);
  if (own !== '' && script !== '' && own !== script && line.weight >= 4 && line.linkShare < 1) return `is written in ${own}, the story in ${script}`;
  const spoken = line.weight >= 6 ? languageOf(line.text) : '';
  return spoken !== '' && language !== '' && spoken !== language && line.linkShare < 0.5 ? `is in another language (${spoken}) than the story (${language})` : undefined;
});
