# العلامات: ما ينبغي أن ينظر فيه أحد.
flags-title = العلامات
flags-lead = أمر يخص منظمة ينبغي أن ينظر فيه أحد قبل يوم معيّن.
flags-link = { $count ->
    [zero] لا علامات قائمة
    [one] علامة واحدة قائمة
    [two] علامتان قائمتان
    [few] { $count } علامات قائمة
    [many] { $count } علامة قائمة
   *[other] { $count } علامة قائمة
}
flags-all = الكل
flags-mine = علاماتك
flags-nobody = لا يتابعها أحد
flags-none = لا علامة قائمة
flags-none-next = يمكن لأي من العاملين في المكتب وضع علامة من صفحة المنظمة.
flags-none-here = لا علامة قائمة.
flag-title = علامة
flag-what = الموضوع
flag-due = آخر موعد للنظر فيها
flag-until = حتى { $date }
flag-owner = من يتابعها
flag-owner-nobody = لا أحد بعد
flag-new-title = وضع علامة
flag-new-text = لا تراها المنظمة. يراها المكتب إلى أن يقول أحد ما آلت إليه.
flag-words = ما ينبغي النظر فيه
flag-words-hint = قل ما لاحظته وأين.
flag-raise = وضع العلامة
flag-document = الوثيقة
flag-document-open = عرض الوثيقة
flag-raised = وُضعت
flag-raised-by-clock = تلقائيًا
flag-ended = ما آلت إليه
flag-outcome-words = توضيح
flag-outcome-words-hint = ما وجدته وما جرى فعله.
flag-settle-title = إنهاء العلامة
flag-outcome = ما آلت إليه؟
flag-settle = إنهاء العلامة
flag-give-title = إسنادها إلى آخر أو تمديد الوقت
flag-give = حفظ
flag-overtaken-title = سبقك شخص آخر
flag-overtaken-text = تغيّرت العلامة في هذه الأثناء. لم يُحفظ شيء مما أدخلته؛ انظر ما فيها الآن.
flag-day-past = اختر يومًا لم يمضِ
flag-day-far = اختر يومًا خلال سنة
flag-day-missing = أدخل اليوم
flash-flag-raised = وُضعت العلامة
flash-flag-given = حُفظ
flash-flag-ended = أُنهيت العلامة
flag-kind-document-expired = انتهت صلاحية وثيقة
flag-kind-term-ending = تنتهي ولاية منصب قريبًا
flag-kind-term-ended = انتهت ولاية منصب
flag-kind-seat-empty = مقعد في مجموعة شاغر
flag-kind-entry-claimed = يقول أحدهم إن قيد أحد القيادات يخصه
flag-office = مدة الولاية
flag-office-open = عرض القيادات
flag-claim = القيد
flag-claim-open = عرض القيد والرد
flag-kind-other = أمر ينبغي النظر فيه
flag-outcome-settled = سُوّيت
flag-outcome-mistaken = لم يكن هناك ما يستدعيها
flag-outcome-overtaken = حلّ محله ما هو أحدث
act-flag-raised = وُضعت علامة
act-flag-given = أُسندت العلامة
act-flag-ended = أُنهيت العلامة
