import { describe, expect, it } from '@jest/globals';
import { readPage } from '../read-page.ts';

const sentences = [
  'The ferry left the pier at seven in the morning, said the harbour master, who had counted the passengers himself.',
  'The council will pay four million pounds for two boats, which are to cross the estuary every twenty minutes.',
  'Nobody spoke against the plan, although the treasurer had asked for another year to look at the figures again.',
];
const paragraphs = sentences.map((text) => `<p>${text}</p>`).join('');

function read(behind: string, { head = '', body = paragraphs } = {}) {
  const html = `<html lang="en"><head><title>Ferry returns</title><meta property="og:type" content="article">${head}</head><body><article><h1>Ferry returns</h1><div class="text">${body}</div><div class="box"><p>${behind}</p></div></article><footer>Paper</footer></body></html>`;
  return readPage({ html }, { url: 'https://paper.example/ferry', now: 0 });
}

describe('soft paywalls', () => {
  it.each([
    'Subscribe to continue reading',
    'Log in or register to read the full story.',
    'This article is for paid subscribers.',
    'You have reached your limit of free articles.',
    'Jetzt abonnieren und weiterlesen',
    'Dieser Artikel ist nur für Abonnenten lesbar.',
    'Il vous reste 82 % de cet article à découvrir.',
    'La suite est réservée aux abonnés.',
    'Para seguir leyendo, suscríbete.',
    'Conteúdo exclusivo para assinantes',
    'Per continuare a leggere, abbonati.',
    'Dit artikel is alleen voor abonnees.',
    'Vill du läsa hela artikeln? Bli prenumerant.',
    'Pozostało 78% artykułu',
    'Чтобы читать дальше, оформите подписку',
    'この記事は有料会員記事です。残り1234文字',
    '登录后阅读全文',
    '欲看完整內容，訂戶可登入繼續瀏覽。',
    '로그인 후 전체 기사를 볼 수 있습니다',
    'للمشتركين فقط',
  ])('says that a short text is a part where behind it stands %j', (line) => {
    const { article, flags } = read(line);
    expect({ paywalled: article.paywalled, isFlagged: flags.includes('paywalled') }).toEqual({
      paywalled: true,
      isFlagged: true,
    });
    expect(article.text).not.toContain(line);
  });
  it.each([
    'Subscribe to our newsletter',
    'The club lost 40 members to the new one, subscribers of the paper among them.',
    'Read more about the ferry',
    'Weiterlesen: Die Fähre im Test',
  ])('takes %j for no wall', (line) => {
    expect(read(line).article.paywalled).toBe(false);
  });
  it('believes a page that says it is free, and a long text that has an end', () => {
    const wall = 'Subscribe to continue reading';
    const declared = { '@type': 'NewsArticle', headline: 'Ferry returns', isAccessibleForFree: true };
    const head = `<script type="application/ld+json">${JSON.stringify(declared)}</script>`;
    expect(read(wall, { head }).article.paywalled).toBe(false);
    const long = Array.from({ length: 6 }, (_, day) =>
      sentences.map((text) => `<p>On day ${day}: ${text}</p>`).join(''),
    ).join('');
    expect(read(wall, { body: long }).article.paywalled).toBe(false);
    expect(
      read(wall, { body: `${long}<p>The rest of the boats will follow in spring, when the</p>` }).article
        .paywalled,
    ).toBe(true);
  });
});
