import { describe, expect, it } from '@jest/globals';
import { bodiesInFrench } from './bodies-in-french.ts';
import { findEntities } from './find-entities.ts';

const bodiesIn = (text: string): string[] =>
  bodiesInFrench(text).map(({ start, end }) => text.slice(start, end));
const bodiesTold = (text: string): string[] =>
  findEntities({ title: '', paragraphs: [text], language: 'fr' }).flatMap(({ kind, name }) =>
    kind === 'organisation' ? [name] : [],
  );

describe('bodiesInFrench', () => {
  it.each([
    ['Le texte est au Conseil constitutionnel depuis lundi.', ['Conseil constitutionnel']],
    ['Selon la Haute Cour constitutionnelle du pays, il a gagné.', ['Haute Cour constitutionnelle']],
    ['La Cour pénale internationale attend.', ['Cour pénale internationale']],
    [
      'La Commission électorale nationale indépendante a compté.',
      ['Commission électorale nationale indépendante'],
    ],
    [
      'La Banque centrale européenne et la Cour suprême de Lorvie ont parlé.',
      ['Banque centrale européenne', 'Cour suprême'],
    ],
    ['Les députés de l’Assemblée nationale du Québec votent.', ['Assemblée nationale']],
    ['L’Institut national de la pêche a fermé.', []],
    ['La Commission nationale informatique a fermé.', []],
    ['L’Office fédéral de la statistique et le Conseil fédéral comptent.', ['Conseil fédéral']],
    ['Le conseil constitutionnel se réunit.', []],
    ['La Commission consultative a voté.', []],
    ['Le Conseil nationaliste a voté.', []],
  ])('reads %s', (text, bodies) => {
    expect(bodiesIn(text)).toEqual(bodies);
  });
  it('is told with its letters', () => {
    const [body] = findEntities({
      title: '',
      paragraphs: [
        'La Commission électorale nationale indépendante (CENI) a compté. La CENI attend. Selon la CENI, il a gagné à Paris.',
      ],
      language: 'fr',
    });
    expect(body).toMatchObject({ name: 'Commission électorale nationale indépendante', aliases: ['CENI'] });
  });
  it('is told, and whole where the tagger cuts it', () => {
    expect(bodiesTold('Les sages du Conseil constitutionnel ont reçu la loi à Paris.')).toContain(
      'Conseil constitutionnel',
    );
    expect(
      bodiesTold('La Haute Cour constitutionnelle a siégé. La Haute Cour constitutionnelle attend à Paris.'),
    ).toEqual(['Haute Cour constitutionnelle']);
    expect(
      bodiesTold(
        'Le Conseil constitutionnel vote. Le Conseil constitutionnel attend. Au Conseil constitutionnel, rien.',
      ),
    ).toEqual(['Conseil constitutionnel']);
  });
});
