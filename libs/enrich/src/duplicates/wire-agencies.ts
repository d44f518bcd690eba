/**
 * News agencies: a name, other names and codes that credits use, and the domains under which they publish
 * themselves.
 */
const table: readonly (readonly [name: string, aliases: string, domains: string])[] = [
  ['Reuters', 'thomson reuters', 'reuters.com'],
  ['AP', 'associated press|the associated press', 'apnews.com ap.org'],
  ['AFP', 'agence france presse|agence france-presse', 'afp.com'],
  ['dpa', 'deutsche presse agentur|deutsche presse-agentur', 'dpa.com dpa-international.com'],
  ['UPI', 'united press international', 'upi.com'],
  ['Bloomberg', 'bloomberg news', 'bloomberg.com'],
  ['PA', 'press association|pa media', 'pa.media'],
  ['ANSA', '', 'ansa.it'],
  ['AGI', '', 'agi.it'],
  ['Adnkronos', '', 'adnkronos.com'],
  ['EFE', 'agencia efe', 'efe.com'],
  ['Europa Press', 'ep', 'europapress.es'],
  ['Lusa', '', 'lusa.pt'],
  ['TASS', 'тасс', 'tass.com tass.ru'],
  ['RIA Novosti', 'ria|риа новости', 'ria.ru'],
  ['Interfax', 'интерфакс', 'interfax.ru interfax.com'],
  ['Ukrinform', 'укрінформ', 'ukrinform.net ukrinform.ua'],
  ['Xinhua', '新华社|新華社', 'news.cn xinhuanet.com'],
  ['CNA', '中央社|central news agency', 'cna.com.tw focustaiwan.tw'],
  ['Kyodo', 'kyodo news|共同|共同通信', 'kyodonews.net kyodo.co.jp'],
  ['Jiji', 'jiji press|時事|時事通信', 'jiji.com'],
  ['Yonhap', '연합뉴스', 'yna.co.kr'],
  ['PTI', 'press trust of india', 'ptinews.com'],
  ['ANI', 'asian news international', 'aninews.in'],
  ['IANS', '', 'ians.in'],
  ['Antara', '', 'antaranews.com'],
  ['Bernama', '', 'bernama.com'],
  ['AAP', 'australian associated press', 'aap.com.au'],
  ['CP', 'the canadian press|canadian press', 'thecanadianpress.com'],
  ['APA', '', 'apa.at'],
  ['Keystone-SDA', 'sda|ats', 'keystone-sda.ch'],
  ['ANP', '', 'anp.nl'],
  ['Belga', '', 'belga.be belganewsagency.eu'],
  ['TT', '', 'tt.se'],
  ['NTB', '', 'ntb.no'],
  ['Ritzau', '', 'ritzau.dk ritzau.com'],
  ['STT', '', 'stt.fi'],
  ['PAP', '', 'pap.pl'],
  ['ČTK', 'ctk', 'ctk.cz ceskenoviny.cz'],
  ['MTI', '', 'mti.hu'],
  ['Agerpres', '', 'agerpres.ro'],
  ['BTA', '', 'bta.bg'],
  ['Anadolu', 'aa|anadolu agency|anadolu ajansı', 'aa.com.tr'],
  ['epd', '', 'epd.de'],
  ['KNA', '', 'kna.de'],
];

const plain = (credit: string) =>
  credit
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N} -]/gu, '')
    .trim();
const byCredit = new Map(
  table.flatMap(([name, aliases]) =>
    [name, ...aliases.split('|')]
      .filter((alias) => alias !== '')
      .map((alias) => [plain(alias), name] as const),
  ),
);
const byDomain = new Map(
  table.flatMap(([name, , domains]) => domains.split(' ').map((domain) => [domain, name] as const)),
);

/** The usual name of an agency that is credited; undefined for anybody else. */
export function agencyOfCredit(credit: string): string | undefined {
  return byCredit.get(plain(credit.slice(0, 60)));
}

/** The agency that publishes under a registrable domain. */
export function agencyOfDomain(domain: string): string | undefined {
  return byDomain.get(domain);
}
