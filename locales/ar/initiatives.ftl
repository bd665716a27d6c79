# المبادرات: ما تقوم به المنظمات.
initiatives-title = المبادرات
initiatives-caption = مبادرة
initiatives-count = { $count ->
    [zero] لا مبادرات
    [one] مبادرة واحدة
    [two] مبادرتان
    [few] { $count } مبادرات
    [many] { $count } مبادرة
   *[other] { $count } مبادرة
}
initiatives-new = إضافة مبادرة
initiatives-new-title = مبادرة جديدة
initiatives-new-lead = يراها مجلس التنسيق فورًا، ويراها الجميع عندما تنشرها.
initiatives-search = البحث بالعنوان أو المدينة
initiatives-any-stage = أي مرحلة
initiatives-any-area = أي مجال
initiatives-none-found = لا توجد مبادرة مطابقة
initiatives-show-all = عرض كل المبادرات
initiatives-empty = لا توجد مبادرات بعد
initiatives-empty-next = أضف المبادرة الأولى مع المنظمة التي تقودها.
initiatives-unpublished = غير منشورة
initiatives-text = بلغتها الأساسية
initiatives-text-more = بلغة أخرى
initiatives-name = العنوان
initiatives-language = اللغة
initiatives-summary = ما تقوم به
initiatives-summary-hint = جملتان أو ثلاث، تصبح متاحة للجميع
initiatives-lead = رقم سجل المنظمة التي تقودها
initiatives-stage = المرحلة
initiatives-areas = مجالات العمل
initiatives-country = البلد الذي تجري فيه
initiatives-city = المدينة
initiatives-homeland = البلد الموجّهة إليه
initiatives-place = المكان
initiatives-starts = اليوم الأول
initiatives-ends = اليوم الأخير
initiatives-ends-before-start = اليوم الأخير يسبق اليوم الأول
initiatives-dates = التواريخ
initiatives-needs = ما تحتاج إليه بعد
initiatives-other-titles = بلغات أخرى
initiatives-create = إضافة المبادرة
initiatives-partners = المنظمات
initiatives-nobody = لا توجد منظمة تتولى هذه المبادرة حاليًا
initiatives-nobody-next = أضف أدناه منظمة برقمها في السجل.
initiatives-add = إضافة منظمة
initiatives-role = دورها في المبادرة
initiatives-remove = إخراج
initiatives-already-in = هذه المنظمة مشاركة في المبادرة بالفعل
initiatives-not-published = لا يرى هذه المبادرة حتى الآن سوى مجلس التنسيق.
initiatives-publish = نشر
initiatives-published-since = نُشرت في
flash-initiative-created = أُضيفت المبادرة. انشرها عندما تصبح جاهزة
flash-initiative-published = نُشرت المبادرة
flash-initiative-partner-added = انضمت المنظمة إلى المبادرة
flash-initiative-partner-removed = لم تعد المنظمة مشاركة في المبادرة
initiatives-join = ضمّ إلى مبادرة
