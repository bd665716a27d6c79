# رسائل عن الفرق. كما في letters.ftl.
letter-invitation-subject = أنت مدعو إلى فريق منظمة
letter-invitation-text = أنت مدعو إلى الانضمام إلى فريق منظمة «{ $title }» في Concord، حيث تسجَّل المنظمات لدى مجلس التنسيق. ستكون صفتك: { $role }.
letter-invitation-link = انظر الدعوة واقبلها أو ارفضها:
letter-invitation-after = يعمل الرابط مرة واحدة ولسبعة أيام. إن كنت لا تعرف المنظمة فتجاهل هذه الرسالة ولن يحدث شيء.

letter-team-role-changed-subject = تغيرت صفتك في فريق
letter-team-role-changed-text = غيّر أحد مالكي منظمة «{ $title }» ({ $number }) صفتك في فريقها. صفتك الآن: { $role }.
letter-team-role-changed-link = انظر المنظمة:

letter-team-removed-subject = لم تعد في الفريق
letter-team-removed-text = أخرجك أحد مالكي منظمة «{ $title }» ({ $number }) من فريقها. إن كنت ترى في ذلك خطأً فاسأله.

letter-ownership-offered-subject = يُعرض عليك تسلّم منظمة
letter-ownership-offered-text = يود مالك منظمة «{ $title }» ({ $number }) أن يسلّمك إياها. ستتكلم باسمها مع المجلس وتدير فريقها.
letter-ownership-offered-link = اقبل العرض أو ارفضه:

letter-ownership-handed-over-subject = سُلّمت منظمتك
letter-ownership-handed-over-text = قُبل عرضك، وصار لمنظمة «{ $title }» ({ $number }) مالك آخر مكانك. تبقى أنت محررًا.
letter-ownership-handed-over-link = انظر الفريق:

letter-join-asked-subject = شخص يطلب الانضمام إلى فريقك
letter-join-asked-text = يطلب شخص الانضمام إلى فريق منظمة «{ $title }» ({ $number }).
letter-join-asked-link = انظر من هو وأجب:

letter-join-accepted-subject = أنت في الفريق
letter-join-accepted-text = أنت الآن في فريق منظمة «{ $title }» ({ $number }). صفتك: { $role }.
letter-join-accepted-link = انظر المنظمة:

letter-join-refused-subject = طلبك الانضمام إلى فريق
letter-join-refused-text = لم يدخلك مالكو منظمة «{ $title }» ({ $number }) إلى فريقها.
letter-join-refused-link = انظر صفحتها العامة:

letter-rescue-asked-subject = أما زلت موجودًا؟ شخص يطلب تسلّم منظمتك
letter-rescue-asked-text =
    يقول شخص إن مالكي منظمة «{ $title }» ({ $number }) غابوا ويطلب أن يصير مالكًا.

    إن كنت موجودًا فأوقف ذلك، وآخر يوم هو { $until }. إن لم يوقفه أي مالك قررت البعثة أو المجلس بعد ذلك اليوم.
letter-rescue-asked-link = لإيقافه افتح هذه الصفحة واضغط الزر، ولا حاجة إلى تسجيل الدخول:

letter-rescue-stopped-subject = أحد المالكين موجود
letter-rescue-stopped-text = طلبت أن تصير مالك منظمة «{ $title }» ({ $number }). أجاب أحد مالكيها وأوقف ذلك. يمكنك أن تطلب منهم إدخالك إلى الفريق.
letter-rescue-stopped-link = انظر صفحتها العامة:

letter-rescue-accepted-subject = صرت مالكًا
letter-rescue-accepted-text = طلبت أن تصير مالك منظمة «{ $title }» ({ $number }) وقُبل طلبك. ما زال المالكون السابقون في الفريق، ويمكنك إخراجهم.
letter-rescue-accepted-link = انظر الفريق:

letter-rescue-refused-subject = طلبك أن تصير مالكًا
letter-rescue-refused-text = طلبت أن تصير مالك منظمة «{ $title }» ({ $number }) ورُفض طلبك. يمكنك أن تقرأ السبب حيث طلبت.
letter-rescue-refused-link = انظر صفحتها العامة:

letter-rescued-subject = صار لمنظمتك مالك آخر
letter-rescued-text = لم يجب أي من مالكي منظمة «{ $title }» ({ $number }) فصار مالكًا شخص طلب ذلك. ما زلت في الفريق. إن كان هذا خطأً فأخبر المجلس.
letter-rescued-link = انظر الفريق:

letter-kind-invitation = دعوة إلى فريق
letter-kind-team-role-changed = تغيرت الصفة في فريق
letter-kind-team-removed = إخراج من فريق
letter-kind-ownership-offered = عرض مكان مالك
letter-kind-ownership-handed-over = تم التسليم
letter-kind-join-asked = طلب انضمام
letter-kind-join-accepted = قبول في فريق
letter-kind-join-refused = عدم قبول في فريق
letter-kind-rescue-asked = سؤال المالكين هل هم موجودون
letter-kind-rescue-stopped = أحد المالكين موجود
letter-kind-rescue-accepted = صار مالكًا
letter-kind-rescue-refused = لم يصر مالكًا
letter-kind-rescued = مالك آخر
