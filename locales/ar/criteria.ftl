# ما يُحكم به على القضايا وما وُجد منه، والوثائق بجانب الإجابات.
nav-criteria = المعايير
admin-criteria-hint = ما يُحكم به على القضايا، في طبعات متتالية
criteria-title = المعايير
criteria-lead = ما يحكم به المجلس على القضايا. عدّلوا المسودة ثم انشروها. تبقى القضية على الطبعة التي كانت سارية عند تقديمها أول مرة، حتى إن أُرسلت من جديد.
criteria-published = ما نُشر
criteria-in-force = سارية
criteria-edition = الطبعة { $number }
criteria-draft = مسودة الطبعة { $number }
criteria-unchanged = المسودة مطابقة للطبعة السارية.
criteria-since = نُشرت في
criteria-none = لا معيار فيها: تُنظر القضايا بلا قائمة.
criteria-publish = نشر هذه الطبعة
criteria-publish-text = تُحكم بها القضايا التي تُقدَّم من ذلك الحين. لا يتغيّر ما نُشر، وتبدأ مسودة جديدة.
criteria-back = العودة إلى المعايير
criteria-open = { $count ->
    [0] حُسمت المعايير كلها.
    [zero] حُسمت المعايير كلها.
    [one] معيار واحد من { $of } مفتوح أو غير مستوفى.
    [two] معياران من { $of } مفتوحان أو غير مستوفيين.
    [few] { $count } معايير من { $of } مفتوحة أو غير مستوفاة.
    [many] { $count } معيارًا من { $of } مفتوحة أو غير مستوفاة.
   *[other] { $count } معيار من { $of } مفتوحة أو غير مستوفاة.
}
criteria-excused = قُبلت مع أن هذا كان مفتوحًا أو غير مستوفى:
criterion = المعيار
criterion-applies = لأي قضايا
criterion-withdrawn = غير معمول به
criterion-withdrawn-hint = يُترك في هذه الطبعة، ويمكن أن يعود في طبعة لاحقة
criterion-required = مطلوب
criterion-required-hint = قبول القضية دونه يتطلب ذكر السبب
criterion-useful = يُستحسن
criterion-new = معيار جديد
criterion-in-draft = أنتم تعدّلون المسودة. لا يسري شيء قبل نشرها.
criterion-case-kinds = لأي قضايا يُعمل به
criterion-none-is-all = لا تختاروا شيئًا ليُعمل به في كلها
criterion-judge = سجّلوا ما وجدتم
criterion-rests-on-answer = الإجابة:
criterion-meanwhile = سجّل زميل ما وجده بعد أن فتحتم الصفحة. تجدونه أدناه، وما كتبتموه محفوظ. أرسلوه من جديد إن كنتم ما زلتم تقصدونه.
criterion-stands = المسجّل الآن
criterion-yours = ما وجدتم
criterion-outcome = كيف هو؟
criterion-note = ملاحظة
criterion-note-hint = لا يقرؤها سوى المجلس والبعثات.
criterion-evidence = ما يستند إليه
criterion-documents = الوثائق التي يستند إليها
criterion-fields = الإجابات التي يستند إليها
criterion-links = عناوين الويب التي يستند إليها
criterion-links-hint = عنوان واحد في كل سطر
criterion-links-many = اذكروا عشرة عناوين على الأكثر
criterion-not-met-why = اذكروا ما ينقص
criterion-save = حفظ
criterion-save-next = حفظ والانتقال إلى المفتوح التالي
finding-outcome-met = مستوفى
finding-outcome-not-met = غير مستوفى
finding-outcome-not-applicable = لا ينطبق
finding-outcome-open = مفتوح
desk-despite-title = إن قبلتموها مع ذلك
desk-despite = لماذا يمكن قبولها؟
desk-despite-hint = معايير مطلوبة مفتوحة أو غير مستوفاة. يبقى السبب داخل المجلس.
desk-despite-why = اذكروا لماذا يمكن قبولها مع أن معايير مطلوبة مفتوحة أو غير مستوفاة
flash-criterion-saved = حُفظ ما وجدتم.
flash-criteria-saved = حُفظت المسودة.
flash-criteria-published = نُشرت الطبعة.
flash-error-criteria-open = معايير مطلوبة مفتوحة أو غير مستوفاة. خذوا القضية واحسموها، أو اذكروا في القرار لماذا يمكن قبولها.
proof-bare = { $count ->
    [zero] لا إجابة بلا الوثيقة المطلوبة.
    [one] إجابة واحدة بلا الوثيقة المطلوبة.
    [two] إجابتان بلا الوثائق المطلوبة.
    [few] { $count } إجابات بلا الوثائق المطلوبة.
    [many] { $count } إجابة بلا الوثائق المطلوبة.
   *[other] { $count } إجابة بلا الوثائق المطلوبة.
}
proof-unread = لم تُراجع بعد
proof-fine = سليمة
proof-not-fine = اذكروا ما الخطأ
proof-nothing = لا شيء يثبتها
proof-missing = لم تُرسل:
proof-unasked = لا تُطلب وثيقة
