import { describe, expect, it } from '@jest/globals';
import { hashKey, itemOf } from './hash-key.ts';
import { newsKey } from './news-key.ts';
import { registrableDomain } from './registrable-domain.ts';
import { urlKey } from './url-key.ts';

describe('urlKey', () => {
  it.each([
    ['HTTP://News.Example.ORG:80/a/./b/../c', 'http://news.example.org/a/c'],
    ['https://news.example.org', 'https://news.example.org/'],
    ['https://news.example.org./?', 'https://news.example.org/'],
    ['https://news.example.org/?utm_source=x&fbclid=y&id=5', 'https://news.example.org/?id=5'],
    ['https://news.example.org/?b=1&a=2&a=1', 'https://news.example.org/?a=2&a=1&b=1'],
    ['https://news.example.org/?a&amp;b=', 'https://news.example.org/?a=&b='],
    ['https://news.example.org/%7efoo/%2f/é', 'https://news.example.org/~foo/%2F/%C3%A9'],
    ['https://news.example.org//a///b', 'https://news.example.org/a/b'],
    ['https://news.example.org/a#part', 'https://news.example.org/a'],
    ['https://news.example.org/#!/a', 'https://news.example.org/#!/a'],
    ['https://news.example.org/a;jsessionid=0a1b?PHPSESSID=1', 'https://news.example.org/a'],
    ['//news.example.org/a', 'https://news.example.org/a'],
    ['news.example.org/a', 'https://news.example.org/a'],
    ['http:\\\\news.example.org\\a', 'http://news.example.org/a'],
    ['https://x__https://news.example.org/a', 'https://news.example.org/a'],
    ['https://xn--bücher.example/', 'https://xn--bcher-kva.example/'],
    [
      'https://news.example.org/x//a://b//c/https://d.example//e',
      'https://news.example.org/x/a:/b/c/https://d.example/e',
    ],
    ['https://news.example.org/a#x:~:text=y', 'https://news.example.org/a'],
    ['http://http://news.example.org/a', 'http://news.example.org/a'],
    ['<![CDATA[ https://news.example.org/a\n]]>', 'https://news.example.org/a'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
    ['https://news.example.org/?ref=rss', 'https://news.example.org/'],
    ['https://news.example.org/?ref=whatsapp', 'https://news.example.org/'],
    ['https://news.example.org/?a=1&amp;amp;b=2', 'https://news.example.org/?a=1&b=2'],
    ['feed:https://news.example.org/a', 'https://news.example.org/a'],
    ['feed://news.example.org/a', 'http://news.example.org/a'],
    ['\u0001 https://news.example.org/a\u0001b\u0002', 'https://news.example.org/a%01b'],
    ['https://news.example.org/a\u0000b\n\u202ec', 'https://news.example.org/abc'],
    ['https://news.example.org.../a', 'https://news.example.org/a'],
    ['https://news.example.org/;jsessionid=1/a', 'https://news.example.org/a'],
    ['https://news.example.org/a;%6Asessionid=1', 'https://news.example.org/a'],
    ['https://news.example.org/(S(lit3py55t21z5v55vlm25s55))/a', 'https://news.example.org/a'],
    ['https://news.example.org/a?sid=0123456789abcdef0123456789abcdef', 'https://news.example.org/a'],
    ['https://news.example.org/a?PHPSESSID=x&CFID=1&CFTOKEN=2', 'https://news.example.org/a'],
    ['https://news.example.org/a?ASPSESSIONIDABCDEFGH=x', 'https://news.example.org/a'],
  ])('gives %j the key %j', (url, key) => {
    expect(urlKey(url)).toBe(key);
  });
  it.each(
    `utm_source utm_anything mtm_kwd pk_cid at_medium ga_source hsa_cam _hsenc __hstc vero_id oly_enc_id trk_msg
    fbclid gclid dclid msclkid yclid ttclid gbraid rb_clickid clickId mc_cid mc_eid mkt_tok wt_zmc wt.mc_id cm_ven
    ns_mchannel elqTrackId fb_ref fb_action_ids xtor campaign_id itm_campaign tracking_source _ga`.split(
      /\s+/,
    ),
  )('leaves out %s, which only counts readers', (name) => {
    expect(urlKey(`https://news.example.org/a?id=5&${name}=x1`)).toBe('https://news.example.org/a?id=5');
  });
  it.each(
    'id p page article story q s lang v category tag campaign source ref session sid from medium at mc_tag clid format'.split(
      ' ',
    ),
  )('keeps %s, which may choose content', (name) => {
    expect(urlKey(`https://news.example.org/a?${name}=x1`)).toBe(`https://news.example.org/a?${name}=x1`);
  });
  it('leaves out what one site counts by on that site alone', () => {
    expect([
      urlKey('https://www.wsj.com/a?mod=rss&id=1'),
      urlKey('https://news.example.org/a?mod=rss&id=1'),
      urlKey('https://www.youtube.com/watch?v=a&si=b&feature=share'),
      urlKey('https://notwsj.com/a?mod=rss'),
    ]).toEqual([
      'https://www.wsj.com/a?id=1',
      'https://news.example.org/a?id=1&mod=rss',
      'https://www.youtube.com/watch?v=a',
      'https://notwsj.com/a?mod=rss',
    ]);
  });
  it.each([
    ['https://news.example.org/TEST', 'https://news.example.org/test'],
    ['https://news.example.org/?id=1', 'https://news.example.org/?id=2'],
    ['https://news.example.org/?a=1&a=2', 'https://news.example.org/?a=2&a=1'],
    ['https://news.example.org/?q=a%26b', 'https://news.example.org/?q=a&b'],
    ['https://news.example.org/a%2Fb', 'https://news.example.org/a/b'],
    ['https://news.example.org/?q=a+b', 'https://news.example.org/?q=a%2Bb'],
    ['https://news.example.org/?ref=main', 'https://news.example.org/?ref=next'],
    ['https://news.example.org:8443/', 'https://news.example.org/'],
    ['https://a@news.example.org/', 'https://news.example.org/'],
    ['https://news.example.org/a#page2', 'https://news.example.org/a'],
    [
      'https://news.example.org/?u=https://x_https://a.example',
      'https://news.example.org/?u=https://a.example',
    ],
  ])('keeps %s and %s apart', (a, b) => {
    expect(urlKey(a)).not.toBe(urlKey(b));
  });
  it.each([
    '',
    'hello',
    'mailto:a@b.org',
    'https://a&b.example/',
    'https://&amp😀;/',
    'https://$(name).example/',
    'javascript:alert(1)',
    'ftp://news.example.org/',
    'http://',
    'urn:isbn:1',
  ])('has none for "%s"', (url) => {
    expect(urlKey(url)).toBeUndefined();
  });
  it('is its own key, whatever it is made of', () => {
    const pieces =
      'a b % %4 %41 %%41 %25 %2e %2E%2e .. . / // ? & &amp; &amp;amp; = # #/ #! ; ;jsessionid=1 %3b :// http:// https:/ : @ xn-- é %C3%A9 [ ] { | \' " + %20 %2B utm_a=1 sid= (S(lit3py55t21z5v55vlm25s55)) \u0001 \u00a0 \ufeff ~ , %2C :~: page2 &#38;'.split(
        ' ',
      );
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const broken: string[] = [];
    for (let round = 0; round < 4_000; round += 1) {
      const url = `https://a.example/${Array.from({ length: 1 + next(7) }, () => pieces[next(pieces.length)] ?? '').join('')}`;
      const key = urlKey(url);
      if (key !== undefined && (urlKey(key) !== key || newsKey(key) !== newsKey(url))) broken.push(url);
    }
    expect(broken).toEqual([]);
  });
});

describe('newsKey', () => {
  it.each([
    'http://www.news.example.org/a/',
    'https://m.news.example.org/a?amp',
    'https://news.example.org/a/amp/',
    'https://news-example-org.cdn.ampproject.org/c/s/news.example.org/a',
    'https://news.example.org/a/index.html',
  ])('sees the same article in %s', (url) => {
    expect(newsKey(url)).toBe('news.example.org/a');
  });
  it.each([
    'https://touch.news.example.org/a.amp',
    'https://news.example.org/amp/a',
    'https://www.google.com/amp/s/news.example.org/a',
    'https://news-example-org.bing-amp.com/c/s/news.example.org/a',
    'https://news.example.org/a?outputType=amp&utm_medium=x&fbclid=1',
    'https://news.example.org/a/default.aspx',
    'https://news.example.org/a?CMP=share_btn&smid=tw',
    'https://news.example.org/a/{name}',
    'https://www2.news.example.org:443/a',
    'https://user:secret@news.example.org/a',
    'https://ww2.news.example.org/a?print=1&mobile=true',
    'https://news.example.org/a?marfeeltn=amp&view=print',
    'https://news.example.org/a?source=x&campaign=y&referrer=z&partner=q',
    'https://news.example.org/a?aff_id=5&ads_x=1&ref_src=x',
    'https://www.google.com/url?sa=t&url=https%3A%2F%2Fnews.example.org%2Fa%3Futm_source%3Dx',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example.org%2Fa&h=x',
    'https://t.umblr.com/redirect?z=http%3A%2F%2Fnews.example.org%2Fa&t=1',
    'https://web.archive.org/web/20250501100000/https://news.example.org/a',
    'https://web.archive.org/web/20250501100000id_/news.example.org/a',
  ])('sees it also in %s', (url) => {
    expect(newsKey(url)).toBe('news.example.org/a');
  });
  it('sees the same path with delimiters escaped or plain', () => {
    expect(newsKey('https://news.example.org/a%2Cb%3A(c)!')).toBe(
      newsKey('https://news.example.org/a,b:%28c%29%21'),
    );
  });
  it('drops a mobile label behind a language, and a country that repeats it', () => {
    expect([
      newsKey('https://en.m.example.org/a'),
      newsKey('https://fr-fr.example.org/a'),
      newsKey('https://fr-ca.example.org/a'),
    ]).toEqual(['en.example.org/a', 'fr.example.org/a', 'fr-ca.example.org/a']);
  });
  it.each([
    ['https://news.example.org/a?id=1', 'https://news.example.org/a?id=2'],
    ['https://news.example.org/a', 'https://news.example.org/A'],
    ['https://news.example.org/', 'https://news.example.org/#/'],
    ['https://news.example.org:81/a', 'https://news.example.org/a'],
    ['https://news.example.org/a?view=list', 'https://news.example.org/a'],
    ['https://news.example.org/a%2Fb', 'https://news.example.org/a/b'],
    ['https://news.example.org/url?url=https://b.example/a', 'https://b.example/a'],
    ['https://news.example.org/a?q=1%2C2', 'https://news.example.org/a?q=1%2B2'],
    ['https://news.example.org/a', 'https://news.example.org/a/{{b}}'],
    ['https://m.org/a', 'https://org/a'],
    ['https://news.example.org/ample', 'https://news.example.org/le'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(newsKey(a)).not.toBe(newsKey(b));
  });
});

describe('hashKey', () => {
  it('is stable and 32 hex digits long', () => {
    expect(hashKey('https://news.example.org/')).toMatch(/^[0-9a-f]{32}$/);
    expect(itemOf('https://news.example.org/#x')).toBe(hashKey('https://news.example.org/'));
    expect(itemOf('mailto:x')).toBeUndefined();
  });
});

describe('registrableDomain', () => {
  it.each([
    ['news.example.co.uk', 'example.co.uk'],
    ['a.b.example.com.', 'example.com'],
    ['127.0.0.1', '127.0.0.1'],
    ['localhost', 'localhost'],
  ])('of %s is %s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });
});
