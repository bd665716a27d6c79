# The frame of every page, and what forms and lists say of themselves.
ui-name = Concord
ui-about = تحفظ Concord سجلّ منظمات المهجر وتجمع جهودها.
ui-skip = الانتقال إلى المحتوى الرئيسي
ui-language = اللغة
ui-menu = القائمة
ui-account = حسابك
ui-sign-in = تسجيل الدخول
ui-sign-out = تسجيل الخروج
ui-breadcrumbs = مكانك في الموقع
ui-sample = هذا سجلّ تجريبي، وما فيه من منظمات وأشخاص من نسج الخيال.
ui-footer-directory = البحث عن منظمة
ui-footer-register = تسجيل منظمة

ui-errors-title = هناك ما يحتاج إلى تصحيح
ui-error-prefix = خطأ:
ui-optional = (اختياري)
ui-choose = اختر
ui-file-again = اختاروا الملف من جديد: المتصفح لا يعيده إلى مكانه من تلقاء نفسه
ui-day = اليوم
ui-month = الشهر
ui-year = السنة
ui-date-hint = مثلًا: 27 3 2026
ui-password-show = إظهار
ui-password-hide = إخفاء
ui-password-show-label = إظهار كلمة المرور
ui-password-hide-label = إخفاء كلمة المرور
ui-password-shown = كلمة المرور ظاهرة
ui-password-hidden = كلمة المرور مخفية
ui-count-limit =
    { $count ->
        [zero] لا يمكن إدخال أي حرف
        [one] يمكن إدخال حرف واحد على الأكثر
        [two] يمكن إدخال حرفين على الأكثر
        [few] يمكن إدخال { $count } أحرف على الأكثر
        [many] يمكن إدخال { $count } حرفًا على الأكثر
       *[other] يمكن إدخال { $count } حرف على الأكثر
    }
ui-count-under = الأحرف المتبقية: %{"{"}count{"}"}
ui-count-over = الأحرف الزائدة: %{"{"}count{"}"}
ui-count-at = لم تبقَ أحرف
ui-picker-none = لا توجد نتائج
ui-picker-hint = اكتب للبحث، ثم تنقّل في القائمة بمفاتيح الأسهم
ui-picker-selected = محدَّد

ui-changed = تغيّر
ui-changed-before = قبل:
ui-changed-after = الآن:
ui-internal-note = ملاحظة داخلية
ui-done = تمّ
ui-warning = تنبيه
ui-pages = صفحات القائمة
ui-previous = الصفحة السابقة
ui-next = الصفحة التالية
ui-search = بحث
ui-filters = عوامل التصفية
ui-filters-set = { $count ->
    [0] تضييق القائمة
   *[other] تضييق القائمة (المختار: { $count })
}
ui-filter = تطبيق التصفية
ui-filter-remove = إزالة عامل التصفية
# Between things that stand in one line.
ui-comma = { "، " }
ui-more-exactly = بمزيد من التحديد
