# المبادرات: ما تقوم به المنظمات.
initiatives-title = المبادرات
initiatives-caption = مبادرة
initiatives-count = { $count ->
    [zero] لا مبادرات
    [one] مبادرة واحدة
    [two] مبادرتان
    [few] { $count } مبادرات
    [many] { $count } مبادرة
   *[other] { $count } مبادرة
}
initiatives-new = إضافة مبادرة
initiatives-new-title = مبادرة جديدة
initiatives-new-lead = يراها مجلس التنسيق فورًا، ويراها الجميع عندما تنشرونها.
initiatives-search = البحث بالعنوان أو المدينة
initiatives-any-stage = أي مرحلة
initiatives-any-area = أي مجال
initiatives-any-country = أي بلد
initiatives-public-lead = ما تنجزه منظمات المهجر وما تخطط له وما تطلب العون فيه، بعد أن راجعه مجلس التنسيق.
initiatives-none-found = لا توجد مبادرة مطابقة
initiatives-show-all = عرض كل المبادرات
initiatives-empty = لا توجد مبادرات بعد
initiatives-empty-next = أضيفوا المبادرة الأولى مع المنظمة التي تقودها.
initiatives-unpublished = غير منشورة
initiatives-text = بلغتها الأساسية
initiatives-text-more = بلغة أخرى
initiatives-name = العنوان
initiatives-language = اللغة
initiatives-summary = ما تقوم به
initiatives-summary-hint = جملتان أو ثلاث، تصبح متاحة للجميع
initiatives-lead = الرقم في السجل للمنظمة التي ستقودها
initiatives-stage = المرحلة
initiatives-areas = مجالات العمل
initiatives-country = البلد الذي تجري فيه
initiatives-city = المدينة
initiatives-homeland = البلد الموجّهة إليه
initiatives-place = المكان
initiatives-starts = اليوم الأول
initiatives-ends = اليوم الأخير
initiatives-ends-before-start = اليوم الأخير يسبق اليوم الأول
initiatives-dates = التواريخ
initiatives-needs = ما لا تزال تحتاج إليه
initiatives-other-titles = بلغات أخرى
initiatives-create = إضافة المبادرة
initiatives-partners = المنظمات
initiatives-nobody = لا تشارك أي منظمة في هذه المبادرة حاليًا
initiatives-nobody-next = ادعوا أدناه منظمة برقمها في السجل.
initiatives-add = دعوة منظمة
initiatives-role = دورها في المبادرة
initiatives-remove = إنهاء المشاركة
initiatives-already-in = هذه المنظمة مشاركة في المبادرة بالفعل
initiatives-not-published = لا يرى هذه المبادرة حتى الآن سوى مجلس التنسيق.
initiatives-publish = نشر
initiatives-published-since = نُشرت في
flash-initiative-created = أُضيفت المبادرة وسُئلت المنظمة هل تقودها. انشروها عندما تصبح جاهزة
flash-initiative-published = نُشرت المبادرة
flash-initiative-partner-removed = لم تعد المنظمة مشاركة في المبادرة
initiatives-join = دعوة إلى مبادرة
initiatives-outcomes = ما تحقق منها
initiatives-outcomes-hint = النتائج حتى الآن، بالأرقام إن وُجدت، وتصبح متاحة للجميع
initiatives-hosts = أين تجري
initiatives-host-more = مكان آخر
initiatives-homelands = ما يعود به على الوطن
initiatives-homeland-more = منطقة أو بلد آخر
initiatives-region = المنطقة أو المدينة أو القرية
initiatives-benefit = ما تقدمه هناك، في جملة
initiatives-offers = ما يمكنها تقديمه لغيرها
initiatives-need-more = احتياج آخر
initiatives-offer-more = عرض آخر
initiatives-need-met = توفّر هذا
initiatives-offer-met = قُدّم هذا
initiatives-want-kind = النوع
initiatives-want-words = الوصف
initiatives-want-amount = الكمية
initiatives-want-amount-hint = مثلًا: 3000 EUR أو 40 مقعدًا أو مساءان في الأسبوع
initiatives-want-met = توفّر
initiatives-budget = الميزانية
initiatives-sum = المبلغ
initiatives-sum-hint = الكلفة كلها، مثلًا 12500
initiatives-currency = العملة
initiatives-bad-sum = اكتبوا المبلغ بالأرقام، مثلًا 12500.50
initiatives-language-twice = يوجد نص بهذه اللغة بالفعل
initiatives-untitled = مبادرة بلا عنوان
initiatives-propose = اقتراح مبادرة
initiatives-propose-title = مبادرتكم
initiatives-propose-lead = احفظوا متى شئتم. عند الإرسال ينظر فيها مجلس التنسيق فينشرها أو يكتب إليكم بما ينقصها.
initiatives-change-lead = يبقى المنشور كما هو إلى أن ينظر مجلس التنسيق في تعديلكم.
initiatives-returned-title = كتب مجلس التنسيق
initiatives-send = إرسال إلى مجلس التنسيق
initiatives-save = حفظ إلى وقت لاحق
initiatives-drop = التخلي عن هذا
initiatives-sent-lead = ينظر فيها مجلس التنسيق. لتغيير شيء استرجعوها أولًا.
initiatives-take-back = استرجاع
initiatives-team-lead = ما تقوم به منظمتكم وحدها أو مع غيرها، وما تودّ القيام به.
initiatives-under-way = لم يُنشر بعد
initiatives-carried = ما تشاركون فيه
initiatives-carried-none = لا شيء بعد.
initiatives-change = اقتراح تعديل
flash-initiative-begun = فُتح النموذج، ويُحفظ كما تركتموه عند كل ضغطة زر
flash-initiative-open = يوجد تعديل لهذه المبادرة قيد الإعداد
flash-initiative-saved = تم الحفظ
flash-initiative-sent = أصبحت المبادرة لدى مجلس التنسيق وسيكتب إليكم
flash-initiative-taken-back = عادت المبادرة إليكم، أو حُذفت إن كانت مجرد مسودة
flash-initiative-returned = أُعيدت المبادرة، وسيعلم كاتبها بذلك
proposal-stage-draft = مسودة
proposal-stage-sent = لدى مجلس التنسيق
proposal-stage-returned = أُعيدت
proposal-stage-published = منشورة
proposal-stage-dropped = أُلغيت
proposals-title = مبادرات للنظر فيها
proposals-lead = ما تودّ الفرق نشره. الأطول انتظارًا أولًا.
proposals-none = لا شيء ينتظر
proposals-none-next = عندما يرسل فريق مبادرة تظهر هنا.
proposals-since = أُرسلت
proposals-change = تعديل
proposals-changes = ما سيتغير
proposals-changes-none = لن يتغير شيء.
proposals-whole = كما ستُنشر
proposals-decide = اتخاذ القرار
proposals-answer = القرار
proposals-publish = نشرها
proposals-return = إعادتها
proposals-words = ما ينقصها
proposals-words-hint = يقرؤه الفريق، ولا بد منه عند الإعادة
proposals-confirm = تأكيد
proposals-waiting = { $count ->
    [zero] لا شيء للنظر فيه
    [one] واحدة للنظر فيها
    [two] اثنتان للنظر فيهما
    [few] { $count } للنظر فيها
    [many] { $count } للنظر فيها
   *[other] { $count } للنظر فيها
}
initiatives-correct = تغيير ما يُقال عنها
initiatives-correct-text = لا يقودها أي فريق علنًا، فيقول مجلس التنسيق ما هي. ويبقى ما قيل حتى الآن في سجلها التاريخي.
initiatives-correct-save = حفظ التغيير
initiatives-unpublish = السحب من الصفحات العامة
initiatives-unpublish-text = تختفي صفحتها العامة وصورها ومكانها في القوائم فورًا. ويتلقى المشاركون فيها رسالة بالسبب الذي تذكره.
flash-initiative-corrected = حُفظ التغيير
flash-initiative-unpublished = لم تعد المبادرة منشورة
