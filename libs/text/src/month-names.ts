// biome-ignore format: a table, read by its rows
const rows = [
  // English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Romanian, Catalan, Indonesian
  'jan janv ene gen gener ian jann', 'feb fev fevr febr', 'mar mars marz mrt marc maar mac',
  'apr avr abr avg_ ', 'may mai mayo maj maio mag mei mae maig', 'jun jui juin giu iun',
  'jul juil lug iul luglio',
  'aug aou aout ago agu agt ogos', 'sep sept set', 'oct okt out ott', 'nov novi', 'dec dez dic des dets',
  // Polish, Czech, Hungarian (where they differ)
  'sty led', 'lut uno', 'bre marc', 'kwi dub', 'kve maju', 'cze cervna cvn', 'lip cervenc cvc', 'sie srp',
  'wrz zar szept', 'paz rij', 'lis', 'gru pro',
  // Turkish, Finnish
  'oca tammi', 'sub helmi', 'maalis', 'nis huhti', 'touko', 'haz kesa', 'tem heina', 'elo', 'eyl syys',
  'eki loka', 'kas marras', 'ara joulu',
  // Russian, Ukrainian, Bulgarian
  'янв січ яну', 'фев лют', 'мар бер', 'апр кві', 'май мая тра', 'июн юни чер', 'июл юли лип', 'авг сер',
  'сен вер сеп', 'окт жов', 'ноя лис ное', 'дек гру',
  // Hebrew, also behind its preposition
  'ינו בינו', 'פבר בפבר', 'מרץ במרץ מרס במרס', 'אפר באפר', 'מאי במאי', 'יונ ביונ', 'יול ביול', 'אוג באוג',
  'ספט בספט', 'אוק באוק', 'נוב בנוב', 'דצמ בדצמ',
  // Greek, Arabic
  'ιαν يناير كانون الثاني', 'φεβ فبراير شباط', 'μαρ مارس اذار', 'απρ ابريل أبريل نيسان', 'μαι مايو ايار',
  'ιουν يونيو حزيران', 'ιουλ يوليو تموز', 'αυγ اغسطس أغسطس', 'σεπ سبتمبر ايلول', 'οκτ اكتوبر أكتوبر',
  'νοε نوفمبر', 'δεκ ديسمبر',
];

let known: Readonly<Record<string, number>> | undefined;

/**
 * Beginnings of month names, folded (lower case, no diacritics). A longer beginning wins, so `juil` beats
 * `jui`. Made when the first date is read: most processes read none.
 */
function beginnings(): Readonly<Record<string, number>> {
  known ??= Object.fromEntries(
    rows.flatMap((words, index) =>
      words
        .trim()
        .split(' ')
        .map((word) => [fold(word), (index % 12) + 1]),
    ),
  );
  return known;
}
const longest = 8;

/** Lower case without diacritics, as the table of names is written. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/**
 * Month (1 to 12) that a word names, in about twenty-five languages, in full or shortened; undefined when it
 * names none.
 */
export function monthOf(word: string): number | undefined {
  const folded = fold(word).replace(/\.$/, '');
  for (let length = Math.min(longest, folded.length); length >= 3; length -= 1) {
    const beginning = folded.slice(0, length);
    if (Object.hasOwn(beginnings(), beginning)) return beginnings()[beginning];
  }
  return undefined;
}
