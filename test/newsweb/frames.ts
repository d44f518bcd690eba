import type { Language } from './vocabulary.ts';

/** What stands round the articles of one language, as HTML. */
export interface Frame {
  readonly editions: string;
  readonly navigation: string;
  readonly home: string;
  readonly section: string;
  readonly by: string;
  readonly share: string;
  readonly credit: string;
  readonly bio: string;
  readonly disclaimer: string;
  readonly contact: string;
  readonly mostRead: string;
  readonly popular: string;
  readonly top: string;
  readonly licence: string;
}

function links(...titles: readonly string[]): string {
  return `<ul>${titles.map((title) => `<li><a href="/">${title}</a></li>`).join('')}</ul>`;
}

const editions = links('English', 'Deutsch', '中文', '한국어', 'العربية');

/** The frame of each language of the news web. */
export const frames: Readonly<Record<Language, Frame>> = {
  en: {
    editions,
    navigation: links('News', 'Sport', 'Culture'),
    home: 'Home',
    section: 'Region',
    by: 'By',
    share: 'Share this story',
    credit: 'PHOTO: HARBOUR PICTURES/R. TOLLEY',
    bio: 'The writer has reported from the coast for many years and lives with two cats.',
    disclaimer: 'The views expressed in comments are those of their authors alone.',
    contact: 'Write to us: desk@paper.example',
    mostRead: 'Most viewed in 24 hours',
    popular: links('Gulls steal the mayor’s lunch', 'Ten ways to boil an egg at sea', 'Crossword answers'),
    top: 'Back to top',
    licence: '© 2026 Newsweb Press Ltd. Registered No. 0417220. Licence NW-118.',
  },
  de: {
    editions,
    navigation: links('Nachrichten', 'Sport', 'Kultur'),
    home: 'Startseite',
    section: 'Region',
    by: 'Von',
    share: 'Artikel teilen',
    credit: 'FOTO: HAFENBILD/R. TJADEN',
    bio: 'Die Autorin berichtet seit Jahren von der Küste und lebt mit zwei Katzen.',
    disclaimer: 'Kommentare geben allein die Meinung ihrer Verfasser wieder.',
    contact: 'Schreiben Sie uns: redaktion@paper.example',
    mostRead: 'Meistgelesen in 24 Stunden',
    popular: links(
      'Möwen stehlen das Mittagessen',
      'Zehn Arten, ein Ei zu kochen',
      'Rätsellösung von gestern',
    ),
    top: 'Nach oben',
    licence: '© 2026 Newsweb Verlag GmbH, HRB 41722, Lizenz NW-118. Alle Rechte vorbehalten.',
  },
  zh: {
    editions,
    navigation: links('新闻', '体育', '文化'),
    home: '首页',
    section: '地方',
    by: '记者',
    share: '分享到微信',
    credit: '摄影:港湾图片社',
    bio: '本文作者多年来从事沿海报道，家中有两只猫。',
    disclaimer: '免责声明：评论仅代表作者个人观点。',
    contact: '投稿邮箱 desk@paper.example',
    mostRead: '24小时点击排行',
    popular: links('海鸥偷走了镇长的午饭', '在船上煮鸡蛋的十种方法', '昨日填字游戏答案'),
    top: '返回顶部',
    licence: '版权所有 ©2026 新闻网 许可证编号00417220',
  },
  ko: {
    editions,
    navigation: links('뉴스', '스포츠', '문화'),
    home: '홈',
    section: '지역',
    by: '기자',
    share: '공유하기',
    credit: '사진=항구사진',
    bio: '기자는 오랫동안 바닷가를 취재했으며 고양이 두 마리와 산다.',
    disclaimer: '댓글은 작성자 개인의 의견입니다.',
    contact: '제보 desk@paper.example',
    mostRead: '24시간 많이 본 뉴스',
    popular: links('갈매기가 군수의 점심을 훔치다', '배에서 달걀 삶는 열 가지 방법', '어제의 낱말 퍼즐 정답'),
    top: '맨 위로',
    licence: 'Copyright ⓒ 2026 뉴스웹. 무단 전재 및 재배포 금지. 등록번호 00417220',
  },
  ar: {
    editions,
    navigation: links('أخبار', 'رياضة', 'ثقافة'),
    home: 'الرئيسية',
    section: 'محليات',
    by: 'بقلم',
    share: 'مشاركة المقال',
    credit: 'تصوير: صور المرفأ',
    bio: 'يكتب المحرر عن الساحل منذ سنوات ويعيش مع قطتين.',
    disclaimer: 'التعليقات تعبر عن آراء أصحابها وحدهم.',
    contact: 'راسلونا: desk@paper.example',
    mostRead: 'الأكثر قراءة خلال ٢٤ ساعة',
    popular: links('النوارس تسرق غداء العمدة', 'عشر طرق لسلق بيضة في البحر', 'حل الكلمات المتقاطعة'),
    top: 'العودة إلى الأعلى',
    licence: 'جميع الحقوق محفوظة © 2026 شبكة الأخبار، ترخيص رقم 0417220',
  },
};
