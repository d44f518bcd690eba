import { describe, expect, it } from '@jest/globals';
import { readPage } from '../read-page.ts';

const story = Array.from(
  { length: 5 },
  (_, number) =>
    `<p>El embalse de Peñaluna terminó el año ${number + 2018} al diecinueve por ciento de su capacidad, la cifra más baja desde que se guardan registros en la comarca.</p>`,
).join('');

describe('readMetadata', () => {
  it('leaves spam out of the keywords, and finds the line of rights by its words', () => {
    const html = `<html lang="es"><head><title>El agua no entiende de lindes - El Faro de Lumbral</title>
      <meta name="keywords" content="agua,casino online,cassino,kasyno,comarca">
      <meta property="og:title" content="El agua no entiende de lindes"><meta property="og:site_name" content="El Faro de Lumbral"></head>
      <body><h1>El agua no entiende de lindes</h1>${story}<footer><p>Tous droits réservés 2026 – La Gazette</p></footer></body></html>`;
    const { article } = readPage({ html }, { url: 'https://faro.example/news/2026/story', now: 0 });
    expect(article.keywords).toEqual(['agua', 'comarca']);
    expect(article.copyright).toBe('Tous droits réservés 2026 – La Gazette');
  });
});
