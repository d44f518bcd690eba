import { wordList } from './word-list.ts';

const names = wordList(
  'Obama Putin Zelensky Zelenskyy Zelenskiy Netanyahu Merkel Macron Modi Erdogan Erdoğan Bolsonaro Assad Maduro Lula Trudeau Sunak Starmer ' +
    'Orban Orbán Zuckerberg Bezos Beyoncé Beyonce Rihanna Madonna Drake Adele Shakespeare Einstein Mozart Beethoven Picasso Rembrandt ' +
    'Michelangelo Hitler Stalin Lenin Napoleon Mussolini Gandhi Jesus Muhammad Aristotle Plato Socrates Darwin Freud Nietzsche Dante',
);

/** Whether news calls somebody by this one name, which few lists of names have; by hand. */
export function isFamousPerson(name: string): boolean {
  return names.has(name);
}
