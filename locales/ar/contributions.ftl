# ما تقدّمه المنظمات: مال وأشياء وساعات ومعرفة واستثمار ومناصرة.
contributions-title = المساهمات
contributions-lead = ما قدّمته منظمتكم: لمبادرة أو للوطن الأم أو لكليهما. ينظر المجلس في كل قيد، وما تريدونه علنيًا يصير علنيًا بعد ذلك.
contributions-new = تسجيل مساهمة
contributions-none = لم يُسجَّل شيء بعد
contributions-none-next = سجّلوا ما قدّمته منظمتكم من مال أو أشياء أو ساعات أو غير ذلك.
contributions-totals = ما قُدِّم
contributions-whole = المجموع
contributions-file = تنزيل كل القيود في ملف (CSV)
contributions-records = القيود
contributions-correct = تصحيح
contributions-correct-lead = يبقى القيد كما كان ولا يُحسب بعد الآن. ما تكتبونه هنا يحلّ محله، وينظر المجلس فيه من جديد.
contributions-withdraw = سحب هذا القيد: لا يُحسب بعد الآن
contributions-save = حفظ
contributions-kind = ما الذي قُدِّم
contributions-amount = الكمية
contributions-amount-hint = بالأرقام، مثلًا 12,500.50
contributions-bad-amount = اكتبوا العدد بالأرقام، مثلًا 12,500.50
contributions-currency = العملة
contributions-currency-hint = للمال والاستثمار
contributions-unit = الوحدة
contributions-unit-hint = الأشياء بالقطع أو بالكيلوغرام، والمعرفة والمناصرة بعدد من وصلت إليهم أو بعدد الفعاليات، والساعات بالساعات
contributions-other-unit = هذه الوحدة لا تناسب ما قُدِّم. اختاروا غيرها
contributions-measure = العملة أو الوحدة
contributions-initiative-hint = مبادرة تشارك فيها منظمتكم
contributions-no-initiative = بلا مبادرة
contributions-homeland = البلد الذي تفيده
contributions-homeland-hint = مطلوب إن لم تكن المساهمة لمبادرة، كالمساعدة المرسلة إلى الوطن
contributions-to-what = اذكروا مبادرة أو البلد الذي تفيده
contributions-day = اليوم
contributions-day-to-come = هذا اليوم لم يأتِ بعد
contributions-words = ما هي
contributions-words-hint = في جملة. تصير علنية مع القيد: لا تذكروا اسم أحد
contributions-proof = ما يثبتها
contributions-proof-hint = إيصال أو تقرير أو رسالة: ما هو وأين يمكن رؤيته. لا يقرؤه إلا فريقكم والمجلس
contributions-proof-none = لم يُذكر ما يثبتها.
contributions-proof-file = ملف يثبته
contributions-proof-file-hint = PDF أو JPEG أو PNG أو WebP أو DOCX أو ODT، بحد أقصى 20 ميغابايت. يُحفظ مشفّرًا، ولا يفتحه إلا فريقكم ومنسقو المجلس، ويُسجَّل كل فتح له من المجلس
contributions-file-there = هذا الملف موجود، ويبقى مع السجل ما لم تختاروا غيره:
contributions-file-drop = حذف الملف
contributions-file-closed = هناك ملف يثبته، ولا يفتحه إلا منسقو المجلس.
contributions-file-recorded = هناك ملف يثبته. إذا فتحتموه سُجِّل ذلك.
contributions-public = للعموم
contributions-public-wanted = يجوز أن يعرف بها الجميع
contributions-public-hint = تُحسب في المجاميع على الصفحات العامة بعد أن يقبلها المجلس
contributions-for-public = للعموم
contributions-waiting = قيد النظر
contributions-nothing-waits = لا شيء ينتظر
contributions-nothing-waits-next = عندما يسجّل فريق ما قدّمته منظمته يظهر هنا.
contributions-superseded = هذا القيد لا يُحسب بعد الآن: صُحِّح أو سُحب.
contributions-before = يحلّ محل القيد
contributions-decide = قرّروا هل تُحسب
contributions-answer = القرار
contributions-answer-accept = تُحسب كما هي مثبتة
contributions-answer-verify = تُحسب، وقد رأينا ما يثبتها
contributions-answer-refuse = لا تُحسب
contributions-refusal = لماذا لا تُحسب
contributions-refusal-hint = يقرؤها الفريق. مطلوبة في هذه الحالة فقط
contributions-evidence = درجة الإثبات
contributions-review = قرار المجلس
contributions-yes = نعم
contributions-no = لا
contributions-id = القيد
contribution-kind-money = مال
contribution-kind-in-kind = أشياء وخدمات
contribution-kind-hours = ساعات عمل
contribution-kind-knowledge = معرفة
contribution-kind-investment = استثمار
contribution-kind-advocacy = مناصرة
evidence-stated = مصرَّح بها
evidence-documented = موثّقة
evidence-verified = تحقق منها المجلس
review-waiting = لدى المجلس
review-accepted = تُحسب
review-refused = لا تُحسب
unit-hours = ساعة
unit-people = شخص
unit-pieces = قطعة
unit-kilograms = كغ
unit-events = فعالية
flash-contribution-recorded = سُجِّلت. ينظر فيها المجلس
flash-contribution-replaced = حلّ القيد الجديد محل القديم. ينظر فيه المجلس
flash-contribution-withdrawn = سُحب القيد ولا يُحسب بعد الآن
flash-contribution-reviewed = دُوِّن ذلك، ويعلم به من سجّلها
letter-contribution-accepted-subject = مساهمة منظمتكم تُحسب
letter-contribution-accepted-text = نظر المجلس في ما قدّمته منظمة «{ $title }» ({ $number })، وهو محسوب.
letter-contribution-accepted-link = انظروا مساهماتكم:
letter-contribution-refused-subject = مساهمة منظمتكم لا تُحسب
letter-contribution-refused-text = لا يحسب المجلس ما سجّلته منظمة «{ $title }» ({ $number }) مساهمةً. السبب إلى جانب القيد. يمكنكم تصحيحه فينظر المجلس فيه من جديد.
letter-contribution-refused-link = انظروا مساهماتكم:
letter-kind-contribution-accepted = المساهمة تُحسب
letter-kind-contribution-refused = المساهمة لا تُحسب
amount-hours = { $count ->
    [zero] { $amount } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $amount } ساعات
    [many] { $amount } ساعة
   *[other] { $amount } ساعة
}
amount-hours-part = { $amount } ساعة
amount-people = { $count ->
    [zero] { $amount } شخص
    [one] شخص واحد
    [two] شخصان
    [few] { $amount } أشخاص
    [many] { $amount } شخصًا
   *[other] { $amount } شخص
}
amount-people-part = { $amount } شخص
amount-pieces = { $count ->
    [zero] { $amount } قطعة
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $amount } قطع
    [many] { $amount } قطعة
   *[other] { $amount } قطعة
}
amount-pieces-part = { $amount } قطعة
amount-kilograms = { $amount } كغ
amount-kilograms-part = { $amount } كغ
amount-events = { $count ->
    [zero] { $amount } فعالية
    [one] فعالية واحدة
    [two] فعاليتان
    [few] { $amount } فعاليات
    [many] { $amount } فعالية
   *[other] { $amount } فعالية
}
amount-events-part = { $amount } فعالية
contributions-of-it-waits = منه قيد النظر: { $amount }
