# عمل واحد على منظمات كثيرة.
bulk-title = أعمال على منظمات كثيرة
bulk-lead = صفِّ قائمة، واختر ما تفعله، وانظر ما سيحدث لكل منظمة، ثم نفّذه.
bulk-none-yet = لم يُفعل شيء على منظمات كثيرة بعد.
bulk-kind-assign = عيّن منسّقًا
bulk-kind-group = أضف إلى مجموعة
bulk-kind-flag = ارفع علمًا
bulk-kind-renewal = اطلب التجديد
bulk-kind-letter = أرسل رسالة
bulk-state-planned = مخطَّط
bulk-state-running = جارٍ
bulk-state-done = تمّ
bulk-state-dropped = تُرك
bulk-fate-will = سيُفعل
bulk-fate-done = فُعل
bulk-fate-already = هو كذلك من قبل
bulk-fate-own = لم يُفعل: لا يعمل أحد على منظمته
bulk-fate-no-right = لم يُفعل: ليس لك ذلك
bulk-fate-struck-off = لم يُفعل: مشطوبة
bulk-fate-gone = لم يُفعل: لم يعد موجودًا
bulk-fate-no-address = لم يُفعل: لا عنوان لأحد فيها
bulk-fate-unwanted = لم يُفعل: لا يريد أحد فيها مثل هذه الرسائل
bulk-fate-too-early = لم يُفعل: لم يحن التجديد بعد
bulk-fate-under-way = لم يُفعل: التجديد قيد النظر
bulk-fate-changed = لم يُفعل: تغيّر منذ التخطيط
bulk-fate-failed = لم يُفعل: حدث خطأ
bulk-offer = على كل هذه المنظمات دفعة واحدة
bulk-new-text = انظر أولًا ما سيحدث لكل منظمة. لا يُفعل شيء قبل أن تقرر.
bulk-too-many = هذه أكثر من 5,000 منظمة، ولا يتسع العمل الواحد لأكثر من ذلك. ضيّق القائمة أولًا.
bulk-none = لا تجد القائمة أي منظمة
bulk-none-ticked = حدّد منظمة واحدة على الأقل، أو اختر القائمة كلها
bulk-group = المجموعة
bulk-role = بصفة
bulk-letter-text = اكتب بلغة واحدة على الأقل. يقرأ كل شخص بلغته إن كتبت بها. واكتب { "{organization}" } و{ "{number}" } حيث ينبغي أن يظهر اسم كل منظمة ورقمها.
bulk-letter-subject = الموضوع
bulk-letter-words = الرسالة
bulk-letter-words-hint = ماركداون: السطر الفارغ يبدأ فقرة، و**غامق**، وقائمة بشَرطة في أول كل سطر.
bulk-letter-missing = اكتب الرسالة بلغة واحدة على الأقل
bulk-renewal-text = تصل مالكي كل منظمة رسالة تطلب منهم تجديد تسجيلها.
bulk-which = أي المنظمات؟
bulk-which-all = { $count ->
    [one] منظمة واحدة ({ $count }) من القائمة
    [two] منظمتان ({ $count }) من القائمة
    [few] كل { $count } منظمات من القائمة
    [many] كل { $count } منظمة من القائمة
   *[other] كل { $count } منظمة من القائمة
}
bulk-which-chosen = المحددة أدناه فقط
bulk-rows = المنظمات
bulk-rows-more = { $count ->
    [one] يمكن هنا تحديد أول منظمة ({ $count }). ضيّق القائمة لتحديد غيرها.
    [two] يمكن هنا تحديد أول منظمتين ({ $count }). ضيّق القائمة لتحديد غيرهما.
    [few] يمكن هنا تحديد أول { $count } منظمات. ضيّق القائمة لتحديد غيرها.
    [many] يمكن هنا تحديد أول { $count } منظمة. ضيّق القائمة لتحديد غيرها.
   *[other] يمكن هنا تحديد أول { $count } منظمة. ضيّق القائمة لتحديد غيرها.
}
bulk-plan = انظر ما سيحدث
bulk-planned-text = لم يُفعل شيء بعد. انظر أدناه ما سيحدث لكل منظمة.
bulk-running-text = مرّ { $settled } من { $total }. يستمر من تلقاء نفسه ولو غادرت الصفحة.
bulk-reload = انظر إلى أين وصل
bulk-list = القائمة التي جاءت منها
bulk-again-of = يعيد ما لم ينجح من قبل
bulk-counts = كم
bulk-start = { $count ->
    [one] نفّذ على منظمة واحدة ({ $count })
    [two] نفّذ على منظمتين ({ $count })
    [few] نفّذ على { $count } منظمات
    [many] نفّذ على { $count } منظمة
   *[other] نفّذ على { $count } منظمة
}
bulk-drop = اتركه
bulk-again = خطّط من جديد لما لم ينجح
bulk-csv = خذ النتيجة ملفًّا (CSV)
bulk-no-rows = لا توجد هنا منظمة يحق لك أن تراها.
bulk-col-act = العمل
bulk-col-when = متى
bulk-col-by = من
bulk-col-state = إلى أين وصل
bulk-col-number = الرقم
bulk-col-name = المنظمة
bulk-col-host = البلد
bulk-col-fate = ما يحدث لها
bulk-said-assign = المنسّق: { $name }
bulk-said-group = المجموعة: { $group } ({ $role })
bulk-said-renewal = تطلب رسالة من المالكين تجديد التسجيل.
flash-bulk-begun = بدأ. ويستمر من تلقاء نفسه.
flash-bulk-dropped = تُرك ولم يُفعل شيء.
flash-error-bulk-nothing-again = لا شيء لإعادته.
history-part-of-bulk = ضمن عمل على منظمات كثيرة
act-bulk-begun = بدأ عمل على منظمات كثيرة
act-bulk-done = تمّ عمل على منظمات كثيرة
act-bulk-dropped = تُرك عمل على منظمات كثيرة
act-renewal-asked = طُلب التجديد
act-organization-written-to = أُرسلت رسالة إلى المنظمة
account-letters-from-board = رسائل المجلس إلى منظمتك
letter-from-board-subject = { $subject }
letter-from-board-text = يكتب المجلس إلى { $title } ({ $number }):
letter-from-board-link = منظمتك في السجل:
letter-renewal-asked-subject = يُرجى تجديد تسجيل منظمتك
letter-renewal-asked-text = يطلب المجلس تجديد تسجيل { $title } ({ $number }). تقول عن كل جزء إن كان لا يزال صحيحًا، وتصحّح ما تغيّر في الأثناء.
letter-renewal-asked-link = جدّده:
letter-kind-from-board = رسالة من المجلس
letter-kind-renewal-asked = طلب تجديد
