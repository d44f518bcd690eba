/*
 * How words lose their endings, by language: tables in the manner of the light stemmers of Savoy (University
 * of Neuchâtel) and of Ramanathan and Rao for Hindi, from the grammars of the languages. The library process
 * loads this file and must start within milliseconds: tables are read with the first word of their language.
 */

/** The end of a stem, and what stands for it. */
type Rewrite = readonly [from: RegExp, to: string];

interface Inflection {
  /** Letters that are written one for the other, each with what stands for it: `óo ąe`; alone, it falls. */
  readonly letters?: string;
  /** Accents fall. */
  readonly isBare?: boolean;
  /** Endings by the fewest letters that must stay; `ata>o` puts another one in its place. The longest falls. */
  readonly endings: Readonly<Record<number, string>>;
  /** How many endings fall, one after the other. */
  readonly rounds?: number;
  /** How stems are written in the end: what alternates before endings. */
  readonly unify?: readonly Rewrite[];
  /** Words that end so may have no ending: they are a stem as they stand, too. */
  readonly whole?: RegExp;
  /** Further stems of the word, where its form does not tell which one is right. */
  readonly also?: readonly Rewrite[];
}

const consonants = 'bcdfghjklmnpqrstvwxz';
/** An e that is in some forms of a word only: `otec`, `otce`. */
const fleetingE: Rewrite = [new RegExp(`([${consonants}])i?e([${consonants}])$`, 'u'), '$1$2'];
const fleetingCyrillic: Rewrite = [/([бвгджзклмнпрстфхцчшщ])[ьй]?[еэєъ]([бвгджзклмнпрстфхц])$/u, '$1$2'];
const russianFleeting: Rewrite = [/([бвгджзклмнпрстфхцчшщ])ь?[оеё]([кцнлмр])$/u, '$1$2'];
const ukrainianFleeting: Rewrite = [/([бвгджзклмнпрстфхцчшщ])о([кнлр])$/u, '$1$2'];
/** Minister, Danish ministre. */
const nordicFleeting: Rewrite = [/([bdfgkmnpstv])[lr]$/u, '$1'];

// biome-ignore format: tables, read by their rows
const tables: Readonly<Record<string, Inflection>> = {
  bg: {
    endings: {
      2: 'а я о е и ъ ът ят та то те',
      3: 'ата ята ото ето ите ете ове овете еве евете ът а ан ия ият ията ието ието ие ии иите ва й ям',
      4: 'ам аме ат ахме аха аш ах ал ала ало али ил ила или ило им иш их иха ихме ем еш ех еха ел ела ели ят яха ява ирам ира ират ираха ирал ирали ирано ираме увам ува уват уваха увал ували уван увана увано ване ването вам ват ваха вал вали ани ана ано ания анието ение',
    },
    unify: [[/ц$/u, 'к'], [/ч$/u, 'к'], [/ж$/u, 'г']],
    whole: /[бвгджзклмнпрстфхцчшщ]$/u,
    also: [fleetingCyrillic, [/я([бвгджзклмнпрстфхцчшщ])$/u, 'е$1']],
  },
  bn: {
    endings: {
      2: 'গুলোতে গুলোকে গুলোর গুলো গুলিতে গুলিকে গুলির গুলি দেরকে েদের য়েদের দের েরা য়েরা রা টিতে টিকে টির টি টাতে টাকে টার টা খানা ের য়ের েরও কে েতে তে য়',
      3: 'র ে ও ই',
    },
    rounds: 2,
    whole: /র$/u,
  },
  cs: {
    isBare: true,
    letters: 'ůo',
    endings: {
      2: 'u y a e i o',
      3: 'ech ach ich ami emi ovi ove um om am em im ou ej eho emu ho mu ych ymi ym ata aty at ete eti imi',
      4: 'it et al ala ali alo aly il ila ili ilo ily el ela eli elo ely en ena eno eny an ana ano any ovat uje uji ujeme ujete ujes ujici oval ovala ovali ovalo ovaly ovan ovana ovano ovani ovany eni ani aji aje ame ate ime ite i',
    },
    whole: /[bcdfghjklmnprstvzčďňřšťž]$/u,
    also: [fleetingE, [/c$/u, 'k'], [/z$/u, 'h'], [/(?:st|ct)$/u, 'sk'], [/([bcdfghjklmnpqrstvxz])ct$/u, '$1ck']],
  },
  da: {
    endings: {
      2: 'en et er erne ene ens ets ers',
      3: 'ernes erne ens ets enes ene eren erens ere ers en et er es e s te',
      4: 't',
      5: 'ede edes',
    },
    unify: [[/([bdfgklmnprst])\1$/u, '$1']],
    whole: /[nrst]$/u,
    also: [nordicFleeting],
  },
  // As bareGerman writes it.
  de: {
    endings: {
      3: 'um us erin erinnen e en er es em ern ers ens',
      4: 'a as n s st t te ten test tet est end ende enden',
      5: 'innen in',
    },
    unify: [[/([bdfglmnprt])\1$/u, '$1']],
  },
  el: {
    isBare: true,
    letters: 'ςσ',
    endings: {
      2: 'ος ου ο ον ε οι ων ους η ης ες α ας αι ω',
      3: 'εις εως εων ματα ματος ματων μα εας εα αδες αδων ονται εται ηκε ηκαν ησε ησαν ασε ασαν ισε ισαν ουν ουμε ετε ει',
    },
    also: [[/ευ$/u, ''], [/(?:σ|ξ|ψ)$/u, '']],
  },
  es: {
    isBare: true,
    endings: {
      3: 'o a e os as es ar er ir aron ieron ado ada ados adas ido ida idos idas ando iendo aba aban aria arian eria erian ara aran era eran ira iran an en amos emos imos io',
      5: 'acion aciones',
    },
    unify: [[/c$/u, 'z'], [/qu$/u, 'z'], [/gu$/u, 'g']],
    whole: /[nrsldz]$/u,
  },
  fa: {
    letters: 'يی كک ۀه ةه أا إا ؤو',
    endings: {
      2: 'ان هایشان هایمان هایتان هایی هایم هایت هایش های ها',
      3: 'ن یان ترین تر ات ی م ش شان مان یی ای ام ید ند یم گان گانی گی',
    },
    rounds: 2,
    unify: [[/ه$/u, '']],
    whole: /(?:ان|ی|م|تر|ات|ن)$/u,
  },
  fi: {
    letters: 'åo',
    endings: {
      3: 'ten issa issä ista istä iin ihin illa illä ilta iltä ille ina inä iksi ien iden itten jen ja jä ia iä ita itä oissa oista oihin oilla oilta oille oita oja ojen öissä öistä öihin öillä öiltä öille öitä öjä öjen ssa ssä sta stä lla llä lta ltä lle na nä ksi tta ttä en an än on ön un yn in n et at ät ot öt ut yt it t aan ään een oon uun a ä e i o ö u y aa ää ta tä',
      4: 'vat vät ivat ivät taan tään etaan etään ttiin tiin ttu tty nut nyt neet mme tte isi isivat',
    },
    unify: [
      [/(.{3})[aeiouyäö]$/u, '$1'],
      [/kk$/u, 'k'],
      [/nt$/u, 'nn'],
      [/n[kg]$/u, 'ng'],
      [/lt$/u, 'll'],
      [/mp$/u, 'mm'],
      [/(?:pp|p|v)$/u, 'v'],
      [/rt$/u, 'rr'],
      [/(?:tt|t|d)$/u, 'd'],
    ],
    whole: /nen$/u,
    also: [[/s$/u, 'd'], [/nen$/u, 's']],
  },
  fr: {
    isBare: true,
    endings: {
      3: 's x is ir issent issait issant',
      4: 'e es er ir ee ees ait aient ant ent era eront ons ez ai a s x it i ie is ies issent issait',
    },
    also: [[/ch$/u, 'c']],
  },
  he: {
    letters: 'םמ ןנ ץצ ףפ ךכ',
    endings: { 2: 'ים ות', 3: 'ות>ה יות>יה יים>י ת>ה' },
    also: [[/יה$/u, 'י']],
  },
  hi: {
    letters: 'ँं ़',
    endings: {
      2: 'ियों>ी ियां>ी ियाँ>ी ाओं ाएं ुओं>ु ुएं>ु ों ें ां ा े ो ये यी ए ई या ओं एं ाएगा ाएगी ाएंगे ेगा ेगी ेंगे ाया ाई ाए ाना ाने ाती ाता ाते ीं',
    },
  },
  hu: {
    isBare: true,
    endings: {
      3: 'ban ben ba be bol rol tol ra re hoz hez nak nek val vel ert ig kent on en ok ek ak k okat eket akat a e ai ei i ja je jai jei uk juk unk jat jet',
      4: 'ot et at ott ett tt ik tak tek ni enie ania nia nie aban eben',
      5: 't',
    },
    rounds: 3,
  },
  it: {
    isBare: true,
    endings: {
      3: 'are ere ire hera heranno',
      4: 'o a e i he hi are ere ire ato ata ati ate uto uta uti ute ito ita iti ite ano ono avano evano ivano ava eva ando endo era anno eranno iranno erai ero arono irono',
    },
    also: [[/e$/u, 'a'], [/i$/u, 'o'], [/i$/u, 'e']],
  },
  nl: {
    letters: 'ée ëe ïi üu öo',
    endings: {
      2: 'en',
      3: 'en es e s ers er eren',
      4: 'den ten de te t d end ende eerd eerde eerden',
    },
    unify: [[/([bdfgklmnprst])\1$/u, '$1'], [/v$/u, 'f'], [/z$/u, 's']],
    whole: /s$/u,
  },
  no: {
    endings: {
      2: 'en et er erne ene ens ets ers a',
      3: 'ernes erne ens ets enes ene eren erens ere ers en et er es e s a as te',
      4: 't',
      5: 'ede',
    },
    unify: [[/([bdfgklmnprst])\1$/u, '$1']],
    whole: /[nrst]$/u,
    also: [nordicFleeting],
  },
  pl: {
    letters: 'óo łl ńn ćc śs źz żz ąe ęe',
    endings: {
      2: 'a e i y o u',
      3: 'ow owi owie om ami ach em iem ie ia ii iu io iom iami iach iow ej ego emu ym ych ymi im ich imi mi',
      4: 'ac ic yc ec owac ali ala alo aly al ili ila ilo ily il yli yla ylo yly yl eli ela elo ely el uje ujecy ujemy ujecie owal owala owali owano owany ano ono any ana ane enie anie aja aje ajecy',
    },
    whole: /[bcdfghjklmnprstwzćńśźżł]$/u,
    also: [
      fleetingE,
      [/([lnrsz])c$/u, '$1t'],
      [/ci?$/u, 't'],
      [/c$/u, 'k'],
      [/dz$/u, 'd'],
      [/dz$/u, 'g'],
      [/rz$/u, 'r'],
      [/sz$/u, 'ch'],
      [/i?es?ci?$/u, 'iast'],
    ],
  },
  pt: {
    isBare: true,
    letters: 'çc',
    endings: {
      2: 'uis>ul',
      3: 'eis>il ar er ir aram eram iram ado ada ados adas ido ida idos idas ando endo indo arao erao irao',
      4: 'o a e os as es aram eram iram ado ada ados adas ido ida idos idas ando endo indo ou eu iu am em ara era ira arao erao irao ava avam ia iam amos emos imos m s',
    },
    whole: /[lrsz]$/u,
  },
  ro: {
    isBare: true,
    letters: 'şs ţt șs țt',
    endings: {
      3: 'ilor elor ului iilor ii iile ile ele le lui ul ei iei ia ea a e i u',
      4: 'at ata ati ate eaza ez eze it ita iti ite and ind ut uta uti ute esc este eau',
    },
    whole: /[il]$/u,
    also: [[/st$/u, 'sc']],
  },
  // What the stemmer of Snowball leaves.
  ru: { letters: 'ёе', endings: {}, also: [russianFleeting, [/ь([бвгджзклмнпрстфхцчшщ])$/u, '$1']] },
  sv: {
    endings: {
      2: 'en et er ar ens ets ers ars erna arna',
      3: 'arnas ernas ornas arna erna orna ars ers ors ens ets ans ar er or en et an na n s a e as es are aren arens ares ade ades at ats ad',
      4: 'te de des t',
    },
    unify: [[/([bdfgklmnprst])\1$/u, '$1']],
    whole: /[nrst]$/u,
    also: [nordicFleeting],
  },
  tr: {
    letters: 'ıi şs çc ğg üu öo âa îi ûu',
    endings: {
      3: 'mak mek di du ti tu lar ler lari leri larin lerin larini lerini larina lerine larinda lerinde larindan lerinden larindaki lerindeki lara lere larda lerde lardan lerden larla lerle larimiz lerimiz imiz umuz inda inde unda indan inden undan sinda sinde sindan sinden sunda sini sine sina sinin sunun daki deki taki teki dan den tan ten da de ta te nin nun in un ya ye yi yu i u a e si su la le yla yle',
      4: 'dilar diler tilar tiler iyor uyor iyorlar uyorlar mis mus acak ecek acaklar ecekler masi mesi mayi meyi ildi uldu indi undu',
    },
    whole: /[aeiu][nmtk]?$/u,
    also: [[/([bcdfghklmnprstvyz])[iu]([lmnr])$/u, '$1$2'], [/b$/u, 'p'], [/d$/u, 't'], [/g$/u, 'k']],
  },
  uk: {
    letters: 'ґг',
    endings: {
      2: 'а я о е є и і ї у ю ь',
      3: 'ам ям ами ями ах ях ів їв ей ом ем єм ою ею єю ові еві ії ія ію ією іям іями іях ий ій ого его ому ему им ім их іх ими іми ої',
      4: 'ти ати ити іти яти ав ала ало али ив ила ило или ів іла іло іли яв яла яли ють уть ать ять ить увати ував увала ували ують ує уючи юючи ано ено ений ана ена ані ені аний',
    },
    unify: [[/([лнтдсзцжшч])\1$/u, '$1'], [/ь$/u, '']],
    whole: /[бвгджзклмнпрстфхцчшщ]ь?$/u,
    also: [fleetingCyrillic, ukrainianFleeting, [/їв$/u, 'єв'], [/янин$/u, 'ян'], [/з$/u, 'г'], [/ц$/u, 'к'], [/с$/u, 'х'], [/і([бвгджзклмнпрстфхцчшщ])$/u, 'о$1'], [/і([бвгджзклмнпрстфхцчшщ])$/u, 'е$1']],
  },
};

/** A table as words are looked up in it. */
interface Reading {
  readonly letters: ReadonlyMap<string, string>;
  readonly endings: ReadonlyMap<string, { readonly least: number; readonly put: string }>;
  readonly longest: number;
  readonly table: Inflection;
}

const readings = new Map<string, Reading>();

function readTable(language: string, table: Inflection): Reading {
  const letters = new Map(
    (table.letters ?? '').split(' ').map((pair) => {
      const [from = '', ...to] = pair;
      return [from, to.join('')] as const;
    }),
  );
  const endings = new Map<string, { readonly least: number; readonly put: string }>();
  for (const [least, list] of Object.entries(table.endings))
    for (const rule of list.split(' ')) {
      const [ending = '', put = ''] = rule.split('>');
      const written = writeAlike(ending, { letters, table });
      if (!endings.has(written)) endings.set(written, { least: Number(least), put });
    }
  const longest = Math.max(0, ...[...endings.keys()].map(({ length }) => length));
  const reading = { letters, endings, longest, table };
  readings.set(language, reading);
  return reading;
}

function writeAlike(word: string, { letters, table }: Pick<Reading, 'letters' | 'table'>): string {
  let written = '';
  for (const letter of word) written += letters.get(letter) ?? letter;
  return table.isBare === true ? written.normalize('NFD').replace(/[\u0300-\u036f]/gu, '') : written;
}

/** The stems of a word (lower case) by the table of its language; none where there is no table. */
export function inflectionStems(word: string, language: string): readonly string[] {
  const table = tables[language];
  if (table === undefined) return [];
  const reading = readings.get(language) ?? readTable(language, table);
  let stem = writeAlike(word, reading);
  for (let round = 0; round < (table.rounds ?? 1); round += 1) {
    const shorter = withoutEnding(stem, reading);
    if (shorter === stem) break;
    stem = shorter;
  }
  for (const [from, to] of table.unify ?? []) stem = stem.replace(from, to);
  const whole = table.whole?.test(word) === true ? [writeAlike(word, reading)] : [];
  const others = [stem, ...whole].flatMap((one) =>
    (table.also ?? []).map(([from, to]) => one.replace(from, to)).filter((other) => other !== one),
  );
  return [stem, ...whole, ...others.filter((other) => other.length >= leastLetters)];
}

const leastLetters = 2;

function withoutEnding(word: string, { endings, longest }: Reading): string {
  for (let length = Math.min(longest, word.length - leastLetters); length > 0; length -= 1) {
    const kept = word.slice(0, word.length - length);
    const found = endings.get(word.slice(word.length - length));
    if (found !== undefined && kept.length >= found.least) return `${kept}${found.put}`;
  }
  return word;
}
