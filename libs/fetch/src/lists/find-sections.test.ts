import { describe, expect, it } from '@jest/globals';
import { findSections } from './find-sections.ts';

const home = 'https://paper.example/';
const sections = (body: string, articles: readonly string[] = []) =>
  findSections(`<!doctype html><html><body>${body}</body></html>`, home, articles).map(({ url, title }) => [
    url.replace('https://paper.example', ''),
    title,
  ]);

describe('sections of a home page', () => {
  it('are short links of its navigation, those of the first level before others', () => {
    expect(
      sections(
        `<div class="main-nav"><a href="/sport/football">Football</a><a href="/politics"> Politics\n</a></div>
         <nav><a href="/">Home</a><a href="/category/culture/">Culture</a><a href="https://sport.paper.example/">Sport</a>
         <a href="/news/2026/11/24/the-long-story-of-the-crane">The crane</a><a href="/about">About us</a>
         <a href="/info/privacyPolicy">Privacy</a><a href="/terms-of-use">Terms</a><a href="https://shop.paper.example/">Shop</a>
         <a href="/politics/">Politics again</a><a href="/weather.pdf">Weather</a><a href="/search?q=x">Search</a>
         <a href="https://other.example/politics">Elsewhere</a><a href="mailto:a@paper.example">Mail</a>
         <a href="/economy">What the council of the town decided about money on Tuesday</a></nav>
         <main><a href="/beside">Beside</a></main>`,
      ),
    ).toEqual([
      ['/politics', 'Politics'],
      ['/category/culture/', 'Culture'],
      ['/sport/football', 'Football'],
      ['https://sport.paper.example/', 'Sport'],
    ]);
  });

  it('are not the links of the house in a footer', () => {
    expect(
      sections('<nav><a href="/town">Town</a></nav><footer><nav><a href="/house">House</a></nav></footer>'),
    ).toEqual([['/town', 'Town']]);
  });

  it('come first where most articles of the page lie below them, also outside of the navigation', () => {
    const articles = ['town/a-1', 'town/b-2', 'sport/c-3', 'sport/tennis/d-4', 'sport/e-5', 'one/f-6'].map(
      (path) => home + path,
    );
    expect(
      sections(
        '<nav><a href="/culture">Culture</a><a href="/town/">Town</a></nav><h2><a href="/sport">Sport</a></h2><p><a href="/one">One</a></p>',
        articles,
      ),
    ).toEqual([
      ['/sport', 'Sport'],
      ['/town/', 'Town'],
      ['/culture', 'Culture'],
    ]);
  });

  it('are few, whatever the page holds', () => {
    const many = Array.from(
      { length: 10_000 },
      (_, i) => `<a href="/s${String.fromCharCode(97 + (i % 26))}${'x'.repeat(i % 30)}">S${i}</a>`,
    );
    expect(sections(`<nav>${many.join('')}</nav>`)).toHaveLength(50);
    expect(sections('<nav>'.repeat(5_000))).toEqual([]);
    expect(sections(`<nav><a href="/long">${'word '.repeat(100_000)}</a></nav>`)).toEqual([]);
  });
});
