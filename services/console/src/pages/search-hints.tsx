import { searchAddress } from '../pieces/search-address.ts';
import type { SearchParameters } from '../views.ts';
import { say, word, wordsFor } from '../words/say.ts';

/**
 * Hints of the query language: what is written into the field, what of it is to be replaced, and what it does.
 * Without scripts each leads to a search with it.
 */
const hints = [
  { text: '"exact words"', select: 'exact words', meaning: word('these words, in this order and form') },
  { text: '-without', select: 'without', meaning: word('without this word') },
  { text: 'title:word', select: 'word', meaning: word('in the title') },
  { text: 'start*', select: 'start', meaning: word('words that begin so') },
  { text: 'published:>now-7d', select: '7d', meaning: word('of the last seven days') },
  { text: 'domain:paper.example', select: 'paper.example', meaning: word('of this site') },
  { text: 'changed:headline', select: 'headline', meaning: word('whose headline was changed') },
  { text: 'was:"old words"', select: 'old words', meaning: word('that no longer say these words') },
  { text: 'wordCount:>500', select: '500', meaning: word('with more words than these') },
] as const;

/** The hints below the search field, each of which acts. */
export function SearchHints({ parameters }: { readonly parameters: SearchParameters }) {
  return (
    <div class="hints" id="q-help" role="group" aria-label={say('What a query may hold')}>
      {hints.map(({ text, select, meaning }) => (
        <a
          href={searchAddress(parameters, { q: `${parameters.q} ${text}`.trim() })}
          data-insert={text}
          data-select={select}
          title={wordsFor(meaning)}
          rel="nofollow"
        >
          {text}
        </a>
      ))}
      <button type="button" class="copy" data-keys-help hidden>
        {say('Keys')} <kbd>?</kbd>
      </button>
    </div>
  );
}

const keys = [
  { key: 'j', meaning: word('the next article') },
  { key: 'k', meaning: word('the article before') },
  { key: 'Enter', meaning: word('opens the article that is chosen') },
  { key: 'o', meaning: word('opens it at its publisher, in another tab') },
  { key: '/', meaning: word('to the search field') },
  { key: '?', meaning: word('shows these keys') },
  { key: 'Esc', meaning: word('closes what is open') },
] as const;

/** The keys of the page, in a dialog. */
export function KeysDialog() {
  return (
    <dialog class="keys" data-keys aria-labelledby="keys-title">
      <h2 id="keys-title">{say('Keys')}</h2>
      <dl>
        {keys.map(({ key, meaning }) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{wordsFor(meaning)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button>{say('Close')}</button>
      </form>
    </dialog>
  );
}
