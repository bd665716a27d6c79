# مجموعات المنظمات.
groups-title = المجموعات
groups-lead = المجالس والاتحادات وفرق العمل والبرامج، ومن يشارك فيها.
groups-new = إنشاء مجموعة
groups-new-title = مجموعة جديدة
groups-kinds = أنواع المجموعات
groups-all = الكل
groups-empty = لا توجد مجموعات من هذا النوع بعد
groups-empty-next = أنشئ مجموعة، ثم أضف إليها المنظمات بأرقامها في السجل.
groups-name = الاسم
groups-name-more = الاسم بلغة أخرى
groups-name-language = لغة هذا الاسم
groups-other-names = بلغات أخرى
groups-kind = نوع المجموعة
groups-kind-hint = المجلس يقدّم المشورة لمجلس التنسيق. والاتحاد تؤسسه المنظمات نفسها. ولفريق العمل مهمة، وللبرنامج مدة.
groups-purpose = الغرض من المجموعة
groups-purpose-hint = جملة أو جملتان يراهما الجميع
groups-country = البلدان المضيفة
groups-country-hint = اتركه فارغًا إذا كانت المجموعة تعمل في كل مكان
groups-all-countries = في كل مكان
groups-since = منذ
groups-create = إنشاء المجموعة
groups-members = الأعضاء
groups-nobody = لا أحد في هذه المجموعة بعد
groups-nobody-next = أضف أدناه المنظمة الأولى برقمها في السجل.
groups-nobody-asked = لم يوافق أحد ممن دُعوا حتى الآن.
groups-add = إضافة منظمة
groups-role = الدور في المجموعة
groups-remove = إنهاء العضوية
groups-already-in = هذا العضو في المجموعة بالفعل
flash-group-created = أُنشئت المجموعة. أضف إليها المنظمات الآن
flash-group-member-added = انضم العضو إلى المجموعة وأُبلغ برسالة
flash-group-member-removed = لم يعد العضو في المجموعة
groups-add-to = ضمّ إلى مجموعة
groups-group = المجموعة
groups-seats = المقاعد
groups-seats-text = يجلس في المقعد من يشغل المنصب اليوم.
groups-seat = المنصب الذي يرتبط به المقعد
groups-seat-hint = يجلس في المجموعة من يشغل هذا المنصب في المنظمة
groups-seat-none = لا منصب
groups-seat-unnamed = يشغله شخص لا يُذكر اسمه علنًا
groups-seat-empty = شاغر
groups-seat-who = تحديد من يشغل المنصب
groups-invitees = من يُدعى
groups-invitees-text = من يجلس في المقاعد اليوم، بقدر ما وافقوا على الدعوة. ويُدوَّن في السجل التاريخي أنك اطّلعت عليهم.
groups-invitees-none = لا مقعد في هذه المجموعة مرتبط بمنصب.
groups-invitee-through = لا يجوز استعمال عنوانه: اكتب إلى المنظمة
groups-invitee-no-consent = لم يوافق على الدعوة: اكتب إلى المنظمة
groups-terms = النظام الداخلي للمجموعة
groups-terms-hint = ماذا تفعل وكيف تعمل وأمام من تُسأل. يراه الجميع
groups-language-twice = هذه اللغة مذكورة أعلاه: اجمع النصوص معًا
groups-joining = كيف ينضم الأعضاء
groups-joining-hint = تُسأل القيادات دائمًا أولًا.
joining-notice = يضمّهم مجلس التنسيق ويبلغهم فورًا، ولهم أن ينسحبوا
joining-consent = يُسألون، ولا ينضمون إلا بموافقتهم
groups-parent = جزء من أي مجموعة
groups-parent-hint = قد يكون للمجلس فرق عمل وللاتحاد برامج
groups-parent-none = هي قائمة بذاتها
groups-circle = لا يمكن أن تكون المجموعة جزءًا من جزئها. اختر مجموعة أخرى
groups-part-of = جزء من
groups-parts = المجموعات التابعة لها
groups-areas = مجالات عملها
groups-countries-more = بلدان مضيفة أخرى
groups-country-more = بلد مضيف آخر
groups-started = اليوم الأول
groups-started-hint = اتركه فارغًا إذا كانت المجموعة تبدأ اليوم
groups-ended = اليوم الأخير
groups-ended-hint = اتركه فارغًا إذا لم تكن لها نهاية
groups-ends-before-start = اليوم الأخير قبل الأول
groups-is-over = انتهت هذه المجموعة
groups-over = انتهت هذه المجموعة، ولا يمكن الانضمام إليها بعد الآن
groups-ended-list = المنتهية
groups-ended-none = لم تنتهِ أي مجموعة بعد.
groups-end = إنهاء المجموعة
groups-end-change = تغيير اليوم الأخير
groups-end-text = تبقى المجموعة المنتهية في السجل بكل تاريخها، ولا ينضم إليها أحد بعد ذلك. وتصل كلَّ عضو رسالة واحدة.
groups-end-nothing = لا أحد فيها، ولا أحد مدعوّ إليها، ولا اجتماع قادم.
groups-end-members = { $count ->
    [one] تنتهي معها عضوية واحدة
    [two] تنتهي معها عضويتان
    [few] تنتهي معها { $count } عضويات
    [many] تنتهي معها { $count } عضوية
    *[other] تنتهي معها { $count } عضوية
}
groups-end-invitations = { $count ->
    [one] تُسحب دعوة واحدة لم يُجب عنها
    [two] تُسحب دعوتان لم يُجب عنهما
    [few] تُسحب { $count } دعوات لم يُجب عنها
    [many] تُسحب { $count } دعوة لم يُجب عنها
    *[other] تُسحب { $count } دعوة لم يُجب عنها
}
groups-end-parts = { $count ->
    [one] تستمر مجموعة واحدة تابعة لها
    [two] تستمر مجموعتان تابعتان لها
    [few] تستمر { $count } مجموعات تابعة لها
    [many] تستمر { $count } مجموعة تابعة لها
    *[other] تستمر { $count } مجموعة تابعة لها
}
groups-end-meetings = { $count ->
    [one] هناك اجتماع قادم واحد. إن كان بعد اليوم الأخير أُلغي وأُبلغ من كان سيحضر:
    [two] هناك اجتماعان قادمان. ما كان منهما بعد اليوم الأخير يُلغى ويُبلَّغ من كان سيحضر:
    [few] هناك { $count } اجتماعات قادمة. ما كان منها بعد اليوم الأخير يُلغى ويُبلَّغ من كان سيحضر:
    [many] هناك { $count } اجتماعًا قادمًا. ما كان منها بعد اليوم الأخير يُلغى ويُبلَّغ من كان سيحضر:
    *[other] هناك { $count } اجتماع قادم. ما كان منها بعد اليوم الأخير يُلغى ويُبلَّغ من كان سيحضر:
}
groups-end-day-hint = إذا كان اليوم أو قبله انتهت فورًا. وإذا كان يومًا قادمًا استمرت حتى ذلك اليوم، ويعلم الأعضاء به الآن
groups-end-why = سبب الانتهاء
groups-end-why-hint = يقرؤه الأعضاء في رسالتهم
groups-end-again = تغيّرت المجموعة بعد أن فتحت هذه الصفحة، فلم تنتهِ بعد. انظر إليها مرة أخرى ثم أرسل من جديد إن كان ذلك صحيحًا.
groups-ended-first = أنهى زميل هذه المجموعة
groups-ended-first-text = انتهت المجموعة وأنت في هذه الصفحة، فلم يُنفَّذ شيء مما أرسلته. وهذا ما حدث:
groups-ended-first-see = صفحة المجموعة
groups-reopen = استمرار المجموعة
groups-reopen-text = هل كان ذلك خطأ؟ يمكن أن تستمر المجموعة خلال 60 يومًا. ويعود إليها من كان فيها. وتنعقد الاجتماعات التي ألغاها انتهاؤها إن لم يحن يومها بعد، وتسري من جديد الدعوات المسحوبة ما دام وقت الجواب متاحًا. ويُبلَّغ الجميع.
groups-reopen-set = للمجموعة يوم أخير. إن كان عليها أن تستمر من دونه أُبلغ أعضاؤها، وانعقدت الاجتماعات التي أُلغيت بسببه إن لم يحن يومها بعد.
groups-ended-on = انتهت في { $date }
groups-ends-on = تنتهي في { $date }
groups-members-then = الأعضاء عند انتهائها
groups-nobody-then = لم يكن أحد في هذه المجموعة عند انتهائها
groups-day-unlikely = تحقق من السنة: هذا اليوم قبل عام 1900 أو بعد أكثر من 30 عامًا
groups-has-chair = لهذه المجموعة رئيس، أو دُعي أحد إلى رئاستها. غيّر دوره أولًا أو اسحب الدعوة
groups-place = الدور والمقعد والمدة
groups-place-change = تغيير
groups-place-text = يبقى العضو في المجموعة منذ يوم دخوله. وتخبره رسالة بدوره الآن وبأن له أن يخرج.
groups-place-now = غيّره شخص آخر في هذه الأثناء فلم يُحفظ تغييرك. ما اخترته باقٍ في النموذج، فأرسله من جديد إن كان صحيحًا. الوضع الآن:
flash-group-ended = انتهت المجموعة وأُبلغ أعضاؤها
flash-group-end-set = حُفظ اليوم الأخير وأُبلغ الأعضاء
flash-group-reopened = المجموعة مستمرة
flash-group-place-changed = تغيّر ذلك وأُبلغ العضو
groups-change = تعديل بيانات المجموعة
groups-save = حفظ
flash-group-changed = عُدّلت بيانات المجموعة
flash-group-member-asked = أُرسلت رسالة تسأل عن الانضمام. ولا يظهر أحد عضوًا قبل موافقته
flash-group-invitation-withdrawn = سُحبت الدعوة
groups-already-asked = سبقت دعوتهم ولم يجيبوا بعد
groups-leader-unreachable = لم يوافق هذا القيادي على الدعوة بالبريد، أو لا يُعرف له عنوان. اطلب موافقته أولًا
groups-your-own = هذه منظمتك أنت. على زميل أن يفعل ذلك
groups-add-leader-text = تصل القياديَّ رسالة فيها رابط خاص به تسأله عن الانضمام. ينضم حين يوافق، ولا يُذكر اسمه علنًا إلا إذا وافق على ذلك أيضًا.
groups-term-until = آخر أيام المدة
groups-term-until-hint = اتركه فارغًا إن لم تكن مدة. بعد هذا اليوم تنتهي العضوية من تلقائها
groups-term-past = مضى هذا اليوم
groups-leaders = القيادات
groups-leader-unnamed = قيادي لا يُذكر اسمه
groups-leaders-unnamed = { $count ->
    [one] قيادي واحد لا يُذكر اسمه
    [two] قياديان لا يُذكر اسماهما
    [few] { $count } قياديين لا تُذكر أسماؤهم
    [many] { $count } قياديًا لا تُذكر أسماؤهم
    *[other] { $count } قيادي لا تُذكر أسماؤهم
}
groups-asked = من دُعي
groups-asked-all = كل من دُعي
groups-asked-nobody = لم يُدعَ أحد.
groups-asked-on = أُرسلت الدعوة في
groups-asked-open = لا جواب بعد
groups-asked-withdraw = سحب الدعوة
join-answer-accepted = قبول
join-answer-declined = اعتذار
join-answer-withdrawn = سُحبت الدعوة
join-answer-expired = لا جواب في الموعد
groups-yours = مجموعاتك
groups-yours-text = حيث منظمتك عضو، وحيث تُدعى إلى الانضمام. ويرى الجميع من في المجموعة.
groups-themselves-text = هذه الصفحة لك وحدك. هنا تقول إن كنت تنضم، ويمكنك الانسحاب متى شئت. ولا يُنشر اسمك إلا إذا وافقت. وإذا انضممت تصلك دعوات الاجتماعات على العنوان الذي وصلتك عليه رسالة هذا الرابط.
groups-asked-you = دعوات إلى الانضمام
groups-yours-there = المجموعات التي تشارك فيها
groups-yours-none = لا شيء بعد.
groups-answer-by = آخر موعد للجواب
groups-answer-words = توضيح مع الجواب
groups-answer-missing = اختر الانضمام أو الاعتذار
groups-join = انضمام
groups-decline = اعتذار
groups-leave = انسحاب
groups-leave-words-open = اذكر السبب إن شئت
groups-leave-words = سبب الانسحاب
groups-what-it-is = ما هذه المجموعة
flash-group-joined = تمّ الانضمام إلى المجموعة
flash-group-declined = سُجّل الاعتذار، ولا يظهر أحد عضوًا
flash-group-left = تمّ الانسحاب من المجموعة
groups-coordinator-why = بموجب قاعدة لهذه المجموعة
groups-role-of-programmes = أدوار الجهة المنفّذة والشريك والداعم للمنظمات في البرامج وحدها
groups-kind-has-roles = في هذه المجموعة من ينفّذ أو يشارك أو يدعم، أو من دُعي إلى ذلك، وهذه أدوار للبرامج وحدها. أعطهم دورًا آخر أولًا
flash-group-place-asked = أُرسلت رسالة تسأل عن الموافقة على هذا الدور. وإلى حين الموافقة يبقى كل شيء كما هو
