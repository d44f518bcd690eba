/**
 * Names of small numbers by language: 0 to 20 in order, then the tens from 30 to 90, groups parted by spaces
 * and spellings of one number by a slash. `hundred`, `thousand`: the words that multiply. `and`: the words
 * between parts.
 */
export interface NumberNames {
  readonly upToTwenty: string;
  readonly tens: string;
  readonly hundred: string;
  readonly thousand: string;
  readonly and: string;
  /** More names as `word:value`, such as the French soixante-dix or the Spanish veintiuno. */
  readonly more?: string;
}

/** The names by BCP 47 primary tag. */
export const numberNames: Readonly<Record<string, NumberNames>> = {
  en: {
    upToTwenty:
      'zero one/a/an two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
    tens: 'thirty forty fifty sixty seventy eighty ninety',
    hundred: 'hundred',
    thousand: 'thousand',
    and: 'and',
    more: 'dozen:12 couple:2',
  },
  de: {
    upToTwenty:
      'null ein/eine/einen/einem/einer/eines/eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
    tens: 'dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig',
    hundred: 'hundert',
    thousand: 'tausend',
    and: 'und',
    more: 'zweier:2 dreier:3 dutzend:12',
  },
  fr: {
    upToTwenty:
      'zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt/vingts',
    tens: 'trente quarante cinquante soixante soixante-dix/septante quatre-vingt/quatre-vingts/huitante quatre-vingt-dix/nonante',
    hundred: 'cent/cents',
    thousand: 'mille',
    and: 'et',
    more: 'dizaine:10 douzaine:12 quinzaine:15 vingtaine:20 trentaine:30 centaine:100',
  },
  es: {
    upToTwenty:
      'cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
    tens: 'treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    hundred: 'cien/ciento',
    thousand: 'mil',
    and: 'y',
    more: 'veintiuno:21 veintiún:21 veintiuna:21 veintidós:22 veintitrés:23 veinticuatro:24 veinticinco:25 veintiséis:26 veintisiete:27 veintiocho:28 veintinueve:29 doscientos:200 doscientas:200 trescientos:300 trescientas:300 cuatrocientos:400 cuatrocientas:400 quinientos:500 quinientas:500 seiscientos:600 seiscientas:600 setecientos:700 setecientas:700 ochocientos:800 ochocientas:800 novecientos:900 novecientas:900 docena:12',
  },
  it: {
    upToTwenty:
      'zero un/uno/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
    tens: 'trenta quaranta cinquanta sessanta settanta ottanta novanta',
    hundred: 'cento',
    thousand: 'mille/mila',
    and: 'e',
    more: 'ventuno:21 ventotto:28 decina:10 dozzina:12 ventina:20 trentina:30 centinaio:100',
  },
  pt: {
    upToTwenty:
      'zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove vinte',
    tens: 'trinta quarenta cinquenta sessenta setenta oitenta noventa',
    hundred: 'cem/cento',
    thousand: 'mil',
    and: 'e',
    more: 'duzentos:200 duzentas:200 trezentos:300 trezentas:300 quatrocentos:400 quatrocentas:400 quinhentos:500 quinhentas:500 seiscentos:600 seiscentas:600 setecentos:700 setecentas:700 oitocentos:800 oitocentas:800 novecentos:900 novecentas:900 dúzia:12 dezena:10',
  },
  nl: {
    upToTwenty:
      'nul een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
    tens: 'dertig veertig vijftig zestig zeventig tachtig negentig',
    hundred: 'honderd',
    thousand: 'duizend',
    and: 'en/ën',
    more: 'dozijn:12 tiental:10',
  },
  ru: {
    upToTwenty:
      'ноль один/одна/одно/одного/одной/одну два/две/двух/двум три/трех/трем/трёх четыре/четырех/четырёх пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати двенадцать/двенадцати тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать/двадцати',
    tens: 'тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят семьдесят восемьдесят девяносто',
    hundred: 'сто/ста',
    thousand: 'тысяча/тысячи/тысяч/тысячу',
    and: '',
    more: 'двести:200 триста:300 четыреста:400 пятьсот:500 шестьсот:600 семьсот:700 восемьсот:800 девятьсот:900 полтора:1.5 полторы:1.5 десяток:10',
  },
  uk: {
    upToTwenty:
      'нуль один/одна/одну/одного два/дві/двох три/трьох чотири/чотирьох п’ять шість/шести сім/семи вісім/восьми дев’ять десять/десяти одинадцять дванадцять тринадцять чотирнадцять п’ятнадцять шістнадцять сімнадцять вісімнадцять дев’ятнадцять двадцять',
    tens: 'тридцять сорок п’ятдесят шістдесят сімдесят вісімдесят дев’яносто',
    hundred: 'сто',
    thousand: 'тисяча/тисячі/тисяч/тисячу',
    and: '',
    more: 'двісті:200 триста:300',
  },
  pl: {
    upToTwenty:
      'zero jeden/jedna/jedną/jednego dwa/dwie/dwóch/dwoje trzy/trzech cztery/czterech pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia',
    tens: 'trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
    hundred: 'sto',
    thousand: 'tysiąc/tysiące/tysięcy',
    and: '',
    more: 'dwieście:200 trzysta:300 pięćset:500',
  },
  cs: {
    upToTwenty:
      'nula jeden/jedna/jedno/jednoho/jednou dva/dvě/dvěma/dvou tři/třemi čtyři/čtyřmi pět/pěti šest/šesti sedm/sedmi osm/osmi devět/devíti deset/deseti jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct dvacet/dvaceti',
    tens: 'třicet/třiceti čtyřicet padesát/padesáti šedesát sedmdesát osmdesát devadesát',
    hundred: 'sto',
    thousand: 'tisíc/tisíce',
    and: '',
  },
  sv: {
    upToTwenty:
      'noll en/ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo',
    tens: 'trettio fyrtio femtio sextio sjuttio åttio nittio',
    hundred: 'hundra',
    thousand: 'tusen',
    and: 'och',
  },
  tr: {
    upToTwenty:
      'sıfır bir iki üç dört beş altı yedi sekiz dokuz on onbir oniki onüç ondört onbeş onaltı onyedi onsekiz ondokuz yirmi',
    tens: 'otuz kırk elli altmış yetmiş seksen doksan',
    hundred: 'yüz',
    thousand: 'bin',
    and: '',
  },
  ar: {
    upToTwenty:
      'صفر واحد/واحدة اثنين/اثنان/اثنتين ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع ثمانية/ثماني تسعة/تسع عشرة/عشر أحدعشر اثناعشر ثلاثةعشر أربعةعشر خمسةعشر ستةعشر سبعةعشر ثمانيةعشر تسعةعشر عشرين/عشرون',
    tens: 'ثلاثين/ثلاثون أربعين/أربعون خمسين/خمسون ستين/ستون سبعين/سبعون ثمانين/ثمانون تسعين/تسعون',
    hundred: 'مئة/مائة',
    thousand: 'ألف/آلاف',
    and: 'و',
    more: 'مئتين:200 ألفين:2000',
  },
};
