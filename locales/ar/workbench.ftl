# ما ينبغي أن يفعله المنسّق، والمحافظ، والقواعد التي يُقترح بها المنسّقون.
workbench-title = ما ينبغي فعله
workbench-lead = ما ينبغي التصرّف فيه، والإجراء إلى جانبه.
workbench-mine = ما يخصّني
workbench-all = الكل
workbench-see-all = عرض الكل
workbench-count = في هذه القائمة: { $many }
workbench-own = ما يخصّك:
workbench-none-own = لا تسمّيك أي قاعدة بعد ولا تتابع أي منظمة، لذلك ترى كل شيء هنا.
workbench-own-homelands = الوطن الأم: { $countries }
workbench-own-groups = { $count ->
    [zero] لا مجموعات
    [one] مجموعة واحدة
    [two] مجموعتان
    [few] { $count } مجموعات
    [many] { $count } مجموعة
   *[other] { $count } مجموعة
}
workbench-own-organizations = { $count ->
    [zero] لا منظمات في المحفظة ({ $count })
    [one] منظمة واحدة في المحفظة
    [two] منظمتان في المحفظة
    [few] { $count } منظمات في المحفظة
    [many] { $count } منظمة في المحفظة
   *[other] { $count } منظمة في المحفظة
}
workbench-suggested = { $count ->
    [zero] لا يقترح الرادار شيئًا ({ $count })
    [one] يقترح الرادار زوجًا واحدًا
    [two] يقترح الرادار زوجين
    [few] يقترح الرادار { $count } أزواج
    [many] يقترح الرادار { $count } زوجًا
   *[other] يقترح الرادار { $count } زوج
}
workbench-term-over = انتهت في { $until }
workbench-suggests = المقترح:
workbench-assign = تعيين { $name }
workbench-why-rule = بموجب قاعدة: { $ground }
workbench-why-nobody = لا قاعدة مناسبة
workbench-why-fewest = يتابع أقل عدد من المنظمات
workbench-act-unlinked = اربطها
workbench-act-needs = انظروا من يمكنه المساعدة، أو أشيروا إلى أنها لُبّيت
workbench-act-unled = ادعوا منظمة إلى قيادتها
workbench-carried = { $count ->
    [zero] لا تشارك أي منظمة
    [one] تشارك منظمة واحدة
    [two] تشارك منظمتان
    [few] تشارك { $count } منظمات
    [many] تشارك { $count } منظمة
   *[other] تشارك { $count } منظمة
}
workbench-lead-asked = دُعيت منظمة إلى قيادتها
work-unled = مبادرات لا يقودها أحد
workbench-act-seats = انظر من يمكن أن يشغل المنصب
workbench-act-terms = سلّم المنصب
workbench-act-unassigned = اختر غيره
work-unlinked = مبادرات غير مرتبطة بغيرها
work-needs = احتياجات لا يعرض أحد في البلد تلبيتها
work-seats = مقاعد لا يشغلها أحد
work-terms = ولايات توشك أن تنقضي
work-unassigned = منظمات لا يتابعها أحد
work-nothing = لا شيء ينتظر هنا.
coordinators-title = عبء العمل لدى المنسّقين
coordinators-lead = من يتابع أكثر المنظمات يأتي أولًا.
coordinators-portfolio = المحفظة
coordinators-portfolio-mine = محفظتي
coordinators-organizations = المنظمات
coordinators-by-rules = المنظمات بموجب القواعد
coordinators-by-rule = بموجب قاعدة
coordinators-flags = العلامات
coordinators-flags-open = اطّلع عليها
coordinators-cases = الملفات الجارية
coordinators-since = منذ
coordinators-none = لا منظمات في هذه المحفظة
assignment-rules-title = قواعد المنسّقين
assignment-rules-lead = تحدّد القاعدة من يتولّى منظمات بلد أو جالية أو مجموعة ما دام لا أحد يتابعها بالاسم. وتسري أدقّ قاعدة تنطبق: المجموعة قبل الجالية، والجالية قبل البلدان. وتقترح طاولة العمل الشخص نفسه، ومن بين عدّة أشخاص من يتابع أقلّ عدد من المنظمات.
assignment-rules-none = لا توجد قواعد. يُقترح من يتابع أقل عدد من المنظمات.
assignment-rule-ground = للمنظمات
assignment-rule-group = المجموعة: { $group }
assignment-rule-community = الجالية: { $community }
assignment-rule-host = البلد المضيف: { $country }
assignment-rule-homeland = الوطن الأم: { $country }
assignment-rule-new = إضافة قاعدة
assignment-rule-hint = اختر واحدًا من الأربعة أو ضيّق بأكثر من واحد
assignment-rule-of-homeland = الوطن الأم
assignment-rule-of-group = المجموعة
assignment-rule-no-matter = أيّ مجموعة
assignment-rule-community-hint = كما تكتبها المنظمات في استمارتها
assignment-rule-no-community = لا تذكر أي منظمة هذه الجالية. اكتبها كما تكتبها المنظمات
assignment-rule-no-group = لم تعد هذه المجموعة موجودة
assignment-rule-end = إنهاء
assignment-rule-empty = اختر بلدًا مضيفًا أو وطنًا أمًّا أو جالية أو مجموعة
assignment-rule-there = هذه القاعدة موجودة
flash-assignment-rule-made = أُضيفت القاعدة
flash-assignment-rule-ended = انتهت القاعدة. وتبقى التعيينات كما هي
