/**
 * Short forms that stand before what they belong to (a name, a number): a full stop after one never ends a
 * sentence. Without the last full stop; in lower case, unless the lower-case form is a word of its own
 * (`Sun.`, `sun`).
 */
const beforeNames: Readonly<Record<string, string>> = {
  en: 'mr mrs ms messrs mx dr prof gen lt col maj capt cpl sgt cmdr adm brig pvt sen rep reps sens gov pres hon rev fr st mt ft supt insp det vs v viz cf e.g i.e approx assoc dept',
  de: 'hr dr prof dipl ing st hl bzw ca z.b d.h u.a i.d.r v.a s.o s.u vgl sog evtl ggf inkl zzgl usw.u bspw gen max min mio.u geb verh str nr inh jh.v i.v i.a o.g Fr Mag',
  fr: 'm mm mme mmes mlle mlles dr pr st ste cf env p.ex c.-à-d av bd apr Me',
  es: 'sr sra sres sras srta d dª dña dr dra lic ing prof profa gral cnel tte cap sto sta fr mons p.ej cf núm nº aprox avda excmo excma ud uds vd vds',
  pt: 'sr sra srs sras srta dr dra drs prof profa eng gen cel ten cap d dom fr pe sto sta exmo exma p.ex cf av aprox',
  it: 'sig sigg sig.ra dott dott.ssa prof prof.ssa avv ing arch geom rag on sen gen col cap mons s ss p.es cfr art ca v',
  nl: 'dhr mevr mw dr drs ir ing mr prof ds st bv b.v.b d.w.z m.a.w o.a m.n o.l.v n.a.v t.o.v i.p.v t.a.v ca nr blz',
  da: 'hr fr dr prof ca f.eks bl.a dvs vedr jf kl nr skt m.fl.a ing adv kgl fmr',
  sv: 'hr fr dr prof ca t.ex bl.a dvs s.k fr.o.m t.o.m jfr kl nr st ev f.d resp kungl',
  nb: 'hr fr dr prof ca f.eks bl.a dvs vedr jf kl nr st evt tidl adv',
  fi: 'tri prof ent esim mm ks vrt n nro klo synt toim',
  pl: 'p pp dr hab prof inż mgr lek gen płk ppłk mjr kpt por św ks bp abp ul al pl np m.in tzw ok nr ust pkt red zob ur zm',
  cs: 'p pí dr mudr judr ing mgr bc prof doc gen plk kpt sv např tj tzv mj č čl ul nám resp cca tzn vč',
  sk: 'p dr ing mgr prof doc gen plk kpt sv napr tj tzv č čl ul nám resp cca',
  hu: 'dr id ifj özv prof gr sz st pl ún kb ill vö',
  ro: 'dl dna d-na d-l dr prof ing gen col sf str nr art ex cca dvs',
  tr: 'dr prof doç yrd av op sn org alb yb bnb yzb mah cad sok örn bkz vb.v',
  ru: 'свт свят митр архиеп архим иером прот протодиак игум патр прп прмч мч мчч вмч сщмч блж равноап гг.в г-н г-жа гн ул пр просп пл д корп стр тов проф акад доц ген полк св оз р с сев юж т.е т.к т.н напр см ср ок тыс.р п рис обл.ц',
  uk: 'свт митр архієп архім прот прп патр вул просп пл буд тов проф акад доц ген полк св оз с т.з т.зв напр див пор бл п рис',
  bg: 'митр архим прот патр г-н г-жа ул бул пл проф акад доц инж ген полк св т.е т.нар напр вж ок',
  el: 'κ κα κκ δρ καθ αγ π.χ δηλ βλ λ.χ αρ σελ',
  id: 'dr prof ir drs hj h kh jl no tn ny sdr a.n s.d',
  vi: 'ts gs pgs ths bs tp tx tt p q',
  ar: 'د أ م',
  hi: 'डॉ प्रो श्री सुश्री पं मो',
};

/**
 * Short forms that often end a sentence too: a full stop after one ends it when a word follows that sentences
 * begin with.
 */
const endings: Readonly<Record<string, string>> = {
  en: 'jr sr inc ltd co corp llc plc bros etc esq ph.d m.d b.a m.a a.m p.m al u.s u.k u.n e.u jan feb apr jun jul aug sep sept oct nov dec tue tues thu thur thurs fri ave blvd rd est mph oz lb lbs ariz calif colo conn fla kan ky md mich minn mont neb nev okla ore tenn tex vt wis wyo d.c n.y n.j Sat Sun Ill Mass Miss Wash Ind Mar Mon Wed Mo La Ga Pa Va',
  de: 'usw etc mio mrd tsd jh u.s.w co jan feb febr mrz apr jun jul aug sep sept okt nov dez std sek jr sen Mo Di Mi Do Fr Sa So',
  fr: 'etc janv févr avr juil sept oct nov déc cie av j.-c bd éd',
  es: 'etc ee.uu cía s.a jr ene feb mar abr jun jul ago sept oct nov dic a.m p.m a.c d.c c.v',
  pt: 'etc cia s.a ltda jr jan fev mar abr mai jun jul ago set out nov dez a.c d.c eua',
  it: 'ecc s.p.a s.r.l gen feb mar apr mag giu lug ago set ott nov dic a.c d.c',
  nl: 'enz etc jl e.d jan feb mrt apr jun jul aug sep sept okt nov dec mld mln jr sr',
  da: 'osv m.m m.fl mv etc jan feb apr aug sept okt nov dec mio mia',
  sv: 'osv m.m m.fl etc jan feb apr aug sept okt nov dec mkr',
  nb: 'osv m.m m.fl etc jan feb apr aug sept okt nov des mill mrd',
  fi: 'jne yms ym mrd milj',
  pl: 'itd itp r w tys mln mld zł godz min',
  cs: 'atd apod r tis mil mld kč',
  sk: 'atď apod r tis mil mld',
  hu: 'stb kft rt bt zrt nyrt',
  ro: 'etc s.a s.r.l ș.a',
  tr: 'vb vs a.ş ltd',
  ru: 'т.д т.п др пр руб тыс млн млрд коп кв м км н.э гг вв г им',
  uk: 'т.д т.п ін грн тис млн млрд рр ст м ім',
  bg: 'т.н др лв млн млрд хил г',
  el: 'κ.λπ κλπ κ.ά π.μ μ.μ μ.χ π.χ',
  id: 'dll dsb tbk',
};

/** Before a number only: `No. 5`, `fig. 3`. */
const beforeNumbers =
  'no nos nr n núm num nro vol fig figs art arts p pp pg par para sec ch chap ed eq ref op bd kap abs tab abb nn c ca circa с стр рис ст гл № абз';

/** Words that sentences begin with: after a short form one of them says that the sentence has ended. */
const openers: Readonly<Record<string, string>> = {
  en: 'the a an in on at it he she they we i you this that these those but and or so if when while as after before since for from to with by there here what who why how his her their our its my no not however meanwhile under about all some many most more one both each last such also once until although though because despite yet then still now',
  de: 'der die das den dem des ein eine einen einem einer es er sie wir ich ihr in im am an auf aus bei mit nach von vor zu zum zur und aber oder doch wenn als da dabei dies diese dieser dieses so auch nun noch wie was wer wo für über unter bis durch ob sein seine ihre',
  fr: 'le la les l un une des du de d en dans il elle ils elles on nous vous je ce cet cette ces ça cela c mais et ou où si quand lorsque pour par sur avec sans après avant selon son sa ses leur leurs au aux à',
  es: 'el la los las un una unos unas en de del al a él ella ellos ellas yo lo su sus este esta estos estas eso pero y o si cuando para por con sin según tras desde hasta también no es se',
  pt: 'o a os as um uma em no na nos nas de do da ao à ele ela eles elas eu isso este esta esse essa mas e ou se quando para por com sem segundo após desde até também não seu sua',
  it: 'il lo la i gli le un una in nel nella di del della a al alla e ma o se quando per con senza secondo dopo da questo questa è lui lei non si anche suo sua',
  nl: 'de het een in op aan bij met naar van voor door uit hij zij ze we wij ik er dit dat deze die maar en of als toen ook nu nog om volgens',
  ru: 'в во на по с со из за к от у о об и а но он она они оно мы я это этот эта эти если когда как для при после до по также его её их не что',
  uk: 'в у на по з із зі за до від і й а але та він вона вони воно ми я це цей ця ці якщо коли як для при після також його її їх не що',
  bg: 'в във на по с със от и а но за това той тя те то ако когато не според при след до',
  pl: 'w we na po z ze za do od i a ale to ten ta te on ona oni jeśli gdy kiedy jak dla przy przed też jego jej ich nie',
};

function tableOf(lists: Readonly<Record<string, string>>): Map<string, ReadonlySet<string>> {
  return new Map(Object.entries(lists).map(([language, list]) => [language, new Set(list.split(' '))]));
}

export interface Abbreviations {
  /** A full stop after one of these never ends a sentence. */
  readonly beforeNames: ReadonlySet<string>;
  /** After one of these it ends the sentence when an opener follows. */
  readonly endings: ReadonlySet<string>;
  readonly beforeNumbers: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
}

const tables = {
  beforeNames: tableOf(beforeNames),
  endings: tableOf(endings),
  openers: tableOf(openers),
  beforeNumbers: new Set(beforeNumbers.split(' ')),
};
const none: ReadonlySet<string> = new Set();

/**
 * The short forms of a language (BCP 47 primary tag); those of English for a language without a table that is
 * unknown.
 */
export function abbreviationsOf(language: string): Abbreviations {
  const key =
    language === 'no' || language === 'nn' ? 'nb' : language === 'und' || language === '' ? 'en' : language;
  return {
    beforeNames: tables.beforeNames.get(key) ?? none,
    endings: tables.endings.get(key) ?? none,
    openers: tables.openers.get(key) ?? none,
    beforeNumbers: tables.beforeNumbers,
  };
}
