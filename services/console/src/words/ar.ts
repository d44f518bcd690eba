/**
 * What the console says in Arabic, by its English words, in the style of Arabic news desks: verbal nouns on
 * buttons, Latin digits. A number chooses among six forms: zero, one, two, few, many, other. Terms: source
 * مصدر, feed خلاصة, article مقال, story قصة, saved search بحث محفوظ, dead letter رسالة متعثرة, ledger السجل,
 * audit المراجعة, key مفتاح, scope صلاحية, to poll جلب, taken down محجوب, mill الطاحونة.
 */
// biome-ignore format: a table, read by its rows
export const ar: Readonly<Record<string, string>> = {
  // Frame
  'Search': 'البحث',
  'Today': 'اليوم',
  'Saved searches': 'عمليات البحث المحفوظة',
  'Sources': 'المصادر',
  'Ledger': 'السجل',
  'Dead letters': 'الرسائل المتعثرة',
  'Audit': 'المراجعة',
  'Processes': 'العمليات',
  'Try a feed': 'تجربة خلاصة',
  'Main': 'القائمة الرئيسية',
  'Dark': 'داكن',
  'Light': 'فاتح',
  'Skip to the content': 'الانتقال إلى المحتوى',
  'API description': 'وصف الواجهة البرمجية',
  'Problems': 'رسائل الخطأ',
  'Taken down': 'المحجوب',
  'Log in': 'تسجيل الدخول',
  'Logged in: {name}': 'مسجَّل الدخول: {name}',
  'Times are in UTC.': 'الأوقات بالتوقيت العالمي (UTC).',
  // Pieces
  'Copy': 'نسخ',
  'Copied': 'نُسخ',
  'unknown': 'غير معروف',
  'unknown date': 'تاريخ غير معروف',
  'unknown time': 'وقت غير معروف',
  'unknown language': 'لغة غير معروفة',
  'just now': 'الآن',
  'in less than a minute': 'بعد أقل من دقيقة',
  '{bytes:# byte|# bytes}': '{bytes:# بايت|بايت واحد|بايتان|# بايتات|# بايتًا|# بايت}',
  // Add many sources
  'would be added': 'سيُضاف',
  'added': 'أُضيف',
  'there already': 'موجود من قبل',
  'left out': 'تُرك',
  '{count:# channel|# channels}: {addresses}': '{count:لا قنوات|قناة واحدة|قناتان|# قنوات|# قناةً|# قناة}: {addresses}',
  '{count:# source|# sources} would be added': '{count:لن يُضاف أي مصدر|سيُضاف مصدر واحد|سيُضاف مصدران|ستُضاف # مصادر|سيُضاف # مصدرًا|سيُضاف # مصدر}',
  '{count:# source|# sources} added': '{count:لم يُضف أي مصدر|أُضيف مصدر واحد|أُضيف مصدران|أُضيفت # مصادر|أُضيف # مصدرًا|أُضيف # مصدر}',
  'The mill takes them up within seconds; <a>Sources</a> shows what arrives.': 'تعتمدها الطاحونة خلال ثوانٍ، وتُظهر صفحة <a>المصادر</a> ما يصل منها.',
  'line {line}, column {column}': 'السطر {line}، العمود {column}',
  'One address a line (home pages or feeds, at most 25), OPML of another reader, or a table in CSV with a column <code>url</code>': 'عنوان واحد في كل سطر (صفحات رئيسية أو خلاصات، 25 على الأكثر)، أو ملف OPML من قارئ آخر، أو جدول CSV فيه عمود <code>url</code>',
  'Take the text of a file': 'أخذ النص من ملف',
  'Private addresses': 'العناوين الخاصة',
  'Private addresses that this request and the new sources may reach, as host:port (empty: none)': 'العناوين الخاصة التي يجوز لهذا الطلب وللمصادر الجديدة الوصول إليها، بصيغة host:port (فارغ: لا شيء)',
  'Show what would be added': 'عرض ما سيُضاف',
  'Add them': 'إضافتها',
  'Add many sources': 'إضافة مصادر كثيرة',
  'Try one first': 'تجربة واحد أولًا',
  'What a source has already is left as it is. For addresses the publishers are asked what they offer, which takes up to a minute; for OPML and tables nobody is asked.': 'ما هو موجود في مصدر يبقى كما هو. عند إعطاء عناوين يُسأل الناشرون عما يقدمونه، وقد يستغرق ذلك دقيقة؛ أما مع OPML والجداول فلا يُسأل أحد.',
  '<a>Log in</a> with a key of the scope write or admin.': 'يلزم <a>تسجيل الدخول</a> بمفتاح صلاحيته write أو admin.',
};
