import { describe, expect, it } from '@jest/globals';
import { topicsByWords } from './topics-by-words.ts';

/** Beginnings of news of our own in languages of which no labelled pages are at hand: language, code, title, text. */
// biome-ignore format: a table, read by its rows
const beginnings: readonly (readonly [language: string, code: string, title: string, text: string])[] = [
  ['nl', '03', 'Vrachtwagen rijdt in op file A27', 'Bij een kettingbotsing op de A27 zijn donderdagochtend drie mensen gewond geraakt. Een vrachtwagen reed in op een file. De snelweg is in beide richtingen afgesloten, meldt Rijkswaterstaat. Een traumahelikopter kwam ter plaatse.'],
  ['nl', '04', 'Huizenprijzen stijgen weer', 'De gemiddelde verkoopprijs van een woning is in het derde kwartaal met vijf procent gestegen, meldt de makelaarsvereniging NVM. Door de lagere rente kunnen kopers meer lenen. Starters op de woningmarkt hebben het nakijken.'],
  ['nl', '07', 'Meer kinkhoest onder baby\'s', 'Het RIVM ziet een sterke stijging van het aantal meldingen van kinkhoest. Vooral baby\'s worden ernstig ziek. Ouders wordt aangeraden hun kinderen te laten inenten; huisartsen zien de vaccinatiegraad dalen.'],
  ['nl', '11', 'Kamer wil snel debat over begroting', 'Een meerderheid in de Tweede Kamer wil volgende week een debat met de minister van Financiën over de begroting. PVV en VVD zijn het niet eens over de bezuinigingen. De coalitie staat onder druk.'],
  ['nl', '15', 'PSV verslaat Utrecht ruim', 'PSV heeft zaterdagavond met 4-1 gewonnen van FC Utrecht. De Eindhovenaren stonden bij rust al met 3-0 voor. Trainer Bosz was tevreden over zijn ploeg, die koploper in de eredivisie blijft.'],
  ['nl', '06', 'Wolf doodt schapen op de Veluwe', 'Een wolf heeft in de nacht van zondag op maandag elf schapen doodgebeten. De provincie onderzoekt of het om een probleemwolf gaat. Natuurorganisaties pleiten voor betere hekken.'],
  ['nl', '10', 'Zo maak je de lekkerste appeltaart', 'Een goede appeltaart begint met de juiste appels. Meng bloem, suiker en boter tot een kruimelig deeg en bak de taart een uur in de oven. Serveer met slagroom.'],
  ['nl', '02', 'Twintig jaar cel geëist voor liquidatie', 'Het Openbaar Ministerie heeft twintig jaar cel geëist tegen een man die een liquidatie zou hebben uitgevoerd. Volgens de officier van justitie schoot hij het slachtoffer van dichtbij dood. De rechtbank doet over twee weken uitspraak.'],
  ['sv', '02', 'Man åtalas för mordförsök', 'En 34-årig man åtalas nu för mordförsök efter skottlossningen i Malmö i våras. Enligt åklagaren sköt han mot en bil med två personer. Mannen nekar till brott, säger hans försvarare.'],
  ['sv', '04', 'Volvo varnar för svagare efterfrågan', 'Lastbilstillverkaren Volvo redovisar en rörelsevinst på 14 miljarder kronor för det tredje kvartalet, lägre än analytikerna väntat sig. Aktien föll med fyra procent på Stockholmsbörsen.'],
  ['sv', '15', 'Frölunda vann derbyt', 'Frölunda besegrade HV71 med 3-2 efter förlängning i SHL. Matchvinnare blev Max Friberg, som gjorde sitt tionde mål för säsongen. Målvakten räddade 31 skott.'],
  ['sv', '07', 'Fler drabbas av vinterkräksjuka', 'Antalet fall av vinterkräksjuka ökar kraftigt, visar siffror från Folkhälsomyndigheten. Flera avdelningar på sjukhuset har stängts för besök. Tvätta händerna ofta, uppmanar smittskyddsläkaren.'],
  ['sv', '11', 'Regeringen backar om skatten', 'Efter hård kritik från oppositionen drar regeringen tillbaka förslaget. Statsministern säger att frågan ska utredas igen. Socialdemokraterna kallar det ett misslyckande inför valet.'],
  ['sv', '17', 'SMHI varnar för snöoväder', 'SMHI har utfärdat en orange varning för kraftigt snöfall i Västernorrland. Det kan komma upp till 40 centimeter och byarna blir hårda. Trafikverket avråder från bilresor.'],
  ['sv', '01', 'Ny roman av Klas Östergren', 'Klas Östergrens nya roman är en mörk berättelse om vänskap. Författaren skriver tätare än förr, anser recensenten, och boken hör till höstens bästa.'],
  ['cs', '03', 'Při nehodě autobusu zemřeli dva lidé', 'Dva mrtví a deset zraněných si vyžádala srážka autobusu s nákladním autem u Jihlavy. Na místě zasahovaly tři vrtulníky záchranné služby a hasiči. Silnice je uzavřená.'],
  ['cs', '04', 'Inflace v říjnu zpomalila', 'Spotřebitelské ceny v říjnu meziročně vzrostly o 2,5 procenta, oznámil Český statistický úřad. Analytici čekají, že centrální banka sníží úrokové sazby.'],
  ['cs', '15', 'Sparta porazila Plzeň', 'Fotbalisté Sparty porazili v šlágru kola Plzeň 2:1 a vrátili se do čela tabulky. Rozhodl střídající útočník v nastaveném čase. Trenér chválil bojovnost mužstva.'],
  ['cs', '02', 'Soud poslal podvodníka do vězení', 'Krajský soud v Brně odsoudil muže, který připravil seniory o miliony korun, k osmi letům vězení. Rozsudek není pravomocný, obhájce se odvolal.'],
  ['cs', '07', 'Chybí dětští lékaři', 'Pediatrů v Česku ubývá, rodiče nemohou najít ordinaci pro novorozence. Zdravotní pojišťovny chtějí lékaře do odlehlých okresů přilákat příspěvkem.'],
  ['cs', '06', 'Kůrovec ustupuje', 'V šumavských lesích napadl kůrovec letos o třetinu méně stromů než loni. Správa národního parku to přičítá chladnému jaru. Ekologové varují před suchem.'],
  ['cs', '13', 'Čeští vědci vyvinuli nový mikroskop', 'Vědci z Akademie věd představili mikroskop, který sleduje pohyb jednotlivých molekul. Výzkum zveřejnil časopis Nature.'],
  ['tr', '15', 'Fenerbahçe derbiyi kazandı', 'Süper Lig\'in 12. haftasında Fenerbahçe, Beşiktaş\'ı 2-0 yendi. Goller ikinci yarıda geldi. Teknik direktör maçtan sonra oyuncularını kutladı.'],
  ['tr', '04', 'Merkez Bankası faiz kararını açıkladı', 'Türkiye Cumhuriyet Merkez Bankası politika faizini yüzde 50\'de sabit tuttu. Karar sonrası dolar kuru geriledi, Borsa İstanbul yükseldi.'],
  ['tr', '02', 'Kayıp genç kızın katili yakalandı', 'İki haftadır aranan genç kızı öldürdüğü belirlenen şüpheli gözaltına alındı. Savcılık soruşturma başlattı; zanlı ifadesinde suçunu itiraf etti.'],
  ['tr', '11', 'CHP kurultaya gidiyor', 'CHP Genel Başkanı, partisinin olağanüstü kurultayının aralık ayında yapılacağını söyledi. Milletvekilleri ve il başkanları seçim stratejisini görüşecek.'],
  ['tr', '03', 'Zincirleme kaza: 3 ölü', 'Konya-Ankara kara yolunda beş aracın karıştığı zincirleme kazada üç kişi hayatını kaybetti, sekiz kişi yaralandı. Yaralılar ambulanslarla hastaneye kaldırıldı.'],
  ['tr', '07', 'Grip vakaları arttı', 'Uzmanlar havaların soğumasıyla grip vakalarının arttığını, risk gruplarının aşı olması gerektiğini söylüyor. Hastanelerin acil servislerinde yoğunluk yaşanıyor.'],
  ['tr', '17', 'Meteorolojiden kar uyarısı', 'Meteoroloji Genel Müdürlüğü, Doğu Anadolu için yoğun kar yağışı uyarısı yaptı. Sıcaklıkların mevsim normallerinin altına düşmesi bekleniyor.'],
  ['uk', '16', 'Росія атакувала Харків', 'Вночі російські війська завдали ракетного удару по Харкову. Пошкоджено житлові будинки, поранено шестеро людей. Сили ППО збили десять безпілотників.'],
  ['uk', '04', 'НБУ знизив облікову ставку', 'Національний банк знизив облікову ставку до 13 відсотків. За словами голови НБУ, інфляція сповільнюється, а курс гривні залишається стабільним.'],
  ['uk', '15', 'Динамо перемогло Шахтар', 'Київське Динамо у матчі чемпіонату України перемогло донецький Шахтар з рахунком 2:1. Вирішальний гол забив півзахисник у доданий час.'],
  ['uk', '02', 'Посадовця затримали на хабарі', 'Співробітники СБУ затримали посадовця міськради під час отримання хабаря. Йому повідомили про підозру, суд обере запобіжний захід.'],
  ['en', '03', 'Bridge falls', 'At least nine people are missing after the bridge collapsed. Rescuers searched the rubble; the injured were evacuated.'],
  ['en', '07', 'Wards full', 'Nurses and doctors at the hospital said that patients wait for surgery and treatment longer than ever.'],
  ['en', '11', 'Coalition in doubt', 'The prime minister asked parliament for a vote. Opposition lawmakers and one party of the coalition refused.'],
  ['en', '04', 'Mill buys rival', 'Shareholders approved the takeover. Revenue and profit rose in the quarter, and investors bought the bonds of the company.'],
  ['uk', '11', 'Рада ухвалила держбюджет', 'Верховна Рада ухвалила в цілому проєкт держбюджету на наступний рік. За документ проголосували 268 депутатів. Прем\'єр подякував фракціям.'],
  ['uk', '07', 'Епідемія грипу', 'Кількість хворих на грип за тиждень зросла на чверть. Медики закликають українців вакцинуватися і не займатися самолікуванням. У лікарнях вистачає ліків.'],
  ['uk', '12', 'ПЦУ відзначає Різдво', 'Предстоятель ПЦУ митрополит Епіфаній очолив різдвяне богослужіння у Лаврі. Віряни молилися за мир і за захисників.'],
  ['uk', '03', 'Пожежа у багатоповерхівці', 'У Львові рятувальники ліквідували пожежу в дев\'ятиповерховому будинку. Двох людей врятували з вогню, одна людина загинула.'],
];
const firstOf = (text: string, language: string, title = '') => topicsByWords(title, text, language)?.[0];

describe('topicsByWords', () => {
  it.each(beginnings)('reads %s, topic %s: %s', (language, code, title, text) => {
    const first = firstOf(text, language, title);
    expect(first?.label).toBe(`medtop:${code}000000`);
    expect(first?.score).toBeGreaterThanOrEqual(0.5);
  });

  it('reads capitals and letters without marks alike', () => {
    const score = (text: string, language: string) => firstOf(text, language)?.score;
    for (const [language, text] of [
      ['el', 'Η αστυνομία συνέλαβε τον ύποπτο· δικαστής και εισαγγελέας τον έστειλαν στη φυλακή.'],
      ['tr', 'İtfaiye yangını söndürdü, yaralılar ambulansla taşındı.'],
      ['fr', "L'évêque et le prêtre ont célébré la messe à l'église."],
    ] as const) {
      expect(score(text.toLocaleUpperCase(language), language)).toBe(score(text, language));
      expect(score(text.normalize('NFD'), language)).toBe(score(text, language));
    }
  });

  it('finds words inside compounds where a language joins them', () => {
    const of = (language: string) =>
      firstOf('Die Landesregierung und der Oberbürgermeister', language)?.label;
    expect(of('de')).toBe('medtop:11000000');
    expect(firstOf('Landesregierung Oberbürgermeister', 'fr')?.score).toBe(0);
  });

  it('takes a whole word for itself and not for the beginning of others', () => {
    expect(firstOf("L'opéra et le film", 'fr')).toMatchObject({ label: 'medtop:01000000' });
    expect(firstOf("L'opération filmée", 'fr')).toMatchObject({ label: 'medtop:07000000' });
  });

  it('makes no topic of one word, and leaves other languages to the model', () => {
    expect(firstOf('Temperaturen '.repeat(50), 'de')?.score).toBeLessThan(0.5);
    expect(topicsByWords('', 'Retten behandlede sagen.', 'da')).toBeUndefined();
    expect(topicsByWords('', 'text', 'not a tag')).toBeUndefined();
  });

  it.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['words', 'spiel '.repeat(200_000)],
    ['compounds', 'xyzregierung '.repeat(100_000)],
    ['marks', '\u0301'.repeat(1_000_000)],
  ])('reads only the beginning of a million %s', (_name, text) => {
    firstOf('Spiel', 'de');
    const before = process.cpuUsage();
    topicsByWords(text, text, 'de');
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
