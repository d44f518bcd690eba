import { frames, type Frame } from './frames.ts';
import type { PlannedArticle } from './plan-news-web.ts';
import { seededRandom } from './seeded-random.ts';
import type { Language } from './vocabulary.ts';
import type { Story } from './write-story.ts';

/** Everything a template needs to know. */
export interface PageView {
  readonly article: PlannedArticle;
  readonly story: Story;
  /** http://host:port of the site, without a slash at its end. */
  readonly origin: string;
  /** Address that the page gives as its own: that of the original for a print version. */
  readonly canonical: string;
  readonly modified: Date;
  /** Name in the meta tag; undefined for a page that declares none. */
  readonly charset?: string;
}

/** Escapes text for HTML and XML. */
export function escapeText(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
    : text;
}

const hackedLines = [
  'SITUS SLOT GACOR HARI INI - bonus new member 100%',
  'Быстрый займ на карту без отказа за 5 минут',
  'Buy cheap pills online no prescription needed',
  '온라인 카지노 가입 즉시 3만원 지급',
  'Crédit rapide sans justificatif en 24h',
];

function hackedLine(view: PageView): string {
  const random = seededRandom('hacked', view.article.index);
  if (random() > 0.25) return '';
  const line = hackedLines[Math.floor(random() * hackedLines.length)] ?? '';
  return `<div>${escapeText(line)}</div>\n`;
}

function printedDate(date: Date, language: Language): string {
  const iso = date.toISOString();
  const [year, month, day, time] = [iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10), iso.slice(11, 16)];
  if (language === 'zh') return `${year}年${Number(month)}月${Number(day)}日 ${time}`;
  if (language === 'ko') return `${year}.${month}.${day}. ${time}`;
  return language === 'de' ? `${day}.${month}.${year}, ${time} Uhr` : `${year}-${month}-${day} ${time}`;
}

function head(view: PageView, more: string): string {
  const { article, canonical, charset } = view;
  const meta = charset === undefined ? '' : `<meta charset="${charset}">`;
  return `<!doctype html>\n<html lang="${article.language}"${article.language === 'ar' ? ' dir="rtl"' : ''}>\n<head>${meta}<title>${escapeText(article.title)} | ${escapeText(article.site.name)}</title>\n<link rel="canonical" href="${escapeText(canonical)}">\n${more}</head>\n`;
}

function withLinkedData(view: PageView, frame: Frame): string {
  const { article, story, origin } = view;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.published.toISOString(),
    dateModified: view.modified.toISOString(),
    author: [{ '@type': 'Person', name: story.author }],
    publisher: { '@type': 'Organization', name: article.site.name },
    mainEntityOfPage: view.canonical,
  };
  const script = `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>\n`;
  return `${head(view, script)}<body class="single">\n${hackedLine(view)}<div class="edition-bar">${frame.editions}</div>
<header><a href="${origin}/">${escapeText(article.site.name)}</a><nav>${frame.navigation}</nav></header>
<nav class="breadcrumb"><a href="${origin}/">${frame.home}</a> &rsaquo; <span>${frame.section}</span></nav>
<main><article class="article"><h1>${escapeText(article.title)}</h1>
<div class="byline">${frame.by} ${escapeText(story.author)} | ${escapeText(article.site.name)} | <time datetime="${article.published.toISOString()}">${printedDate(article.published, article.language)}</time></div>
<ul class="share"><li>${frame.share}</li><li>Facebook</li><li>X</li></ul>
<figure><img src="${origin}/media/${article.index}.jpg" alt=""><figcaption>${frame.credit}</figcaption></figure>
<div class="article-body">\n${story.paragraphs.map((text) => `<p>${escapeText(text)}</p>`).join('\n')}\n</div>
<aside class="author-bio">${frame.bio}</aside><p class="disclaimer">${frame.disclaimer}</p></article></main>
<aside class="most-read"><h2>${frame.mostRead}</h2>${frame.popular}</aside>
<footer><a href="#">${frame.top}</a><p>${frame.licence}</p></footer>
</body></html>\n`;
}

function withMicrodata(view: PageView, frame: Frame): string {
  const { article, story, origin } = view;
  return `${head(view, `<meta property="og:title" content="${escapeText(article.title)}">\n`)}<body>\n${hackedLine(view)}<div id="app"><div class="l0">
<div class="bar">${frame.editions}</div><div class="crumbs"><a href="${origin}/">${frame.home}</a> / ${frame.section}</div>
<div class="card"><div class="story" itemscope itemtype="https://schema.org/NewsArticle">
<div class="t"><h1 itemprop="headline">${escapeText(article.title)}</h1></div>
<div class="row"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escapeText(story.author)}</span></span> <meta itemprop="datePublished" content="${article.published.toISOString()}"><span>${printedDate(article.published, article.language)}</span></div>
<div class="row share"><a href="#">${frame.share}</a> <a href="#">@</a></div>
<div class="pic"><img itemprop="image" src="/media/${article.index}.jpg" alt=""><small>${frame.credit}</small></div>
<div class="text" itemprop="articleBody">\n${story.paragraphs.map((text) => `<div class="par"><p>${escapeText(text)}</p></div>`).join('\n')}\n</div>
<div class="about">${frame.bio}</div></div></div>
<div class="col"><div class="rank"><b>${frame.mostRead}</b>${frame.popular}</div></div>
<div class="foot"><p>${frame.contact}</p><p>${frame.licence}</p></div></div></div>
<script>window.dataLayer=window.dataLayer||[];</script></body></html>\n`;
}

function withTables(view: PageView, frame: Frame): string {
  const { article, story } = view;
  return `${head(view, '')}<body bgcolor="#ffffff">\n${hackedLine(view)}<table width="960" align="center"><tr><td colspan="2">${frame.editions}</td></tr>
<tr><td width="600" valign="top"><div class="path">${frame.home} &raquo; ${frame.section}</div>
<h1>${escapeText(article.title)}</h1>
<span class="info">${frame.by} ${escapeText(story.author)} | ${printedDate(article.published, article.language)}</span>
<div class="tools">[${frame.share}] [A+] [A-]</div><div class="legend">${frame.credit}</div>
<div id="story">\n${story.paragraphs.map(escapeText).join('<br><br>\n')}\n</div>
<div class="disc">${frame.disclaimer}</div><div class="mail">${frame.contact}</div></td>
<td valign="top"><b>${frame.mostRead}</b>${frame.popular}</td></tr>
<tr><td colspan="2" align="center"><small>${frame.licence}</small></td></tr></table></body></html>\n`;
}

function asBlog(view: PageView, frame: Frame): string {
  const { article, story, origin } = view;
  const meta = `<meta property="og:type" content="article">\n<meta property="og:title" content="${escapeText(article.title)}">\n<meta property="article:published_time" content="${article.published.toISOString()}">\n<meta property="article:modified_time" content="${view.modified.toISOString()}">\n<meta name="author" content="${escapeText(story.author)}">\n`;
  return `${head(view, meta)}<body class="post-template single-post">\n${hackedLine(view)}<div id="page" class="site"><header class="site-header"><p class="site-title"><a href="${origin}/">${escapeText(article.site.name)}</a></p><nav>${frame.navigation}</nav></header>
<div class="site-content"><article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">${escapeText(article.title)}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="${article.published.toISOString()}">${printedDate(article.published, article.language)}</time> <span class="author vcard">${escapeText(story.author)}</span></div></header>
<div class="entry-content"><div class="sharedaddy"><ul><li>${frame.share}</li></ul></div><p class="wp-caption-text">${frame.credit}</p>
${story.paragraphs.map((text) => `<p>${escapeText(text)}</p>`).join('\n')}
<div class="author-box">${frame.bio}</div><div class="jp-relatedposts">${frame.popular}</div></div></article>
<aside class="widget-area"><section class="widget"><h2>${frame.mostRead}</h2>${frame.popular}</section></aside></div>
<footer class="site-footer"><div class="site-info">${frame.licence}</div><a href="#page">${frame.top}</a></footer></div></body></html>\n`;
}

const templates = [withLinkedData, withMicrodata, withTables, asBlog];

/** The page of an article, in its site's template, with what surrounds articles in the wild. */
export function renderPage(view: PageView): string {
  const template = templates[view.article.site.template % templates.length] ?? withLinkedData;
  return template(view, frames[view.article.language]);
}
