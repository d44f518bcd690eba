/**
 * Signs of money in front of or behind a number, the longest first; ¥ and $ alone depend on language and
 * country.
 */
// biome-ignore format: a table, read by its rows
export const currencySigns: Readonly<Record<string, string>> = {
  'US$': 'USD', 'U.S. $': 'USD', 'A$': 'AUD', 'AU$': 'AUD', 'C$': 'CAD', 'CA$': 'CAD', 'CAD$': 'CAD',
  'HK$': 'HKD', 'NZ$': 'NZD', 'S$': 'SGD', 'NT$': 'TWD', 'R$': 'BRL', 'MX$': 'MXN', 'Mex$': 'MXN',
  'J$': 'JMD', 'AR$': 'ARS', 'Bs$': 'BOB',
  $: '$', '€': 'EUR', '£': 'GBP', '¥': '¥', '￥': '¥', '₹': 'INR', '₽': 'RUB', '₩': 'KRW', '₺': 'TRY',
  '₴': 'UAH', '₪': 'ILS', '₫': 'VND', '฿': 'THB', '₦': 'NGN', '₱': 'PHP', '₡': 'CRC', '₲': 'PYG', '₸': 'KZT',
  '₾': 'GEL', '₼': 'AZN', '₵': 'GHS', '₿': 'XBT',
  'Rs.': 'INR', Rs: 'INR', Re: 'INR', RM: 'MYR', Rp: 'IDR', 'zł': 'PLN', 'Kč': 'CZK', 'руб.': 'RUB',
  'грн': 'UAH', Fr: 'CHF', 'Fr.': 'CHF', SFr: 'CHF', sFr: 'CHF', 'د.إ': 'AED', TL: 'TRY', Ft: 'HUF',
  'лв': 'BGN', PLN: 'PLN', Ksh: 'KES', KSh: 'KES', RMB: 'CNY',
};

/** Codes of ISO 4217 that news writes in front of or behind a number. */
export const currencyCodes: ReadonlySet<string> = new Set(
  'AED AFN ALL AMD ARS AUD AZN BAM BDT BGN BHD BND BOB BRL BWP BYN CAD CDF CHF CLP CNY COP CRC CUP CZK DKK DOP DZD EGP ETB EUR FJD GBP GEL GHS GTQ HKD HNL HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KRW KWD KZT LAK LBP LKR LYD MAD MDL MGA MKD MMK MNT MOP MUR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SDG SEK SGD SOS SSP SYP THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND XAF XCD XOF YER ZAR ZMW'.split(
    ' ',
  ),
);

/** Dollars, francs, pesos: which of them, by the country whose adjective or publisher stands beside. */
export const currencyOfCountry: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  dollar: {
    US: 'USD',
    AU: 'AUD',
    CA: 'CAD',
    NZ: 'NZD',
    HK: 'HKD',
    SG: 'SGD',
    TW: 'TWD',
    JM: 'JMD',
    FJ: 'FJD',
    NA: 'NAD',
    BN: 'BND',
    TT: 'TTD',
  },
  pound: { GB: 'GBP', EG: 'EGP', LB: 'LBP', SY: 'SYP', SD: 'SDG' },
  franc: { CH: 'CHF', CD: 'CDF', RW: 'RWF', XOF: 'XOF', GN: 'GNF', LI: 'CHF' },
  peso: { MX: 'MXN', AR: 'ARS', CL: 'CLP', CO: 'COP', PH: 'PHP', UY: 'UYU', CU: 'CUP', DO: 'DOP' },
  krone: { SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK', CZ: 'CZK' },
  rupee: { IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR' },
  dinar: { RS: 'RSD', IQ: 'IQD', KW: 'KWD', JO: 'JOD', DZ: 'DZD', TN: 'TND', LY: 'LYD', BH: 'BHD' },
  rial: { SA: 'SAR', QA: 'QAR', IR: 'IRR', OM: 'OMR', YE: 'YER' },
  dirham: { AE: 'AED', MA: 'MAD' },
  shilling: { KE: 'KES', TZ: 'TZS', UG: 'UGX', SO: 'SOS' },
  lira: { TR: 'TRY' },
  ruble: { RU: 'RUB', BY: 'BYN' },
  won: { KR: 'KRW' },
  leu: { RO: 'RON', MD: 'MDL' },
  yuan: { CN: 'CNY', TW: 'TWD' },
};

/** Which one is meant where no country stands beside; kinds that are missing need one. */
export const currencyWithoutCountry: Readonly<Record<string, string>> = {
  dollar: 'USD',
  pound: 'GBP',
  rupee: 'INR',
  lira: 'TRY',
  ruble: 'RUB',
  won: 'KRW',
  yuan: 'CNY',
  leu: 'RON',
  rial: 'SAR',
};

/** The default of a kind by language, where it differs: krona of Sweden, koruna of the Czechs. */
export const currencyByLanguage: Readonly<Record<string, string>> = {
  'krone-sv': 'SEK',
  'krone-cs': 'CZK',
  'krone-da': 'DKK',
  'krone-nb': 'NOK',
  'franc-de': 'CHF',
  '¥-zh': 'CNY',
  '$-zh': 'USD',
};

/** Beginnings of adjectives and names of countries, of all languages, small letters. */
export const countryStems: Readonly<Record<string, string>> = {
  US: 'us u.s american amerikan américain estadounidense statunitens norteamerican американ сша 美 米',
  AU: 'austral австрал',
  CA: 'canadi canadens kanadi canadees canadese канад',
  NZ: 'neuseel neo-zéland neozeland нов',
  HK: 'hong hongkong гонконг',
  SG: 'singap singapur сингапур',
  TW: 'taiwan',
  GB: 'british britisch britann britân britse sterling strl esterlin стерлинг брита',
  CH: 'swiss schweizer suisse svizzer suizo suíço zwitsers швейцар',
  XOF: 'cfa',
  EG: 'egypt ägypt égypt egipci egizian egíp египет',
  LB: 'leban liban libane ливан',
  SY: 'syri',
  SD: 'sudan',
  MX: 'mexic mexik messican мексик',
  AR: 'argentin аргентин',
  CL: 'chilen chilien cilen чили',
  CO: 'colombi kolumbi колумб',
  PH: 'philippin filipin filippin',
  UY: 'urugua',
  CU: 'cuban',
  DO: 'dominican',
  SE: 'swedish schwed suédois suec svedes zweedse швед svensk',
  NO: 'norweg norwég norueg norveges noorse норве norsk',
  DK: 'danish dänisch danois dan danes deense датск dansk',
  IS: 'iceland isländ',
  CZ: 'czech tschech tchèq chec ceche tsjechi чеш česk',
  IN: 'indian indisch indien индий',
  PK: 'pakistan',
  LK: 'sri',
  NP: 'nepal',
  RS: 'serbi',
  IQ: 'iraq irak',
  KW: 'kuwait',
  JO: 'jordan',
  DZ: 'algeri algéri',
  TN: 'tunis',
  LY: 'liby',
  SA: 'saudi',
  QA: 'qatar katar',
  IR: 'iran',
  AE: 'uae emirat',
  MA: 'moroc marok maroc marroq',
  KE: 'kenya',
  TZ: 'tanzan',
  UG: 'ugand',
  TR: 'turk türk turc turq turc тур',
  RU: 'russ рос ruso',
  BY: 'belarus бело',
  KR: 'south korea südkorean sud-coréen surcorean sudcorean zuid-koreaan',
  CN: 'chin китай',
  RO: 'roman rumän roum',
  CD: 'congol',
  RW: 'rwand',
};

/**
 * Names of currencies by language: `kind=word word`, where a kind is one of the above or a code. A word
 * behind `?` counts only with a sign of money nearby, for it has another meaning (pound, won).
 */
export const currencyWords: Readonly<Record<string, string>> = {
  en: 'dollar=dollars dollar buck bucks; EUR=euro euros; pound=?pounds ?pound quid; JPY=yen; yuan=yuan renminbi; franc=francs franc; rupee=rupees rupee; peso=pesos peso; BRL=reais; ruble=rubles roubles ruble rouble; UAH=hryvnia hryvnias; PLN=zloty zlotys; krone=kronor krona kroner krone kronas; CZK=koruna korunas; HUF=forint forints; lira=lira liras; ILS=shekels shekel; ZAR=rand; NGN=naira; won=?won; THB=baht; MYR=ringgit; IDR=rupiah; VND=dong; dirham=dirhams dirham; rial=riyals riyal rials rial; dinar=dinars dinar; shilling=shillings shilling; BDT=taka; EUR=€',
  de: 'dollar=dollar; EUR=euro; pound=?pfund; JPY=yen; yuan=yuan renminbi; franc=franken; CHF=sfr; rupee=rupien; peso=pesos peso; BRL=real reais; ruble=rubel; UAH=hrywnja griwna; PLN=zloty złoty; krone=kronen; HUF=forint; lira=lira; ILS=schekel; ZAR=rand; won=won; THB=baht; dirham=dirham; rial=riyal rial; dinar=dinar',
  fr: 'dollar=dollars dollar; EUR=euros euro; pound=?livres; JPY=yens yen; yuan=yuans yuan; franc=francs franc; rupee=roupies; peso=pesos; BRL=reals réaux reais; ruble=roubles rouble; UAH=hryvnias; PLN=zlotys zloty; krone=couronnes; HUF=forints; lira=livres_turques; ILS=shekels; ZAR=rands; NGN=nairas; THB=bahts; dirham=dirhams; rial=riyals; dinar=dinars',
  es: 'dollar=dólares dólar dolares; EUR=euros euro; pound=?libras; JPY=yenes yen; yuan=yuanes yuan; franc=francos; rupee=rupias; peso=pesos; BRL=reales reais; ruble=rublos; UAH=grivnas; PLN=zlotys eslotis; krone=coronas; HUF=florines; lira=liras; PEN=soles; VES=bolívares; COP=; GTQ=quetzales; PYG=guaraníes; CRC=colones; HNL=lempiras; BOB=bolivianos',
  it: 'dollar=dollari dollaro; EUR=euro; pound=sterline sterlina; JPY=yen; yuan=yuan; franc=franchi; rupee=rupie; peso=pesos; BRL=reais real; ruble=rubli; UAH=grivnie; PLN=zloty; krone=corone; HUF=fiorini; lira=lire_turche; ILS=shekel',
  pt: 'dollar=dólares dólar; EUR=euros euro; pound=?libras; JPY=ienes iene; yuan=yuans yuan yuanes; franc=francos; rupee=rupias rúpias; peso=pesos; BRL=reais real; ruble=rublos; PLN=zlotys; krone=coroas; AOA=kwanzas; MZN=meticais',
  nl: 'dollar=dollar dollars; EUR=euro euros; pound=?pond; JPY=yen; yuan=yuan; franc=franken frank; rupee=roepies; peso=pesos; BRL=real; ruble=roebel roebels; PLN=zloty; krone=kronen; HUF=forint; lira=lira; ILS=sjekel',
  ru: 'dollar=долларов доллара доллар долл; EUR=евро; pound=фунтов фунта; JPY=иен иены йен иена; yuan=юаней юаня юань; franc=франков франка; rupee=рупий рупии; peso=песо; BRL=реалов реала; ruble=рублей рубля рубль руб; UAH=гривен гривны гривна гривень; PLN=злотых; krone=крон кроны; HUF=форинтов; lira=лир лиры; ILS=шекелей шекеля; KZT=тенге; won=вон; BYN=',
  uk: 'dollar=доларів долари долар; EUR=євро; pound=фунтів; UAH=гривень гривні гривня грн; ruble=рублів; JPY=єн; yuan=юанів; PLN=злотих; franc=франків',
  pl: 'dollar=dolarów dolary dolar dolara; EUR=euro; pound=funtów funty; PLN=złotych złote złoty zł; ruble=rubli; JPY=jenów; yuan=juanów; franc=franków; krone=koron; UAH=hrywien',
  cs: 'dollar=dolarů dolary dolar; EUR=eur euro euro eura; pound=liber; krone=korun koruny koruna; PLN=zlotých; ruble=rublů; JPY=jenů; yuan=jüanů; franc=franků',
  sv: 'dollar=dollar; EUR=euro; pound=pund; krone=kronor krona kr; ruble=rubel; JPY=yen; yuan=yuan; franc=franc',
  tr: 'dollar=dolar dolarlık; EUR=euro avro; pound=sterlin; lira=lira liralık; ruble=ruble; JPY=yen; yuan=yuan',
  ar: 'dollar=دولار دولارات; EUR=يورو; pound=جنيه; rial=ريال; dirham=درهم; dinar=دينار; lira=ليرة; yuan=يوان; JPY=ين; ruble=روبل',
};

/** Hundredths by language; the code is that of money named before in the text, or the default. */
// biome-ignore format: a table, read by its rows
export const centWords: Readonly<Record<string, string>> = {
  en: 'USD=cents cent; GBP=pence penny; INR=paise', de: 'EUR=cent; CHF=rappen', fr: 'EUR=centimes centime',
  es: 'EUR=céntimos céntimo', it: 'EUR=centesimi', pt: 'BRL=centavos', nl: 'EUR=cent',
  ru: 'RUB=копеек копейки копейка', uk: 'UAH=копійок', pl: 'PLN=groszy', cs: 'CZK=haléřů',
};

/** Names behind a number in scripts without spaces, the longest first. */
export const joinedCurrencies: Readonly<Record<string, string>> = {
  ja: 'USD=米ドル ドル; EUR=ユーロ; GBP=英ポンド ポンド; JPY=円; CNY=人民元 元; KRW=ウォン; RUB=ルーブル; CHF=スイスフラン; AUD=豪ドル; CAD=カナダドル; HKD=香港ドル; TWD=台湾ドル; SGD=シンガポールドル; INR=ルピー; BRL=レアル; TRY=トルコリラ',
  zh: 'USD=美元 美金; EUR=欧元 歐元; GBP=英镑 英鎊; JPY=日元 日圆 日圓; CNY=元人民币 人民币 人民幣 元; KRW=韩元 韓元 韩圆; RUB=卢布 盧布; CHF=瑞士法郎; AUD=澳元 澳大利亚元 澳币; CAD=加元 加拿大元 加币; HKD=港元 港币 港幣 港纸; TWD=新台币 新臺幣 台币 臺幣; SGD=新加坡元 新元; INR=印度卢比 卢比; THB=泰铢 泰銖; MYR=林吉特 令吉; BRL=雷亚尔; TRY=里拉',
  ko: 'USD=미국달러 달러; EUR=유로; GBP=파운드; JPY=엔; CNY=위안; KRW=원; RUB=루블; HKD=홍콩달러; AUD=호주달러',
};
