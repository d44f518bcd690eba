import { describe, expect, it } from '@jest/globals';
import { applyTopicModel } from './apply-topic-model.ts';
import { BadLabelledLine, readLabelledText } from './read-labelled-text.ts';
import { BadTopicModel, readTopicModel, writeTopicModel } from './topic-model.ts';
import { TooFewTexts, trainTopics, type LabelledText } from './train-topics.ts';

const words = {
  sport: ['goal', 'striker', 'league', 'coach', 'stadium', 'referee'],
  money: ['profit', 'shares', 'bank', 'inflation', 'quarter', 'investor'],
  health: ['hospital', 'vaccine', 'doctor', 'patient', 'virus', 'clinic'],
};
const sentence = (list: readonly string[], index: number): string =>
  `The ${list[index % 6] ?? ''} and the ${list[(index * 5 + 1) % 6] ?? ''} of day ${index} after the ${list[(index * 7 + 2) % 6] ?? ''}`;
const rows: LabelledText[] = Object.entries(words).flatMap(([label, list]) =>
  Array.from({ length: 20 }, (_, index) => ({ text: sentence(list, index), labels: [label] })),
);

describe('trainTopics', () => {
  it('learns labels, judges itself and survives its file', () => {
    const model = trainTopics(rows);
    expect(model.trained).toMatchObject({ rows: 60, folds: 5, accuracy: 1 });
    const again = readTopicModel(writeTopicModel(model));
    const [best] = applyTopicModel(again, 'A striker and his coach in the stadium');
    expect(best?.label).toBe('sport');
    expect(applyTopicModel(again, 'A vaccine for each patient')).toEqual(
      applyTopicModel(model, 'A vaccine for each patient'),
    );
  });

  it('gives the same model for the same rows', () => {
    expect(writeTopicModel(trainTopics(rows))).toBe(writeTopicModel(trainTopics(rows)));
  });

  it('gives probabilities that sum to one where each text has one label', () => {
    expect(
      applyTopicModel(trainTopics(rows), 'bank hospital goal').reduce((sum, { score }) => sum + score, 0),
    ).toBeCloseTo(1);
  });

  it('learns texts with several labels', () => {
    const both = Array.from({ length: 20 }, (_, index) => ({
      text: `${sentence(words.sport, index)}. ${sentence(words.money, index)}`,
      labels: ['sport', 'money'],
    }));
    const model = trainTopics([...rows, ...both]);
    expect(model.choice).toBe('many');
    const shares = new Map(
      applyTopicModel(model, 'The striker and the shares, the league and the bank').map(
        ({ label, score }) => [label, score],
      ),
    );
    expect(Math.min(shares.get('sport') ?? 0, shares.get('money') ?? 0)).toBeGreaterThan(
      shares.get('health') ?? 1,
    );
  });

  it('says what is missing', () => {
    expect(() => trainTopics([])).toThrow(TooFewTexts);
    expect(() => trainTopics(rows.slice(0, 22))).toThrow('label money has fewer than 4 texts');
  });
});

describe('readTopicModel', () => {
  it.each([
    ['no JSON', 'x', 'it is not JSON'],
    ['another file', '{"a":1}', 'kind'],
    [
      'weights of another size',
      JSON.stringify({ ...JSON.parse(writeTopicModel(trainTopics(rows))), weights: 'AAAA' }),
      'weights has 3 bytes',
    ],
  ])('refuses %s', (_name, json, why) => {
    expect(() => readTopicModel(json)).toThrow(BadTopicModel);
    expect(() => readTopicModel(json)).toThrow(why);
  });
});

describe('readLabelledText', () => {
  it('puts the title in front, and takes one label or several', () => {
    expect(readLabelledText('{"title":"A","text":"b","label":"x"}')).toEqual({ text: 'A\nb', labels: ['x'] });
    expect(readLabelledText('{"text":"b","labels":["x","y","x"]}')).toEqual({
      text: 'b',
      labels: ['x', 'y'],
    });
  });
  it('refuses lines without text, without label, and no JSON', () => {
    for (const line of ['{"label":"x"}', '{"text":"b"}', 'text'])
      expect(() => readLabelledText(line)).toThrow(BadLabelledLine);
  });
});
