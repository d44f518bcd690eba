import { listedKind } from '../gazetteer/listed-names.ts';
import { placesNamed } from '../gazetteer/places.ts';
import { wordList } from '../gazetteer/word-list.ts';
import { hashText } from './hash-text.ts';
import { longestKnown, readWords, type Word } from './known-in-words.ts';
import { mayBeHashOfName } from './may-be-name.ts';
import { organisationsInLatin } from './organisations-in-latin.ts';
import { pickSpans } from './pick-spans.ts';
import { person, spreadPeople } from './spread-people.ts';
import { sure } from './sureness.ts';
import type { Mention } from './mention.ts';

/** Forms of address and offices that stand before the name of a person. */
const roles = wordList(
  'श्री श्रीमती सुश्री प्रधानमंत्री मुख्यमंत्री उपमुख्यमंत्री राष्ट्रपति उपराष्ट्रपति राज्यपाल मंत्री गृहमंत्री वित्तमंत्री रक्षामंत्री नेता सांसद विधायक अध्यक्ष सचिव निदेशक निर्देशक अभिनेता अभिनेत्री गायक गायिका कप्तान कोच बल्लेबाज गेंदबाज डॉ डॉक्टर प्रोफेसर जस्टिस न्यायमूर्ति न्यायाधीश अधिवक्ता वकील पत्रकार प्रवक्ता महासचिव महंत संत स्वामी आचार्य कलाकार प्रोड्यूसर निर्माता डायरेक्टर राइटर लेखक कवि खिलाड़ी जिलाधिकारी डीएम एसपी कलेक्टर इंस्पेक्टर मेयर महापौर सरपंच',
);
/** Family names, and second parts of names. */
const families = wordList(
  'सिंह कुमार कुमारी शर्मा वर्मा गुप्ता यादव खान गांधी मोदी शाह पटेल तिवारी त्रिपाठी त्रिवेदी चतुर्वेदी द्विवेदी मिश्रा मिश्र पांडे पांडेय पाण्डेय ठाकुर चोपड़ा कपूर रॉय राय भूषण राउत चौधरी चौहान राठौर राजपूत जैन अग्रवाल गोयल बंसल मित्तल सिंघल अरोड़ा मल्होत्रा खन्ना भाटिया सेठी सहगल बनर्जी चटर्जी मुखर्जी दास बोस घोष सेन दत्ता नायर मेनन पिल्लई रेड्डी राव नायडू शेट्टी गौड़ा पवार ठाकरे शिंदे फडणवीस देशमुख पाटिल कुलकर्णी जोशी देसाई मेहता पारेख अंसारी अहमद हुसैन अली शेख सिद्दीकी कुरैशी ओवैसी गडकरी सीतारमण जयशंकर केजरीवाल सिसोदिया बघेल गहलोत पायलट खड़गे सोरेन मांझी पासवान मौर्य राजभर निषाद बिष्ट रावत नेगी धामी भट्ट पंत कोहली धवन पांड्या बुमराह शमी जडेजा अय्यर गावस्कर तेंदुलकर धोनी बच्चन देवगन रोशन धनखड़ मुर्मू कोविंद नड्डा सिब्बल थरूर चिदंबरम सिंधिया',
);
/** What the names of Muslims begin with. */
const firstParts = wordList('मोहम्मद मुहम्मद सैयद शेख मौलाना');
/** Words that are no part of a name. */
const small = wordList(
  'के का की को में से पर ने और या एवं तथा भी ही तो यह वह इस उस इन उन जो कि है हैं था थे थी हो होने कर करने किया की गई गया गए लिए साथ बाद पहले अब आज कल जब तब यहां वहां नहीं न मत एक दो तीन चार पांच कई सभी कुछ अपने अपनी अपना उनके उनकी उनका इसके इसकी इनके हम आप मैं वे ये बता बताया कहा कहते मुलाकात दौरान ओर तक द्वारा वाले वाली वाला रहे रहा रही पूर्व नए नई पार्टी सरकार राज्य देश केंद्रीय जिला प्रदेश भारतीय राष्ट्रीय पुलिस कोर्ट टीम मैच फिल्म लोगों लोग अधिकारी मंत्री मंत्रालय विभाग बेटा बेटे बेटी पुत्र पुत्री पत्नी पति निवासी गांव घर जी साहब',
);

/** What shows the case of a name behind it. */
const cases = wordList('ने को एवं और तथा व');

/** Names that belong to a place or an organisation by their last word, and the words before them. */
const organisationHeads = wordList('मंत्रालय विश्वविद्यालय यूनिवर्सिटी');

/** Towns that nobody is called after. */
const greatTowns = wordList('दिल्ली मुंबई कोलकाता चेन्नई बेंगलुरु हैदराबाद लखनऊ पटना भोपाल लंदन');

/** Words behind the place of a club: पंजाब किंग्स. */
const clubs = wordList(
  'किंग्स इंडियंस कैपिटल्स रॉयल्स टाइटंस सनराइजर्स वॉरियर्स जायंट्स पैंथर्स पलटन बुल्स स्टीलर्स यूनाइटेड एफसी सिटी रेंजर्स स्ट्राइकर्स हरिकेन्स',
);

const isName = (word: Word | undefined): word is Word =>
  word !== undefined &&
  word.text.length > 1 &&
  !small.has(word.text) &&
  /^\p{Script=Devanagari}/u.test(word.text) &&
  !/^\p{Nd}/u.test(word.text);

function kindOf(name: string): 'LOC' | 'ORG' | undefined {
  const hash = hashText(name);
  const listed = listedKind(name, 'hi', hash);
  if (listed !== undefined) return listed;
  if (!mayBeHashOfName(hash) || name.length < 4 || small.has(name) || families.has(name)) return undefined;
  return placesNamed(name).some(({ population }) => population >= 200_000) ? 'LOC' : undefined;
}

/**
 * Whether a word may be somebody's first name before a family name: no name that a list has but that of a town, whose
 * case would stand between: भुवनेश्वर कुमार.
 */
const isFirstName = (word: string): boolean =>
  kindOf(word) === undefined ||
  (listedKind(word, 'hi') === undefined &&
    !greatTowns.has(word) &&
    placesNamed(word).every(({ kind }) => kind === 'town'));

/**
 * Names in Hindi: people by the office before them and by family names, and the longest names of the
 * gazetteers.
 */
export function namesInHindi(text: string): Mention[] {
  const all = readWords(text, /[\p{L}\p{M}\p{Nd}-]{1,40}/gu);
  const joined = (at: number): boolean =>
    /^\.? $/u.test(text.slice(all[at - 1]?.end ?? 0, all[at]?.start ?? 0));
  const search = {
    text,
    words: all,
    most: 4,
    joined: () => true,
    skips: () => [0],
    kindOf: (name: string) => kindOf(name.replace(/\s+/g, ' ')),
  };
  const people: Mention[] = [];
  const known: Mention[] = [];
  const add = (from: number, to: number): void => {
    const first = all[from];
    const last = all[to - 1];
    if (first !== undefined && last !== undefined) people.push(person(first.start, last.end));
  };
  // A third word is of the name where the case follows at once: डॉ गणेश शंकर श्रीवास्तव ने.
  const isThird = (at: number): boolean => {
    const word = all[at];
    return (
      joined(at) &&
      joined(at + 1) &&
      isName(word) &&
      !roles.has(word.text) &&
      !organisationHeads.has(word.text) &&
      kindOf(word.text) === undefined &&
      cases.has(all[at + 1]?.text ?? '')
    );
  };
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at];
    if (word === undefined) break;
    const name = longestKnown(search, at);
    const club = name?.mention.kind === 'LOC' && joined(name.to) ? all[name.to] : undefined;
    if (name !== undefined && clubs.has(club?.text ?? ''))
      known.push({
        ...name.mention,
        end: club?.end ?? name.mention.end,
        kind: 'ORG',
        confidence: sure.headWord,
      });
    else if (name !== undefined)
      known.push({ ...name.mention, confidence: name.to - at > 1 ? sure.gazetteer : sure.shortName });
    const isFamily = families.has(word.text) && at > 0 && joined(at);
    const before = all[at - 1];
    if (isFamily && isName(before) && !roles.has(before.text) && isFirstName(before.text)) {
      const more = all[at - 2];
      const isMiddle =
        families.has(before.text) && at > 1 && joined(at - 1) && isName(more) && !roles.has(more.text);
      add(isMiddle ? at - 2 : at - 1, at + 1);
    }
    // An office and two words that are no small words: one word may be an adjective.
    if (roles.has(word.text) && joined(at + 1) && joined(at + 2)) {
      const [first, second] = [all[at + 1], all[at + 2]];
      if (
        isName(first) &&
        isName(second) &&
        !roles.has(first.text) &&
        !roles.has(second.text) &&
        kindOf(first.text) === undefined &&
        !organisationHeads.has(second.text)
      )
        add(at + 1, at + 3 + Number(!families.has(second.text) && isThird(at + 3)));
    }
    if (firstParts.has(word.text)) {
      let to = at + 1;
      while (to < at + 4 && joined(to) && isName(all[to]) && kindOf(all[to]?.text ?? '') === undefined)
        to += 1;
      if (to > at + 1) add(at, to);
    }
  }
  return pickSpans(text, [
    ...known.filter(({ start, end }) => text.slice(start, end).includes(' ')),
    ...spreadPeople(text, people),
    ...known,
    ...organisationsInLatin(text),
  ]);
}
