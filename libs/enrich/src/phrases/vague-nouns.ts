const wordsOf = (list: string): readonly string[] => list.split(' ');

/** English nouns that say nothing more behind an adjective alone: `foreign companies`, `psychological reason`. */
export const vagueNouns: ReadonlySet<string> = new Set([
  ...wordsOf('people person persons men women someone thing things kind kinds sort sorts type types'),
  ...wordsOf(
    'reason reasons problem problems issue issues question questions answer answers idea ideas way ways',
  ),
  ...wordsOf('fact facts point points part parts place places area areas region regions spot spots'),
  ...wordsOf(
    'country countries nation nations time times moment moments period periods number numbers amount',
  ),
  ...wordsOf('amounts level levels degree degrees form forms range group groups member members side sides'),
  ...wordsOf('effect effects result results change changes difference differences information news detail'),
  ...wordsOf('details example examples experience experiences method methods situation situations'),
  ...wordsOf(
    'condition conditions circumstance circumstances activity activities action actions step steps move',
  ),
  ...wordsOf('moves effort efforts attempt attempts need needs difficulty difficulties challenge'),
  ...wordsOf(
    'challenges opportunity opportunities chance chances option options choice choices feature features',
  ),
  ...wordsOf(
    'aspect aspects element elements item items product products company companies firm firms business',
  ),
  ...wordsOf(
    'businesses official officials expert experts statement statements comment comments remark remarks',
  ),
  ...wordsOf('word words line lines list lists week weeks day days year years month months purpose purposes'),
]);
