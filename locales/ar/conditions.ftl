# شروط القبول: ما يجب فعله، وما الجواب عليه، وهل استُوفي.
conditions-title = الشروط
condition-state-open = يجب استيفاؤه
condition-state-overdue = فات موعده
condition-state-answered = أُجيب عنه
condition-state-not-met = لم يُستوفَ
condition-state-met = استُوفي
condition-mark-met = استُوفي الشرط
condition-mark-not-met = لم يُستوفَ الشرط
condition-mark-extended = منح وقت أطول
condition-answered = جواب
condition-extended-until = وقت أطول حتى { $date }
condition-paper = الوثيقة التي تبيّنه
condition-answer-link = قولوا ما فعلتم
condition-answer-title = الجواب عن شرط
condition-answer-words = ماذا فعلتم؟
condition-answer-words-hint = قولوا كيف يرى المجلس أن الشرط استُوفي.
condition-answer-paper = وثيقة تبيّنه
condition-answer-paper-hint = إحدى وثائق منظمتكم
condition-no-paper = بلا وثيقة
condition-add-paper = أو إضافة وثيقة هنا
condition-paper-item = ما هي الوثيقة
condition-paper-item-hint = ستصبح أيضًا من وثائق منظمتكم
condition-needs-item = حدّدوا ما هي الوثيقة
condition-one-paper = اختاروا واحدة: وثيقة موجودة أو ملفًا جديدًا
condition-answer-send = إرسال إلى المجلس
condition-mark-title = القول هل استُوفي الشرط
condition-mark = ماذا تقولون؟
condition-mark-hint = حين تُستوفى الشروط كلها يُقبل الطلب نهائيًا ويُبلَّغ مقدّمه.
condition-reason = السبب
condition-reason-hint = يقرأه مقدّم الطلب. وهو لازم ما لم يُستوفَ الشرط.
condition-new-day = الموعد الجديد
condition-new-day-hint = لمنح وقت أطول فقط، مثلًا 27 3 2027
condition-mark-send = حفظ
flash-condition-answered = جوابكم عند المجلس
flash-condition-marked = حُفظ
desk-decision-more-conditions = شروط أخرى، لكل منها موعده
desk-decision-another-condition = شرط آخر
home-desk-condition = { $title }: أُجيب عن شرط، وموعده { $date }.
home-desk-condition-passed = { $title }: كان يجب استيفاء شرط حتى { $date }.
home-desk-condition-act = انظر الشروط
home-desk-condition-more = { $count ->
    [one] ملف آخر ({ $count }) فيه شرط يحتاج إلى نظر.
    [two] ملفان آخران ({ $count }) فيهما شروط تحتاج إلى نظر.
    [few] { $count } ملفات أخرى فيها شروط تحتاج إلى نظر.
    [many] { $count } ملفًا آخر فيها شروط تحتاج إلى نظر.
   *[other] { $count } ملف آخر فيها شروط تحتاج إلى نظر.
}
act-case-condition-answered = أُجيب عن شرط
act-case-condition-met = استُوفي شرط
act-case-condition-not-met = لم يُستوفَ شرط
act-case-condition-extended = وقت أطول لشرط
act-case-conditions-met = استُوفيت الشروط كلها
letter-conditions-met-subject = استُوفيت شروط { $number } كلها
letter-conditions-met-text = نظر المجلس في ما فعلتم من أجل { $title }. استُوفيت الشروط كلها، ولم يبق شيء.
letter-conditions-met-link = انظر الملف:
letter-condition-not-met-subject = شرط من شروط { $number } لم يُستوفَ
letter-condition-not-met-text = نظر المجلس في جوابكم بشأن { $title }. ثمة شرط لم يُستوفَ بعد. السبب في صفحة الملف.
letter-condition-not-met-link = انظر السبب وأجب من جديد:
letter-condition-extended-subject = وقت أطول لشرط من شروط { $number }
letter-condition-extended-text = يمنحكم المجلس وقتًا أطول لشرط من شروط { $title }. يُرجى استيفاؤه حتى { $due }.
letter-condition-extended-link = انظر الشرط:
letter-kind-conditions-met = استُوفيت الشروط
letter-kind-condition-not-met = شرط لم يُستوفَ
letter-kind-condition-extended = وقت أطول لشرط
