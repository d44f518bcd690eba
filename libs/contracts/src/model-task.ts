import { z } from 'zod';

/** What a language model may be asked for each article. */
export type ModelTask =
  | { readonly kind: 'summary' }
  /** `to`: BCP 47. */
  | { readonly kind: 'translation'; readonly to: string }
  | { readonly kind: 'classification'; readonly labels: readonly string[] };

const mostLabels = 50;
const longestLabel = 60;
const tag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

function readTask(text: string): ModelTask | undefined {
  const [kind = '', rest, ...more] = text.split(':').map((part) => part.trim());
  if (more.length > 0) return undefined;
  if (kind === 'summary' && rest === undefined) return { kind };
  if (kind === 'translation' && rest !== undefined && tag.test(rest)) return { kind, to: rest };
  if (kind !== 'classification' || rest === undefined) return undefined;
  const labels = rest.split('|').map((label) => label.trim());
  const isSound =
    labels.length >= 2 &&
    labels.length <= mostLabels &&
    new Set(labels).size === labels.length &&
    labels.every((label) => label !== '' && label.length <= longestLabel);
  return isSound ? { kind, labels } : undefined;
}

/** A list such as `summary, translation:en, classification:politics|sport|other`. */
export const ModelTasks = z.string().transform((text, context): readonly ModelTask[] => {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return [...new Set(parts)].flatMap((part) => {
    const task = readTask(part);
    if (task !== undefined) return [task];
    context.addIssue({
      code: 'custom',
      message: `${JSON.stringify(part.slice(0, 80))} is none of summary, translation:<language tag>, classification:<label>|<label>|…`,
    });
    return [];
  });
});
