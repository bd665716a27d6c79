# الرسائل: الموضوع سطر واحد، والسطر الفارغ يفصل بين الفقرات، وعنوان الرابط يأتي في سطر مستقل بعد «…-link».
letter-greeting = تحية طيبة،
letter-closing = Concord
letter-footer = كتب هذه الرسالة برنامج، ولا أحد يقرأ ما يُرسَل إلى عنوانها.
letter-registry-number = الرقم في السجل: { $registry }.

letter-confirm-address-subject = أكِّد عنوان بريدك الإلكتروني
letter-confirm-address-text = سجَّل أحدهم، ولعله أنت، في Concord بهذا العنوان.
letter-confirm-address-link = لتأكيد أن العنوان لك، افتح هذه الصفحة واضغط الزر:
letter-confirm-address-after = يعمل الرابط مدة 24 ساعة. إن لم تكن قد سجَّلت فتجاهل هذه الرسالة، فلن يحدث شيء من دون تأكيدك.

letter-already-registered-subject = لديك حساب بالفعل
letter-already-registered-text = سجَّل أحدهم، ولعله أنت، في Concord بهذا العنوان. يوجد حساب بهذا العنوان من قبل، ولم يتغير فيه شيء.
letter-already-registered-link = يمكنك الدخول، أو اختيار كلمة مرور جديدة إن نسيت كلمتك:
letter-already-registered-after = إن لم تكن أنت من فعل ذلك فلا يلزمك أي شيء.

letter-reset-password-subject = اختر كلمة مرور جديدة
letter-reset-password-text = طلب أحدهم، ولعله أنت، كلمة مرور جديدة لحسابك.
letter-reset-password-link = لاختيارها افتح هذه الصفحة:
letter-reset-password-after = يعمل الرابط مرة واحدة وخلال ساعة. إن لم تطلب ذلك فتجاهل هذه الرسالة، وستبقى كلمة مرورك كما هي.

letter-email-changing-subject = أكِّد عنوان بريدك الجديد
letter-email-changing-text = طلبتَ استخدام هذا العنوان لحسابك.
letter-email-changing-link = لتأكيد أن العنوان لك، افتح هذه الصفحة واضغط الزر:
letter-email-changing-after = يعمل الرابط مدة 24 ساعة. ويبقى العنوان القديم للحساب إلى أن تؤكد. إن لم تطلب ذلك فتجاهل هذه الرسالة.

letter-email-changed-subject = لحسابك عنوان بريد جديد
letter-email-changed-text =
    صار لحسابك عنوان بريد آخر، وستصل الرسائل إليه من الآن. وقد أُنهيت جلساتك على الأجهزة الأخرى.

    إن لم تكن أنت من غيَّره فأخبر المجلس فورًا، فقد يكون حسابك في يد غيرك.

letter-password-changed-subject = تغيَّرت كلمة مرورك
letter-password-changed-text =
    تغيَّرت كلمة مرور حسابك، وأُنهيت جلساتك على الأجهزة الأخرى.

    إن لم تكن أنت من غيَّرها فاختر كلمة جديدة فورًا: اضغط «نسيت كلمة المرور» في صفحة الدخول.
letter-password-changed-link = الدخول من هنا:

letter-role-changed-subject = تغيَّر دورك
letter-role-changed-text = غيَّر مدير النظام صلاحيات حسابك. دورك الآن: { $role }. لكي يسري التغيير ادخل مرة أخرى.
letter-role-changed-link = الدخول من هنا:

letter-account-closed-subject = أُغلق حسابك
letter-account-closed-text =
    أُغلق حسابك كما طلبت، ولم يعد أحد يستطيع الدخول به.

    يبقى ما فعلته للمنظمات محفوظًا. وإن أردت العودة فسجِّل من جديد بالعنوان نفسه.

letter-case-submitted-subject = وصلنا طلبك { $number }
letter-case-submitted-text =
    وصلنا الطلب الخاص بـ: { $title }. رقم المتابعة هو { $number }.

    سينظر المجلس فيه ويجيبك برسالة. ولا يلزمك شيء حتى ذلك الحين.
letter-case-submitted-link = تابع سير الطلب:

letter-changes-requested-subject = يرجى تعديل طلبك { $number }
letter-changes-requested-text = نظر المجلس في الطلب الخاص بـ: { $title }، ويطلب منك تعديل بعض الأمور قبل أن يقرر. يرجى الرد في موعد أقصاه { $due }.
letter-changes-requested-link = اطّلع على المطلوب وأجب:

letter-accepted-subject = قُبل طلبك { $number }
letter-accepted-text = قبل المجلس الطلب الخاص بـ: { $title }.
letter-accepted-link = اطّلع على القرار:

letter-accepted-with-conditions-subject = قُبل طلبك { $number } بشروط
letter-accepted-with-conditions-text = قبل المجلس بشروطٍ الطلبَ الخاص بـ: { $title }. يرجى استيفاؤها في موعد أقصاه { $due }.
letter-accepted-with-conditions-link = اطّلع على القرار وشروطه:

letter-refused-subject = القرار في طلبك { $number }
letter-refused-text = نظر المجلس في الطلب الخاص بـ: { $title } ولم يقبله. الأسباب في صفحة الطلب. وإن رأيت أن القرار خاطئ فيمكنك التظلم حتى { $due }.
letter-refused-link = اطّلع على القرار وعلى طريقة التظلم:

letter-appealed-subject = وصلنا تظلمك { $number }
letter-appealed-text = وصلنا تظلمك من القرار الخاص بـ: { $title }. سينظر رئيس المجلس في الملف من جديد ويجيبك برسالة.
letter-appealed-link = تابع سير التظلم:

letter-message-subject = رسالة من المجلس بشأن { $number }
letter-message-text = كتب لك المجلس رسالة بشأن الطلب الخاص بـ: { $title }.
letter-message-link = اقرأها وأجب:

letter-opinion-wanted-subject = رأيك مطلوب في الملف { $number }
letter-opinion-wanted-text = هناك طلب في البلد المضيف التابع لبعثتكم ينتظر رأيها: { $title }. يُرجى إبداؤه في موعد أقصاه { $due }. وبعد هذا اليوم يتابع الملف سيره من دونه.
letter-opinion-wanted-link = اقرأ الملف وأبدِ رأيك:

letter-appeal-to-judge-subject = تظلم ينتظر رئيس المجلس: { $number }
letter-appeal-to-judge-text = قُدِّم تظلم من القرار المتعلق بـ { $title }. ولا ينظر فيه إلا رئيس لم يتخذ ذلك القرار.
letter-appeal-to-judge-link = افتح الملف:

# قائمة الرسائل.
letter-kind-confirm-address = تأكيد عنوان
letter-kind-already-registered = حساب موجود من قبل
letter-kind-reset-password = كلمة مرور جديدة
letter-kind-email-changing = تأكيد عنوان جديد
letter-kind-email-changed = تغيُّر العنوان
letter-kind-password-changed = تغيُّر كلمة المرور
letter-kind-role-changed = تغيُّر الدور
letter-kind-account-closed = إغلاق الحساب
letter-kind-case-submitted = استلام طلب
letter-kind-changes-requested = طلب تعديلات
letter-kind-accepted = قبول
letter-kind-accepted-with-conditions = قبول بشروط
letter-kind-refused = رفض
letter-kind-appealed = استلام تظلم
letter-kind-message = رسالة من المجلس
letter-kind-opinion-wanted = طلب رأي
letter-kind-appeal-to-judge = تظلم للنظر فيه

letter-state-waiting = في الانتظار
letter-state-sending = قيد الإرسال
letter-state-sent = أُرسلت
letter-state-failed = لم تُرسل
letter-mentioned-subject = ذكرك زميل في ملاحظة: { $number }
letter-mentioned-text = ذكرك زميل في ملاحظة على الملف الخاص بـ: { $title }.
letter-mentioned-link = اقرأ الملاحظة:
letter-taken-over-subject = تولى زميل ملفًا كان عندك: { $number }
letter-taken-over-text = تولى زميل الملف الذي كان عندك، الخاص بـ: { $title }. والسبب مذكور في الملف.
letter-taken-over-link = اقرأ السبب:
letter-kind-mentioned = ذكر في ملاحظة
letter-kind-taken-over = ملف تولاه زميل
