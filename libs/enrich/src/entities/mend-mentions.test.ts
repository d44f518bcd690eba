import { describe, expect, it } from '@jest/globals';
import { mendMentions } from './mend-mentions.ts';
import type { NameKind } from './name-labels.ts';

function mended(text: string, name: string, kind: NameKind): string[] {
  const start = text.indexOf(name);
  return mendMentions(text, [{ start, end: start + name.length, kind, confidence: 0.7 }]).map(
    (mention) => `${mention.kind} ${text.slice(mention.start, mention.end)}`,
  );
}

describe('mendMentions', () => {
  it.each([
    ['She is of the University of California, Berkeley.', 'University of California', 'Berkeley', 1],
    ['She is of California State University, Sacramento.', 'California State University', 'Sacramento', 1],
    ['She is of the University of California, Oslo.', 'University of California', 'Oslo', 2],
    ['He left the Lorvane Museum of Norway.', 'Lorvane Museum', 'Norway', 1],
    ['He left the Lorvane Club of Norway.', 'Lorvane Club', 'Norway', 2],
  ])('tells a body with the place that is the end of its name: %s', (text, body, place, names) => {
    const mention = (name: string, kind: NameKind) => {
      const start = text.indexOf(name);
      return { start, end: start + name.length, kind, confidence: 0.8 };
    };
    expect(mendMentions(text, [mention(body, 'ORG'), mention(place, 'LOC')])).toHaveLength(names);
  });

  it.each([
    ['The Cupertino, Calif., maker left.', 'Cupertino', 'ORG', ['LOC Cupertino']],
    ['Votes WEST PALM BEACH, Fla. - Lindt', 'PALM BEACH', 'ORG', ['ORG PALM BEACH']],
    ['The Lorvik, Calif., maker left.', 'Lorvik', 'ORG', ['ORG Lorvik']],
    ['Winds from the West.', 'West', 'LOC', ['LOC West']],
    ['Talks of East and West.', 'West', 'LOC', []],
    ['He lives in Banaras.', 'Banaras', 'PER', ['LOC Banaras']],
    ['He is Austin.', 'Austin', 'PER', ['PER Austin']],
    ['A march on West 23rd Street.', 'West', 'LOC', ['LOC West 23rd Street']],
    ['They met in Washington, D.C.', 'D.C.', 'LOC', []],
    ['They met in D.C.', 'D.C.', 'LOC', ['LOC D.C.']],
    ['The Lorvane’s Egyptian Theater opened.', 'Egyptian Theater', 'ORG', ['ORG Lorvane’s Egyptian Theater']],
    ['Lorvane’s Egyptian Theater opened. Lorvane left.', 'Egyptian Theater', 'ORG', ['ORG Egyptian Theater']],
    ['Obama’s Justice Department sued.', 'Justice Department', 'ORG', ['ORG Justice Department']],
    ['Today’s Egyptian Theater opened.', 'Egyptian Theater', 'ORG', ['ORG Egyptian Theater']],
    ['A shop, Emma’s Little Lamps, closed.', 'Emma', 'PER', []],
    ['Emma’s Little Lamps closed. Emma left.', 'Emma', 'PER', ['PER Emma']],
    ['Lockheed Martin rose.', 'Lockheed Martin', 'PER', ['ORG Lockheed Martin']],
    ['A pass of Steelers QB Ben Lindt.', 'Steelers QB Ben Lindt', 'PER', ['PER Ben Lindt']],
    ['A plan of Orvane CIO Jane Lindt.', 'Orvane CIO Jane Lindt', 'ORG', ['ORG Orvane', 'PER Jane Lindt']],
    ['On Monday Lorvik Council met.', 'Monday Lorvik Council', 'ORG', ['ORG Lorvik Council']],
    ['They saw Monday Night Football.', 'Monday Night Football', 'ORG', ['ORG Monday Night Football']],
    ['Mary Ann Lindt left.', 'Mary Ann Lindt', 'PER', ['PER Mary Ann Lindt']],
    ['Then Neil Ford sat.', 'Ford', 'PER', ['PER Ford']],
    ['Then Ford sat.', 'Ford', 'PER', ['ORG Ford']],
    ['Years after Obama, it failed.', 'Obama', 'LOC', ['PER Obama']],
    ['Read Google Reviews first.', 'Google Reviews', 'ORG', ['ORG Google']],
    ['It was Fox News Radio.', 'Fox News Radio', 'ORG', ['ORG Fox News Radio']],
    ['A Samsung/Sony deal.', 'Samsung/Sony', 'ORG', ['ORG Samsung', 'ORG Sony']],
    [
      'The Federal Reserve and Commerce Department agree.',
      'Federal Reserve and Commerce Department',
      'ORG',
      ['ORG Federal Reserve', 'ORG Commerce Department'],
    ],
    ...['Department of Health and Human Services', 'Red Cross and Red Crescent Movement'].map(
      (name) => [`The ${name} agrees.`, name, 'ORG', [`ORG ${name}`]] as const,
    ),
    [
      'The Apple and Pear Institute agrees.',
      'Apple and Pear Institute',
      'ORG',
      ['ORG Apple and Pear Institute'],
    ],
    [
      'A Lorvik News/Orvane Journal poll.',
      'Lorvik News/Orvane Journal',
      'ORG',
      ['ORG Lorvik News', 'ORG Orvane Journal'],
    ],
    ['The AC/DC Lane shop.', 'AC/DC Lane', 'ORG', ['ORG AC/DC Lane']],
    ['Some UI/UX work.', 'UI/UX', 'ORG', []],
    ['LISBON -- Toyota sold more.', 'LISBON -- Toyota', 'ORG', ['LOC LISBON', 'ORG Toyota']],
    ['France-Germany ties.', 'France-Germany', 'LOC', ['LOC France', 'LOC Germany']],
    ['US-China ties.', 'US-China', 'LOC', ['LOC US', 'LOC China']],
    ['A China-UK deal.', 'China-UK', 'ORG', ['LOC China', 'LOC UK']],
    ['The Marks & Lorvik store.', 'Marks & Lorvik', 'ORG', ['ORG Marks & Lorvik']],
    ['Then Park Min-hwan spoke.', 'Park Min', 'PER', ['PER Park Min-hwan']],
    ['A Mary Lindt-backed plan.', 'Mary Lindt', 'PER', ['PER Mary Lindt']],
    [
      'The Department of Design and Construction said so.',
      'Department of Design',
      'ORG',
      ['ORG Department of Design and Construction'],
    ],
    ['The Ministry of Defence and Microsoft met.', 'Ministry of Defence', 'ORG', ['ORG Ministry of Defence']],
    [
      'The Department for Culture, Media and Sport met.',
      'Department for Culture',
      'ORG',
      ['ORG Department for Culture, Media and Sport'],
    ],
    [
      'The Department of Energy, Microsoft and Congress met.',
      'Department of Energy',
      'ORG',
      ['ORG Department of Energy'],
    ],
    ['Under Lorvik Council rules he won.', 'Under Lorvik Council', 'ORG', ['ORG Lorvik Council']],
    ['Former Manchester United fans sang.', 'Former Manchester United', 'ORG', ['ORG Manchester United']],
    ['A film by At Home Lorvik ran.', 'At Home Lorvik', 'ORG', ['ORG At Home Lorvik']],
    ['The Board of Directors met.', 'Board of Directors', 'ORG', []],
    ['The Board of Lorvik Schools met.', 'Board of Lorvik Schools', 'ORG', ['ORG Board of Lorvik Schools']],
    ['Sales of McDonald’s rose.', 'McDonald', 'ORG', ['ORG McDonald’s']],
    ["Shares in Wendy's.", 'Wendy', 'PER', ["ORG Wendy's"]],
    ["Wendy's menu: what Wendy's sells.", 'Wendy', 'PER', ["ORG Wendy's"]],
    ["Wendy's menu is what Wendy sells.", 'Wendy', 'PER', ['PER Wendy']],
    ["They met Wendy's mother.", 'Wendy', 'PER', ['PER Wendy']],
    ["Lorvik's chief left.", 'Lorvik', 'ORG', ['ORG Lorvik']],
    ['At Harvard’s Church lab.', 'Harvard’s Church', 'ORG', ['ORG Harvard']],
    [
      'The Senate’s Judiciary Committee met.',
      'Senate’s Judiciary Committee',
      'ORG',
      ['ORG Senate', 'ORG Judiciary Committee'],
    ],
    ['The Women’s Institute met.', 'Women’s Institute', 'ORG', ['ORG Women’s Institute']],
    ['The Lorvik Workers’ Union met.', 'Lorvik Workers’ Union', 'ORG', ['ORG Lorvik Workers’ Union']],
    ['The Lorvik District Attorney spoke.', 'Lorvik District', 'LOC', ['LOC Lorvik']],
    ['The Lorvik District is hilly.', 'Lorvik District', 'LOC', ['LOC Lorvik District']],
    [
      'The Lindt Bank of Kansas City rose.',
      'Lindt Bank of Kansas City',
      'LOC',
      ['ORG Lindt Bank of Kansas City'],
    ],
    ['In the District of Columbia it rains.', 'District of Columbia', 'LOC', ['LOC District of Columbia']],
    ['Lorvik Gas Station Dies After Fire', 'Lorvik Gas Station Dies After Fire', 'ORG', []],
    ['Questioning Orvane took long.', 'Questioning Orvane', 'PER', ['PER Orvane']],
    ['Rain in Himachal Pradesh.', 'Himachal Pradesh', 'PER', ['LOC Himachal Pradesh']],
    ['Then Georgia Lindt sang.', 'Georgia Lindt', 'PER', ['PER Georgia Lindt']],
    ['Lines of J.P. Morgan fell.', 'J.P. Morgan', 'PER', ['ORG J.P. Morgan']],
    ['LONDON/ PARIS: rain.', 'LONDON/ PARIS', 'ORG', ['LOC LONDON', 'LOC PARIS']],
    ['A shop near West 23rd Street burned.', 'West', 'LOC', ['LOC West 23rd Street']],
    ['The West 23 years later.', 'West', 'LOC', ['LOC West']],
    ['So said D. Arno Lindt, a judge.', 'Arno Lindt', 'PER', ['PER D. Arno Lindt']],
    ['They eat Vitamin D. Arno Lindt does not.', 'Arno Lindt', 'PER', ['PER Arno Lindt']],
    ['In Guinea-Bissau it rains.', 'Guinea-Bissau', 'LOC', ['LOC Guinea-Bissau']],
  ] as const)('reads %s', (text, name, kind, found) => {
    expect(mended(text, name, kind)).toEqual(found);
  });
  it.each([
    [
      'what a body is for',
      'The Lindt Foundation for the Advancement of Military Medicine met.',
      ['Lindt Foundation', 'Advancement of Military Medicine'],
      ['Lindt Foundation for the Advancement of Military Medicine'],
    ],
    [
      'but not whom somebody plays for',
      'He left the Northern League for the Orvane Eagles then.',
      ['Northern League', 'Orvane Eagles'],
      ['Northern League', 'Orvane Eagles'],
    ],
  ])('joins %s', (_name, text, names, found) => {
    const mentions = names.map((name) => ({
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
      kind: 'ORG' as const,
      confidence: 0.9,
    }));
    expect(mendMentions(text, mentions).map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
  it('joins the parts of a place that a small word parts', () => {
    const text = 'It rained in Bosnia and Herzegovina, Oslo and Paris.';
    const mentions = ['Bosnia', 'Herzegovina', 'Oslo', 'Paris'].map((name) => ({
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
      kind: 'LOC' as const,
      confidence: 0.9,
    }));
    expect(mendMentions(text, mentions).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Bosnia and Herzegovina',
      'Oslo',
      'Paris',
    ]);
  });
});
