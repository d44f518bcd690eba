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
};
