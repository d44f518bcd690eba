/**
 * Words that multiply the number in front of them, by language, as `word:power of ten`. Billion is a thousand
 * million in English, Russian and Brazil, a million million where the long scale rules (billones, Billionen,
 * biljoen, biliões).
 */
const multiplierWords: Readonly<Record<string, string>> = {
  en: 'hundred:2 thousand:3 million:6 millions:6 mln:6 mn:6 billion:9 bn:9 trillion:12 trn:12 crore:7 crores:7 cr:7 lakh:5 lakhs:5 lac:5 lacs:5',
  de: 'hundert:2 tausend:3 tsd:3 million:6 millionen:6 mio:6 mill:6 milliarde:9 milliarden:9 mrd:9 billion:12 billionen:12 bio:12',
  fr: 'mille:3 million:6 millions:6 mio:6 milliard:9 milliards:9 mds:9 md:9 mrd:9 billion:12 billions:12',
  es: 'mil:3 miles:3 millón:6 millon:6 millones:6 millardo:9 millardos:9 billón:12 billon:12 billones:12',
  it: 'mille:3 mila:3 milione:6 milioni:6 mln:6 miliardo:9 miliardi:9 mld:9 bilione:12 bilioni:12',
  pt: 'mil:3 milhão:6 milhões:6 mi:6 bilhão:9 bilhões:9 bi:9 trilhão:12 trilhões:12 tri:12 bilião:12 biliões:12',
  nl: 'honderd:2 duizend:3 miljoen:6 mln:6 miljard:9 mld:9 mrd:9 biljoen:12',
  ru: 'тыс:3 тысяча:3 тысячи:3 тысяч:3 тысячу:3 млн:6 миллион:6 миллиона:6 миллионов:6 млрд:9 миллиард:9 миллиарда:9 миллиардов:9 трлн:12 триллион:12 триллиона:12 триллионов:12',
  uk: 'тис:3 тисяча:3 тисячі:3 тисяч:3 млн:6 мільйон:6 мільйона:6 мільйони:6 мільйонів:6 млрд:9 мільярд:9 мільярда:9 мільярди:9 мільярдів:9 трлн:12',
  pl: 'tys:3 tysiąc:3 tysiące:3 tysięcy:3 mln:6 milion:6 miliony:6 milionów:6 mld:9 miliard:9 miliardy:9 miliardów:9 bln:12 bilion:12 bilionów:12',
  cs: 'tis:3 tisíc:3 tisíce:3 mil:6 mil.:6 milion:6 miliony:6 milionu:6 milionů:6 mld:9 miliarda:9 miliardy:9 miliard:9 bilion:12 bilionů:12',
  sv: 'tusen:3 miljon:6 miljoner:6 mkr:6 miljard:9 miljarder:9 biljon:12 biljoner:12',
  tr: 'bin:3 milyon:6 milyar:9 trilyon:12',
  ar: 'ألف:3 آلاف:3 مليون:6 ملايين:6 مليار:9 مليارات:9 تريليون:12',
};

const opened = new Map<string, ReadonlyMap<string, number>>();

/** The multipliers of a language, by word in small letters. */
export function multipliersOf(language: string): ReadonlyMap<string, number> {
  const known = opened.get(language);
  if (known !== undefined) return known;
  const map = new Map(
    (multiplierWords[language] ?? multiplierWords.en ?? '')
      .split(' ')
      .map((pair) => [pair.split(':')[0] ?? '', 10 ** Number(pair.split(':')[1])] as const),
  );
  opened.set(language, map);
  return map;
}
