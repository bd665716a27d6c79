# الدليل وصفحات البلدان.
directory-title = دليل المنظمات
directory-title-of = «{ $text }» في الدليل
directory-search = ابحث عن منظمة
directory-search-hint = اسم أو مدينة أو رقم، بأي كتابة
directory-any = أي بلد
directory-chosen = المرشحات المطبقة
directory-more = { $count ->
    [zero] لا مزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } أخرى
    [many] { $count } أخرى
   *[other] { $count } أخرى
}
directory-count = { $count ->
    [zero] لا توجد منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
}
directory-guessed = لا أحد يحمل هذه الكلمات تمامًا. إليك ما يشبهها.
directory-meant = { $count ->
    [zero] لا يقول أي منها الشيء نفسه بكلمات أخرى.
    [one] واحدة منها تقول الشيء نفسه بكلمات أخرى.
    [two] اثنتان منها تقولان الشيء نفسه بكلمات أخرى.
    [few] { $count } منها تقول الشيء نفسه بكلمات أخرى.
    [many] { $count } منها تقول الشيء نفسه بكلمات أخرى.
   *[other] { $count } منها تقول الشيء نفسه بكلمات أخرى.
}
directory-meant-alone = لا أحد يحمل هذه الكلمات. ما عُثر عليه يقول الشيء نفسه بكلمات أخرى.
directory-by-meaning = بالمعنى:
directory-cut = هذا أكثر مما يُبحث عنه: لم تُحتسب إلا الكلمات الثماني الأولى.
directory-no-letters = ليس فيما كتبته أي حرف أو رقم، فلا يمكن العثور على شيء به.
directory-suggestions = { $count ->
    [zero] لا اقتراحات
    [one] اقتراح واحد. انتقل إليه بمفاتيح الأسهم.
    [two] اقتراحان. تنقل بينهما بمفاتيح الأسهم.
    [few] { $count } اقتراحات. تنقل بينها بمفاتيح الأسهم.
    [many] { $count } اقتراحًا. تنقل بينها بمفاتيح الأسهم.
   *[other] { $count } اقتراح. تنقل بينها بمفاتيح الأسهم.
}
directory-order = الترتيب:
directory-narrow = تضييق القائمة
directory-empty = لا توجد منظمات مُدرجة بعد
directory-empty-next = يمكن أن تكون منظمتك الأولى.
directory-none = لم يُعثر على شيء
directory-none-next = جرّب كلمات أقل أو إملاءً آخر، أو أزل أحد المرشحات. يُعثر على الاسم بكتابة أخرى أيضًا.
directory-all = عرض جميع المنظمات
directory-register = تسجيل منظمة
directory-number-unknown = لا توجد في السجل منظمة تحمل الرقم { $number }.
directory-number-mistyped = يبدو هذا رقم تسجيل، لكن فيه خانة خاطئة: فالأخيرة تتحقق من سائرها. قارنه بالأصل.
facet-host = البلد المضيف
facet-city = المدينة
facet-homeland = الوطن الأم
facet-community = الجالية
facet-area = مجال العمل
facet-kind = نوع المنظمة
facet-language = لغة العمل
facet-standing = الوضع
city-in-country = ‏{ $city }، { $country }
sort-relevance = الأنسب
sort-name = الاسم

country-lead = { $count ->
    [zero] لا توجد في السجل بعدُ منظمة في هذا البلد.
    [one] في السجل منظمة واحدة في هذا البلد.
    [two] في السجل منظمتان في هذا البلد.
    [few] في السجل { $count } منظمات في هذا البلد.
    [many] في السجل { $count } منظمة في هذا البلد.
   *[other] في السجل { $count } منظمة في هذا البلد.
}
country-from = { $count ->
    [zero] لا منظمات للمنحدرين من هنا
    [one] منظمة واحدة للمنحدرين من هنا
    [two] منظمتان للمنحدرين من هنا
    [few] { $count } منظمات للمنحدرين من هنا
    [many] { $count } منظمة للمنحدرين من هنا
   *[other] { $count } منظمة للمنحدرين من هنا
}
country-all = عرضها جميعًا في الدليل
country-organizations = المنظمات
country-none = لا توجد منظمات بعد
