/**
 * Words under which publishers mark what was paid for, as whole labels of sections, categories and keywords, in
 * small letters. Words that name a subject as well (`advertising`, `PR`) are not among them.
 */
// biome-ignore format: a table, read by its rows
const labels: ReadonlySet<string> = new Set([
  'sponsored', 'sponsored content', 'sponsored post', 'sponsored article', 'sponsored by',
  'sponsored story', 'paid content', 'paid post', 'paid program', 'partner content', 'partnered content',
  'branded content', 'brand studio', 'advertorial', 'advertorials', 'advertisement feature',
  'advertiser content', 'paid partnership', 'native advertising', 'promoted content', 'bezahlter inhalt',
  'bezahlter beitrag', 'gesponsert', 'publireportage', 'contenu sponsorisé', 'contenu partenaire',
  'article sponsorisé', 'publi-rédactionnel', 'publirédactionnel', 'contenido patrocinado',
  'publirreportaje', 'patrocinado', 'contenuto sponsorizzato', 'contenuti sponsorizzati',
  'informazione pubblicitaria', 'pubbliredazionale', 'sponsorizzato', 'conteúdo patrocinado',
  'publieditorial', 'conteúdo de marca', 'gesponsord', 'gesponsorde inhoud', 'partnerbijdrage',
  'betaalde inhoud', 'sponsrat', 'sponsrat innehåll', 'annonsørinnhold', 'sponset innhold',
  'annoncørbetalt', 'sponsoreret', 'sponsoreret indhold', 'kaupallinen yhteistyö', 'kostuð kynning',
  'artykuł sponsorowany', 'materiał sponsorowany', 'materiał partnera', 'komerční sdělení',
  'komerčný článok', 'szponzorált tartalom', 'támogatott tartalom', 'advertoriale', 'conținut sponsorizat',
  'sponzorirani sadržaj', 'sponzorisano', 'promo sadržaj', 'sponzoriran', 'платено съдържание',
  'спонзорирано', 'на правах рекламы', 'партнёрский материал', 'партнерский материал',
  'спонсорский материал', 'партнерський матеріал', 'на правах реклами', 'χορηγούμενο',
  'advertorial - χορηγούμενο', 'sponsorlu', 'sponsorlu içerik', 'advertorial içerik',
  'toimituksellinen mainos', 'محتوى ممول', 'محتوى برعاية', 'إعلان ممول', 'תוכן ממומן', 'תוכן שיווקי',
  'رپورتاژ آگهی', 'رپرتاژ آگهی', 'प्रायोजित', 'प्रायोजित सामग्री', 'स्पॉन्सर्ड', 'স্পনসর', 'スポンサード',
  'スポンサードコンテンツ', '記事広告', '赞助内容', '贊助內容', '협찬', '기사형 광고', 'nội dung tài trợ', 'bài pr', 'บทความสนับสนุน',
  'konten bersponsor',
]);

/** The same in addresses: whole parts of paths. */
// biome-ignore format: a table, read by its rows
const parts: ReadonlySet<string> = new Set([
  'sponsored', 'sponsored-content', 'sponsored-post', 'sponsored-posts', 'sponsored-article', 'sponsored-articles', 'sponsor-content',
  'sponsored-stories', 'paid-content', 'paid-post', 'paidpost', 'paidcontent', 'partner-content', 'partnercontent', 'brandvoice',
  'branded-content', 'brandedcontent', 'brand-studio', 'brandstudio', 'brand-connect', 'brandconnect', 'brandpost',
  'advertorial', 'advertorials', 'advertisement-feature', 'native-ads', 'promoted', 'promoted-content',
  'anzeige', 'anzeigen', 'sponsored-by', 'publireportage', 'publirreportaje', 'contenido-patrocinado', 'patrocinado',
  'contenu-sponsorise', 'contenu-partenaire', 'publi-redactionnel', 'contenuto-sponsorizzato', 'sponsorizzato',
  'conteudo-patrocinado', 'publieditorial', 'conteudo-de-marca', 'annonsorinnhold', 'annonsorinnehall', 'sponsrat',
  'material-sponsorowany', 'artykul-sponsorowany', 'artykuly-sponsorowane', 'komercni-sdeleni', 'szponzoralt-tartalom',
  'partnerskij-material', 'sponsorlu-icerik',
]);

/** Whether a section, category or keyword is the mark of what was paid for. */
export function isSponsoredLabel(text: string): boolean {
  return labels.has(text.normalize('NFC').trim().toLowerCase());
}

/** Whether a part of the path of an address says that what stands there was paid for. */
export function isSponsoredAddress(url: string): boolean {
  return (URL.parse(url)?.pathname ?? '')
    .toLowerCase()
    .split('/')
    .some((part) => parts.has(part));
}
