import { foldName } from '@newsmill/text';

/**
 * Months as pages write them, in small letters and without the sign of a shortened word behind: long and short names,
 * alone and in dates, of Unicode's CLDR 48 for the languages of the world's news, and some that papers use beside
 * them.
 */
// biome-ignore format: a table, read by its rows
const rows = [
  `january jan januar janvier enero gennaio janeiro januari jänner tammikuuta stycznia ocak января янв января.
   январь січня ianuarie leden ledna január januára ιανουαρίου يناير جانفي كانون_الثاني जनवरी ژانویه sausio gen
   ene janv jän tammikuu tammi janúar jaanuar jaan janvāris sausis styczeń sty led јануар јан јануари януари
   ian janar ιαν ιανουάριος січень січ студзеня студзень сту oca yanvar yan қаңтар қаң ýanwar ýan ינואר ינו जन
   জানুয়ারি জানু জানুৱাৰী ஜனவரி ஜன జనవరి జన ಜನವರಿ ಜನ ജനുവരി ജനു जानेवारी जाने જાન્યુઆરી જાન્યુ ਜਨਵਰੀ ਜਨ
   ଜାନୁଆରୀ جنوری දුරුතු มกราคม ม.ค janairu ጃንዋሪ ጃን janaayo jannaayo januwari januarie janyuwari იანვარი იან
   հունվարի հունվար հնվ gener xaneiro xan urtarrilaren urtarrila urt.ren urt eanáir ean ionawr ion jannar
   ဇန်နဝါရီ ဇန် មករា ມັງກອນ ມ.ກ rêbendan rbn يانۋار jenụwarị jen mutarama mut siječnja siječanj sij γενάρη γενάρης`,
  `february feb februar février febrero febbraio fevereiro februari feber helmikuuta lutego şubat февраля фев
   февр февраль лютого februarie února február φεβρουαρίου فبراير فيفري شباط फ़रवरी فوریه fév févr fev helmikuu
   helmi febrúar veebruar veebr februāris febr vasario vasaris luty lut únor úno februára фебруар феб февруари
   shkurt shk φεβ φεβρουάριος лютий лют лютага люты şub fevral ақпан ақп fewral few פברואר פבר फ़र ফেব্রুয়ারি
   ফেব ফেব্ৰুৱাৰী ফেব্ৰু பிப்ரவரி பிப் ఫిబ్రవరి ఫిబ్ర ಫೆಬ್ರವರಿ ಫೆಬ್ರ ഫെബ്രുവരി ഫെബ്രു फेब्रुवारी फेब्रु
   ફેબ્રુઆરી ફેબ્રુ ਫ਼ਰਵਰੀ ਫ਼ਰ ଫେବୃଆରୀ فروری फेब्रुअरी නවම් กุมภาพันธ์ ก.พ pebrero peb faburairu fab ፌብሩዋሪ ፌብ
   febraayo februwari თებერვალი თებ փետրվարի փետրվար փտվ febrer febreiro otsailaren otsaila ots.ren ots feabhra
   feabh chwefror chwef chw frar fra ဖေဖော်ဝါရီ ဖေ កុម្ភៈ ກຸມພາ ກ.ພ sibat sbt فېۋرال febrụwarị gashyantare gas
   veljače veljača velj φλεβάρη φλεβάρης`,
  `march mar märz mars marzo março maart mär maaliskuuta marca mart марта мар март березня martie března
   március μαρτίου مارس آذار मार्च mrt marts maaliskuu maalis märts kovo kovas marzec březen bře marec márc μαρ
   μάρτιος березень бер сакавіка сакавік сак наурыз нау מרץ মার্চ মাৰ্চ மார்ச் மார் మార్చి ಮಾರ್ಚ್ മാർച്ച് മാർ
   માર્ચ ਮਾਰਚ ମାର୍ଚ୍ଚ مارچ මැදින් มีนาคม มี.ค maret mac marso machi maris ማርች maarso mashi mas matshi mat მარტი
   მარ մարտի մարտ մրտ març martxoaren martxoa mar.ren márta mawrth maw marzu mäerz mäe မတ် មីនា ມີນາ ມ.ນ adar
   adr مارت maachị maa werurwe wer ožujka ožujak ožu μάρτη μάρτης`,
  `april apr avril abril aprile huhtikuuta kwietnia nisan апреля апр апрель квітня aprilie dubna április
   απριλίου أبريل ابريل نيسان अप्रैल آوریل avr abr huhtikuu huhti apríl aprill aprīlis balandžio balandis
   kwiecień kwi duben dub apríla април ápr prill pri απρ απρίλιος квітень квіт красавіка красавік кра nis aprel
   сәуір сәу أفريل אפריל אפר এপ্রিল এপ্রি এপ্ৰিল ஏப்ரல் ஏப் ఏప్రిల్ ఏప్రి ಏಪ್ರಿಲ್ ಏಪ್ರಿ ഏപ്രിൽ ഏപ്രി एप्रिल
   एप्रि એપ્રિલ ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ ଅପ୍ରେଲ اپریل अप्रिल බක් เมษายน เม.ย aprili afirilu afi ኤፕሪል ኤፕሪ abriil ephreli eph
   epreli epr აპრილი აპრ ապրիլի ապրիլ ապր d’abril d’abr apirilaren apirila api.ren api aibreán aib ebrill ebr
   abrëll ဧပြီ មេសា ເມສາ ມ.ສ nîsan nsn ئاپرېل epreel mata travnja travanj tra ဧ απρίλη απρίλης`,
  `may mai mayo maggio maio mei maj toukokuuta maja mayıs мая май травня května május μαΐου μαίου مايو ماي أيار
   मई مه mag toukokuu touko maí maijs gegužės gegužė květen kvě mája máj мај μαΐ μάιος травень трав мамыр мам
   maý מאי মে மே మే ಮೇ മേയ് मे મે ਮਈ ମଇ مئی වෙසක් พฤษภาคม พ.ค mayu ሜይ maayo meyi mey მაისი მაი մայիսի մայիս մյս
   maig maiatzaren maiatza mai.ren bealtaine beal mejju mej mee မေ ឧសភា ພຶດສະພາ ພ.ພ gulan gln gicurasi gic
   svibnja svibanj svi μάη μάης`,
  `june jun juni juin junio giugno junho kesäkuuta czerwca haziran июня июн июнь червня iunie června június
   ιουνίου يونيو جوان حزيران जून ژوئن giu kesäkuu kesä júní jún juuni jūnijs jūn birželio birželis czerwiec cze
   červen čvn júna junij јун јуни юни iun qershor qer ιουν ιούνιος червень черв чэрвеня чэрвень чэр haz iyun
   iyn маусым мау iýun יוני জুন ஜூன் జూన్ ಜೂನ್ ജൂൺ જૂન ਜੂਨ ଜୁନ جون जुन පොසොන් มิถุนายน มิ.ย hunyo hun yuni yun
   ጁን juun junie ივნისი ივნ հունիսի հունիս հնս juny xuño ekainaren ekaina eka.ren eka meitheamh meith mehefin
   meh ġunju ġun ဇွန် មិថុនា ມິຖຸນາ ມິ.ຖ hezîran hzr ئىيۇن juu kamena kam lipnja lipanj ιούνη ιούνης`,
  `july jul juli juillet julio luglio julho heinäkuuta lipca temmuz июля июл июль липня iulie července július
   ιουλίου يوليو جويلية تموز जुलाई ژوئیه juil lug juill heinäkuu heinä júlí júl juuli jūlijs jūl liepos liepa
   lipiec lip červenec čvc júla julij јул јули юли iul korrik korr ιουλ ιούλιος липень лип ліпеня ліпень ліп
   tem iyul iyl шілде шіл iýul يوليوز יולי जुल জুলাই জুল ஜூலை జులై ಜುಲೈ ജൂലൈ जुलै જુલાઈ ਜੁਲਾਈ ਜੁਲਾ ଜୁଲାଇ جولائی
   ඇසළ กรกฎาคม ก.ค julai hulyo hul yuli yul ጁላይ luulyo lul julayi julie ივლისი ივლ հուլիսի հուլիս հլս juliol
   xullo xul uztailaren uztaila uzt.ren uzt iúil gorffennaf gorff gor lulju ဇူလိုင် ဇူ កក្កដា ກໍລະກົດ ກ.ລ
   tîrmeh trm ئىيۇل julaị nyakanga nya srpnja srpanj ιούλη ιούλης`,
  `august aug août agosto augusti elokuuta sierpnia ağustos августа авг август серпня srpna augusztus αυγούστου
   أغسطس اغسطس أوت آب अगस्त اوت augustus aout ago elokuu elo ágúst ágú augusts rugpjūčio rugpjūtis sierpień sie
   srpen srp augusta avgust avg gusht gush αυγ αύγουστος серпень серп жніўня жнівень жні ağu avqust avq тамыз
   там awgust awg غشت אוגוסט אוג अग আগস্ট আগ আগষ্ট ஆகஸ்ட் ஆக ఆగస్టు ఆగ ಆಗಸ್ಟ್ ಆಗ ഓഗസ്റ്റ് ഓഗ ऑगस्ट ऑग ઑગસ્ટ
   ਅਗਸਤ ਅਗ ଅଗଷ୍ଟ اگست अगस्ट නිකිණි สิงหาคม ส.ค agustus agu ogos ogo agosti agusta ኦገስት ኦገስ ogosto ogs agasti
   aga აგვისტო აგვ օգոստոսի օգոստոս օգս d’agost agost d’ag ag abuztuaren abuztua abu.ren abu lúnasa lún awst
   awwissu aww ဩဂုတ် សីហា ສິງຫາ ສ.ຫ tebax tbx ئاۋغۇست ọgọọst ọgọ kanama kan kolovoza kolovoz kol ဩ`,
  `september sep sept septembre septiembre settembre setembro syyskuuta września eylül сентября сен сент
   сентябрь вересня septembrie září szeptember σεπτεμβρίου سبتمبر أيلول सितंबर سپتامبر set syyskuu syys
   septembris rugsėjo rugsėjis wrzesień wrz zář septembra септембар сеп septembar септември szept shtator sht
   σεπ σεπτέμβριος вересень вер верасня верасень eyl sentyabr sen қыркүйек қыр sentabr sentýabr شتنبر ספטמבר
   ספט सित সেপ্টেম্বর সেপ সেপ্ট ছেপ্তেম্বৰ ছেপ্তে செப்டம்பர் செப் సెప్టెంబర్ సెప్టెం ಸೆಪ್ಟೆಂಬರ್ ಸೆಪ್ಟೆಂ
   സെപ്റ്റംബർ സെപ്റ്റം सप्टेंबर सप्टें સપ્ટેમ્બર સપ્ટે ਸਤੰਬਰ ਸਤੰ ସେପ୍ଟେମ୍ବର ستمبر सेप्टेम्बर බිනර กันยายน ก.ย
   setyembre septemba satumba sat ሴፕቴምበር ሴፕቴ sebtembar sebteembar seb septhemba სექტემბერი სექ սեպտեմբերի
   սեպտեմբեր սեպ setembre irailaren iraila ira.ren ira mfómh medi settembru စက်တင်ဘာ စက် កញ្ញា ກັນຍາ ກ.ຍ îlon
   îln سېنتەبىر nzeri nze rujna rujan ruj meán_fómhair m._fómhair σεπτέμβρη σεπτέμβρης`,
  `october oct oktober okt octobre octubre ottobre outubro lokakuuta października ekim октября окт октябрь
   жовтня octombrie října október οκτωβρίου أكتوبر اكتوبر تشرين_الأول अक्टूबर اکتبر ott out lokakuu loka
   oktoober oktobris spalio spalis październik paź říjen říj októbra октобар oktobar октомври tetor tet οκτ
   οκτώβριος жовтень жовт кастрычніка кастрычнік кас eki oktyabr қазан қаз oktabr oktýabr אוקטובר אוק अक्टू
   অক্টোবর অক্টো অক্টোবৰ அக்டோபர் அக் అక్టోబర్ అక్టో ಅಕ್ಟೋಬರ್ ಅಕ್ಟೋ ഒക്ടോബർ ഒക്ടോ ऑक्टोबर ऑक्टो ઑક્ટોબર ઑક્ટો
   ਅਕਤੂਬਰ ਅਕਤੂ ଅକ୍ଟୋବର اکتوبر अक्टोबर වප් ตุลาคม ต.ค oktubre oktoba ኦክቶበር ኦክቶ oktoobar okthoba okthobha
   ოქტომბერი ოქტ հոկտեմբերի հոկտեմբեր հոկ d’octubre d’oct urriaren urria urr.ren urr dfómh hydref hyd ottubru
   အောက်တိုဘာ အောက် តុលា ຕຸລາ ຕ.ລ cotmeh cot ئۆكتەبىر ọktoba ọkt ukwakira ukw deireadh_fómhair d._fómhair οκτώβρη οκτώβρης`,
  `november nov novembre noviembre novembro marraskuuta listopada kasım ноября ноя нояб ноябрь noiembrie
   listopadu νοεμβρίου نوفمبر تشرين_الثاني नवंबर نوامبر marraskuu marras nóvember nóv novembris lapkričio
   lapkritis listopad lis novembra новембар нов novembar ноември ное nëntor nën νοε νοέμβριος листопада
   листопад лист лістапада лістапад ліс kas noyabr noy қараша қар noýabr noý نونبر נובמבר נוב नव নভেম্বর নভে
   নৱেম্বৰ নৱে நவம்பர் நவ నవంబర్ నవం ನವೆಂಬರ್ ನವೆಂ നവംബർ നവം नोव्हेंबर नोव्हें નવેમ્બર નવે ਨਵੰਬਰ ਨਵੰ ନଭେମ୍ବର
   نومبر नोभेम्बर ඉල් พฤศจิกายน พ.ย nobyembre nob novemba nuwamba nuw ኖቬምበር ኖቬም noofeembar nof ნოემბერი ნოე
   նոյեմբերի նոյեմբեր նոյ azaroaren azaroa aza.ren aza samhain samh tachwedd tach novembru နိုဝင်ဘာ နို
   វិច្ឆិកា ພະຈິກ ພ.ຈ mijdar mjd نويابىر ugushyingo ugu studenoga studeni stu νοέμβρη νοέμβρης`,
  `december dec dezember dez décembre diciembre dicembre dezembro desember joulukuuta grudnia aralık декабря
   дек декабрь грудня decembrie prosince δεκεμβρίου ديسمبر كانون_الأول दिसंबर دسامبر déc dic des joulukuu joulu
   detsember dets decembris gruodžio gruodis grudzień gru prosinec pro decembra децембар дец decembar декември
   dhjetor dhj δεκ δεκέμβριος грудень груд снежня снежань сне ara dekabr dek желтоқсан жел دجنبر דצמבר דצמ दिस
   ডিসেম্বর ডিসে ডিচেম্বৰ ডিচে டிசம்பர் டிச డిసెంబర్ డిసెం ಡಿಸೆಂಬರ್ ಡಿಸೆಂ ഡിസംബർ ഡിസം डिसेंबर डिसें ડિસેમ્બર
   ડિસે ਦਸੰਬਰ ਦਸੰ ଡିସେମ୍ବର دسمبر डिसेम्बर උඳුවප් ธันวาคม ธ.ค disember dis disyembre desemba disamba ዲሴምበር ዲሴም
   diseembar disemba დეკემბერი დეკ դեկտեմբերի դեկտեմբեր դեկ desembre decembro abenduaren abendua abe.ren abe
   nollaig noll rhagfyr rhag diċembru diċ ဒီဇင်ဘာ ဒီ ធ្នូ ທັນວາ ທ.ວ berfanbar brf دېكابىر ukuboza uku prosinca
   prosinac δεκέμβρη δεκέμβρης`,
];

/** Croatian names that are those of another month in Polish or Czech: there the day has a full stop. */
const croatian = new Map(Object.entries({ lip: 6, srp: 7, listopad: 10, listopada: 10, lis: 10 }));

const greek = /^\p{Script=Greek}/u;

const numbers = new Map<string, number>();
rows.forEach((row, index) => {
  for (const name of row.split(/\s+/)) {
    numbers.set(name.replaceAll('_', ' '), index + 1);
    // Greek in capitals has no accents: `ΙΑΝΟΥΑΡΙΟΥ`.
    if (greek.test(name)) numbers.set(foldName(name), index + 1);
  }
});

/**
 * Number of a month (1 to 12); undefined for any other word.
 * @param isDayDotted Whether a full stop stands behind the day, as in `4. listopada 2026.`
 */
export function monthNumber(name: string, isDayDotted = false): number | undefined {
  const word = name.toLowerCase().replace(/[.׳॰’']$/, '');
  const known = (isDayDotted ? croatian.get(word) : undefined) ?? numbers.get(word);
  // Hebrew writes "in" before the month, without a space.
  return known ?? (word.startsWith('ב') ? numbers.get(word.slice(1)) : undefined);
}
