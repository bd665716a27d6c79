# رسائل عن المجموعات.
letter-group-until = حتى { $date }
letter-group-open = بلا نهاية محددة
letter-group-a-leader = قائد
group-reply-joined = انضم
group-reply-declined = اعتذر
group-reply-left = خرج
letter-group-invited-subject = هل تنضم منظمتكم إلى مجموعة؟
letter-group-invited-text = يدعو مجلس التنسيق { $title } إلى الانضمام إلى { $group }: { $role }، { $until }. لا تنضمون إلا بموافقتكم، ولكم الخروج لاحقًا. ولا يُبلَّغ أحد قبل جوابكم.
letter-group-invited-link = اقرؤوا عنها وأجيبوا:
letter-group-entered-subject = منظمتكم في مجموعة
letter-group-entered-text = أنشأ مجلس التنسيق { $group } وضمّ إليها { $title }: { $role }، { $until }. يرى الجميع من في المجموعة. إن لم ترغبوا فاخرجوا بضغطة واحدة دون ذكر السبب.
letter-group-entered-link = مجموعاتكم والخروج منها:
letter-group-removed-subject = لم تعودوا في مجموعة
letter-group-removed-text = لم يعد { $title } عضوًا في { $group } ({ $role }، { $until }): أنهى مجلس التنسيق العضوية أو انقضت مدتها.
letter-group-removed-link = مجموعاتكم:
letter-group-answered-subject = جواب بشأن مجموعة
letter-group-answered-text = { $title } { $reply }: { $group } ({ $role }، { $until }). وإن قالوا شيئًا فهو في صفحة المجموعة.
letter-group-answered-link = صفحة المجموعة:
letter-group-yourself = أنتم
letter-group-ended-subject = تنتهي مجموعة في { $date }
letter-group-ended-text =
    ينهي مجلس التنسيق { $group }. يومها الأخير { $date }، وتنتهي معها العضوية: { $title } ({ $role }). ولا حاجة إلى أن تفعلوا شيئًا.

    { $words }
letter-group-ended-link = صفحة المجموعة:
letter-group-goes-on-subject = المجموعة مستمرة
letter-group-goes-on-text =
    تستمر { $group }: كان إنهاؤها خطأ، أو أعاد مجلس التنسيق النظر. وفيها: { $title } ({ $role }، { $until }).

    إن لم ترغبوا في ذلك فاخرجوا بضغطة واحدة دون ذكر السبب. والاجتماعات الملغاة يُدعى إليها من جديد عند الحاجة.
letter-group-goes-on-link = مجموعاتكم والخروج منها:
letter-group-place-changed-subject = تغيّر دوركم في مجموعة
letter-group-place-changed-text = غيّر مجلس التنسيق دورًا أو مقعدًا أو مدة في { $group }. الآن: { $title } ({ $role }، { $until }). إن لم ترغبوا في ذلك فاخرجوا بضغطة واحدة دون ذكر السبب.
letter-group-place-changed-link = مجموعاتكم والخروج منها:
letter-kind-group-ended = انتهاء مجموعة
letter-kind-group-goes-on = استمرار مجموعة
letter-kind-group-place-changed = تغيّر الدور في مجموعة
letter-leader-invited-subject = هل تنضم إلى مجموعة؟
letter-leader-invited-text = يدعوك مجلس التنسيق إلى الانضمام إلى { $group }: { $role }، { $until }. لا تنضم إلا بموافقتك. وبالرابط نفسه يمكنك الخروج في أي وقت. لا تعطه لأحد: فمن يملكه يجيب عنك.
letter-leader-invited-link = اقرأ عنها وأجب:
letter-kind-group-invited = دعوة إلى مجموعة
letter-kind-group-entered = ضمّ إلى مجموعة
letter-kind-group-removed = خروج من مجموعة
letter-kind-group-answered = جواب بشأن مجموعة
letter-kind-leader-invited = دعوة قائد إلى مجموعة
letter-meeting-called-subject = دعوة إلى اجتماع في { $date }
letter-meeting-called-text = { $group }: الاجتماع في { $date } الساعة { $time } ({ $zone })، { $place }. مع الرسالة دعوة لتقويمكم.
letter-meeting-called-link = المزيد:
letter-meeting-moved-subject = نُقل اجتماع إلى { $date }
letter-meeting-moved-text = { $group }: تغيّر وقت الاجتماع أو مكانه: { $date } الساعة { $time } ({ $zone })، { $place }. ويُحدَّث تقويمكم.
letter-meeting-moved-link = المزيد:
letter-meeting-called-off-subject = أُلغي اجتماع { $date }
letter-meeting-called-off-text = { $group }: لن ينعقد الاجتماع في { $date } الساعة { $time } ({ $zone })، { $place }.
letter-meeting-called-off-link = صفحة المجموعة:
letter-meeting-not-yours-subject = لم تعودوا مدعوين إلى اجتماع { $date }
letter-meeting-not-yours-text = لستم في { $group } يوم { $date } الساعة { $time } ({ $zone })، { $place }: المنصب أو العضوية لغيركم عندئذ أو انتهت. ويزول الاجتماع من تقويمكم.
letter-meeting-not-yours-link = صفحة المجموعة:
letter-recommendation-answered-subject = ردّ المجلس على توصية
letter-recommendation-answered-text =
    { $group }، توصية { $date }: { $title }. ردّ المجلس: { $answer }.

    { $words }
letter-recommendation-answered-link = المزيد:
letter-kind-meeting-called = دعوة إلى اجتماع
letter-kind-meeting-moved = نُقل اجتماع
letter-kind-meeting-called-off = أُلغي اجتماع
letter-kind-meeting-not-yours = انتهت دعوة إلى اجتماع
letter-kind-recommendation-answered = ردّ على توصية
