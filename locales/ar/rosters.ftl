# القوائم: سبب رفض ملف أو صف فيه أو قيمة في صف. جمل التقرير، كل جملة قائمة بنفسها بجانب رقم السطر.
roster-unclosed-quote = تُفتح في هذا السطر علامة اقتباس ولا تُغلق أبدًا
roster-text-after-quote = يوجد نص بين علامة الاقتباس المغلِقة والفاصل الذي يليها
roster-after-broken-quote = يلي هذا السطر علامة اقتباس معطوبة، وخلاياه أقل من خلايا الصفوف الأخرى، فلا يمكن معرفة ما هو
roster-cut-short = ينتهي الملف في وسط هذا الصف
roster-too-many-cells = { $found ->
    [zero] لا خلايا في الصف
    [one] في الصف خلية واحدة
    [two] في الصف خليتان
    [few] في الصف { $found } خلايا
    [many] في الصف { $found } خلية
   *[other] في الصف { $found } خلية
}، وهذا أكثر من عدد أعمدة الترويسة: { $most }
roster-too-many-columns = { $max ->
    [one] في الصف أكثر من خلية واحدة
    [two] في الصف أكثر من خليتين
    [few] في الصف أكثر من { $max } خلايا
    [many] في الصف أكثر من { $max } خلية
   *[other] في الصف أكثر من { $max } خلية
}
roster-row-too-long = الصف أطول من { $max } كيبيبايت
roster-nul-byte = في الصف بايتات صفرية لا ترد في النصوص
roster-empty-row = كل خلايا الصف فارغة
roster-repeated-header = يكرر هذا الصف ترويسة الجدول
roster-left-out = تقضي خريطة الأعمدة بتجاوز مثل هذه الصفوف
roster-not-tagged = الكلمات التي يجب أن تسبق النص وتليها نقطتان رأسيتان ناقصة أو غير معروفة
roster-too-many-items = { $max ->
    [one] في القائمة أكثر من بند واحد
    [two] في القائمة أكثر من بندين
    [few] في القائمة أكثر من { $max } بنود
    [many] في القائمة أكثر من { $max } بندًا
   *[other] في القائمة أكثر من { $max } بند
}
roster-not-a-place = هذا ليس اسم مكان
roster-duplicate-of = الصف في السطر { $line } يسمّي المنظمة نفسها
roster-ambiguous = قد تكون المقصودة أيًّا من عدة منظمات في السجل
roster-no-such-number = لا توجد منظمة تحمل رقم التسجيل هذا
roster-not-merged = المنظمة التي دُمجت في غيرها وضعها «مدمج في غيره» لا غير
roster-looks-like = يشبه { $number } الموجود من قبل. الصف مقبول: انظر إلى الاثنين
roster-standing-kept = علّق المجلس تسجيل هذه المنظمة أو دمجها في غيرها، ولا يلغي ذلك أي ملف
roster-gave-way = دُمجت { $number } في { $to } ولم يعد أي ملف يغيّرها، فلم يؤخذ من الصف شيء
roster-looks-like-case = يشبه المنظمة المطلوب تسجيلها في الملف { $number }. الصف مقبول: انظر إلى الاثنين

# سبب تعذّر قراءة ملف على أنه قائمة.
roster-unreadable = تتعذر قراءة الملف. يرجى المحاولة مرة أخرى
roster-workbook = هذا الملف مصنّف جداول أو ملف PDF. يرجى حفظه بصيغة CSV ثم المحاولة مرة أخرى
roster-empty = الملف فارغ
roster-broken-header = تتعذر قراءة ترويسة الجدول في السطر { $line }
roster-needs-map = ليست في الملف أعمدة Concord الخاصة. يرجى اختيار خريطة أعمدة له
roster-no-columns = ليست في الملف الأعمدة المتوقعة
roster-missing-column = لا يوجد في الملف عمود «{ $wanted }». أقرب عمود إليه «{ $nearest }»
roster-missing-column-unnamed = لا يوجد في الملف عمود «{ $wanted }»، وليس لأي عمود اسم
roster-ambiguous-column = { $count ->
    [one] في الملف عمود واحد
    [two] في الملف عمودان
    [few] في الملف { $count } أعمدة
    [many] في الملف { $count } عمودًا
   *[other] في الملف { $count } عمود
} باسم «{ $wanted }». يرجى تحديد المقصود في الخريطة بموضعه، مثل «#3» للعمود الثالث
roster-bad-map = لا يمكن استخدام خريطة الأعمدة: { $why }

# أعمدة القائمة.
roster-field-number = رقم السجل
roster-field-name = الاسم
roster-field-name-language = لغة الاسم
roster-field-name-role = نوع الاسم
roster-field-other-names = أسماء أخرى
roster-field-kind = نوع المنظمة
roster-field-host-country = البلد المضيف
roster-field-city = المدينة
roster-field-homeland = الوطن الأم
roster-field-community = الجالية
roster-field-founded = سنة التأسيس
roster-field-registered-on = تاريخ التسجيل
roster-field-registered-until = مسجلة حتى
roster-field-standing = الوضع في السجل
roster-field-standing-until = الوضع سارٍ حتى
roster-field-merged-into = دُمجت في
roster-field-identifiers = الأرقام في سجلات أخرى
roster-field-areas = مجالات العمل
roster-field-languages = لغات العمل
roster-field-website = الموقع الإلكتروني
roster-field-about = نبذة
roster-field-contacts = وسائل الاتصال العلنية
roster-field-name-scripts = خطوط الأسماء
roster-field-name-dates = تواريخ الأسماء
roster-field-identifier-issuers = جهات إصدار الأرقام
roster-field-host-registered-on = مقيَّدة في البلد المضيف منذ
roster-field-places = الأماكن
roster-field-place-cities = مدن الأماكن
roster-field-links = صفحات أخرى
roster-field-members = عدد الأعضاء
roster-field-members-on = تاريخ عدّ الأعضاء
roster-field-members-evidence = علامَ يستند عدد الأعضاء
roster-field-funding = الميزانية السنوية
roster-field-umbrella = الاتحاد
roster-field-chapters = الفروع
roster-field-successor = الخلف
