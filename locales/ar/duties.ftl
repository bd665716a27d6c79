# تسليم العمل على المكتب، والنيابة عن الغائبين، ومدة تولّي الملف.
duty-title = تسليم العمل
duty-lead = تنتقل الملفات التي يتولّاها شخص، والمنظمات التي ينسّقها، والأعلام، والإشارات التي لم يقرأها، والجلسات التي يرأسها، إلى زميل دفعة واحدة.
duty-none = لم يُسلَّم شيء بعد.
duty-new-title = سلّم العمل
duty-new-text = انظر أولًا ما سيحدث لكل شيء. لا ينتقل شيء قبل أن تقرر.
duty-nobody = لا يوجد زميل تسلّمه العمل.
duty-from = من
duty-from-hint = أنت، أو من غادر أو لا يستطيع ذلك بنفسه.
duty-from-missing = اختر صاحب العمل
duty-to = إلى
duty-to-hint = من كان غائبًا فذلك مذكور بجانب اسمه.
duty-to-missing = اختر زميلًا
duty-by = من سلّم
duty-look = انظر ما الذي سينتقل
duty-preview-title = ما سينتقل إلى { $name }
duty-nothing = لا شيء لتسليمه
duty-nothing-next = لا ملف يُتولّى، ولا منظمة تُنسَّق، ولا علم، ولا إشارة غير مقروءة، ولا جلسة.
duty-goes = { $count ->
    [0] لا ينتقل شيء
    [one] ينتقل شيء واحد ({ $count })
    [two] ينتقل شيئان ({ $count })
    [few] تنتقل { $count } أشياء
    [many] ينتقل { $count } شيئًا
   *[other] ينتقل { $count } شيء
}
duty-stays = { $count ->
    [one] يبقى شيء واحد ({ $count }) مكانه، والسبب بجانبه.
    [two] يبقى شيئان ({ $count }) مكانهما، والسبب بجانب كل منهما.
    [few] تبقى { $count } أشياء مكانها، والسبب بجانب كل منها.
    [many] يبقى { $count } شيئًا مكانه، والسبب بجانب كل منها.
   *[other] يبقى { $count } شيء مكانه، والسبب بجانب كل منها.
}
duty-more = ما هنا أكثر مما ينتقل دفعة واحدة: يظهر أول { $count } من كل نوع. سلّم مرة أخرى لما بقي.
duty-rows = ما يُسلَّم
duty-col-what = الشيء
duty-col-kind = النوع
duty-col-fate = ما يحدث له
duty-col-when = متى
duty-kind-hold = ملف يُتولّى
duty-kind-assignment = منظمة تُنسَّق
duty-kind-flag = علم
duty-kind-mention = إشارة غير مقروءة
duty-kind-session = جلسة للمجلس تُرأَس
duty-will-go = سينتقل
duty-fate-given = انتقل
duty-fate-own = يبقى: يخصّ الزميل نفسه، ولا يتابع أحد ما يخصّه
duty-fate-out-of-reach = يبقى: خارج صلاحيات الزميل
duty-fate-same-person = يبقى: شارك الزميل في ما يجب أن يحكم فيه غيره
duty-fate-known-already = يبقى: الزميل يعلمه من قبل
duty-fate-not-theirs = يبقى: ليس لك أن تسلّمه
duty-fate-changed = يبقى: تغيّر في هذه الأثناء
duty-words = لماذا
duty-words-hint = يقرؤه زميلك، ويبقى في السجل.
duty-hand-over = سلّم
duty-overtaken-title = تغيّر شيء في هذه الأثناء
duty-overtaken-text = لم يُسلَّم شيء. انظر أدناه كيف أصبح الحال، وسلّم إن كان ذلك لا يزال صحيحًا.
duty-one-title = عمل سُلِّم
duty-went = { $count ->
    [0] لم ينتقل شيء
    [one] انتقل شيء واحد ({ $count })
    [two] انتقل شيئان ({ $count })
    [few] انتقلت { $count } أشياء
    [many] انتقل { $count } شيئًا
   *[other] انتقل { $count } شيء
}
duty-none-for-you = لا شيء منه مما يحق لك أن تراه.
duty-undoes = يعيد ما سُلِّم من قبل
duty-undone = أُعيد ذلك
duty-back-tag = إعادة
duty-return-title = أعِد العمل
duty-return-text = { $count ->
    [one] يمكن إعادة شيء واحد ({ $count }). وما تغيّر منذ ذلك يبقى مكانه.
    [two] يمكن إعادة شيئين ({ $count }). وما تغيّر منذ ذلك يبقى مكانه.
    [few] يمكن إعادة { $count } أشياء. وما تغيّر منذ ذلك يبقى مكانه.
    [many] يمكن إعادة { $count } شيئًا. وما تغيّر منذ ذلك يبقى مكانه.
   *[other] يمكن إعادة { $count } شيء. وما تغيّر منذ ذلك يبقى مكانه.
}
duty-return = أعِد العمل
flash-duties-handed-over = سُلِّم العمل. تصل زميلك رسالة.
flash-duties-back = عاد العمل.
flash-error-duties-changed = تغيّر شيء في هذه الأثناء فلم يُعَد شيء. انظر أدناه كيف أصبح الحال.
history-part-of-handover = ضمن تسليم العمل
act-duties-handed-over = سُلِّم العمل
act-case-given = سُلِّم الملف إلى زميل
act-mention-given = سُلِّمت الإشارة إلى زميل
act-session-chair-given = يرأس الجلسة رئيس آخر
act-desk-rules-changed = تغيّرت مدة تولّي الملف
letter-duties-handed-over-subject = أصبح عمل زميل لك
letter-duties-handed-over-text = { $count ->
    [one] سُلِّم إليك شيء واحد ({ $count }) من عمل زميل. انظر ما هو ولماذا. وإن لم يكن لك فيمكنك إعادته من هناك.
    [two] سُلِّم إليك شيئان ({ $count }) من عمل زميل. انظر ما هما ولماذا. وإن لم يكونا لك فيمكنك إعادتهما من هناك.
    [few] سُلِّمت إليك { $count } أشياء من عمل زميل. انظر ما هي ولماذا. وإن لم تكن لك فيمكنك إعادتها من هناك.
    [many] سُلِّم إليك { $count } شيئًا من عمل زميل. انظر ما هي ولماذا. وإن لم تكن لك فيمكنك إعادتها من هناك.
   *[other] سُلِّم إليك { $count } شيء من عمل زميل. انظر ما هي ولماذا. وإن لم تكن لك فيمكنك إعادتها من هناك.
}
letter-duties-handed-over-link = انظر ما سُلِّم:
letter-duties-gone-subject = سُلِّم عملك إلى زميل
letter-duties-gone-text = { $count ->
    [one] شيء واحد ({ $count }) من عملك أصبح عند زميل. يمكنك أن تقرأ ما هو ولماذا.
    [two] شيئان ({ $count }) من عملك أصبحا عند زميل. يمكنك أن تقرأ ما هما ولماذا.
    [few] { $count } أشياء من عملك أصبحت عند زميل. يمكنك أن تقرأ ما هي ولماذا.
    [many] { $count } شيئًا من عملك أصبحت عند زميل. يمكنك أن تقرأ ما هي ولماذا.
   *[other] { $count } شيء من عملك أصبحت عند زميل. يمكنك أن تقرأ ما هي ولماذا.
}
letter-duties-gone-link = انظر ما سُلِّم:
letter-for-deputy-subject = عن زميل غائب: { $number }
letter-for-deputy-text = أنت تنوب عن { $name } الغائب حتى { $until }. هذا ما كُتب إليه:
letter-kind-duties-handed-over = تسليم عمل
letter-kind-duties-gone = عمل انتقل إلى غيرك
letter-kind-for-deputy = إلى نائب
absence-deputy = من ينوب عنك
absence-deputy-hint = يرى على مكتبه ما ينتظرك في حدود ما يحق له، وتصله الرسائل التي تطلب منك شيئًا، ويمكنه تولّي ملفاتك دون سؤال.
absence-deputy-none = لا أحد
absence-deputy-unknown = اختر زميلًا يمكنه أن ينوب عنك
absence-deputy-is = ينوب: { $name }
absence-hand-over = سلّم عملك نهائيًّا
absence-name-deputy = { $name } (في غياب حتى { $date }؛ ينوب { $deputy })
absence-name-deputy-note = { $name } (في غياب حتى { $date }؛ ينوب { $deputy }: { $note })
desk-for-absent = عن { $name }، في غياب حتى { $date }
desk-for-absent-nothing = لا شيء ينتظره مما يحق لك أن تراه.
desk-absent-held = الملفات التي يتولّاها
desk-absent-post = آراء مطلوبة من بعثته
desk-absent-appeals = تظلمات ينظر فيها
desk-absent-flags = { $count ->
    [one] علم واحد ({ $count }) في متابعته.
    [two] علمان ({ $count }) في متابعته.
    [few] { $count } أعلام في متابعته.
    [many] { $count } علمًا في متابعته.
   *[other] { $count } علم في متابعته.
}
desk-take-over-deputy = أنت تنوب عن { $name } حتى { $date }. يمكنك تولّي هذا الملف دون ذكر سبب؛ فإن كتبت سببًا ظهر على مكتبه ووصلته رسالة.
desk-rules-title = مدة تولّي الملف
admin-desk-hint = كم يبقى الملف في يد أحد ما دام لا يحدث فيه شيء
desk-rules-text = من أخذ ملفًا تولّاه. كل اطّلاع وكل عمل منه يبدأ المدة من جديد؛ فإذا انقضت عاد الملف في انتظار الجميع.
desk-rules-now = { $count ->
    [one] يبقى الملف الآن دقيقة واحدة ({ $count }).
    [two] يبقى الملف الآن دقيقتين ({ $count }).
    [few] يبقى الملف الآن { $count } دقائق.
    [many] يبقى الملف الآن { $count } دقيقة.
   *[other] يبقى الملف الآن { $count } دقيقة.
}
desk-rules-minutes = بالدقائق
desk-rules-minutes-hint = من 5 إلى 10,080 أي أسبوع. وما يُتولّى الآن يحتفظ بمدته إلى أن يطّلع عليه صاحبه أو يعمل فيه.
desk-rules-number = أدخل عدد دقائق من 5 إلى 10,080
desk-rules-save = حفظ
desk-rules-overtaken = غيّره شخص آخر في هذه الأثناء
flash-desk-rules-saved = حُفظت المدة.
