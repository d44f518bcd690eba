import { describe, expect, it } from '@jest/globals';
import { findEntities } from './find-entities.ts';

const namesIn = (language: string, text: string): string[] =>
  findEntities({ title: '', paragraphs: [text], language }).map(({ kind, name }) => `${kind} ${name}`);

describe('what a name is a part of', () => {
  it.each([
    ['fr', 'Un homme a été blessé rue de Tivoli, à Bordeaux.', 'Tivoli', 'place Bordeaux'],
    ['fr', 'Elle enseigne à l’université Camille Durand depuis 2019.', 'Camille', undefined],
    ['es', 'El incendio empezó en la calle de Alcalá, en Madrid.', 'Alcalá', 'place Madrid'],
    [
      'it',
      'I vigili sono arrivati in piazza Giulia Rossi, il presidente lo ha detto a Roma.',
      'Rossi',
      undefined,
    ],
    ['en', 'Lord Moss of Dorking spoke in London about the harbour.', 'Dorking', 'place London'],
    ['en', 'The shop on the Avenue of the Americas in Toronto has closed.', 'Americas', 'place Toronto'],
    ['en', 'She left IIT Delhi for a school in London.', 'Delhi', 'place London'],
    ['ru', 'Завод принадлежит ГАО «Газпром», сообщили в Москве.', 'ГАО', 'place Москва'],
    ['ja', 'ストックホルム症候群について、東京で話した。', 'ストックホルム', 'place 東京'],
    ['zh', '上市公司包括通化东宝。通化东宝昨天在北京说，疫苗已进入试验。', '通化', 'place 北京'],
    ['ja', '近畿産業局と日本灯台協会は、大阪で会議を開いた。', '近畿', 'place 大阪'],
    ['ja', '近畿産業局と日本灯台協会は、大阪で会議を開いた。', 'Japan', 'place 大阪'],
  ])('is told and not the name, in %s: %s', (language, text, part, other) => {
    const found = namesIn(language, text);
    expect(found.filter((name) => name.includes(part))).toEqual([]);
    if (other !== undefined) expect(found).toContain(other);
  });

  it('leaves a place that the same words only stand behind', () => {
    expect(namesIn('zh', '美國政府昨天說，美國政府不會加息。').join()).toContain('United States');
    expect(namesIn('zh', '美國杯葛北京冬奧。').join()).toContain('United States');
    expect(namesIn('ja', '日本大使館は東京にある。').join()).toContain('東京');
    expect(namesIn('zh', '北京今天宣布关闭图书馆。').join()).toContain('北京');
    expect(namesIn('zh', '中国加入世界银行。').join()).toContain('China');
    expect(namesIn('ru', 'УФА, 5 мая. Завод закрыт, сообщили в Москве.').join()).toMatch(/уфа/i);
    expect(namesIn('en', 'WAR IN UKRAINE. The minister of Ukraine spoke.').join()).toContain('Ukraine');
  });
});

describe('the name of a country in another language', () => {
  it('is none in a text of this one', () => {
    expect(namesIn('fr', 'L’avion est tombé dans l’océan Indien mardi.').join()).not.toContain('Ind');
    expect(namesIn('fr', 'Il l’a écrit sur le réseau social VK lundi.').join()).not.toContain(
      'United Kingdom',
    );
    expect(namesIn('de', 'Der Minister reiste nach Indien.')).toContain('place India');
  });
  it('is not taken for it where a town is called so', () => {
    const found = findEntities({
      title: '',
      paragraphs: ['Le Brésil a reçu les ministres. À Brasilia, le Brésil les a écoutés.'],
      language: 'fr',
    });
    expect(found.find(({ name }) => name === 'Brazil')?.aliases).not.toContain('Brasilia');
  });
  it('is known in English, and by a spelling that many languages have', () => {
    expect(namesIn('fr', 'Le ministre est parti pour Iran et Irak hier.').join()).toContain('Iraq');
  });
});
