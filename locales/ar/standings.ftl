# أوضاع التسجيل: السلّم، وما يفعله الرئيس بيده، وقواعد هذا وذاك.
organization-since = منذ
organization-registered-until = مسجلة حتى
organization-reason = السبب كما ذكره المجلس

standing-title = سلّم أوضاع التسجيل
standing-intro = هذا ما ينتظر التسجيلات التي لا يجددها أحد. وكل خطوة تقول قبل اتخاذها من ستشمل.
standing-by = النظر إلى الأمام
horizon-today = اليوم
horizon-month = خلال 30 يومًا
horizon-quarter = خلال 90 يومًا
rung-due = حان موعد التجديد
rung-lapsed = انتهت المدة
rung-notice = إنذار بالشطب
rung-struck-off = الشطب
standing-would-due = { $count ->
    [0] لن يحين موعد التجديد لأي منظمة.
    [one] سيحين موعد التجديد لمنظمة واحدة.
    [two] سيحين موعد التجديد لمنظمتين.
    [few] سيحين موعد التجديد لـ { $count } منظمات.
    [many] سيحين موعد التجديد لـ { $count } منظمة.
   *[other] سيحين موعد التجديد لـ { $count } منظمة.
}
standing-would-lapsed = { $count ->
    [0] لن تنتهي مدة أي تسجيل.
    [one] ستنتهي مدة تسجيل منظمة واحدة.
    [two] ستنتهي مدة تسجيل منظمتين.
    [few] ستنتهي مدة تسجيل { $count } منظمات.
    [many] ستنتهي مدة تسجيل { $count } منظمة.
   *[other] ستنتهي مدة تسجيل { $count } منظمة.
}
standing-would-notice = { $count ->
    [0] لن تُنذَر أي منظمة.
    [one] ستُنذَر منظمة واحدة بالشطب.
    [two] ستُنذَر منظمتان بالشطب.
    [few] ستُنذَر { $count } منظمات بالشطب.
    [many] ستُنذَر { $count } منظمة بالشطب.
   *[other] ستُنذَر { $count } منظمة بالشطب.
}
standing-would-struck-off = { $count ->
    [0] لن تُشطب أي منظمة.
    [one] ستُشطب منظمة واحدة.
    [two] ستُشطب منظمتان.
    [few] ستُشطب { $count } منظمات.
    [many] ستُشطب { $count } منظمة.
   *[other] ستُشطب { $count } منظمة.
}
standing-would-held = { $count ->
    [0] لا توجد منظمة موقوفة في مكانها.
    [one] كانت منظمة واحدة ستنزل درجة لولا ما يوقفها.
    [two] كانت منظمتان ستنزلان درجة لولا ما يوقفهما.
    [few] كانت { $count } منظمات ستنزل درجة لولا ما يوقفها.
    [many] كانت { $count } منظمة ستنزل درجة لولا ما يوقفها.
   *[other] كانت { $count } منظمة ستنزل درجة لولا ما يوقفها.
}
standing-see = اطّلع عليها
standing-by-itself = يحدث هذا تلقائيًا في يومه.
standing-by-chair = لا يحدث هذا إلا بموافقة أحد رؤساء المجلس.
standing-held = موقوفة في مكانها
standing-how = كيف يعمل السلّم
standing-how-lapse = { $count ->
    [one] التسجيل الذي لا يُجدَّد في موعده تنتهي مدته بعد يوم واحد.
    [two] التسجيل الذي لا يُجدَّد في موعده تنتهي مدته بعد يومين.
    [few] التسجيل الذي لا يُجدَّد في موعده تنتهي مدته بعد { $count } أيام.
    [many] التسجيل الذي لا يُجدَّد في موعده تنتهي مدته بعد { $count } يومًا.
   *[other] التسجيل الذي لا يُجدَّد في موعده تنتهي مدته بعد { $count } يوم.
}
standing-how-notice = { $count ->
    [one] يجوز للرئيس أن ينذر بالشطب بعد ذلك بيوم واحد.
    [two] يجوز للرئيس أن ينذر بالشطب بعد ذلك بيومين.
    [few] يجوز للرئيس أن ينذر بالشطب بعد ذلك بـ { $count } أيام.
    [many] يجوز للرئيس أن ينذر بالشطب بعد ذلك بـ { $count } يومًا.
   *[other] يجوز للرئيس أن ينذر بالشطب بعد ذلك بـ { $count } يوم.
}
standing-how-runs = { $count ->
    [one] مدة الإنذار يوم واحد، وبعدها يجوز للرئيس شطب المنظمة.
    [two] مدة الإنذار يومان، وبعدها يجوز للرئيس شطب المنظمة.
    [few] مدة الإنذار { $count } أيام، وبعدها يجوز للرئيس شطب المنظمة.
    [many] مدة الإنذار { $count } يومًا، وبعدها يجوز للرئيس شطب المنظمة.
   *[other] مدة الإنذار { $count } يوم، وبعدها يجوز للرئيس شطب المنظمة.
}
standing-how-renewal = التجديد يوقف النزول عند أي درجة. وما دام المجلس ينظر في طلب تجديد فلا يحدث شيء.

standing-list-due = تجديدات يحين موعدها
standing-list-lapsed = تسجيلات تنتهي مدتها
standing-list-notice = إنذارات بالشطب
standing-list-struck-off = منظمات ستُشطب
standing-list-held = منظمات موقوفة في مكانها
standing-list-held-text = كانت ستنزل درجة الآن، لكن لها مهلة أو قدّمت طلب تجديد.
standing-list-empty = لا توجد منظمات في هذه القائمة
standing-list-back = العودة إلى السلّم
standing-col-chosen = محددة
standing-col-next = الخطوة التالية
standing-col-owners = المالكون الذين ستصلهم رسالة
standing-no-owner = لا أحد
standing-own = منظمتك: يقرر في شأنها رئيس آخر
standing-renewing = تنتظر رد المجلس على طلب التجديد
standing-delayed-until = مؤجلة حتى { $until }
standing-delay = تأجيل
standing-approve-text = يسري هذا فورًا على كل منظمة محددة: تصل رسالة إلى مالكيها، وتذكره صفحتها العامة.
standing-approve-notice = إنذار المحددة
standing-approve-struck-off = شطب المحددة
standing-approve-none = حدد منظمة واحدة على الأقل

standing-one-title = وضع التسجيل
standing-no-end = لا يُعرف لها أجل، فلا يحدث شيء تلقائيًا
standing-no-story = لم يتغير وضعها منذ دخولها السجل
standing-who-system = برنامج Concord
standing-no-ladder = هذه المنظمة ليست على السلّم الآن، فليس هناك ما يؤجَّل.
cause-date = حلّ موعده
cause-board = قرار المجلس
cause-end = انتهى التعليق
cause-renewal = جُدّد التسجيل
reason-reach-board = مكتب العمل وحده: المجلس والبعثات والمدققون
reason-reach-team = المجلس وفريق المنظمة
reason-reach-public = الجميع، في الصفحة العامة

board-act-suspension = تعليق التسجيل
board-act-lifting = رفع التعليق
board-act-striking-off = شطب المنظمة
board-act-revival = إعادة التسجيل
board-act-suspension-text = التسجيل المعلّق غير سارٍ، وينتهي تعليقه تلقائيًا بعد آخر يوم فيه.
board-act-lifting-text = تعود المنظمة إلى وضعها السابق، أو يصبح تسجيلها ساريًا إن كانت قد جددته في الأثناء.
board-act-striking-off-text = تحتفظ المنظمة برقمها وسجلها، ويمكن للرئيس إعادة تسجيلها.
board-act-revival-text = تُسجَّل المنظمة من جديد لمدة كاملة تبدأ اليوم.
board-act-suspension-confirm = علّقه
board-act-lifting-confirm = ارفعه
board-act-striking-off-confirm = اشطبها
board-act-revival-confirm = أعد التسجيل
standing-until = آخر يوم في التعليق
standing-reason = السبب
standing-reach = من يقرأ السبب؟
standing-reach-hint = لا تذكر اسم شخص في سبب يقرؤه الجميع.
standing-check = عرض ما سيترتب على ذلك
standing-effects = ما سيترتب على ذلك
standing-change-answers = تغيير إجابة
standing-effect-shown = سيظهر في الصفحة العامة وفي الدليل وفي الشهادة: { $standing }.
standing-effect-until = ينتهي ذلك تلقائيًا بعد { $until }.
standing-effect-valid = يسري التسجيل حتى { $until }.
standing-effect-kept = لا يُحذف شيء: يبقى سجلها ومقاعدها ومبادراتها.
standing-effect-parts = ما دامت المنظمة مشطوبة لا تشارك في شيء. مقاعدها في المجموعات: { $groups } (منها رئاسة: { $chairs })، ومشاركاتها في المبادرات: { $initiatives }. والمبادرات التي تقودها وحدها تُحجب عن الصفحات العامة إلى أن يقودها أحد: { $alone }. وإذا أُعيد تسجيلها عاد كل شيء كما كان.
standing-effect-reason-board = لا يقرأ السبب إلا مكتب العمل: المجلس والبعثات والمدققون.
standing-effect-reason-team = يقرأ فريق المنظمة السبب في صفحتها.
standing-effect-reason-public = يقرأ الجميع السبب في الصفحة العامة.
standing-effect-letters = { $count ->
    [0] لا تُرسل أي رسالة، فليس للمنظمة مالك له حساب.
    [one] تصل رسالة إلى مالك واحد.
    [two] تصل رسالة إلى مالكين.
    [few] تصل رسالة إلى { $count } مالكين.
    [many] تصل رسالة إلى { $count } مالكًا.
   *[other] تصل رسالة إلى { $count } مالك.
}
standing-day-missing = أدخل آخر يوم
standing-day-past = أدخل يومًا بعد اليوم
standing-day-far = أدخل يومًا في غضون سنتين
standing-overtaken-title = تغيّر وضع التسجيل في الأثناء
standing-overtaken = وضعه الآن: { $standing }.
standing-overtaken-again = ما كتبته لا يزال هنا. اقرأه من جديد قبل المتابعة.
standing-overtaken-back = العودة إلى وضع التسجيل

standing-delay-title = تأجيل الخطوة التالية
standing-delay-text = تبقى المنظمة على درجتها حتى نهاية اليوم الذي تختاره، ثم تُتخذ الخطوة كما كانت ستُتخذ.
standing-delay-until = تأجيل حتى
standing-delay-reason-hint = لا يقرؤه إلا مكتب العمل.
standing-delay-save = أجّل
standing-delay-end = إنهاء التأجيل
standing-delay-far = أدخل يومًا في غضون سنة

standing-rules-title = مدد التسجيل
standing-rules-text = يسري التغيير من الآن، حتى على من هم على درجة من السلّم. أما الأيام المحددة، كنهاية تسجيل أو إنذار، فتبقى.
standing-rules-overtaken = تغيّرت القواعد في الأثناء
standing-rules-rule = القاعدة
standing-rules-now = الآن
standing-rules-preset = في البداية
standing-rules-source = مصدر ذلك
standing-rules-change = تغيير القواعد
standing-rules-save = حفظ القواعد
rule-validity-years = سنوات سريان التسجيل
rule-first-reminder = أيام التذكير الأول قبل النهاية
rule-second-reminder = أيام التذكير الثاني قبل النهاية
rule-third-reminder = أيام التذكير الأخير قبل النهاية
rule-lapse-after = الأيام من موعد التجديد إلى انتهاء المدة
rule-notice-after = الأيام من انتهاء المدة إلى الإنذار
rule-notice-runs = أيام سريان الإنذار
rule-source-portugal = تعتمد البرتغال منظمات مغتربيها ثلاث سنوات
rule-source-design = تصميم هذا السجل
rule-source-program = قيمة أولية وضعها البرنامج، وللمجلس الحكم فيها
standing-number-years = أدخل عددًا صحيحًا من السنوات بين 1 و30
standing-number-days = أدخل عددًا صحيحًا من الأيام بين 1 و730
standing-reminders-order = أدخل أيامًا أقل من التذكير الذي قبله
standing-terms-title = مدد أخرى بحسب البلد والنوع
standing-terms-text = يُقدَّم ما قيل عن البلد والنوع معًا، ثم ما قيل عن البلد، ثم عن النوع. ويسري ذلك على التسجيلات والتجديدات من الآن.
standing-term-any = أيّ
standing-term-years = السنوات
standing-term-save = إضافة المدة
standing-term-end = إنهاء المدة
standing-term-of-nothing = اختر البلد المضيف أو النوع أو كليهما

home-ladder-due = يجب تجديد التسجيل في موعد أقصاه { $until }.
home-ladder-lapsed = حان موعد التجديد، ومن دونه تنتهي مدة التسجيل في { $until }.
home-ladder-notice = انتهت مدة التسجيل. جدده قريبًا: ابتداءً من { $until } يجوز للمجلس أن ينذر بالشطب.
home-ladder-struck-off = أنذر المجلس بالشطب. وما لم يُجدَّد التسجيل جاز شطب المنظمة ابتداءً من { $until }.
home-ladder-renewing = ينظر المجلس في طلب التجديد، ولن يحدث شيء آخر حتى يجيب.

flash-standing-approved = تم. ستصل رسالة إلى المالكين
flash-error-standing-some = تغيّر بعض المنظمات منذ اطّلعت عليها أو هي منظماتك، فبقيت كما هي. وتم الأمر للأخرى
flash-error-standing-none = لم يُفعل شيء: تغيّرت المنظمات منذ اطّلعت عليها أو هي منظماتك
flash-standing-suspended = عُلّق التسجيل
flash-standing-lifted = رُفع التعليق
flash-standing-struck-off = شُطبت المنظمة
flash-standing-revived = أُعيد التسجيل
flash-standing-delayed = أُجّلت الخطوة التالية
flash-standing-delay-ended = انتهى التأجيل
flash-standing-rules-saved = حُفظت القواعد
flash-standing-term-saved = حُفظت المدة
flash-standing-term-ended = أُنهيت المدة

act-organization-renewed = جُدّد التسجيل
act-organization-delayed = أُجّلت الخطوة التالية في السلّم
act-organization-delay-ended = أُنهي التأجيل
act-standing-rules-changed = غُيّرت قواعد أوضاع التسجيل
act-standing-term-set = حُددت مدة تسجيل
act-standing-term-ended = أُنهيت مدة تسجيل

letter-renewal-near-subject = جدّد تسجيلك { $number }
letter-renewal-near-text = يسري تسجيل { $title } حتى { $until }. يرجى تجديده قبل ذلك اليوم.
letter-renewal-near-link = جدّدوه هنا:
letter-renewal-due-subject = حان موعد تجديد { $number }
letter-renewal-due-text = حان موعد تجديد تسجيل { $title }. وهو سارٍ في الوقت الحاضر، وتنتهي مدته في { $until } ما لم يُجدَّد.
letter-renewal-due-link = جدّدوه هنا:
letter-registration-lapsed-subject = انتهت مدة التسجيل { $number }
letter-registration-lapsed-text = لم يُجدَّد تسجيل { $title } في موعده فانتهت مدته، وهو غير سارٍ. والتجديد يعيده.
letter-registration-lapsed-link = جدّدوه هنا:
letter-notice-given-subject = إنذار بالشطب: { $number }
letter-notice-given-text = انتهت مدة تسجيل { $title }. وإن لم يُجدَّد في موعد أقصاه { $until } فسيشطب المجلس المنظمة من السجل.
letter-notice-given-link = جدّدوه هنا:
letter-struck-off-subject = شُطبت { $number } من السجل
letter-struck-off-text = شُطبت { $title } من السجل، ويبقى رقمها وسجلها. إن رأيت في ذلك خطأ فاكتب إلى المجلس، فبإمكان رئيسه إعادة التسجيل.
letter-struck-off-link = عرض التسجيل:
letter-suspended-subject = عُلّق التسجيل { $number }
letter-suspended-text = علّق المجلس تسجيل { $title }. وهو غير سارٍ حتى ينتهي التعليق بعد { $until }، أو قبل ذلك إن رفعه المجلس. وإن أبدى لك المجلس سببه فستجده في صفحة المنظمة.
letter-suspended-link = عرض التسجيل:
letter-suspension-over-subject = انتهى تعليق { $number }
letter-suspension-over-text = انتهى تعليق تسجيل { $title }. وتجد وضعه الآن في صفحة المنظمة.
letter-suspension-over-link = عرض التسجيل:
letter-revived-subject = أُعيد التسجيل { $number }
letter-revived-text = أعاد المجلس تسجيل { $title }، وهو سارٍ حتى { $until }.
letter-revived-link = عرض التسجيل:
letter-kind-renewal-near = تذكير بالتجديد
letter-kind-renewal-due = حان موعد التجديد
letter-kind-registration-lapsed = انتهت مدة التسجيل
letter-kind-notice-given = إنذار بالشطب
letter-kind-struck-off = شطب
letter-kind-suspended = تعليق
letter-kind-suspension-over = انتهاء التعليق
letter-kind-revived = إعادة التسجيل
