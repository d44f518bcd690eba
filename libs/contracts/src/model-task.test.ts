import { describe, expect, it } from '@jest/globals';
import { ModelTasks } from './model-task.ts';

describe('ModelTasks', () => {
  it('reads a list of tasks', () => {
    expect(
      ModelTasks.parse('summary, translation:pt-BR ,classification: politics | world news,summary'),
    ).toEqual([
      { kind: 'summary' },
      { kind: 'translation', to: 'pt-BR' },
      { kind: 'classification', labels: ['politics', 'world news'] },
    ]);
    expect(ModelTasks.parse('')).toEqual([]);
  });

  it.each([
    'summarise',
    'summary:en',
    'translation',
    'translation:English!',
    'classification',
    'classification:one',
    'classification:a|a',
    'classification:a|',
    `classification:a|${'b'.repeat(61)}`,
    'classification:a:b|c',
  ])('refuses %j and says what there is', (text) => {
    expect(ModelTasks.safeParse(text).error?.issues[0]?.message).toContain('translation:<language tag>');
  });
});
