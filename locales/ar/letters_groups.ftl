# رسائل عن المجموعات.
letter-group-until = حتى { $date }
letter-group-open = بلا تاريخ انتهاء
letter-group-a-leader = قيادي
group-reply-joined = انضمام
group-reply-declined = اعتذار
group-reply-left = انسحاب
letter-group-invited-subject = هل تنضم منظمتكم إلى مجموعة؟
letter-group-invited-text = يدعو مجلس التنسيق منظمة «{ $title }» إلى الانضمام إلى مجموعة «{ $group }»: { $role }، { $until }. لا تنضمون إلا بموافقتكم، ولكم الانسحاب لاحقًا. ولا يُبلَّغ أحد قبل جوابكم.
letter-group-invited-link = اقرؤوا عنها وأجيبوا:
letter-group-entered-subject = منظمتكم في مجموعة
letter-group-entered-text = أنشأ مجلس التنسيق مجموعة «{ $group }» وضمّ إليها منظمة «{ $title }»: { $role }، { $until }. يرى الجميع من في المجموعة. إن لم ترغبوا فانسحبوا بضغطة واحدة دون ذكر السبب.
letter-group-entered-link = مجموعاتكم والانسحاب منها:
letter-group-removed-subject = انتهت عضوية في مجموعة
letter-group-removed-text = { $title }: انتهت العضوية في مجموعة «{ $group }» ({ $role }، { $until }). أنهاها مجلس التنسيق أو انقضت مدتها.
letter-group-removed-link = مجموعاتكم:
letter-group-answered-subject = جواب بشأن مجموعة
letter-group-answered-text = { $title }: { $reply }. مجموعة «{ $group }» ({ $role }، { $until }). وإن كان مع الجواب توضيح فهو في صفحة المجموعة.
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

    إن لم ترغبوا في ذلك فاخرجوا بضغطة واحدة دون ذكر السبب. وتصلكم رسالة عن كل اجتماع ينعقد بعد إلغائه.
letter-group-goes-on-link = مجموعاتكم والخروج منها:
letter-group-place-changed-subject = تغيّر دوركم في مجموعة
letter-group-place-changed-text = غيّر مجلس التنسيق دورًا أو مقعدًا أو مدة في { $group }. الآن: { $title } ({ $role }، { $until }). إن لم ترغبوا في ذلك فاخرجوا بضغطة واحدة دون ذكر السبب.
letter-group-place-changed-link = مجموعاتكم والخروج منها:
letter-kind-group-ended = انتهاء مجموعة
letter-kind-group-goes-on = استمرار مجموعة
letter-kind-group-place-changed = تغيّر الدور في مجموعة
letter-leader-invited-subject = هل تنضمون إلى مجموعة؟
letter-leader-invited-text = يدعوكم مجلس التنسيق إلى الانضمام إلى مجموعة «{ $group }»: { $role }، { $until }. لا تنضمون إلا بموافقتكم. وبالرابط نفسه يمكنكم الانسحاب في أي وقت. لا تعطوه لأحد: فمن يملكه يجيب عنكم.
letter-leader-invited-link = اقرؤوا عنها وأجيبوا:
letter-kind-group-invited = دعوة إلى مجموعة
letter-kind-group-entered = ضمّ إلى مجموعة
letter-kind-group-removed = انتهاء العضوية في مجموعة
letter-kind-group-answered = جواب بشأن مجموعة
letter-kind-leader-invited = دعوة قيادي إلى مجموعة
letter-meeting-called-subject = دعوة إلى اجتماع في { $date }
letter-meeting-called-text = اجتماع مجموعة «{ $group }» في { $date } الساعة { $time } ({ $zone })، { $place }. مع الرسالة دعوة لتقويمكم.
letter-meeting-called-link = المزيد:
letter-meeting-moved-subject = تغيّر موعد الاجتماع أو مكانه: { $date }
letter-meeting-moved-text = تغيّر موعد اجتماع مجموعة «{ $group }» أو مكانه: { $date } الساعة { $time } ({ $zone })، { $place }. ويُحدَّث تقويمكم.
letter-meeting-moved-link = المزيد:
letter-meeting-called-off-subject = أُلغي اجتماع { $date }
letter-meeting-called-off-text = لن ينعقد اجتماع مجموعة «{ $group }» في { $date } الساعة { $time } ({ $zone })، { $place }.
letter-meeting-called-off-link = صفحة المجموعة:
letter-meeting-not-yours-subject = لم تعودوا مدعوين إلى اجتماع { $date }
letter-meeting-not-yours-text = لم تعودوا مدعوين إلى اجتماع مجموعة «{ $group }» في { $date } الساعة { $time } ({ $zone })، { $place }: المنصب أو العضوية لغيركم عندئذ، أو انتهت. ويزول الاجتماع من تقويمكم.
letter-meeting-not-yours-link = صفحة المجموعة:
letter-recommendation-answered-subject = ردّ المجلس على توصية
letter-recommendation-answered-text =
    مجموعة «{ $group }»، توصية { $date }: { $title }. ردّ المجلس: { $answer }.

    { $words }
letter-recommendation-answered-link = المزيد:
letter-kind-meeting-called = دعوة إلى اجتماع
letter-kind-meeting-moved = تغيّر موعد اجتماع أو مكانه
letter-kind-meeting-called-off = أُلغي اجتماع
letter-kind-meeting-not-yours = انتهت دعوة إلى اجتماع
letter-kind-recommendation-answered = ردّ على توصية
letter-group-not-asked-subject = لم تعودوا مدعوين إلى مجموعة
letter-group-not-asked-text =
    سُحبت الدعوة إلى مجموعة «{ $group }»: تنتهي المجموعة، ويومها الأخير { $date }. وُجّهت الدعوة إلى: { $title } ({ $role }). ولا حاجة إلى جواب.

    { $words }
letter-group-not-asked-link = صفحة المجموعة:
letter-group-asked-again-subject = الدعوة إلى مجموعة سارية من جديد
letter-group-asked-again-text = تستمر مجموعة «{ $group }»، والدعوة التي سُحبت سارية من جديد. وهي موجّهة إلى: { $title } ({ $role }، { $until }). وموعد الجواب هو ما ذُكر في الرسالة الأولى.
letter-group-asked-again-link = اقرؤوا عنها وأجيبوا:
way-out-left = انسحبتم أنتم، أو فعل ذلك من يملك رابط رسائلكم.
way-out-removed = أنهى مجلس التنسيق عضويتكم.
way-out-term-over = انقضت مدتكم.
letter-leader-out-of-group-subject = لم تعودوا في مجموعة
letter-leader-out-of-group-text = لم تعودوا في مجموعة «{ $group }» ({ $role }، { $until }). { $way } ولا تُدعون بعد الآن إلى اجتماعاتها. إن كان ذلك خطأ فاكتبوا إلى مجلس التنسيق.
letter-leader-out-of-group-link = مجموعاتكم:
letter-leader-left-group-subject = انسحب قيادي من مجموعة
letter-leader-left-group-text = انسحب قيادي كان في مجموعة «{ $group }» ({ $role }، { $until }). وإن ذكر السبب فهو في صفحة المجموعة.
letter-leader-left-group-link = صفحة المجموعة:
letter-meeting-held-after-all-subject = ينعقد اجتماع { $date } بعد كل شيء
letter-meeting-held-after-all-text = ينعقد اجتماع مجموعة «{ $group }» بعد كل شيء في { $date } الساعة { $time } ({ $zone })، { $place }. كان قد أُلغي لأن المجموعة كانت ستنتهي، لكنها مستمرة. وتعيده هذه الرسالة إلى تقويمكم.
letter-meeting-held-after-all-link = المزيد:
letter-kind-group-not-asked = انتهت دعوة إلى مجموعة مع المجموعة
letter-kind-group-asked-again = الدعوة إلى مجموعة سارية من جديد
letter-kind-leader-out-of-group = خروج قيادي من مجموعة
letter-kind-leader-left-group = انسحب قيادي من مجموعة
letter-kind-meeting-held-after-all = ينعقد اجتماع بعد إلغائه
