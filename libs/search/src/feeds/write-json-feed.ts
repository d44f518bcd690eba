import { commonLanguage, type FeedItemOut, type FeedOut } from './feed-out.ts';

function item(article: FeedItemOut): object {
  return {
    id: article.uri,
    url: article.url,
    title: article.title,
    content_text: article.summary,
    summary: article.summary,
    image: article.image?.url,
    date_published: new Date(article.published).toISOString(),
    date_modified: new Date(article.updated).toISOString(),
    authors: (article.authors.length === 0 ? [article.sourceName] : article.authors).map((name) => ({
      name,
    })),
    tags: article.categories.length === 0 ? undefined : article.categories,
    language: article.language,
    _newsmill: {
      source_id: article.sourceId,
      source_name: article.sourceName,
      story_id: article.storyId,
      family_id: article.familyId,
      copyright: article.copyright,
    },
  };
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1); what only newsmill tells stands in `_newsmill`. */
export function writeJsonFeed(feed: FeedOut): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.self,
    next_url: feed.next,
    language: commonLanguage(feed.items),
    items: feed.items.map(item),
  });
}
