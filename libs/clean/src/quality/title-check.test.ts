import { describe, expect, it } from '@jest/globals';
import { hackedTitle } from './title-check.ts';

const spanish =
  'La ley permite desde hace años que los ayuntamientos gestionen juntos sus captaciones, pero solo tres de los diecisiete de la comarca lo han hecho, y los demás prefieren esperar a que llueva, que es una forma como otra de no decidir nada en el año más seco.';

describe('hackedTitle', () => {
  it.each(['El agua no entiende de lindes', 'Un acuerdo no es un papel', 'Agua para todos'])(
    'believes %j, which shares few words with kindred languages',
    (title) => {
      expect(hackedTitle(title, spanish)).toBeUndefined();
    },
  );

  it.each([
    'The best of the summer is for you and your dog',
    'Der Sommer ist nicht für dich und deinen Hund',
  ])('does not believe %j over a Spanish text', (title) => {
    expect(hackedTitle(title, spanish)).toMatch(/^is in another language/);
  });

  it('believes a headline that speaks of such things, and then of what the text is about', () => {
    const text =
      'The council of Northgate closed the last arcade on the pier on Monday, and its owner, Ben Lark, said that he would go to court over the licence. The arcade had stood on the pier since the war, and the machines in it were older than the mayor.';
    expect(hackedTitle('Casino closes: council shuts last arcade on Northgate pier', text)).toBeUndefined();
    expect(hackedTitle('Best online casino and free spins', text)).toMatch(/^speaks of what spam/);
  });
});
