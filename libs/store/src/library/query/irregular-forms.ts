import { stemArabic } from './light-stemmers.ts';

/*
 * Forms that no ending tells: vowels that change in plurals and past tenses, and plurals of another word. A
 * word, then its forms; what stands before a form (`Nachbar|länder`, `ver|boten`) stays.
 */

interface Irregular {
  /** `stem:form,form`, parted by spaces; of stems as the tables of inflections leave them, or of words. */
  readonly stems: string;
  /** What may stand before: the prefixes of verbs. */
  readonly prefixes: string;
}

// biome-ignore format: lists, read by their rows
const lists: Readonly<Record<string, Irregular>> = {
  // Plurals that change the vowels within a word follow no rule that tells the word; words, not stems.
  ar: {
    stems: 'كتاب:كتب مدينة:مدن دولة:دول رجل:رجال وزير:وزراء رئيس:رؤساء خبر:أخبار حزب:أحزاب سفينة:سفن ميناء:موانئ قرية:قرى برنامج:برامج مدرسة:مدارس جامعة:جوامع قانون:قوانين حرب:حروب جيش:جيوش جندي:جنود شعب:شعوب ملك:ملوك أمير:أمراء زعيم:زعماء سفير:سفراء خبير:خبراء عالم:علماء طبيب:أطباء طالب:طلاب عامل:عمال تاجر:تجار كاتب:كتاب شاعر:شعراء عضو:أعضاء مركز:مراكز مكتب:مكاتب مصنع:مصانع مطار:مطارات مسجد:مساجد معهد:معاهد ملعب:ملاعب منطقة:مناطق محكمة:محاكم مشكلة:مشاكل مشروع:مشاريع موضوع:مواضيع مبلغ:مبالغ مطلب:مطالب موقع:مواقع موقف:مواقف مصدر:مصادر منزل:منازل بيت:بيوت طريق:طرق شارع:شوارع جسر:جسور نهر:أنهار بحر:بحار جبل:جبال جزيرة:جزر سوق:أسواق سعر:أسعار بنك:بنوك شركة:شراكات سهم:أسهم مال:أموال دين:ديون عقد:عقود حق:حقوق حد:حدود حل:حلول قرار:قرارات سبب:أسباب حادث:حوادث حدث:أحداث قتيل:قتلى جريح:جرحى مريض:مرضى أسير:أسرى شهيد:شهداء ضحية:ضحايا طفل:أطفال ولد:أولاد ابن:أبناء أب:آباء أخ:إخوة صديق:أصدقاء عدو:أعداء شخص:أشخاص فرد:أفراد إنسان:ناس امرأة:نساء شاب:شباب فريق:فرق لاعب:لاعبون هدف:أهداف حكم:أحكام نظام:أنظمة سلاح:أسلحة صاروخ:صواريخ قنبلة:قنابل طائرة:طوائر دبابة:دبابات هجوم:هجمات قوة:قوى غارة:غارات حكومة:حكومات رأي:آراء فكرة:أفكار اسم:أسماء كلمة:كلمات صورة:صور فيلم:أفلام قلم:أقلام درس:دروس فصل:فصول عام:أعوام سنة:سنوات شهر:أشهر,شهور يوم:أيام أسبوع:أسابيع ساعة:ساعات قرن:قرون وقت:أوقات نائب:نواب حاكم:حكام قاض:قضاة قاضي:قضاة محام:محامون مواطن:مواطنون ساكن:سكان لاجئ:لاجئون مزارع:مزارعون فلاح:فلاحون حقل:حقول مزرعة:مزارع محصول:محاصيل شجرة:أشجار مطر:أمطار ريح:رياح أرض:أراضي ماء:مياه دواء:أدوية مرض:أمراض مستشفى:مستشفيات عملية:عمليات خط:خطوط خطر:أخطار أثر:آثار جانب:جوانب طرف:أطراف عنصر:عناصر فرع:فروع قسم:أقسام جزء:أجزاء نوع:أنواع شكل:أشكال لون:ألوان وثيقة:وثائق رسالة:رسائل صحيفة:صحف جريدة:جرائد قناة:قنوات نتيجة:نتائج جائزة:جوائز خسارة:خسائر زلزال:زلازل حريق:حرائق كارثة:كوارث جريمة:جرائم تهمة:تهم سجن:سجون سجين:سجناء لص:لصوص ضابط:ضباط شرطي:شرطيون مدير:مدراء رسم:رسوم ضريبة:ضرائب ربح:أرباح أجر:أجور بضاعة:بضائع سلعة:سلع سيارة:سيارات قطار:قطارات باب:أبواب نافذة:نوافذ غرفة:غرف فندق:فنادق حديقة:حدائق قصر:قصور حقيبة:حقائب خطة:خطط فرصة:فرص قمة:قمم قضية:قضايا هيئة:هيئات لجنة:لجان منظمة:منظمات اتفاق:اتفاقات جلسة:جلسات مفاوض:مفاوضون',
    prefixes: '',
  },
  bg: { stems: 'дет:дек човек:хор', prefixes: '' },
  cs: { stems: 'dit:det clovek:lid', prefixes: '' },
  da: {
    stems: 'gå:gik skriv:skrev bliv:blev giv:gav tag:tog find:fand,fund se:så sid:sad ligg:lå stå:stod øj:øjn bryd:brød bring:bragt sælg:solg vælg:valg mand:mænd barn:børn bog:bøg hånd:hænd tand:tænd stad:stæd fad:fædr bror:brød,brødr mor:mødr datt:døtr far:fædr fod:fødd ko:kø gås:gæs nat:nætt kraft:kræft',
    prefixes: '',
  },
  de: {
    stems: 'beiss:biss bieg:bog biet:bot bind:band,bund bitt:bat bleib:blieb brech:brach,broch,brich bring:brach,brachte denk:dacht fahr:fuhr fall:fiel find:fand,fund flieg:flog flieh:floh fliess:floss geb:gab,gib geh:ging,gang gelt:galt,golt gilt geschehen:geschah gewinn:gewann,gewonn greif:griff hab:hatt halt:hielt hang:hing heb:hob heiss:hiess helf:half,holf,hilf kenn:kann,kannt komm:kam lad:lud lass:liess lauf:lief leid:litt leih:lieh les:las lieg:lag lug:log mess:mass,miss nehm:nahm,nomm,nimm nenn:nannt rat:riet reiss:riss ruf:rief schaff:schuf scheid:schied schein:schien schieb:schob schiess:schoss schlaf:schlief schlag:schlug schliess:schloss schneid:schnitt schreib:schrieb schrei:schrie schweig:schwieg schwimm:schwamm,schwomm seh:sah,sieh send:sandt sing:sang,sung sink:sank,sunk sitz:sass,sess sprech:sprach,sproch,sprich spring:sprang,sprung steh:stand steig:stieg sterb:starb,storb,stirb stoss:stiess streit:stritt trag:trug treff:traf,troff,triff treib:trieb tret:trat,tritt trink:trank,trunk tu:tat verlier:verlor vergess:vergass verderb:verdarb wachs:wuchs wend:wandt werb:warb,worb werf:warf,worf,wirf weis:wies wieg:wog wiss:wuss,wusst zieh:zog zwing:zwang,zwung',
    prefixes: 'ab an auf aus be bei durch ein emp ent er fest fort frei her hin hinter los miss mit nach statt teil uber um unter ver vor vorbei weg wider wieder zer zu zuruck zusammen',
  },
  en: {
    stems: 'man:men woman:women child:children foot:feet tooth:teeth mous:mice person:peopl begin:began,begun break:broke,broken bring:brought build:built bui:bought catch:caught choos:chose,chosen come:came deal:dealt draw:drew,drawn drive:drove,driven eat:eaten fall:fell,fallen feel:felt fight:fought find:found fly:flew,flown freez:froze,frozen get:got give:gave,given go:went,gone grow:grew,grown hear:heard hold:held keep:kept know:knew,known lead:led leav:left lose:lost make:made meet:met pai:paid rise:rose,risen run:ran sai:said see:saw,seen seek:sought sell:sold send:sent shake:shook,shaken shoot:shot speak:spoke,spoken spend:spent stand:stood steal:stole,stolen strike:struck swear:swore,sworn take:took,taken teach:taught tell:told think:thought throw:threw,thrown understand:understood win:won write:wrote,written',
    prefixes: 'over under with re',
  },
  es: {
    stems: 'ped:pid sent:sint ten:tuv,tien est:estuv pod:pud,pued quer:quis,quier haz:hic,hiz dez:dij,diz ven:vin,vien sab:sup pon:pus,pong conduz:conduj produz:produj traduz:traduj segu:sigu serv:sirv mor:mur,muer dorm:durm,duerm perd:pierd encontr:encuentr volv:vuelv prob:prueb cerr:cierr empez:empiez comenz:comienz pens:piens eleg:elig',
    prefixes: 'de con com re pro im ob sus inter man a ex pre in',
  },
  fr: {
    stems: 'nouveau:nouvel,nouvell,nouv beau:bel,bell vieux:vieil,vieill ciel:cieux travail:traval,travau bail:bal,bau vitrail:vitral prendr:pri,pren,prenn mettr:mi,mett pouvoir:peuv,pouv vouloir:veul,voul devoir:doiv,dev savoir:sav,sach voir:voi,voy dir:dis,dit fair:fais,font,fait venir:vien,vienn,ven tenir:tien,tienn,ten elir:elu,elis vendr:vend,vendu perdr:perd,perdu',
    prefixes: 're de con com sur entre par main sou ob pro inter',
  },
  he: { stems: 'איש:אנש בית:בת בת:בנ עיר:ער יומ:ימ שנה:שנ אשה:נש אישה:נש', prefixes: '' },
  hi: { stems: 'नय:नए,नई गय:गए,गई हुआ:हुए,हुई', prefixes: '' },
  it: {
    stems: 'uomo:uomin and:vann prend:pres dire:dett,diss fare:fatt,fece elegg:elett,eless vinc:vint,vins perd:pers mett:mess chiud:chius decid:decis mor:mort apr:apert spend:spes difend:difes uccid:uccis divid:divis ved:vist chied:chiest scriv:scritt,scriss corr:cors scend:sces raccogl:raccolt',
    prefixes: 'a com con de di per ri sor sot tras',
  },
  nl: {
    stems: 'stad:sted schip:schep lid:led kind:kinder bied:bod beslis:besliss bind:bond bijt:bet blijf:blef,bleev blijk:blek brek:brak,brok breng:brach,bracht denk:dach,dacht draag:droeg,drag dwing:dwong ga:ging gev:gaf,gav gef:gaf,gav grijp:grep help:hielp,holp houd:hield kies:kos kom:kwam krijg:kreg lad:lied lat:liet lop:liep lijd:led lig:lag nem:nam,nom rijd:red rijs:res roep:riep schenk:schonk schiet:schot schrijf:schref schrijv:schref slag:sloeg slap:sliep sluit:slot snijd:sned sprek:sprak,sprok sta:stond stek:stak,stok sterv:stierf sterf:stierf,storf stijg:steg tref:trof trek:trok val:viel vecht:vocht vind:vond vlieg:vlog vrag:vroeg verlies:verlor,verlos win:won wijs:wes werp:wierp,worp zend:zond zie:zag zit:zat zoek:zoch,zocht zwijg:zweg zwem:zwom',
    prefixes: 'aan af be door her in mee mis na om onder ont op over tegen toe uit ver voor weg',
  },
  no: {
    stems: 'gå:gikk skriv:skrev gi:ga,gitt ta:tok finn:fant,funn se:så sitt:satt ligg:lå stå:sto øy:øyn bryt:brøt bring:brakt selg:solg velg:valg mann:menn barn:born bok:bøk hånd:hend tann:tenn stad:sted far:fedr bror:brødr mor:mødr datt:døtr fot:føtt ku:kyr natt:nett kraft:kreft bond:bønd',
    prefixes: '',
  },
  pl: { stems: 'dzieck:dziec czlowiek:ludz dzien:dn rok:lat', prefixes: '' },
  pt: { stems: 'diz:diss faz:fez,fiz', prefixes: '' },
  ro: { stems: 'om:oamen baiat:baiet merg:mers scri:scris copil:copi fat:fet mas:mes', prefixes: '' },
  ru: { stems: 'ребенок:дет человек:люд год:лет сын:сынов друг:друз врем:времен', prefixes: '' },
  sv: {
    stems: 'gå:gick skriv:skrev bli:blev ge:gav,gett ta:tog,tagit finn:fann,funn se:såg sitt:satt ligg:låg stå:stod ög:ögon bryt:bröt välj:vald sälj:såld man:män stad:städ bok:böck hand:händ tand:tänd natt:nätt fot:fött far:fädr,fäder bror:bröd,brödr mor:mödr dott:döttr kraft:kräft bond:bönd land:länd rand:ränd son:sön ledamot:ledamöt rot:rött',
    prefixes: '',
  },
  uk: { stems: 'дитин:діт людин:люд рік:рок день:дн', prefixes: '' },
};

interface Forms {
  readonly stems: ReadonlyMap<string, string>;
  readonly prefixes: readonly string[];
}

const known = new Map<string, Forms>();

function readForms(language: string, { stems, prefixes }: Irregular): Forms {
  const written = (text: string): string => (language === 'ar' ? stemArabic(text) : text);
  const map = new Map(
    stems.split(' ').flatMap((row) => {
      const [stem = '', ...forms] = row.split(/[:,]/u);
      // The tables write a double consonant once.
      return forms.flatMap((form) => [
        [written(form), written(stem)] as const,
        [written(form).replace(/(.)\1$/u, '$1'), written(stem)] as const,
      ]);
    }),
  );
  const forms = { stems: map, prefixes: prefixes === '' ? [] : prefixes.split(' ') };
  known.set(language, forms);
  return forms;
}

/** The stems of the words that a stem is an irregular form of; none where it is none. */
export function irregularStems(stem: string, language: string): readonly string[] {
  const list = lists[language];
  if (list === undefined) return [];
  const { stems, prefixes } = known.get(language) ?? readForms(language, list);
  const whole = stems.get(stem);
  if (whole !== undefined) return [whole];
  return prefixes.flatMap((prefix) => {
    const rest = stem.startsWith(prefix) ? stems.get(stem.slice(prefix.length)) : undefined;
    return rest === undefined ? [] : [`${prefix}${rest}`];
  });
}
