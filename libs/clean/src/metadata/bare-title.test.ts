import { describe, expect, it } from '@jest/globals';
import { bareTitle } from './bare-title.ts';

describe('bareTitle', () => {
  it.each([
    [': Harbour opens', 'Harbour opens'],
    ['» Hafen wird eröffnet', 'Hafen wird eröffnet'],
    ['Harbour opens -', 'Harbour opens'],
    ['Le port ouvre - |', 'Le port ouvre'],
    ['› › Порт открыт', 'Порт открыт'],
  ])('takes the signs off %j', (title, bare) => expect(bareTitle(title)).toBe(bare));
  it.each([
    '»Hafen« wird eröffnet',
    '« Le port » ouvre',
    'Pourquoi « le port »',
    '-40 degrees in the harbour',
    'Harbour: how it opens',
    'What is C>',
    '-',
  ])('leaves %j', (title) => expect(bareTitle(title)).toBe(title));
});
