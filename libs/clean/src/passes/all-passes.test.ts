import { describe, expect, it } from '@jest/globals';
import type { PageLine } from '../body/page-lines.ts';
import type { SiteView } from '../site/view-site.ts';
import { splitTrail } from './drop-breadcrumb.ts';
import { passes, runPasses, type PassName } from './all-passes.ts';

function line(text: string, index: number, changes: Partial<PageLine> = {}): PageLine {
  return {
    index,
    text,
    weight: text.split(/\s+/).length,
    linkShare: 0,
    kind: 'paragraph',
    flags: 0,
    score: 1,
    node: index,
    isBody: false,
    isBehindPicture: false,
    isBold: false,
    table: -1,
    row: -1,
    ...changes,
  };
}

const story = [
  'Northgate council voted on Tuesday to spend four million pounds on the return of the harbour ferry after a long debate.',
  'The plan was passed by 31 votes to 12 and the boats will cross the estuary every twenty minutes from the spring of next year.',
];
const cold: SiteView = {
  articles: 0,
  countOf: () => 0,
  boxCountOf: () => 0,
  standingOf: () => 'inside',
  sighting: () => ({ lines: '', replaces: [] }),
};
const page = {
  site: cold,
  title: 'Council approves the ferry',
  authors: ['Ruth Calder'],
  isArticle: true,
  host: 'northgate.example',
  script: 'Latin',
  language: 'en',
};

/** The pass that takes a line put before or behind the story; undefined when it stays. */
function takenBy(
  text: string,
  place: 'before' | 'inside' | 'behind',
  changes: Partial<PageLine> = {},
): PassName | undefined {
  const lines = story.map((part, index) =>
    line(part, place === 'before' ? index + 1 : index * 2, { isBody: true }),
  );
  const at = place === 'before' ? 0 : place === 'inside' ? 1 : 3;
  const own = line(text, at, { isBody: place === 'inside', ...changes });
  const all = [...lines, own].sort((a, b) => a.index - b.index);
  const firstBody = all.find((one) => one.isBody)?.index ?? -1;
  return runPasses({ ...page, lines: all, firstBody, lastBody: place === 'before' ? 2 : 2 }).find(
    (one) => one.line === own,
  )?.pass;
}

describe('passes', () => {
  it.each<[PassName, string, 'before' | 'inside' | 'behind', Partial<PageLine>?]>([
    ['take-author-bio', 'The author is a research fellow at the Institute of Northern Ports.', 'behind'],
    ['take-author-bio', 'Die Autorin ist Professorin für Hafenbau an der Hochschule Nordufer.', 'behind'],
    ['take-author-bio', 'L’auteur est directeur de l’Institut des ports du Nord.', 'behind'],
    ['take-author-bio', 'La autora es catedrática de Historia en la Universidad del Puerto.', 'behind'],
    ['take-author-bio', 'L’autrice è docente di economia marittima a Portonuovo.', 'behind'],
    ['take-author-bio', 'De auteur is hoogleraar havenkunde in Noorderdam.', 'behind'],
    ['take-author-bio', 'Författaren är docent i hamnhistoria vid universitetet i Norrhamn.', 'behind'],
    ['take-author-bio', 'Autor jest profesorem ekonomii na uniwersytecie w Nowym Porcie.', 'behind'],
    ['take-author-bio', 'Автор — старший научный сотрудник Института северных портов.', 'behind'],
    ['take-author-bio', '作者系北方港口研究所研究员', 'behind', { weight: 7 }],
    ['take-author-bio', '筆者は北港大学の教授で、港の歴史を研究している。', 'behind', { weight: 12 }],
    ['take-author-bio', '필자는 북항대학교 교수로 항만의 역사를 연구한다.', 'behind'],
    ['take-author-bio', 'الكاتب باحث في معهد موانئ الشمال منذ عشر سنوات.', 'behind'],
    ['take-author-bio', '（作者系江洲大学建筑学院副教授）', 'behind', { weight: 7 }],
    ['take-author-bio', '※ 필자는 해림대학교 교수로 교통을 연구하고 있다.', 'behind'],
    ['take-author-bio', '* الكاتبة أستاذة العمارة في جامعة الميناء.', 'behind'],
    ['take-author-bio', 'Autorka pracuje w Stacji Badań Wybrzeża.', 'behind'],
    ['take-author-bio', 'The writer, a former harbour master, teaches navigation in Northgate.', 'behind'],
    [
      'take-author-bio',
      'Unser Gastautor, Jahrgang 1961, war dreißig Jahre Lotse und lebt am Hafen.',
      'behind',
    ],
    ['take-author-bio', 'L’auteure, géographe, enseigne à l’université de Vaubrac.', 'behind'],
    ['take-author-bio', '(*) La autora es catedrática de Derecho en la Universidad de Lumbral.', 'behind'],
    ['take-author-bio', 'De schrijver is oud-dijkgraaf en woont in Oudelaan.', 'behind'],
    ['take-author-bio', 'Zur Autorin: Wiebke Harmsen lehrt Verkehrsplanung in Hallerwieck.', 'behind'],
    ['take-author-bio', 'O autorze: leśnik, radny gminy Jasna Zatoka od 2014 roku.', 'behind'],
    ['take-author-bio', '글쓴이는 해림대 교수다.', 'behind'],
    ['take-author-bio', '* أستاذة العمارة في جامعة رأس الميناء', 'behind'],
    ['take-disclaimer', 'Views are personal.', 'behind'],
    ['take-disclaimer', 'This article does not reflect the position of the newspaper.', 'behind'],
    [
      'take-disclaimer',
      'Für den Inhalt von Gastbeiträgen sind allein die Verfasser verantwortlich.',
      'behind',
    ],
    ['take-disclaimer', 'Cette tribune n’engage que son auteur.', 'behind'],
    ['take-disclaimer', 'Este artículo refleja exclusivamente la opinión de su autora.', 'behind'],
    [
      'take-disclaimer',
      'El periódico no se hace responsable de las opiniones de sus colaboradores.',
      'behind',
    ],
    ['take-disclaimer', 'Os artigos de opinião são da exclusiva responsabilidade dos autores.', 'behind'],
    ['take-disclaimer', 'Gli interventi impegnano soltanto chi li firma e non la redazione.', 'behind'],
    [
      'take-disclaimer',
      'Deze bijdrage weerspiegelt niet noodzakelijk het standpunt van de redactie.',
      'behind',
    ],
    ['take-disclaimer', 'Detta är en gästkrönika. Åsikterna är skribentens egna.', 'behind'],
    ['take-disclaimer', 'Redakcja nie ponosi odpowiedzialności za treść tekstów gościnnych.', 'behind'],
    ['take-disclaimer', 'Редакция не несёт ответственности за мнения авторов.', 'behind'],
    ['take-disclaimer', 'Точка зрения автора может не совпадать с позицией издания.', 'behind'],
    ['take-disclaimer', 'Köşe yazıları yazarlarının görüşüdür, gazeteyi bağlamaz.', 'behind'],
    ['take-disclaimer', '이 칼럼은 필자 개인의 의견입니다.', 'behind'],
    ['take-disclaimer', 'المقال لا يمثل رأي الصحيفة.', 'behind'],
    ['take-disclaimer', '※本稿は筆者個人の見解です。', 'behind', { weight: 9 }],
    ['take-disclaimer', '以上僅代表作者個人意見，不代表本報立場。', 'behind', { weight: 9 }],
    ['drop-contact-line', 'Leserbriefe bitte mit Name und Anschrift an leserbriefe@bote.example', 'behind'],
    [
      'drop-contact-line',
      'Para publicar en esta sección, remita su texto, con nombre y teléfono, a opinion@faro.example',
      'behind',
    ],
    ['drop-contact-line', 'Vill du svara? Skicka din replik till debatt@norr.example', 'behind'],
    ['drop-contact-line', 'Czekamy na Państwa listy pod adresem listy@kurier.example', 'behind'],
    [
      'drop-contact-line',
      'Ждём ваших писем по адресу mneniya@bel.example, не забудьте указать имя и город.',
      'behind',
    ],
    [
      'drop-contact-line',
      'Görüşlerinizi yorum@akkoy.example adresinden bizimle paylaşabilirsiniz.',
      'behind',
    ],
    [
      'drop-contact-line',
      'لإرسال المقالات والردود يرجى الكتابة إلى ray@almarfa.example مع ذكر الاسم.',
      'behind',
    ],
    ['take-disclaimer', 'Teksty gościnne niekoniecznie są zgodne ze stanowiskiem redakcji.', 'behind'],
    ['take-disclaimer', 'Åsikterna är skribentens egna och speglar inte tidningens hållning.', 'behind'],
    ['take-disclaimer', "The views don't necessarily reflect those of the Harbour Daily.", 'behind'],
    ['take-disclaimer', 'Die Meinung des Autors gibt nicht unbedingt die der Redaktion wieder.', 'behind'],
    ['take-disclaimer', 'Les opinions de cette tribune ne reflètent pas celles du journal.', 'behind'],
    ['take-disclaimer', 'Las opiniones de los autores no reflejan necesariamente las del diario.', 'behind'],
    ['take-disclaimer', 'As opiniões aqui expressas não refletem necessariamente as do jornal.', 'behind'],
    ['take-disclaimer', 'Le opinioni di chi scrive non riflettono per forza quelle del giornale.', 'behind'],
    ['take-disclaimer', 'De mening van de auteur is niet noodzakelijk die van de krant.', 'behind'],
    ['take-disclaimer', 'Мнение автора может не совпадать с позицией редакции.', 'behind'],
    ['take-disclaimer', 'Bu yazıdaki görüşler gazetenin yayın politikasını yansıtmayabilir.', 'behind'],
    ['take-disclaimer', '本欄の見解は必ずしも本紙の立場を示すものではありません。', 'behind', { weight: 14 }],
    ['take-disclaimer', '이 글은 본지의 편집 방향과 다를 수 있습니다.', 'behind'],
    [
      'drop-contact-line',
      'If you have a specific expertise, or would like to share your thoughts about our stories, then send us your writings at opinion@daily.example, and comment@daily.example',
      'behind',
    ],
    [
      'drop-contact-line',
      'Schreiben Sie uns Ihre Meinung zu diesem Thema, wir lesen jede Zuschrift: post@blatt.example',
      'behind',
    ],
    [
      'drop-contact-line',
      'Écrivez à la rédaction pour réagir à cette tribune, tribune@journal.example',
      'behind',
    ],
    [
      'drop-contact-line',
      'Wilt u reageren op deze bijdrage of er zelf een schrijven over wat u goed kent? Stuur uw tekst van zeshonderd woorden naar opinie@kade.example of brieven@kade.example',
      'behind',
    ],
    ['drop-copyright-footer', '© Editorial Faro S.L. 2026. Todos los derechos reservados.', 'behind'],
    ['drop-copyright-footer', 'Todos os direitos reservados, Valmar Editora.', 'behind'],
    ['drop-most-viewed', 'Najczęściej czytane', 'behind'],
    ['drop-most-viewed', 'En çok okunanlar', 'behind'],
    ['drop-edition-bar', '国際版', 'before'],
    ['drop-hacked-line', 'Situs judi slot gacor online terpercaya dengan bonus besar', 'before'],
    ['drop-hacked-line', 'Самые низкие цены на все товары только у нас сегодня', 'before'],
    ['drop-edition-bar', 'UK US Asia edition', 'before'],
    ['drop-breadcrumb', 'Home › News › Transport', 'before'],
    ['drop-share-bar', 'Share Facebook Twitter WhatsApp', 'before'],
    ['drop-share-bar', 'Teilen', 'inside'],
    ['drop-photo-credit', 'PHOTO: HELEN MARSH/LEDGER', 'inside'],
    ['drop-photo-credit', 'Getty Images', 'inside'],
    ['drop-advertisement', 'Advertisement', 'inside'],
    ['drop-byline', 'By Ruth Calder', 'inside'],
    ['take-disclaimer', 'Disclaimer: The views expressed are those of the author.', 'behind'],
    ['take-author-bio', 'Ruth Calder is a reporter who covers the estuary.', 'behind'],
    ['drop-contact-line', 'Contact: news@ledger.example', 'behind'],
    ['drop-copyright-footer', '© 2026 Northgate Ledger Ltd. All rights reserved.', 'behind'],
    ['drop-newsletter-box', 'Subscribe to our newsletter', 'inside'],
    [
      'drop-newsletter-box',
      '有料会員になると会員限定の有料記事もお読みいただけます。',
      'inside',
      { score: -1, isBody: true },
    ],
    ['drop-most-viewed', 'Most viewed in 24 hours', 'behind'],
    ['drop-related-links', 'Related stories', 'behind'],
    ['drop-comments', 'Leave a comment', 'behind'],
    ['drop-consent-text', 'We use cookies to improve your visit.', 'behind'],
    ['drop-share-bar', '공유하기 페이스북 트위터 카카오톡 이메일', 'inside'],
    ['drop-share-bar', 'Like this story? Share it with a friend!', 'inside'],
    ['drop-share-bar', 'Tweet', 'behind'],
    ['drop-edition-bar', '한국어 English 日本語 中文', 'before'],
    ['drop-breadcrumb', 'You are here: Home » News » Transport', 'before'],
    [
      'drop-photo-credit',
      'The pier at low tide. PHOTO: HELEN MARSH/LEDGER',
      'inside',
      { isBehindPicture: true },
    ],
    ['drop-byline', '서다온 기자 | 나루타임스 | 수정: 2026.05.06 14:25', 'inside'],
    ['take-disclaimer', '면책 조항: 이 기사의 수치는 실제와 다를 수 있습니다.', 'behind'],
    ['drop-contact-line', '기사 제보: jebo@times.example', 'behind'],
    ['drop-most-viewed', '24시간 많이 본 뉴스', 'behind'],
    ['drop-back-to-top', 'Back to top', 'behind'],
    ['drop-back-to-top', '返回顶部', 'inside'],
    ['drop-tags', 'Tags: Ferry, Harbour, Council', 'behind'],
    ['drop-live-chrome', 'Show 3 new posts', 'behind'],
    [
      'drop-consent-text',
      'An dieser Stelle finden Sie einen von unserer Redaktion ausgewählten, externen Inhalt, der den Artikel ergänzt.',
      'inside',
    ],
    [
      'drop-comments',
      'Damit Sie einen Kommentar erfassen können, bitten wir Sie, Ihre Mobilnummer zu bestätigen.',
      'behind',
    ],
    ['drop-script-text', '{{ article.lead }}', 'inside'],
    ['drop-script-text', '$$ARTICLEAD$$', 'inside'],
    ['drop-script-text', '5:["$","$L23",null,{"className":"lead","children":"More of it"}]', 'inside'],
    [
      'drop-script-text',
      'window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}',
      'inside',
    ],
    ['drop-script-text', '.lead { color: red; } .more { display: none; }', 'inside'],
    ['drop-read-more', 'Read more: How the ferry was lost', 'inside', { linkShare: 0.9 }],
    ['drop-read-more', 'Czytaj także: Jak zatonął prom i kto za to zapłaci', 'inside', { isBody: true }],
    ['drop-read-more', 'Veja:', 'inside', { isBody: true }],
    ['drop-related-links', '・関連記事', 'behind', { weight: 2 }],
    ['drop-related-links', 'Latest news', 'behind'],
    ['drop-related-links', 'Τελευταία νέα', 'behind'],
    ['drop-related-links', 'Новости партнёров', 'behind'],
    ['drop-related-links', 'Mais sobre o tema', 'behind'],
    ['drop-read-more', 'Читайте: Как утонул паром', 'inside', { isBody: true, linkShare: 0.7 }],
    ['drop-related-links', '• Σχετικά άρθρα', 'behind'],
    ['drop-related-links', 'Související články', 'behind'],
    ['drop-related-links', 'यह भी पढ़ें', 'behind'],
    ['drop-advertisement', 'La suite après cette publicité', 'inside', { isBody: true }],
    ['drop-byline', 'Last updated at 3:23 PM on 11th January 2026', 'before', { isBody: true }],
  ])('%s takes %j', (pass, text, place, changes = {}) => {
    expect(takenBy(text, place, changes)).toBe(pass);
  });

  it.each([
    'The council shared its figures on Facebook and Twitter before the vote, which angered several members of the committee.',
    'A court in Northgate ruled that copyright in the drawings belongs to the yard, and that all rights were paid for in 1987.',
    'The photo shows the ferry at its pier in the year before it was sold, said the curator of the harbour museum.',
    'Readers may write to the committee, which will publish every letter that it receives before the end of the month of May.',
    'Related costs were not part of the plan, and the treasurer said that nobody had asked him about them in all the years.',
    'Casino owners have opposed the ferry for years because it would bring day visitors who do not gamble at all.',
    'Share of voters who told the paper that they would use the boat',
    'Recommended configuration',
    'Delayed arrival or delivery',
    'Read more about the ferry in the book that the harbour museum has published.',
    'Video: 4K at thirty frames',
    'A function (A) holds a function (B), which itself holds a third one (C) that nobody calls.',
    'Set {"speed": 12} in the file of the ferry, said the yard, and the boat will never go faster than the law allows on the estuary.',
    'An editor’s note of 1987 calls the ferry a folly that nobody would pay for twice.',
  ])('leaves the sentence %j', (text) => {
    expect(takenBy(text, 'inside')).toBeUndefined();
  });

  it.each([
    ['홈 > 사회 > 지역', ['홈', '사회', '지역']],
    ['您的位置：首页 > 国内 > 正文', ['首页', '国内']],
    ['Home / News | Transport', ['Home', 'News', 'Transport']],
    ['Home', []],
  ])('parts the trail %j', (text, places) => {
    expect(splitTrail(text)).toEqual(places);
  });

  const foreign = 'Die besten Preise für alle Waren gibt es nur bei uns und nicht bei den anderen';
  const takenInFront = (
    lines: readonly PageLine[],
    changes: Partial<typeof page> = {},
    texts: readonly string[] = story,
  ) => {
    const body = texts.map((part, index) => line(part, index + 10, { isBody: true }));
    return runPasses({ ...page, ...changes, lines: [...lines, ...body], firstBody: 10, lastBody: 11 })
      .filter((one) => one.pass === 'drop-hacked-line')
      .map((one) => one.line.text);
  };

  it('takes a line in front whose language neither page nor site speaks', () => {
    expect(takenInFront([line(foreign, 0)])).toEqual([foreign]);
  });

  it.each<[string, readonly PageLine[], Partial<typeof page>?]>([
    ['that a template prints twice', [line(foreign, 0), line(foreign, 1)]],
    [
      'whose language the page speaks elsewhere',
      [line(foreign, 0), line('Mehr zu der Fähre und dem Hafen bei uns im Blatt', 14)],
    ],
    [
      'that other articles of the site hold',
      [line(foreign, 0)],
      { site: { ...cold, articles: 6, countOf: () => 1 } },
    ],
    ['that holds the headline', [line(`${foreign}: Council approves the ferry`, 0)]],
    ['of words that are common nowhere', [line('Folge uns F Y T I T W RG', 0)]],
  ])('leaves a line %s', (_, lines, changes = {}) => {
    expect(takenInFront(lines, changes)).toEqual([]);
  });

  it.each([
    'Last Updated: April 14, 2026 17:02 IST',
    'Northgate Police Caught 2 Miscreants Today',
    '{"slug":"gahu-city-news","type":"story","status":"published","views":12}',
  ])('leaves %j in front of a story in another script', (text) => {
    const hindi = [
      'नौका सेवा शुक्रवार से फिर चलेगी, नगर परिषद ने मंगलवार की बैठक के बाद यह बताया।',
      'परिषद ने दो नई नावों के लिए चालीस लाख रुपये दिए हैं, जो हर बीस मिनट पर नदी पार करेंगी।',
    ];
    expect(takenInFront([line(text, 0)], { script: 'Devanagari', language: '' }, hindi)).toEqual([]);
  });

  it('takes the stamps of a live blog, and leaves those of a programme', () => {
    const stamps = ['19:55 Ada Moss', '20:01KEY EVENT', '20:42 Ben Lark', '21:10'].map((text, index) =>
      line(text, index * 2, { isBody: true }),
    );
    const posts = stamps.map((_, index) => line(story[0] ?? '', index * 2 + 1, { isBody: true }));
    const run = (lines: readonly PageLine[]): string[] =>
      runPasses({ ...page, lines, firstBody: 0, lastBody: 7 })
        .filter((one) => one.pass === 'drop-live-chrome')
        .map((one) => one.line.text);
    expect(run([...stamps, ...posts].sort((a, b) => a.index - b.index))).toEqual(
      stamps.map((one) => one.text),
    );
    expect(run([...stamps.slice(0, 2), ...posts].sort((a, b) => a.index - b.index))).toEqual([]);
  });

  it('takes the data of scripts however long they are', () => {
    const data = line(`{"products":[${'{"id":12,"name":"Ferry"},'.repeat(200)}]}`, 1, { isBody: true });
    const lines = [
      line(story[0] ?? '', 0, { isBody: true }),
      data,
      line(story[1] ?? '', 2, { isBody: true }),
    ];
    expect(runPasses({ ...page, lines, firstBody: 0, lastBody: 2 }).map((one) => one.line.index)).toEqual([
      1,
    ]);
  });

  it('looks again at what stands at the end when the lines behind it are gone', () => {
    const texts = [
      story[0] ?? '',
      story[1] ?? '',
      'Ruth Calder is a reporter who covers the estuary.',
      'Disclaimer: The views expressed are those of the author.',
      'Contact: news@ledger.example',
      'Tips: tips@ledger.example',
      'Letters: letters@ledger.example',
      'Back to top',
      '© 2026 Northgate Ledger Ltd.',
    ];
    const lines = texts.map((text, index) => line(text, index, { isBody: true }));
    expect(runPasses({ ...page, lines, firstBody: 0, lastBody: 8 }).map((one) => one.line.index)).toEqual([
      2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  it('gives every pass a name that is its file', () => {
    for (const name of Object.keys(passes)) expect(name).toMatch(/^(?:drop|take)-[a-z-]+$/);
  });

  it.each([
    'Ruth Calder teaches economics at the University of Northgate.',
    '*Ruth Calder ist Hafenplanerin und lebt auf Süderoog.',
    'Ruth Calder enseigne le droit maritime à Vaubrac.',
    'Ruth Calder é socióloga e vive em Valmar.',
    'Ruth Calder är etnolog vid högskolan i Norrhamn.',
    'Ruth Calder — гидробиолог, сотрудник Института вод.',
    'Ruth Calder, ziraat mühendisi ve birlik danışmanıdır.',
    'Ruth Calder, 52, ist Professorin für Hafenbau.',
    'Ruth Calder (47) leitet das Institut für Küstenforschung.',
  ])('takes the line %j beside a disclaimer, and leaves it without one', (text) => {
    const lines = [...story, text, 'Disclaimer: The views expressed are those of the author.'].map(
      (part, index) => line(part, index, { isBody: true }),
    );
    const takenOf = (some: readonly PageLine[]): PassName | undefined =>
      runPasses({ ...page, lines: some, firstBody: 0, lastBody: some.length - 1 }).find(
        (one) => one.line.index === 2,
      )?.pass;
    expect(takenOf(lines)).toBe('take-author-bio');
    expect(takenOf(lines.slice(0, 3))).toBeUndefined();
  });

  it.each([
    'Ruth Calder said that she would write to the council again before the ferry is sold.',
    'Ruth Calder, the harbour master, and her crew had left before the tide turned.',
    'Calder is a town on the northern shore that has had no ferry since the war.',
    'Aviso legal | Política de privacidad | Contacto',
    'Für das Gelände ist nach dem Vertrag allein die Stadt verantwortlich, sagte der Bürgermeister am Abend.',
    'La responsabilidad es de todos, y la opinión de los vecinos cuenta tanto como la del concejo.',
    'Zum Autor wurde er erst im Alter, als die Fähre längst nicht mehr fuhr und der Hafen leer war.',
    'Ruth Calder, who is eighty, went home on the last ferry and has not been seen on the quay since.',
    'The article that he wrote does not mention the ferry, and the harbour has a view of the sea.',
    'Редакция газеты находилась в этом доме до войны, а потом здесь открыли школу.',
  ])('leaves the last line %j to the story', (text) => {
    expect(takenBy(text, 'behind', { isBody: true })).toBeUndefined();
  });

  it.each([
    'The author is a character of the novel whom nobody ever sees, and the views she holds are not those of her time.',
    'The views from the tower are not to be missed, said the mayor, who has climbed it every day for thirty years.',
    'She wrote to the council at harbour@northgate.example in May, and the answer came in June with an apology.',
  ])('leaves a sentence of the story in its place: %s', (text) => {
    expect(takenBy(text, 'inside')).toBeUndefined();
  });

  /** What is left of these lines between the two of the story. */
  function leftOf(...between: readonly PageLine[]): string[] {
    const [before, behind] = story.map((part, index) => line(part, index * 100, { isBody: true }));
    const lines = [before, ...between, behind].filter((one) => one !== undefined);
    const taken = new Set(
      runPasses({ ...page, lines, firstBody: 0, lastBody: 100 }).map((one) => one.line.text),
    );
    return between.map(({ text }) => text).filter((text) => !taken.has(text));
  }

  it('takes labels that differ by their numbers alone, and leaves headings that do', () => {
    const labels = ['Offre partenaire 1', 'Offre partenaire 2', 'Offre partenaire 3', '0'].map((text, at) =>
      line(text, at + 1, { isBody: true }),
    );
    expect(leftOf(...labels)).toEqual([]);
    expect(leftOf(...labels.slice(0, 2))).toHaveLength(2);
    const days = ['Day 1', 'The boats were built.', 'Day 2', 'They left.', 'Day 3'];
    expect(leftOf(...days.map((text, at) => line(text, at + 1, { isBody: true })))).toEqual(days);
    const goals = ['Northgate 2', 'Southgate 1', 'Westgate 3'];
    expect(leftOf(...goals.map((text, at) => line(text, at + 1, { isBody: true })))).toEqual(goals);
  });

  it('takes the texts of teasers under a heading of other stories', () => {
    const teasers = (count: number): PageLine[] => [
      line('Τελευταία Νέα', 1, { kind: 'heading' }),
      ...Array.from({ length: count }, (_, at) => [
        line(`Who pays for pier ${at} of the harbour`, at * 2 + 2, { isBody: true, linkShare: 1 }),
        line(`The council has not said who pays for pier ${at}, the harbour master said.`, at * 2 + 3, {
          isBody: true,
        }),
      ]).flat(),
    ];
    expect(leftOf(...teasers(3))).toEqual([]);
    // After one link the text may go on.
    expect(leftOf(...teasers(1))).toHaveLength(1);
  });
});
