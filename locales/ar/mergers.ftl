# أي السجلات منظمة واحدة وأيها اثنتان.
merger-index-title = التكرار والدمج
merger-likely-title = لعلها المنظمة نفسها
merger-likely-none = لا شيء في السجل يشبه هذه المنظمة.
merger-different-title = قيل إنها مختلفة
merger-past-title = ما دُمج وفُصل من قبل
merger-with = رقم المنظمة الأخرى في السجل
merger-compare = المقارنة جنبًا إلى جنب
merger-mark-different = هما مختلفتان
merger-mark-unsure = لم يتضح بعد
merger-look-again = النظر فيها ثانية
merger-told-apart = قال أحد الزملاء إن هاتين منظمتان مختلفتان:
merger-all-the-same = هما منظمة واحدة مع ذلك
merger-all-the-same-missing = أكّد أنهما منظمة واحدة مع ذلك، أو اتركهما منفصلتين
merger-undone = أُلغي
merger-took-in = ضمّت
merger-gave-way = أفسحت المجال لـ
merger-split-off = فُصلت عنها
merger-split-from = فُصلت عن
likeness-verdict-unsure = لم يتضح بعد
flash-likeness-different = سُجّل أنهما مختلفتان، ولن تُسأل عن ذلك ثانية.
flash-likeness-unsure = تبقيان في القائمة: لم يتضح الأمر بعد.

merger-new-title = دمج منظمتين
merger-new-text = تستمر إحداهما برقمها، وتفسح الأخرى المجال لها: يقود رقمها وعناوينها إلى الباقية دائمًا. اختر لكل حقل أي قيمة تبقى. تُحفظ كل أسماء الاثنتين وأرقامهما، فيُعثر على كلتيهما.
merger-survivor = التي تستمر
merger-other = التي تفسح المجال أو فُصلت
merger-gives-way = التي تفسح المجال
merger-swap = لتستمر الأخرى بدلًا منها
merger-fields = حقلًا حقلًا
merger-field = الحقل
merger-keep = ما الذي يبقى
merger-same = تقولان الشيء نفسه
merger-all-stay = يُحفظ كل ما عند الاثنتين
merger-names-all-stay = تُحفظ كل الأسماء
merger-survivor-stays = كما هو
merger-goes-by-own = تُعرف باسمها
merger-goes-by-other = تُعرف باسم الأخرى
merger-both-about = كلاهما، وعند وجود نصّين بلغة واحدة يبقى نصها
merger-both-funding = كلاهما، وعند ذكر سنة واحدة مرتين يبقى ما قالته هي
keep-own = ما لها
keep-other = ما للأخرى
keep-both = كلاهما
merger-hidden-stays = ليس كل ما تقوله الأخرى متاحًا للجميع. يبقى المخفي تحت رقمها ولا ينتقل:
merger-seats-title = فريق التي تفسح المجال
merger-seats-nobody = لا يتولاها أحد.
merger-seats-text = لا يرى أحد من هذا الفريق أكثر مما كان يرى، إلا إذا منحته هنا مكانًا في فريق الباقية. ويواصلون قراءة ما كُتب تحت الرقم القديم. يكون المكان كدورهم الآن أو أقل.
merger-seats-no-owner = ليس للباقية مالك الآن.
merger-seat-none = بلا مكان
merger-seat-there = موجود في فريق الباقية، ويبقى على دوره فيه.
merger-seat-too-much = اختر دوره الآن أو أقل منه
merger-reason = السبب
merger-reason-hint = يقرؤه المجلس في السجل التاريخي للاثنتين.
merger-check = عرض ما سيحدث
merger-obstacles-title = ما يمنع ذلك
merger-obstacle-see = عرضه
merger-obstacle-same = هذا سجل واحد بعينه.
merger-obstacle-gave-way = أفسحت المنظمة { $number } المجال للمنظمة { $to } من قبل.
merger-obstacle-struck-off = شُطبت المنظمة { $number }، فلا يستمر أحد برقمها.
merger-obstacle-suspended = تسجيل المنظمة { $number } معلّق. ارفع التعليق أولًا.
merger-obstacle-countries = تعملان في بلدين مضيفين مختلفين وتتولاهما بعثتان مختلفتان. إن كان أحد البلدين خطأ فليُصحح أولًا.
merger-obstacle-open-case = هناك ملف مفتوح عن التي تفسح المجال: { $kind }، { $number }. اتخذ القرار فيه أولًا.
merger-obstacle-rescue = يطلب أحدهم أن يصير مالك المنظمة { $number }. اتخذ القرار في ذلك أولًا.
merger-obstacle-changed = تغيّرت إحداهما وأنت هنا. تعرض الصفحة ما هو قائم الآن: راجع إجاباتك وأرسلها ثانية.

merger-preview-title = ما الذي سيحدث
merger-preview-text = لم يحدث شيء بعد. هذا ما ينتج عن إجاباتك.
merger-says-title = ما ستقوله الباقية
merger-says-same = تقول ما كانت تقوله.
merger-moves-title = ما الذي ينتقل
merger-moves-none = لا تنتقل قيادات ولا مجموعات ولا مبادرات ولا منسّق.
merger-moves-leaders =
    { $count ->
        [zero] لا منصب لقيادي
        [one] منصب واحد لقيادي
        [two] منصبان لقياديين
        [few] { $count } مناصب لقياديين
        [many] { $count } منصبًا لقياديين
       *[other] { $count } منصب لقياديين
    }
merger-moves-group = المجموعة:
merger-moves-initiative = المبادرة:
merger-moves-coordinator = المنسّق:
merger-moves-ends = ينتهي، فعند الباقية مثله.
merger-moves-becomes = وتصبح الباقية منذئذ: { $role }.
merger-rows = الصفوف التي تتغير
merger-rows-part = ماذا
merger-rows-count = الصفوف
part-particulars = البيانات
part-team = الفريق
part-leaders = القيادات
part-groups = المجموعات
part-initiatives = المبادرات
part-coordinator = المنسّق
part-likenesses = التكرار المحتمل
part-papers = الملفات والأوراق
merger-stays-title = ما يبقى تحت الرقم القديم
merger-stays-text = كُتب تحت { $number }، ويواصل قراءته من كان يقرؤه ولا أحد غيرهم. ويظهر عند المجلس في صفحة الباقية.
merger-stays-cases =
    { $count ->
        [zero] لا ملفات
        [one] ملف واحد
        [two] ملفان
        [few] { $count } ملفات
        [many] { $count } ملفًا
       *[other] { $count } ملف
    }
merger-stays-documents =
    { $count ->
        [zero] لا وثائق
        [one] وثيقة واحدة
        [two] وثيقتان
        [few] { $count } وثائق
        [many] { $count } وثيقة
       *[other] { $count } وثيقة
    }
merger-stays-certificates =
    { $count ->
        [zero] لا شهادات
        [one] شهادة واحدة، تقول من الآن إن المنظمة دُمجت
        [two] شهادتان، تقولان من الآن إن المنظمة دُمجت
        [few] { $count } شهادات، تقول من الآن إن المنظمة دُمجت
        [many] { $count } شهادة، تقول من الآن إن المنظمة دُمجت
       *[other] { $count } شهادة، تقول من الآن إن المنظمة دُمجت
    }
merger-stays-history =
    { $count ->
        [zero] لا قيود في السجل التاريخي
        [one] قيد واحد في السجل التاريخي
        [two] قيدان في السجل التاريخي
        [few] { $count } قيود في السجل التاريخي
        [many] { $count } قيدًا في السجل التاريخي
       *[other] { $count } قيد في السجل التاريخي
    }
merger-stays-invitations =
    { $count ->
        [zero] لا دعوات تنتظر جوابًا
        [one] دعوة واحدة إلى مجموعة أو مبادرة تنتظر جوابًا. لم يعد أحد يجيب عنها: ادعُ الباقية.
        [two] دعوتان إلى مجموعات أو مبادرات تنتظران جوابًا. لم يعد أحد يجيب عنهما: ادعُ الباقية.
        [few] { $count } دعوات إلى مجموعات ومبادرات تنتظر جوابًا. لم يعد أحد يجيب عنها: ادعُ الباقية.
        [many] { $count } دعوة إلى مجموعات ومبادرات تنتظر جوابًا. لم يعد أحد يجيب عنها: ادعُ الباقية.
       *[other] { $count } دعوة إلى مجموعات ومبادرات تنتظر جوابًا. لم يعد أحد يجيب عنها: ادعُ الباقية.
    }
merger-sight-title = من يرى ماذا
merger-sight-public = الجميع: يقود { $other } إلى { $survivor }. تعرض الباقية ما كانت الاثنتان تعرضانه، ويبقى مخفيًا ما تخفيه إحداهما.
merger-sight-desk = المجلس والبعثة: ما كانا يريانه، معًا في صفحة { $survivor }.
merger-sight-own-team = فريق { $survivor }: لا شيء من ملفات { $other } وأوراقها وجهات اتصالها المخفية.
merger-sight-seat-none = { $name }: يواصل قراءة ما كُتب تحت { $other }، ولا يغيّر هناك شيئًا، ولا يُمنح مكانًا في فريق { $survivor }. تصله رسالة.
merger-sight-seat-given = { $name }: يواصل قراءة ما كُتب تحت { $other }، وينضم إلى فريق { $survivor } ({ $role }) ويرى كل ما يراه الفريق. تصله رسالة.
merger-sight-seat-there = { $name }: في الفريقين، ويرى ما كان يراه. تصله رسالة.
merger-confirm = دمجهما
flash-merged = صارتا منظمة واحدة.

merger-show-merged = صار سجلان سجلًا واحدًا
merger-show-split = صار سجل واحد سجلين
merger-by = من فعله
merger-at = متى
merger-undone-by = من ألغاه
merger-undone-at = متى أُلغي
merger-undone-reason = سبب الإلغاء
merger-undo-title = الإلغاء
merger-undo-merge-text = تعود الاثنتان كما كانتا تمامًا. لم يتغير منذئذ شيء مما انتقل.
merger-undo-split-text = يعود السجل القديم كما كان تمامًا، ويقود رقم الجديد إليه منذئذ.
merger-undo-reason = سبب الإلغاء
merger-undo-confirm = الإلغاء
flash-merger-undone = أُلغي ذلك.
merger-hindrances-title = لا يمكن إلغاؤه الآن
merger-hindrances-text = أعد هذه التغييرات أولًا، أو صحح الخطأ يدويًا.
merger-hindrance-undone = أُلغي من قبل.
merger-hindrance-gave-way = دُمجت إحداهما ثانية منذئذ. ألغ ذلك أولًا.
merger-hindrance-standing = تغيّر وضع إحداهما منذئذ.
merger-hindrance-particulars = تغيّرت بيانات إحداهما منذئذ.
merger-hindrance-team = تغيّر الفريق منذئذ.
merger-hindrance-leaders = تغيّرت منذئذ قيادات انتقلت.
merger-hindrance-groups = تغيّرت منذئذ أماكن في مجموعات انتقلت.
merger-hindrance-initiatives = تغيّرت منذئذ مشاركات في مبادرات انتقلت.
merger-hindrance-coordinator = تغيّر المنسّق منذئذ.
merger-hindrance-papers = تغيّرت أوراق تخص إحداهما منذئذ.

split-title = فصل هذه المنظمة إلى اثنتين
split-text = إن كان هذا السجل في الحقيقة منظمتين فللجديدة رقم خاص بها. قل عن كل قيمة لمن هي.
split-name = اسم المنظمة الجديدة
split-name-hint = الاسم الذي تُعرف به من الآن.
split-name-same = هذا هو الاسم الذي تُعرف به القديمة. اختر للجديدة غيره
split-values = قيمة قيمة
split-value = القيمة
split-goes = لمن هي
goes-stays = تبقى
goes-leaves = تنتقل إلى الجديدة
goes-both = عند كلتيهما
split-offices = قيادات المنظمة الجديدة
split-memberships = المجموعات التي تأخذ فيها الجديدة المكان
split-partnerships = مبادرات المنظمة الجديدة
split-seats = من الفريق من يتولى الجديدة أيضًا
split-seats-hint = يبقون في فريق القديمة، ولهم الدور نفسه في الجديدة.
split-stays-text = تبقى الملفات والوثائق والشهادات والسجل التاريخي عند القديمة.
split-preview-title = ما الذي يفعله الفصل
split-new-says = ما ستقوله الجديدة
split-old-says = ما يتغير في القديمة
split-confirm = الفصل
flash-split = صارتا اثنتين.

merger-desk-gave-way = أفسحت هذه المنظمة المجال للمنظمة { $number }، ورقمها يقود إليها.
merger-home-gave-way = أفسحت منظمتك المجال للمنظمة { $number } وتستمر بذلك الرقم. هنا تقرأ ما كُتب تحت الرقم السابق، ولا يتغير هنا شيء بعد الآن.
merger-desk-see = عرض ما حدث
merger-desk-of-other = الملفات والأوراق تحت { $number }

act-organizations-merged = دُمج سجلان
act-merger-undone = أُلغي دمج
act-organization-split = فُصل سجل إلى اثنين
act-split-undone = أُلغي فصل
act-likeness-judged = قيل هل المنظمتان واحدة

letter-organization-merged-subject = تستمر منظمتك بالرقم { $into }
letter-organization-merged-text = كان في السجل سجلان لمنظمة «{ $title }». جمعهما المجلس: أفسح الرقم { $number } المجال للرقم { $into } وتقود صفحاته إليه. تواصل قراءة ما كُتب تحت الرقم القديم. إن كان عليك أن تتولى المنظمة ولم تعد تستطيع، فاطلب من مالكيها أو من المجلس أن يُدخلوك.
letter-organization-merged-link = عرض المنظمة:
letter-organization-restored-subject = لمنظمتك رقمها الخاص من جديد
letter-organization-restored-text = ألغى المجلس دمجًا: تستمر منظمة «{ $title }» برقمها { $number }، وكل شيء كما كان.
letter-organization-restored-link = عرض المنظمة:
letter-kind-organization-merged = جمع السجلات
letter-kind-organization-restored = إلغاء الدمج
