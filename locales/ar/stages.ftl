# مراحل الملف كما يقرؤها الناس.
stage-draft = مسودة
stage-submitted = مقدَّم
stage-at-post = لدى البعثة
stage-in-review = قيد المراجعة
stage-changes-requested = مطلوب تعديلات
stage-accepted = مقبول
stage-accepted-with-conditions = مقبول بشروط
stage-refused = مرفوض
stage-appealed = مستأنَف
stage-withdrawn = مسحوب
