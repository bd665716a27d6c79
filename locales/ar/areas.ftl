# قائمة مجالات العمل كما يديرها المشرفون.
nav-areas = المجالات
areas-title = مجالات العمل
areas-lead = ما يمكن للمنظمات والمبادرات أن تذكره من مجالات عملها، في مستويين. من يبحث عن مجال يجد ما يندرج تحته أيضًا. والرمز لا يتغير أبدًا، فالعناوين والملفات تعتمد عليه.
areas-back = العودة إلى القائمة
areas-merged = المجالات المدموجة
areas-merged-lead = لم تعد هذه المجالات معروضة، لكن رموزها وأسماءها تبقى مفهومة في العناوين والملفات القديمة.
area-is-now = { $name } أصبح الآن { $into }
area-new-title = إضافة مجال
area-add = إضافة المجال
area-save = حفظ المجال
area-back = العودة إلى المجال
area-name-en = الاسم بالإنجليزية
area-name-ru = الاسم بالروسية
area-name-ar = الاسم بالعربية
area-parent = يندرج تحت
area-parent-hint = يكون المجال في المستوى الأول، أو تحت مجال من المستوى الأول
area-first-level = في المستوى الأول
area-code = الرمز
area-code-hint = حروف لاتينية صغيرة وأرقام وشرطات، مثل folk-dance. وإذا تُرك فارغًا صيغ من الاسم الإنجليزي
area-organizations =
    { $count ->
        [zero] لا تذكره أي منظمة
        [one] تذكره منظمة واحدة
        [two] تذكره منظمتان
        [few] تذكره { $count } منظمات
        [many] تذكره { $count } منظمة
       *[other] تذكره { $count } منظمة
    }
area-cases =
    { $count ->
        [zero] لا يرد في أي ملف، بما في ذلك المسودات
        [one] يرد في ملف واحد، بما في ذلك المسودات
        [two] يرد في ملفين، بما في ذلك المسودات
        [few] يرد في { $count } ملفات، بما في ذلك المسودات
        [many] يرد في { $count } ملفًا، بما في ذلك المسودات
       *[other] يرد في { $count } ملف، بما في ذلك المسودات
    }
area-initiatives =
    { $count ->
        [zero] لا تذكره أي مبادرة
        [one] تذكره مبادرة واحدة
        [two] تذكره مبادرتان
        [few] تذكره { $count } مبادرات
        [many] تذكره { $count } مبادرة
       *[other] تذكره { $count } مبادرة
    }
area-children-move =
    { $count ->
        [zero] لا ينتقل معه أي مجال
        [one] ينتقل معه مجال واحد يندرج تحته
        [two] ينتقل معه مجالان يندرجان تحته
        [few] تنتقل معه { $count } مجالات تندرج تحته
        [many] ينتقل معه { $count } مجالًا يندرج تحته
       *[other] ينتقل معه { $count } مجال يندرج تحته
    }
area-place = الترتيب
area-place-of = الموضع { $place } من { $count } بين المجالات المجاورة
area-up = نقل إلى أعلى
area-down = نقل إلى أسفل
area-state = هل هو معروض
area-retired = غير معروض
area-retire-lead = عند إيقاف المجال تحتفظ به السجلات ويجده البحث، ولا تعود الاستمارات تعرضه.
area-retire = إيقاف المجال
area-retired-lead = تحتفظ السجلات بهذا المجال، ولا تعرضه الاستمارات.
area-bring-back = عرضه من جديد
area-merge-title = دمج في مجال آخر
area-merge-lead = يصبح المجالان اللذان لهما معنى واحد مجالًا واحدًا. كل سجل يذكر هذا المجال سيذكر الآخر، ورمز هذا المجال سيقود إلى الآخر.
area-into = المجال الذي سيصبحه
area-preview = عرض ما سينتقل
area-merge = دمج المجالين
area-merge-for-good = لا يمكن التراجع عن ذلك بزر. ويحفظ السجل التاريخي ما دُمج ومتى ومن دمجه.
area-code-taken = يرجى إدخال رمز آخر، فهذا الرمز لمجال آخر أو كان له
area-code-needed = يرجى إدخال رمز، فالاسم الإنجليزي لا يعطي رمزًا
area-name-taken = يرجى إدخال اسم آخر، فهناك مجال بهذا الاسم
area-third-level = هناك مستويان فقط: يرجى أولًا نقل ما يندرج تحت هذا المجال
area-no-parent = يرجى اختيار مجال معروض من المستوى الأول
area-has-children = يرجى أولًا إيقاف أو نقل ما يندرج تحت هذا المجال
area-parent-retired = يرجى أولًا عرض المجال الذي يندرج تحته
area-no-target = يرجى اختيار مجال آخر معروض
area-target-too-low = يرجى اختيار مجال من المستوى الأول، فتحت هذا المجال مجالات أخرى
flash-area-added = أُضيف المجال
flash-area-saved = حُفظ المجال
flash-area-placed = حُفظ الترتيب
flash-area-retired = لم يعد المجال معروضًا
flash-area-brought-back = عاد المجال معروضًا
flash-area-merged = دُمج المجالان
act-area-added = إضافة مجال
act-area-changed = تغيير مجال
act-area-placed = نقل مجال في الترتيب
act-area-retired = إيقاف مجال
act-area-brought-back = عرض مجال من جديد
act-area-merged = دمج مجال في آخر
