import { isTopicField, type Facet, type FacetName } from '@newsmill/contracts';
import { formatDay, formatLanguage, formatNumber } from '../pieces/format.ts';
import { isNameKind, nameAddress, valueQuery } from '../pieces/name-address.ts';
import { topicWords } from '../pieces/topic-words.ts';
import { searchAddress } from '../pieces/search-address.ts';
import type { SearchParameters, SearchView } from '../views.ts';
import { say } from '../words/say.ts';

const shown = 10;

/** Facets of names that the query itself holds. */
type NamedField = Extract<FacetName, 'person' | 'organisation' | 'place' | 'topic' | 'subtopic'>;

interface FacetList {
  readonly name: FacetName;
  readonly title: string;
  readonly facets: readonly Facet[] | undefined;
  readonly label: (value: string) => string;
  readonly isOn: (value: string) => boolean;
  /** The parameters with this value taken in, or out when it is on. */
  readonly toggled: (value: string) => Partial<SearchParameters>;
  /** The page of a value, where it has one. */
  readonly pageOf?: (value: string) => string;
}

function FacetGroup({
  list,
  parameters,
}: {
  readonly list: FacetList;
  readonly parameters: SearchParameters;
}) {
  if (list.facets === undefined || list.facets.length === 0) return null;
  const id = `facet-${list.name}`;
  return (
    <section class="facet" aria-labelledby={id}>
      <h2 id={id}>{list.title}</h2>
      <ul>
        {list.facets.slice(0, shown).map(({ value, count }) => (
          <li class={list.pageOf === undefined ? undefined : 'with-page'}>
            <a
              href={searchAddress(parameters, list.toggled(value))}
              aria-current={list.isOn(value) ? 'true' : undefined}
            >
              <span dir="auto">{list.label(value)}</span>
              <span class="count">{formatNumber(count)}</span>
            </a>
            {list.pageOf === undefined ? null : (
              <a class="page" href={list.pageOf(value)} aria-label={say('About {name}', { name: value })}>
                <span aria-hidden="true">›</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {list.facets.length <= shown || list.name === 'day' ? null : (
        <p class="more">
          <a href={valuesAddress(list.name, parameters)}>
            {say('All values')}
            <span class="hidden">: {list.title}</span>
          </a>
        </p>
      )}
    </section>
  );
}

/** The page of all values of a field in this search. */
function valuesAddress(field: FacetName, parameters: SearchParameters): string {
  const search = searchAddress(
    { q: parameters.q, source: parameters.source, language: parameters.language },
    { from: parameters.from, to: parameters.to },
  );
  return `/values?field=${field}${search === '/' ? '' : `&${search.slice(2)}`}`;
}

function toggle(list: readonly string[], value: string): readonly string[] {
  return list.includes(value) ? list.filter((entry) => entry !== value) : [...list, value];
}

/** A list whose values are taken into the query itself, such as person:"Ann Lee". */
function namedList(
  name: NamedField,
  title: string,
  facets: readonly Facet[] | undefined,
  q: string,
): FacetList {
  const words = (value: string) => valueQuery(name, value);
  return {
    ...(isNameKind(name) ? { pageOf: (value: string) => nameAddress(name, value) } : {}),
    name,
    title,
    facets,
    label: isTopicField(name) ? topicWords : (value) => value,
    isOn: (value) => q.includes(words(value)),
    toggled: (value) => ({
      q: (q.includes(words(value)) ? q.replace(words(value), '') : `${q} ${words(value)}`)
        .replace(/ +/g, ' ')
        .trim(),
    }),
  };
}

/** Ways to narrow the result: each a plain link, so that it works without scripts and can be kept. */
export function SearchFacets({ view }: { readonly view: SearchView }) {
  if (!view.outcome.ok) return null;
  const { parameters } = view;
  const { facets } = view.outcome.page;
  const lists: readonly FacetList[] = [
    {
      name: 'source',
      title: say('Source'),
      facets: facets.source,
      label: view.sourceName,
      isOn: (value) => parameters.source.includes(value),
      toggled: (value) => ({ source: toggle(parameters.source, value) }),
    },
    {
      name: 'language',
      title: say('Language'),
      facets: facets.language,
      label: formatLanguage,
      isOn: (value) => parameters.language.includes(value),
      toggled: (value) => ({ language: toggle(parameters.language, value) }),
    },
    {
      name: 'day',
      title: say('Day'),
      facets: facets.day,
      label: (value) => formatDay(Date.parse(value)),
      isOn: (value) => parameters.from === value && parameters.to === value,
      toggled: (value) =>
        parameters.from === value && parameters.to === value
          ? { from: undefined, to: undefined }
          : { from: value, to: value },
    },
    namedList('person', say('People'), facets.person, parameters.q),
    namedList('organisation', say('Organisations'), facets.organisation, parameters.q),
    namedList('place', say('Places'), facets.place, parameters.q),
    namedList('topic', say('Topics'), facets.topic, parameters.q),
    namedList('subtopic', say('Narrower topics'), facets.subtopic, parameters.q),
  ];
  return (
    <div class="facets">
      {lists.map((list) => (
        <FacetGroup list={list} parameters={parameters} />
      ))}
    </div>
  );
}
