import { demoPapers, type DemoPaper } from './demo-papers.ts';
import type { DemoPage } from './read-demo-paper.ts';
import { escapeMarkup } from './write-demo-channel.ts';

/** An article of the demonstration month as it is printed: what feeds say of it, and the rest of the page. */
export interface PrintedArticle extends DemoPage {
  readonly paragraphs: readonly string[];
  readonly caption: string;
}

const feedTypes = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  'json-feed': 'application/feed+json',
} as const;

/** Where the picture of an article lies. */
export function picturePath(slug: string): string {
  return `/pictures/${slug}.svg`;
}

/** The style of all papers. */
export const demoStyle = `:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1c1b19;--quiet:#63605a;--line:#d9d5cb}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#eceae4;--quiet:#a7a299;--line:#3a3834}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1rem/1.6 Georgia,"Times New Roman",serif}
header,main,footer{max-width:44rem;margin:auto;padding:0 1.2rem}
header{border-block-end:3px double var(--line);padding-block:1.4rem .8rem;text-align:center}
header a{color:inherit;text-decoration:none;font-size:2rem;font-weight:700}
h1{line-height:1.15;font-size:2.1rem;margin:.2em 0}
.section{text-transform:uppercase;letter-spacing:.08em;font-size:.8rem;margin-block:2rem 0}
.lead{font-size:1.2rem;color:var(--quiet)}
.by,.date{color:var(--quiet);font-size:.9rem;margin-block:.2rem}
figure{margin:1.5rem 0}img{width:100%;height:auto;display:block}figcaption{font-size:.85rem;color:var(--quiet)}
.latest,.more ul{padding:0;list-style:none}.latest li,.more li{border-block-start:1px solid var(--line);padding:.6rem 0}
a{color:inherit}.teaser{display:block;color:var(--quiet);font-size:.95rem}
footer{border-block-start:1px solid var(--line);color:var(--quiet);font-size:.85rem;padding-block:1rem 3rem;margin-block-start:3rem}
`;

/** Data for programs, in which nothing ends the block early. */
function linkedData(article: PrintedArticle, paper: DemoPaper, origin: string): string {
  const { title, summary, published, modified = published, authors, section, slug, path } = article;
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: summary,
    datePublished: published,
    dateModified: modified,
    author: authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: paper.name },
    articleSection: section,
    image: `${origin}${picturePath(slug)}`,
    mainEntityOfPage: `${origin}${path}`,
    inLanguage: paper.language,
  }).replaceAll('<', '\\u003c');
}

function dateLine(published: string, { language, timeZone }: DemoPaper): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(Date.parse(published));
}

/** The paper that an article stands in. */
function paperOf({ edition }: PrintedArticle): DemoPaper {
  const paper = demoPapers.find(({ id }) => id === edition);
  if (paper === undefined) throw new Error(`there is no demonstration paper ${edition}`);
  return paper;
}

/** The page of an article; `others`: articles of the same paper, of which some are linked. */
export function writeDemoPage(
  article: PrintedArticle,
  others: readonly PrintedArticle[],
  origin: string,
): string {
  const paper = paperOf(article);
  const { title, summary, published, modified, authors, section, slug, path, caption, paragraphs } = article;
  const text = escapeMarkup;
  const picture = `${origin}${picturePath(slug)}`;
  const figure =
    caption === ''
      ? ''
      : `<figure><img src="${picture}" width="1200" height="675" alt="${text(caption)}"><figcaption>${text(caption)}</figcaption></figure>\n`;
  const by = authors.length === 0 ? paper.name : `${paper.words.by} ${authors.join(', ')}`;
  const links = others
    .filter((other) => other.slug !== slug)
    .slice(0, 4)
    .map((other) => `<li><a href="${origin}${other.path}">${text(other.title)}</a></li>`);
  return `<!doctype html>
<html lang="${paper.language}"${paper.language === 'ar' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} – ${text(paper.name)}</title>
<meta name="description" content="${text(summary)}">
<link rel="canonical" href="${origin}${path}">
<link rel="alternate" type="${feedTypes[paper.channel.kind]}" title="${text(paper.name)}" href="${origin}${paper.channel.path}">
<link rel="stylesheet" href="/style.css">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${text(paper.name)}">
<meta property="og:title" content="${text(title)}">
<meta property="og:description" content="${text(summary)}">
<meta property="og:image" content="${picture}">
<meta property="article:published_time" content="${published}">
${modified === undefined ? '' : `<meta property="article:modified_time" content="${modified}">\n`}<meta property="article:section" content="${text(section)}">
<script type="application/ld+json">${linkedData(article, paper, origin)}</script>
</head>
<body>
<header style="color:${paper.accent}"><a href="${origin}/${paper.id}/">${text(paper.name)}</a></header>
<main>
<article>
<p class="section">${text(section)}</p>
<h1>${text(title)}</h1>
<p class="lead">${text(summary)}</p>
<p class="by">${text(by)}</p>
<p class="date"><time datetime="${published}">${text(dateLine(published, paper))}</time></p>
${figure}${paragraphs.map((paragraph) => `<p>${text(paragraph)}</p>`).join('\n')}
</article>
<aside class="more"><h2>${text(paper.words.more)}</h2><ul>${links.join('')}</ul></aside>
</main>
<footer>${text(paper.words.invented)}</footer>
</body>
</html>
`;
}
