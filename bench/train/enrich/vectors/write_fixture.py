"""Writes the pieces of a list of texts by the reference tokenizer, for the test of our own.   write_fixture.py MODEL_FOLDER OUT.json"""
import json
import sys

from tokenizers import Tokenizer

texts = [
    "The mayor of Eastmoor resigned on Monday.", "", "   ", "a", "Naïve café owners in São Paulo paid €3.50 — or US$4 — each.", "It's O'Neill's; don't ask.", "state-of-the-art e-mail addresses like someone@example.org",
    "東京の天気は晴れです。", "北京时间下午三点", "서울 항만 파업이 끝났다", "Москва и Київ", "العاصمة تستضيف القمة", "दिल्ली में बारिश", "กรุงเทพมหานคร", "Αθήνα, Ελλάδα", "ירושלים", "Ho Chi Minh City (Thành phố Hồ Chí Minh)",
    "tab\tand\nnewline\r\nand\u00a0no-break\u2003space", "zero\u200bwidth\u200djoiner and soft\u00adhyphen", "control\x00and\x07bell\ufffd", "emoji 😀 and 👩‍👩‍👧 family", "İstanbul and ŞIŞLI; straße, STRASSE, ﬁne ligature", "1,234,567.89 km² at 25°C ± 3%",
    "«guillemets» “curly” ‘single’ … ellipsis • bullet", "x" * 99, "y" * 100, "z" * 101, "antidisestablishmentarianism pseudopseudohypoparathyroidism", "http://news.example.com/a/b?c=d&e=f#g", "square [brackets] and [PADS]",
    "$$$ +++ <b>bold</b> `code` ^caret~ |pipe|", "ﾊﾝｶｸ カタカナ ひらがな", "e\u0301te\u0301 with combining marks, a\u030a", "\U00020000 rare ideograph \U0002b740", "Dr. Smith-Jones said: \"We've won!\" (laughs)", "ΣΊΣΥΦΟΣ final sigma", "Ⅷ roman ½ half ①", "don\u2019t can\u2019t", "under_score snake_case __init__",
]
tokenizer = Tokenizer.from_file(f"{sys.argv[1]}/tokenizer.json")
tokenizer.no_padding()
tokenizer.no_truncation()
rows = [{"text": text, "pieces": tokenizer.encode(text, add_special_tokens=False).tokens} for text in texts]
with open(sys.argv[2], "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")
