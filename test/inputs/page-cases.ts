import type { PaperInput, Served, Shown } from './input-case.ts';

const door = 'paper';
const page = (body: string, head = '<title>The crane is repaired</title>'): Served => ({
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
});
const story = `<article><h1>The crane is repaired</h1>${['Tuesday', 'Friday', 'Sunday'].map((day) => `<p>On ${day} the crane of the harbour was repaired by the volunteers of the town, who had waited for its parts since the spring and were glad.</p>`).join('')}</article>`;
const numbers = (count: number, one: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join('');
const htmlOf = (article: Shown | undefined): string => String(article?.['contentHtml'] ?? '');
const inert: NonNullable<PaperInput['check']> = ([article]) => {
  if (/<script|<svg|<math|<template|<style|\son\w+=|\sstyle=|javascript:/i.test(htmlOf(article)))
    throw new Error(`not inert: ${htmlOf(article).slice(0, 500)}`);
};
/** One of many: it is read in time, or its thread is ended, which its dead letter tells. */
const bounded = {
  outcome: 'CLEAN',
  why: 'Its elements are capped, so it is read within the budget.',
} as const;

/** Rows 51 to 58, 61, 62, 80, 81: what pages hold. */
// biome-ignore format: a table, read by its rows
export const pageCases: readonly PaperInput[] = [
  { row: 51, door, input: '100,000 nested <div>', ...bounded, page: page(`${story}${'<div>'.repeat(100_000)}`) },
  { row: 52, door, input: '8,000 times <b id=N><p>', ...bounded, page: page(`${story}${numbers(8_000, (i) => `<b id=${i}><p>`)}`) },
  { row: 52, door, input: '400 <b id=N> over 2,000 paragraphs', ...bounded, page: page(`${story}<p>${numbers(400, (i) => `<b id=${i}>`)}</p>${'<p>x</p>'.repeat(2_000)}`) },
  { row: 53, door, input: '20,000 nested tables', ...bounded, page: page(`${story}${'<table><tr><td>'.repeat(20_000)}`) },
  { row: 54, door, input: '20,000 attributes on one tag', ...bounded, page: page(`<p ${numbers(20_000, (i) => `a${i}=1 `)}>x</p>${story}`) },
  { row: 55, door, input: '10 MB on one line', outcome: 'CLEAN', page: page(`${story}<!--${'x'.repeat(9_900_000)}-->`) },
  { row: 56, door, input: '1,000,000 text nodes', ...bounded, page: page(`${story}${'x<br>'.repeat(1_000_000)}`) },
  { row: 57, door, input: 'text below 5,000 nested elements', ...bounded, articles: undefined, page: page(`${'<div>'.repeat(5_000)}${story}${'</div>'.repeat(5_000)}`) },
  { row: 58, door, input: 'mutation through svg', outcome: 'CLEAN', page: page(story.replace('</article>', '<svg><p><style><g title="</style><img src=x onerror=alert(1)>"></svg></article>')), check: inert },
  { row: 58, door, input: 'mutation through math', outcome: 'CLEAN', page: page(story.replace('</article>', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></math></article>')), check: inert },
  { row: 58, door, input: 'mutation through template', outcome: 'CLEAN', page: page(story.replace('</article>', '<template><script>alert(1)</script><img src=x onerror=alert(1)></template></article>')), check: inert },
  { row: 58, door, input: 'mutation through noscript', outcome: 'CLEAN', page: page(story.replace('</article>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript></article>')), check: inert },
  { row: 61, door, input: 'canonical address javascript:', outcome: 'CLEAN', page: page(story, '<title>The crane is repaired</title><link rel="canonical" href="javascript:alert(1)">'), check: ([article]) => { if (!String(article?.['url']).startsWith('http')) throw new Error(String(article?.['url'])); } },
  { row: 61, door, input: 'image data:text/html', outcome: 'CLEAN', page: page(story.replace('</article>', '<img src="data:text/html,<script>alert(1)</script>" width=600 height=400></article>'), '<title>The crane is repaired</title><meta property="og:image" content="javascript:alert(1)">'), check: ([article]) => { inert([article].flatMap((one) => one ?? [])); if (JSON.stringify(article?.['images'] ?? []).match(/javascript:|data:/)) throw new Error(JSON.stringify(article?.['images'])); } },
  { row: 62, door, input: 'CSS in attributes', outcome: 'CLEAN', page: page(story.replaceAll('<p>', '<p style="background:url(https://evil.example/x);position:fixed" class="x">')), check: inert },
  { row: 80, door, input: 'title of 9 MB', outcome: 'CLEAN', page: page(story, `<title>${'crane '.repeat(1_500_000)}</title>`), check: ([article]) => { if (Buffer.byteLength(article?.title ?? '') >= 32_766) throw new Error(`a title of ${article?.title.length}`); } },
  { row: 81, door, input: '10,000 names of entities and fields', outcome: 'CLEAN', page: page(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"The crane is repaired",${numbers(10_000, (i) => `"field${i}":"Person Number${i} Smith",`)}"x":1}</script>${story}`), check: ([article]) => { if (Object.keys(article ?? {}).some((name) => name.startsWith('field'))) throw new Error('a field of the page is one of the document'); } },
];
