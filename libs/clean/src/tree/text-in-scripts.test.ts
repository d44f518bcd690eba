import { describe, expect, it } from '@jest/globals';
import { readPage } from '../read-page.ts';
import { textThatBeginsAs } from './text-in-scripts.ts';

const sentence = (day: string) =>
  `The council of the harbour town said on ${day} that the old crane would be repaired by the end of the year, since the money had been found.`;
const text = ['Monday', 'Tuesday', 'Friday'].map(sentence).join('\n\n');
const description = sentence('Monday');
const state = (body: string) =>
  `<script id="state" type="application/json">${JSON.stringify({ page: { title: 'Old crane', other: sentence('Sunday'), body } })}</script>`;
const footer = [
  'Terms of use',
  'Privacy notice of the paper',
  'Cookies policy',
  'Code of ethics',
  'Questions and answers',
]
  .map((label) => `<p><a href="/legal">${label}</a></p>`)
  .join('');
const page = (inside: string, body: string) =>
  `<html lang="en"><head><title>Old crane to be repaired</title><meta name="description" content="${description}"><meta property="og:type" content="article"></head><body><h1>Old crane to be repaired</h1>${inside}<div>${footer}</div>${state(body)}</body></html>`;
const read = (html: string) =>
  readPage(
    { html },
    { url: 'https://harbour.example/news/4711', now: Date.UTC(2026, 10, 27), isAnnounced: true },
  );

describe('textThatBeginsAs', () => {
  it('finds the text that begins as the description, marks and tags aside', () => {
    expect(textThatBeginsAs(state(text), description)).toBe(text);
    expect(
      textThatBeginsAs(
        state(`<p>${description}</p><p>More &amp; more of it.</p><p>${sentence('Tuesday')}</p>`),
        description,
      ),
    ).toContain('More & more of it.');
  });

  it.each([
    ['another text', state(sentence('Sunday')), description],
    ['a short description', state(text), 'The council'],
    ['a page without data', '<p>Nothing</p>', description],
  ])('finds nothing for %s', (_, html, begin) => {
    expect(textThatBeginsAs(html, begin)).toBe('');
  });
});

describe('a page whose scripts would show its text', () => {
  it('has that text where the page itself shows the links of its footer', () => {
    const { kind, article } = read(page('', text));
    expect(kind).toBe('article');
    expect(article.text).toBe(text);
  });

  it('has its own text where it shows it', () => {
    const own = ['Monday', 'Tuesday', 'Thursday']
      .map((day) => `<p>${sentence(day)} ${sentence(day)}</p>`)
      .join('');
    expect(read(page(`<article>${own}</article>`, `${text}\n${text}`)).article.text).toContain('Thursday');
  });
});
