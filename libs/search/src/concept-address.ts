export const topicAddress = 'http://cv.iptc.org/newscodes/mediatopic/';

/** Address of an IPTC Media Topic, such as medtop:15000000; undefined for any other code. */
export function topicUri(code: string): string | undefined {
  const number = /^medtop:(\d{8})$/.exec(code)?.[1];
  return number === undefined ? undefined : `${topicAddress}${number}`;
}

/** Address of an entity of Wikidata, such as Q585; undefined for what is no id of one. */
export function wikidataUri(id: string | undefined): string | undefined {
  return id !== undefined && /^Q\d+$/.test(id) ? `http://www.wikidata.org/entity/${id}` : undefined;
}
