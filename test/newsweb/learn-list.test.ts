import { describe, expect, it } from '@jest/globals';
import { learnList } from '../../libs/fetch/src/lists/learn-list.ts';
import { planNewsWeb } from './plan-news-web.ts';
import { renderChannel } from './render-channel.ts';

const { sites, articles } = planNewsWeb(600, 28, 7, true);

describe('the list pages of the news web', () => {
  it.each(sites.filter(({ form }) => form === 'list'))(
    'give their articles without a selector: $host',
    (site) => {
      const origin = 'http://127.0.0.1:8080';
      const own = articles.filter((article) => article.site === site);
      const items = own.map((article) => ({
        article,
        link: origin + article.listedPath,
        summary: article.title,
        modified: article.published,
      }));
      const found = learnList(renderChannel('list', site, origin, items).text, {
        url: `${origin}/latest`,
      }).map(({ url }) => url);
      // A file that is no page is listed too, and is none of the articles.
      const wanted = new Set(items.map(({ link }) => link).filter((link) => !link.endsWith('.pdf')));
      expect(wanted.size).toBeGreaterThan(5);
      expect(found.filter((url) => !wanted.has(url))).toEqual([]);
      expect(found.length / wanted.size).toBeGreaterThanOrEqual(0.9);
    },
  );
});
