import type { DateTable } from '../date-table.ts';

/** Polish. */
export const pl: DateTable = {
  order: 'dmy',
  months:
    'stycz(eń|nia|niu|niem) sty; lut(y|ego|ym); marz(ec|ca|cu); kwie(cień|tnia|tniu) kwi; maj(|a|u); czerw(iec|ca|cu) cze; lip(iec|ca|cu) lip; sierp(ień|nia|niu) sie; wrze(sień|śnia|śniu) wrz; październik(|a|u) paź; listopad(|a|zie) lis; gru(dzień|dnia|dniu) gru',
  weekdays:
    'poniedziałek poniedziałku; wtorek wtorku; środa środę środy; czwartek czwartku; piątek piątku; sobota sobotę soboty; niedziela niedzielę niedzieli',
  suffixes: {},
  roles: {
    'R-2': 'przedwczoraj',
    'R-1': 'wczoraj',
    R0: 'dziś dzisiaj',
    R1: 'jutro',
    R2: 'pojutrze',
    'J-1': 'zeszł(y|ego|ym|ą|ej|a) ubiegł(y|ego|ym|ą|ej|a) miniony minion(ego|ym|ą|ej)',
    J0: 't(en|ego|ym|ę|ą|ej) bieżąc(y|ego|ym|ej)',
    J1: 'przyszł(y|ego|ym|ą|ej) następn(y|ego|ym|ą|ej) najbliższ(y|ą)',
    P1: 'początk(u|iem) na_początku',
    P2: 'połow(ie|a|y|ę)',
    P3: 'koniec końc(a|u|em)',
    Uminute: 'minut(|y|ę)',
    Uhour: 'godzin(|y|ę)',
    Uday: 'dzień dni dnia',
    Uweek: 'tydzień tygodni(u|a)',
    Uweek2: 'tygodnie tygodni',
    Uweekend: 'weekend weekendu',
    Umonth: 'miesiąc(|a|u)',
    Umonth2: 'miesiące miesięcy',
    Uquarter: 'kwartał kwartale kwartału',
    Uhalf: 'półrocze półroczu półrocza',
    yyear: 'rok roku r',
    Uyear2: 'lat lata latach',
    X: 'wiek(|u|iem)',
    'A-1': 'temu',
    'R-7': 'tydzień_temu',
    'Vyear-1': 'rok_temu',
    'Vmonth-1': 'miesiąc_temu',
    F: 'za',
    p: 'w we od do po przed około',
    f: 'od',
    t: 'do',
    '&': 'i',
    b: 'między',
    e: 'każd(y|ą|ego|ej) co',
    S1: 'wiosną wiosna',
    S2: 'latem',
    S3: 'jesienią jesień',
    S4: 'zimą',
    o1: 'pierwsz(y|ym|ego|a|ej|ą)',
    o2: 'drug(i|im|iego|a|iej|ą)',
    o3: 'trzeci(|m|ego|ej)',
    o4: 'czwart(y|ym|ego|ej)',
    m1: 'rano',
    m2: 'wieczorem po_południu nocą',
    '+': 'będzie będą odbędzie odbędą ma mają planuje planowane zostanie',
    '<': 'był była było były został została zostały powiedział powiedziała poinformował poinformowała',
  },
};

/** Swedish. */
// biome-ignore format: a table, read by its rows
export const sv: DateTable = {
  order: 'dmy',
  months: 'januari jan; februari feb; mars; april apr; maj; juni jun; juli jul; augusti aug; september sept sep; oktober okt; november nov; december dec',
  weekdays: 'måndag(|en|s|ens|skväll|smorgon) måndagens; tisdag(|en|s|ens); onsdag(|en|s|ens); torsdag(|en|s|ens); fredag(|en|s|ens); lördag(|en|s|ens); söndag(|en|s|ens)',
  suffixes: { o: 'e a', D: 'tal talet talets talen' },
  roles: {
    'R-2': 'i_förrgår', 'R-1': 'i_går igår', R0: 'i_dag idag ikväll i_kväll', R1: 'i_morgon imorgon',
    R2: 'i_övermorgon', 'J-1': 'förra förre senaste', J0: 'denna detta den_här', J1: 'nästa kommande',
    P1: 'början_av', P2: 'mitten_av', P3: 'slutet_av',
    Uminute: 'minut minuter', Uhour: 'timme timmar', Uday: 'dag dagar', Uweek: 'vecka veckan',
    Uweek2: 'veckor', Uweekend: 'helgen', Umonth: 'månad månaden', Umonth2: 'månader',
    Uquarter: 'kvartalet kvartal', Uhalf: 'halvåret halvår', Uyear: 'år året', Udecade: 'decennium',
    X: 'århundradet', 'Vyear-1': 'i_fjol ifjol', Vyear0: 'i_år iår',
    'A-1': 'sedan', F: 'om', p: 'i sedan till under före efter från runt på', a: 'på', f: 'från', t: 'till',
    u: 'av', h: 'den det', '&': 'och', b: 'mellan', e: 'varje', S1: 'våren', S2: 'sommaren', S3: 'hösten',
    S4: 'vintern', o1: 'första', o2: 'andra', o3: 'tredje', o4: 'fjärde', m1: 'morgonen',
    m2: 'kvällen eftermiddagen', k: 'klockan',
    '+': 'ska skall kommer väntas planeras', '<': 'var blev hade har sade sa meddelade',
  },
};

/** Turkish; case endings behind an apostrophe stand apart. */
// biome-ignore format: a table, read by its rows
export const tr: DateTable = {
  order: 'dmy',
  months: 'ocak ocakta; şubat şubatta; mart martta; nisan nisanda; mayıs mayısta; haziran haziranda; temmuz temmuzda; ağustos ağustosta; eylül eylülde; ekim ekimde; kasım kasımda; aralık aralıkta',
  weekdays: 'pazartesi; salı; çarşamba; perşembe; cuma; cumartesi; pazar_günü',
  suffixes: {},
  roles: {
    'R-2': 'önceki_gün evvelsi_gün', 'R-1': 'dün', R0: 'bugün', R1: 'yarın', 'J-1': 'geçen geçtiğimiz',
    J0: 'bu', J1: 'gelecek önümüzdeki', P1: 'başında başı', P2: 'ortasında ortası', P3: 'sonunda sonu',
    Uday: 'gün', Uweek: 'hafta', Umonth: 'ay', Uquarter: 'çeyreği çeyreğinde çeyrek',
    Uyear: 'yıl yılı yılında yılın', X: 'yüzyıl yüzyılda', 'A-1': 'önce', A1: 'sonra', p: '', m1: 'sabah',
    m2: 'akşam öğleden_sonra', o1: 'ilk birinci', o2: 'ikinci', o3: 'üçüncü', o4: 'dördüncü son', '&': 've',
    e: 'her',
    '+': 'olacak yapılacak planlanıyor bekleniyor', '<': 'oldu dedi açıkladı edildi',
  },
};

/** Ukrainian. */
// biome-ignore format: a table, read by its rows
export const uk: DateTable = {
  order: 'dmy',
  months: 'січ(ень|ня|ні); лют(ий|ого|ому); берез(ень|ня|ні); квіт(ень|ня|ні); трав(ень|ня|ні); черв(ень|ня|ні); лип(ень|ня|ні); серп(ень|ня|ні); верес(ень|ня|ні); жовт(ень|ня|ні); листопад(|а|і); груд(ень|ня|ні)',
  weekdays: 'понеділ(ок|ка); вівтор(ок|ка); серед(а|у|и); четвер(|га); п’ятниц(я|ю|і); субот(а|у|и); неділ(я|ю|і)',
  suffixes: { o: 'й го му ї', D: 'х ті' },
  roles: {
    'R-2': 'позавчора', 'R-1': 'вчора учора', R0: 'сьогодні', R1: 'завтра', R2: 'післязавтра',
    'J-1': 'минул(ий|а|ого|ої|у|ому) торік', J0: 'ц(ей|я|ього|ієї|ю|ьому) поточн(ий|ого|ому)',
    J1: 'наступн(ий|а|ого|ої|у|ому)', P1: 'почат(ок|ку)', P2: 'середин(а|і|и)', P3: 'кін(ець|ця|ці)',
    Uminute: 'хвилин(|и|у)', Uhour: 'годин(|и|у)', Uday: 'день дня дні днів', Uweek: 'тиждень тижня тижні',
    Uweek2: 'тижнів', Umonth: 'місяць місяця місяці', Umonth2: 'місяців', Uquarter: 'квартал(|у|і)',
    Uhalf: 'півріччя півріччі', yyear: 'рік року році р', yyear2: 'роки років роках рр', X: 'столітт(я|і)',
    'Vyear-1': 'рік_тому', 'R-7': 'тиждень_тому', 'A-1': 'тому', F: 'через',
    p: 'у в з із до після перед від на', f: 'з із від', t: 'до по', '&': 'і та', b: 'між',
    e: 'кожн(ий|у|ого|ої)',
    S1: 'навесні', S2: 'влітку', S3: 'восени', S4: 'взимку', o1: 'перш(ий|ому|ого)', o2: 'друг(ий|ому|ого)',
    o3: 'трет(ій|ьому|ього)', o4: 'четверт(ий|ому|ого)', m1: 'вранці', m2: 'ввечері вночі',
    '+': 'буде будуть планує відбудеться очікується',
    '<': 'був була було були повідомив повідомили заявив сказав',
  },
};

/** Czech. */
// biome-ignore format: a table, read by its rows
export const cs: DateTable = {
  order: 'dmy',
  months: 'led(en|na|nu); únor(|a|u); březen března březnu; duben dubna dubnu; květen května květnu; červen června červnu; červenec července červenci; srpen srpna srpnu; září; říjen října říjnu; listopad(|u); prosinec prosince prosinci',
  weekdays: 'pondělí; úterý; středa středu středy; čtvrtek čtvrtka; pátek pátku; sobota sobotu; neděle neděli',
  suffixes: {},
  roles: {
    'R-2': 'předevčírem', 'R-1': 'včera', R0: 'dnes', R1: 'zítra', R2: 'pozítří',
    'J-1': 'minul(ý|ého|ém|ou|é) loňsk(ý|ého|ém) uplynul(ý|ém)',
    J0: 't(ento|oto|uto|omto|éto) letošn(í|ího|ím)', J1: 'příšt(í|ího|ím)', P1: 'začátk(u|em) počátk(u|em)',
    P2: 'polovin(ě|a|y|ou)', P3: 'kon(ec|ce|ci|cem)',
    Uminute: 'minut(|y|ami)', Uhour: 'hodin(|y|ami)', Uday: 'den dny dní dnů', Uweek: 'týden týdne týdnu',
    Uweek2: 'týdny týdnů', Uweekend: 'víkend víkendu', Umonth: 'měsíc(|e|i)', Umonth2: 'měsíci měsíců',
    Uquarter: 'čtvrtletí kvartál', Uhalf: 'pololetí', Uyear: 'rok roku roce', Uyear2: 'lety let roky',
    X: 'století', 'Vyear-1': 'loni vloni', Vyear0: 'letos', B: 'před', F: 'za', p: 'v ve od do po na kolem',
    f: 'od', t: 'do až', '&': 'a', b: 'mezi', e: 'každ(ý|ou|é)', S1: 'jaro jaře', S2: 'léto létě',
    S3: 'podzim', S4: 'zima zimě',
    o1: 'prvn(í|ím|ího)', o2: 'druh(ý|ém|ého|é)', o3: 'třet(í|ím|ího)', o4: 'čtvrt(ý|ém|ého|é)',
    m1: 'ráno dopoledne', m2: 'večer odpoledne v_noci', '+': 'bude budou má mají plánuje',
    '<': 'byl byla bylo byli řekl řekla uvedl uvedla oznámil',
  },
};

/** Arabic, with the month names of Egypt and of the Levant. */
// biome-ignore format: a table, read by its rows
export const ar: DateTable = {
  order: 'dmy',
  prefixes: 'و ب ل ال وال بال لل',
  months: 'يناير كانون_الثاني; فبراير شباط; مارس آذار; أبريل إبريل نيسان; مايو أيار; يونيو حزيران; يوليو تموز; أغسطس آب; سبتمبر أيلول; أكتوبر تشرين_الأول; نوفمبر تشرين_الثاني; ديسمبر كانون_الأول',
  weekdays: 'الاثنين الإثنين; الثلاثاء; الأربعاء; الخميس; الجمعة; السبت; الأحد',
  suffixes: {},
  roles: {
    'R-2': 'أول_أمس', 'R-1': 'أمس', R0: 'اليوم', R1: 'غدا غدًا', R2: 'بعد_غد',
    'J-1': 'الماضي الماضية المنصرم', J0: 'الجاري الحالي الجارية', J1: 'المقبل المقبلة القادم القادمة',
    P1: 'أوائل مطلع بداية', P2: 'منتصف', P3: 'أواخر نهاية', Uday: 'يوم أيام يوما',
    Uweek: 'أسبوع الأسبوع أسابيع', Umonth: 'شهر الشهر', Umonth2: 'أشهر شهور', Uquarter: 'الربع',
    Uhalf: 'النصف', Uyear: 'عام العام سنة السنة', Uyear2: 'سنوات أعوام', X: 'القرن', B: 'قبل منذ', F: 'خلال',
    p: 'في منذ حتى عام سنة', f: 'من', t: 'إلى حتى', u: 'من', b: 'بين', e: 'كل', o1: 'الأول', o2: 'الثاني',
    o3: 'الثالث', o4: 'الرابع', m1: 'صباح صباحا', m2: 'مساء',
    '+': 'سوف', '<': 'قال قالت أعلن أعلنت',
  },
};
