# ما ينتظر الشخص، وما أرسله، وما يحين موعده.
home-waiting = ما ينتظرك
home-waiting-nothing = لا شيء ينتظرك الآن.
home-organizations-none = لم تُسجَّل أي من منظماتك بعد. تظهر هنا حين يقبلها المجلس.
home-asked = يطلب منك المجلس تغيير بعض الإجابات بشأن { $title } في موعد أقصاه { $date }.
home-asked-passed = طلب منك المجلس تغيير بعض الإجابات بشأن { $title } في موعد أقصاه { $date }. مضى ذلك اليوم: يُرجى الرد الآن.
home-asked-act = عرض المطلوب تغييره
home-condition = سُجّلت { $title } بشرط يُستوفى في موعد أقصاه { $date }.
home-condition-passed = سُجّلت { $title } بشرط كان ينبغي استيفاؤه في موعد أقصاه { $date }.
home-condition-act = عرض الشرط
home-unread = { $count ->
    [zero] لم يكتب إليك المجلس شيئًا جديدًا بشأن { $title }.
    [one] كتب إليك المجلس رسالة بشأن { $title }.
    [two] كتب إليك المجلس رسالتين بشأن { $title }.
    [few] كتب إليك المجلس { $count } رسائل بشأن { $title }.
    [many] كتب إليك المجلس { $count } رسالة بشأن { $title }.
   *[other] كتب إليك المجلس { $count } رسالة بشأن { $title }.
}
home-unread-act = القراءة والرد
home-appeal = لم يقبل المجلس { $title }. يمكنك التظلّم حتى { $date }.
home-appeal-act = معرفة السبب
home-draft = لم ترسل بعد استمارة { $title }. حُفظت آخر مرة في { $date }.
home-draft-untitled = بدأت تسجيل منظمة. حُفظت الاستمارة آخر مرة في { $date } ولم تُرسل بعد.
home-draft-act = متابعة الاستمارة

home-sent = ما أرسلته
home-sent-nothing = ليس لدى المجلس الآن شيء منك ينتظر قرارًا.
home-sent-board = الطلب { $title } ({ $number }) لدى المجلس. يمكنك توقّع الجواب في موعد أقصاه { $date }.
home-sent-board-late = الطلب { $title } ({ $number }) لدى المجلس. كان الجواب متوقّعًا في موعد أقصاه { $date }: تأخّر المجلس، وليس عليك فعل شيء.
home-sent-post = الطلب { $title } ({ $number }) لدى السفارة أو القنصلية، ثم لدى المجلس. يمكنك توقّع الجواب في موعد أقصاه { $date }.
home-sent-chair = تظلّمك بشأن { $title } ({ $number }) لدى رئيس المجلس. يمكنك توقّع الجواب في موعد أقصاه { $date }.
home-sent-chair-late = تظلّمك بشأن { $title } ({ $number }) لدى رئيس المجلس. كان الجواب متوقّعًا في موعد أقصاه { $date }: تأخّر المجلس، وليس عليك فعل شيء.
home-sent-act = معرفة ما وصل إليه

home-due = ما يحين موعده
home-due-nothing = لا موعد يحين.
home-standing = تسجيل { $title } سارٍ حتى { $date }.
home-standing-notice = ينتهي تسجيل { $title } في { $date } ما لم يُجدَّد.
home-standing-suspended = تسجيل { $title } معلّق حتى { $date }.
home-standing-act = عرض المنظمة

home-over = { $count ->
    [zero] لا ملفات منتهية
    [one] ملف واحد منتهٍ
    [two] ملفان منتهيان
    [few] { $count } ملفات منتهية
    [many] { $count } ملفًا منتهيًا
   *[other] { $count } ملف منتهٍ
}

# لمن يعملون في مكتب العمل.
home-desk = في مكتب العمل
home-desk-go = الذهاب إلى مكتب العمل
home-desk-nothing = لا شيء ينتظرك في مكتب العمل.
home-desk-reads = لا شيء في مكتب العمل ينتظر قرارك. يمكنك قراءة كل ما فيه.
home-desk-held = الملف { $title } بين يديك منذ { $date }.
home-desk-held-act = متابعة العمل عليه
home-desk-held-more = { $count ->
    [zero] لا ملفات أخرى بين يديك.
    [one] بين يديك ملف آخر.
    [two] بين يديك ملفان آخران.
    [few] بين يديك { $count } ملفات أخرى.
    [many] بين يديك { $count } ملفًا آخر.
   *[other] بين يديك { $count } ملف آخر.
}
home-desk-opinion = رأيك في { $title } مطلوب في موعد أقصاه { $date }.
home-desk-opinion-act = إبداء الرأي
home-desk-opinion-more = { $count ->
    [zero] لا رأي آخر مطلوب منك.
    [one] رأيك مطلوب في ملف آخر.
    [two] رأيك مطلوب في ملفين آخرين.
    [few] رأيك مطلوب في { $count } ملفات أخرى.
    [many] رأيك مطلوب في { $count } ملفًا آخر.
   *[other] رأيك مطلوب في { $count } ملف آخر.
}
home-desk-appeal = تظلّم بشأن { $title } ينتظر رئيسًا منذ { $date }.
home-desk-appeal-act = النظر فيه
home-desk-appeal-more = { $count ->
    [zero] لا تظلّم آخر ينتظر رئيسًا.
    [one] تظلّم آخر ينتظر رئيسًا.
    [two] تظلّمان آخران ينتظران رئيسًا.
    [few] { $count } تظلّمات أخرى تنتظر رئيسًا.
    [many] { $count } تظلّمًا آخر ينتظر رئيسًا.
   *[other] { $count } تظلّم آخر ينتظر رئيسًا.
}
home-desk-late = { $count ->
    [zero] لا ملف ينتظر الجواب أطول مما يعد به المجلس.
    [one] ملف واحد ينتظر الجواب أطول مما يعد به المجلس.
    [two] ملفان ينتظران الجواب أطول مما يعد به المجلس.
    [few] { $count } ملفات تنتظر الجواب أطول مما يعد به المجلس.
    [many] { $count } ملفًا ينتظر الجواب أطول مما يعد به المجلس.
   *[other] { $count } ملف ينتظر الجواب أطول مما يعد به المجلس.
}
home-desk-late-act = البدء بالأقدم
home-desk-untaken = { $count ->
    [zero] لا ملف ينتظر من يأخذه.
    [one] ملف واحد ينتظر من يأخذه.
    [two] ملفان ينتظران من يأخذهما.
    [few] { $count } ملفات تنتظر من يأخذها.
    [many] { $count } ملفًا ينتظر من يأخذه.
   *[other] { $count } ملف ينتظر من يأخذه.
}
home-desk-untaken-act = أخذ الملف التالي
home-desk-more-act = عرض الكل
