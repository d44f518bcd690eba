/**
 * What the console says in Arabic of causes and remedies: the closed lists of the contracts, by their English
 * sentences. Terms as in ar.ts.
 */
export const arCauses: Readonly<Record<string, string>> = {
  // Why an item is not in the library
  'The page lists other pages; it is not an article.': 'الصفحة قائمة بصفحات أخرى وليست مقالًا.',
  'The page is mainly pictures.': 'الصفحة صور في معظمها.',
  'The page is mainly a video.': 'الصفحة مقطع فيديو في معظمها.',
  'The page says that something was not found or failed, although it answered 200.':
    'تقول الصفحة إن شيئًا لم يُعثر عليه أو فشل، مع أنها ردت بالرمز 200.',
  'The page asks for a login.': 'تطلب الصفحة تسجيل الدخول.',
  'The page asks for consent before it shows anything.': 'تطلب الصفحة الموافقة قبل أن تعرض أي شيء.',
  'A guard against robots (Cloudflare, DataDome, Akamai ...) answered in the place of the page.':
    'رد حاجز ضد الروبوتات بدلًا من الصفحة (Cloudflare وDataDome وAkamai وغيرها).',
  'The page shows nothing unless its scripts run.': 'لا تعرض الصفحة شيئًا ما لم تعمل نصوصها البرمجية.',
  'The page only leads to another one, in a way that is not followed.':
    'لا تفعل الصفحة سوى الإحالة إلى صفحة أخرى بطريقة لا تُتبع.',
  'The name of the site is parked or for sale.': 'اسم الموقع محجوز بلا محتوى أو معروض للبيع.',
  'The page has content, but no article (forum, product, listing).':
    'في الصفحة محتوى لكنه ليس مقالًا (منتدى أو منتج أو قائمة).',
  'The page has no text.': 'لا نص في الصفحة.',
  'The answer is not a web page (PDF, image, audio).': 'الرد ليس صفحة ويب (PDF أو صورة أو صوت).',
  'robots.txt does not allow this address.': 'لا يسمح robots.txt بهذا العنوان.',
  'The page or its headers say noindex or none.': 'تقول الصفحة أو ترويساتها noindex أو none.',
  'Another address leads to the same article.': 'عنوان آخر يؤدي إلى المقال نفسه.',
  'The archived answer is not a page: its status is not 200, or the record is cut off, broken or too large.':
    'الرد المؤرشف ليس صفحة: رمزه ليس 200، أو السجل مبتور أو تالف أو أكبر من اللازم.',
  'The article was taken down; newsmill takedown --lift allows it again.':
    'حُجب المقال؛ ويسمح به من جديد الأمر newsmill takedown --lift.',
  'Somebody discarded its dead letter; the detail says who and why.':
    'استبعد شخصٌ رسالته المتعثرة؛ وتذكر التفاصيل من هو ولماذا.',
  'The retention time of the article is over (retention in its source file, NEWSMILL_RETENTION), or the time that its publisher set (unavailable_after).':
    'انتهت مدة الاحتفاظ بالمقال (retention في ملف مصدره أو NEWSMILL_RETENTION) أو المدة التي حددها ناشره (unavailable_after).',
  'The source is no longer configured.': 'لم يعد المصدر معدًّا.',
  'A rule of its source file leaves it out (include, exclude); the detail names the rule.':
    'تستبعده قاعدة في ملف مصدره (include أو exclude)؛ وتسمي التفاصيل القاعدة.',
  'The layout of its source is broken, so the article of an earlier visit stays (see States of sources).':
    'تصميم صفحات المصدر مختل، لذلك يبقى المقال من زيارة سابقة (انظر States of sources).',
  'The article is made of its feed entry alone (feedOnly, or an entry that names no page), and there is no text of it that may be used; the detail says why.':
    'المقال مأخوذ من مدخل الخلاصة وحده (feedOnly أو مدخل لا يذكر صفحة)، ولا نص منه يجوز استعماله؛ وتذكر التفاصيل السبب.',
  // Why an entry becomes no item
  'The link of the entry is no address of the web (file:, javascript:, mailto:, data: and the like).':
    'رابط المدخل ليس عنوان ويب (file: أو javascript: أو mailto: أو data: وما شابه).',
  'The link of the entry cannot be read as an address, or is longer than 4,096 characters.':
    'لا يمكن قراءة رابط المدخل عنوانًا، أو أنه أطول من 4,096 حرفًا.',
  'The entry names no page, and carries no text of which an article could be made.':
    'لا يذكر المدخل صفحة، ولا يحمل نصًا يصلح مقالًا.',
  // Why a message is a dead letter
  'The message does not fit its schema, or is not as it was written.':
    'الرسالة لا تطابق مخططها، أو ليست كما كُتبت.',
  'The message was written by a newer major version.': 'كتب الرسالةَ إصدارٌ رئيسي أحدث.',
  'The page cannot be read.': 'لا يمكن قراءة الصفحة.',
  'The archived page that the message refers to is not there, or is damaged.':
    'الصفحة المؤرشفة التي تشير إليها الرسالة غير موجودة أو تالفة.',
  'Reading the page took more CPU time than its budget, or more memory than a thread has.':
    'استغرقت قراءة الصفحة من وقت المعالج أكثر من المسموح، أو ذاكرة أكبر مما لدى الخيط.',
  'What an extension sent back cannot be used; the detail names the extension and what to change. The article went on without its facts; a replay sends it to the extension again.':
    'ما أعادته إحدى الإضافات لا يصلح للاستعمال؛ وتسمي التفاصيل الإضافة وما ينبغي تغييره. مضى المقال من دون حقائقها؛ وإعادة التشغيل ترسله إلى الإضافة من جديد.',
  'Page after page of its source took too much time, so this one was not read; it has waited several times.':
    'استغرقت صفحات المصدر واحدة تلو الأخرى وقتًا أطول من اللازم، فلم تُقرأ هذه؛ وقد انتظرت مرات عدة.',
  'The library refused the document.': 'رفضت المكتبة المستند.',
  'The library has another text for the same version of this article; the detail names both content hashes.':
    'لدى المكتبة نص آخر للإصدار نفسه من هذا المقال؛ وتذكر التفاصيل بصمتي المحتوى.',
  'The address is private or otherwise not allowed.': 'العنوان خاص أو غير مسموح به لسبب آخر.',
  'The answer, or what was made of it, is larger than the limit.': 'الرد أو ما نتج عنه أكبر من الحد.',
  'The address redirects in a loop or too often.': 'يعيد العنوان التوجيه في حلقة أو مرات كثيرة.',
  'The address cannot be parsed or has a scheme other than http and https.':
    'لا يمكن تحليل العنوان، أو أن بروتوكوله غير http وhttps.',
  'The server answered with a status that a retry will not change.': 'رد الخادم برمز لن تغيّره محاولة أخرى.',
  'Every try failed; the last error is in the dead letter.':
    'فشلت كل المحاولات؛ والخطأ الأخير في الرسالة المتعثرة.',
  // What happens next to an item
  'Nothing; the item is finished.': 'لا شيء؛ انتهى العنصر.',
  'The page is requested again, in case it has changed.': 'تُطلب الصفحة من جديد تحسبًا لتغيّرها.',
  'It is being fetched now, or is about to be.': 'يجري جلبها الآن أو يوشك أن يبدأ.',
  'It is fetched when its turn comes: one page at a time from each host.':
    'تُجلب حين يأتي دورها: صفحة واحدة في كل مرة من كل مضيف.',
  'Nothing by itself. Remove the cause, then replay the dead letter.':
    'لا شيء تلقائيًا. أزل السبب ثم أعد تشغيل الرسالة المتعثرة.',
  // What to do about a warning
  'Start one': 'تشغيل واحدة',
  'See what waits': 'عرض ما ينتظر',
  'See what fills up': 'عرض ما يوشك أن يمتلئ',
  'See the processes': 'عرض العمليات',
  'See which': 'عرض أيها',
  'See which, and why': 'عرض أيها ولماذا',
  'See why, and try again': 'عرض السبب والمحاولة من جديد',
  'See which, and ask for them again': 'عرضها وطلبها من جديد',
  'See what is in it, and make another': 'عرض ما فيها وإنشاء أخرى',
  // Why a channel does not come, and what can be done
  'A page that tests for browsers, or turns robots away, came instead of the content.':
    'جاءت بدلًا من المحتوى صفحة تختبر المتصفحات أو ترد الروبوتات.',
  'Ask the publisher to let this crawler through, by its user agent or the address of this machine, or use another channel of theirs.':
    'اطلب من الناشر السماح لهذا الزاحف بالمرور، بحسب وكيل المستخدم أو عنوان هذا الجهاز، أو استعمل قناة أخرى لديه.',
  'The server refuses our user agent (NEWSMILL_USER_AGENT), and answers another one.':
    'يرفض الخادم وكيل المستخدم لدينا (NEWSMILL_USER_AGENT) ويرد على غيره.',
  'Ask the publisher (robots.txt, imprint or `webmaster@` of the domain) to allow that user agent, and name in it a page about your crawler.':
    'اطلب من الناشر (robots.txt أو بيانات الموقع أو `webmaster@` في نطاقه) السماح بوكيل المستخدم هذا، واذكر فيه صفحة عن زاحفك.',
  'The server refuses access.': 'يرفض الخادم الوصول.',
  'Run `newsmill sources doctor ID` to see whether it is the user agent; else ask the publisher whether this machine may read it.':
    'شغّل `newsmill sources doctor ID` لمعرفة ما إذا كان السبب وكيل المستخدم؛ وإلا فاسأل الناشر هل يجوز لهذا الجهاز القراءة.',
  'The server asks for a login.': 'يطلب الخادم تسجيل الدخول.',
  'Put the access that you have into headers of the source file, or use a public channel of the publisher.':
    'ضع بيانات الوصول التي لديك تحت headers في ملف المصدر، أو استعمل قناة عامة للناشر.',
  'The server asks for payment.': 'يطلب الخادم الدفع.',
  'Arrange access with the publisher and put it into headers of the source file, or use another channel.':
    'اتفق مع الناشر على الوصول وضع بياناته تحت headers في ملف المصدر، أو استعمل قناة أخرى.',
  'A page that asks for consent came instead of the content.': 'جاءت بدلًا من المحتوى صفحة تطلب الموافقة.',
  'Use a channel of the publisher that needs no consent; ask for one where there is none.':
    'استعمل قناة للناشر لا تحتاج إلى موافقة؛ واطلب واحدة إن لم توجد.',
  'Use a channel that robots.txt allows, or get permission of the publisher and then set robots: ignore in the source file.':
    'استعمل قناة يسمح بها robots.txt، أو احصل على إذن الناشر ثم اضبط robots: ignore في ملف المصدر.',
  'The server asks for a pause; all hosts of its domain wait together.':
    'يطلب الخادم مهلة؛ وتنتظر كل مضيفات نطاقه معًا.',
  'Nothing: the mill waits that long. If it comes back often, lengthen limits.delay and give the channel an interval.':
    'لا شيء: ينتظر النظام تلك المدة. فإن تكرر ذلك كثيرًا فزد limits.delay وحدد للقناة فترة.',
  'The server says that nothing is here any more, for good.': 'يقول الخادم إنه لم يعد هنا شيء نهائيًا.',
  'Look for its new address with `newsmill sources add URL --dry-run` and change url in the source file.':
    'ابحث عن عنوانه الجديد بالأمر `newsmill sources add URL --dry-run` وغيّر url في ملف المصدر.',
  'The server has nothing at this address.': 'ليس لدى الخادم شيء في هذا العنوان.',
  'The domain is parked: a page for its sale or with advertisements stands there.':
    'النطاق محجوز بلا محتوى: توجد فيه صفحة لبيعه أو للإعلانات.',
  'Find out where the publication went and change url in the source file, or switch the source off (enabled: false).':
    'اعرف إلى أين انتقلت الصحيفة وغيّر url في ملف المصدر، أو أوقف المصدر (enabled: false).',
  'A web page came instead of a feed.': 'جاءت صفحة ويب بدلًا من خلاصة.',
  'Change url in the source file to a feed: one that the page names, or one that `newsmill sources add URL --dry-run` finds from the front page.':
    'غيّر url في ملف المصدر إلى خلاصة: تذكرها الصفحة، أو يجدها `newsmill sources add URL --dry-run` من الصفحة الأولى.',
  'What came cannot be read as a channel of this kind.': 'لا يمكن قراءة ما جاء قناةً من هذا النوع.',
  'Look at the address in a browser: correct url or kind in the source file, or tell the publisher that the file is broken.':
    'افتح العنوان في متصفح: صحّح url أو kind في ملف المصدر، أو أخبر الناشر بأن الملف تالف.',
  'The address is not a public one, and the source does not name it as allowed.':
    'العنوان ليس عامًا، والمصدر لا يذكره مسموحًا به.',
  'If you trust that server, add it to allowPrivate in the source file; else correct url.':
    'إن كنت تثق بهذا الخادم فأضفه إلى allowPrivate في ملف المصدر؛ وإلا فصحّح url.',
  'The request cannot be sent as the source file describes it.': 'لا يمكن إرسال الطلب كما يصفه ملف المصدر.',
  'Correct url and headers in the source file; `newsmill validate` checks them.':
    'صحّح url وheaders في ملف المصدر؛ ويتحقق منهما `newsmill validate`.',
  'The address redirects in a loop, or too often.': 'يعيد العنوان التوجيه في حلقة أو مرات كثيرة.',
  'The answer is larger than the limit.': 'الرد أكبر من الحد.',
  'Raise limits.maxBytes in the source file if you trust it, or use a smaller channel of the publisher.':
    'ارفع limits.maxBytes في ملف المصدر إن كنت تثق به، أو استعمل قناة أصغر للناشر.',
  'The certificate of the server has expired, or is not valid yet.':
    'انتهت صلاحية شهادة الخادم أو لم تبدأ بعد.',
  'Check the clock of this machine; if it is right, tell the publisher. The mill goes on trying.':
    'تحقق من ساعة هذا الجهاز؛ فإن كانت صحيحة فأخبر الناشر. ويواصل النظام المحاولة.',
  'The certificate of the server is for other names.': 'شهادة الخادم لأسماء أخرى.',
  'Correct the host name in url (often with or without www), or tell the publisher.':
    'صحّح اسم المضيف في url (كثيرًا ما يكون الفرق www)، أو أخبر الناشر.',
  'The certificate of the server is signed by itself, not by an authority that this machine knows.':
    'شهادة الخادم موقعة منه نفسه لا من جهة يعرفها هذا الجهاز.',
  'Tell the publisher; for a server of your own, give Node.js its authority with NODE_EXTRA_CA_CERTS.':
    'أخبر الناشر؛ وإن كان الخادم لك فعرّف Node.js بجهة التوثيق عبر NODE_EXTRA_CA_CERTS.',
  'The certificate of the server cannot be traced to an authority that this machine knows.':
    'لا تعود شهادة الخادم إلى جهة يعرفها هذا الجهاز.',
  'Tell the publisher that the chain is incomplete; behind a proxy of your own, set NODE_EXTRA_CA_CERTS.':
    'أخبر الناشر بأن سلسلة الشهادات ناقصة؛ وخلف وكيل (proxy) تملكه اضبط NODE_EXTRA_CA_CERTS.',
  'The server does not speak TLS at this port.': 'لا يستعمل الخادم TLS على هذا المنفذ.',
  'Correct url in the source file: http instead of https, or another port. If it was right before, tell the publisher.':
    'صحّح url في ملف المصدر: http بدلًا من https، أو منفذ آخر. وإن كان صحيحًا من قبل فأخبر الناشر.',
  'No encrypted connection could be agreed on with the server.': 'تعذّر الاتفاق مع الخادم على اتصال مشفر.',
  'Tell the publisher; the mill goes on trying, and takes it up again by itself.':
    'أخبر الناشر؛ ويواصل النظام المحاولة ويستأنف تلقائيًا.',
  'There is no such host name.': 'لا وجود لهذا المضيف.',
  'Check the spelling of url; if it was right before, the domain may have ended, or this machine has no network.':
    'تحقق من كتابة url؛ وإن كان صحيحًا من قبل فلعل النطاق انتهى، أو ليس لهذا الجهاز شبكة.',
  'The host name exists, but has no address.': 'اسم المضيف موجود لكن لا عنوان له.',
  'Check the spelling of url (often with or without www), or tell the publisher.':
    'تحقق من كتابة url (كثيرًا ما يكون الفرق www)، أو أخبر الناشر.',
  'The name servers gave no answer.': 'لم ترد خوادم الأسماء.',
  'Check the network and the name servers of this machine; the mill goes on trying by itself.':
    'تحقق من شبكة هذا الجهاز وخوادم الأسماء؛ ويواصل النظام المحاولة تلقائيًا.',
  'The server refuses connections.': 'يرفض الخادم الاتصالات.',
  'Check host and port in url; if they are right, the server is down, and the mill goes on trying.':
    'تحقق من المضيف والمنفذ في url؛ فإن كانا صحيحين فالخادم متوقف، ويواصل النظام المحاولة.',
  'No way leads to the server.': 'لا طريق يؤدي إلى الخادم.',
  'The server closed the connection before its answer was whole.': 'أغلق الخادم الاتصال قبل اكتمال رده.',
  'The server did not answer in time.': 'لم يرد الخادم في الوقت المحدد.',
  'Nothing at once: the mill goes on trying. If it is always slow, raise limits.timeout in the source file.':
    'لا شيء الآن: يواصل النظام المحاولة. فإن كان بطيئًا دائمًا فارفع limits.timeout في ملف المصدر.',
  'The server does not speak proper HTTP.': 'لا يستعمل الخادم HTTP كما ينبغي.',
  'robots.txt of the host could not be had, so nothing is asked there for now.':
    'تعذّر الحصول على robots.txt من المضيف، فلا يُطلب منه شيء الآن.',
  'The server has an error of its own.': 'في الخادم خطأ من عنده.',
  'The server answers with a status that brings no content.': 'يرد الخادم برمز لا يأتي بمحتوى.',
  'Look at the address in a browser and correct url in the source file.':
    'افتح العنوان في متصفح وصحّح url في ملف المصدر.',
  'The address redirects to another one for good (301, 308).':
    'يعيد العنوان التوجيه إلى غيره نهائيًا (301 أو 308).',
  'Change url in the source file; after a week the mill asks at the new address by itself.':
    'غيّر url في ملف المصدر؛ وبعد أسبوع يطلب النظام العنوان الجديد تلقائيًا.',
  'The channel can be read, and holds no entries.': 'يمكن قراءة القناة، ولا مداخل فيها.',
  'Look at it in a browser; `newsmill sources add URL --dry-run` with the front page looks for a channel that has entries.':
    'افتحها في متصفح؛ ويبحث `newsmill sources add URL --dry-run` مع الصفحة الأولى عن قناة فيها مداخل.',
  'The page came, and no article is made of it.': 'جاءت الصفحة ولم يُستخرج منها مقال.',
  'Run `newsmill extract URL` with other pages: where none gives an article, rules in the source file help.':
    'شغّل `newsmill extract URL` على صفحات أخرى: فإن لم يُستخرج مقال من أي منها أفادت قواعد في ملف المصدر.',
  'The publisher marks the page as one for subscribers, so a part of its text may be missing.':
    'يصف الناشر الصفحة بأنها للمشتركين، فقد يغيب جزء من نصها.',
  'Put the access that you have into headers of the source file; without it, the query `-paywalled:true` leaves such articles out of a search.':
    'ضع بيانات الوصول التي لديك تحت headers في ملف المصدر؛ ومن دونها يستبعد الاستعلام `-paywalled:true` هذه المقالات من البحث.',
  'The clock of the server is wrong, or that of this machine.': 'ساعة الخادم خاطئة أو ساعة هذا الجهاز.',
  'Check the clock of this machine (`date -u`); if it is right, tell the publisher: dates of articles may be wrong.':
    'تحقق من ساعة هذا الجهاز (`date -u`)؛ فإن كانت صحيحة فأخبر الناشر: فقد تكون تواريخ المقالات خاطئة.',
  'Entries are dated in the future.': 'المداخل مؤرخة في المستقبل.',
  'Check the clock of this machine (`date -u`); if it is right, tell the publisher.':
    'تحقق من ساعة هذا الجهاز (`date -u`)؛ فإن كانت صحيحة فأخبر الناشر.',
};
