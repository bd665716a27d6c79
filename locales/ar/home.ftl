# ما للشخص هنا.
home-title = منظماتي وملفاتي
home-empty-title = ليست لك منظمة هنا بعد
home-empty = سجّل منظمتك لدى المجلس. يمكنك حفظ مسودة في أي وقت والمتابعة لاحقًا.
home-empty-directory = تحقق مما إذا كانت في الدليل بالفعل
home-register = تسجيل منظمة
home-register-another = تسجيل منظمة أخرى
home-waiting = ما ينتظرك
home-waiting-nothing = لا شيء ينتظرك الآن.
home-task-draft = مسودة
home-task-changes = تغييرات مطلوبة
home-task-condition = شرط ينبغي استيفاؤه
home-task-saved = حُفظت آخر مرة في { $date }
home-task-until = الرد في موعد أقصاه { $date }
home-organizations = المنظمات
home-organizations-none = لم تُسجَّل أي من منظماتك بعد. تظهر هنا حين يقبلها المجلس.
home-cases = الملفات
home-cases-none = ليست لك ملفات.
home-column-name = الاسم
home-column-number = رقم التسجيل
home-column-standing = الوضع
home-column-role = صفتك
home-column-case = الملف
home-column-tracking = رقم المتابعة
home-column-stage = المرحلة
home-column-since = منذ
home-no-number = لم يُرسل بعد
home-organization-title = منظمتك
home-organization-in-force = التسجيل سارٍ.
home-organization-not-in-force = التسجيل غير سارٍ.
home-organization-until = حتى
home-organization-role = صفتك هنا:
home-organization-team = { $count ->
    [zero] لا أعضاء في الفريق.
    [one] في الفريق عضو واحد.
    [two] في الفريق عضوان.
    [few] في الفريق { $count } أعضاء.
    [many] في الفريق { $count } عضوًا.
   *[other] في الفريق { $count } عضو.
}
home-organization-public = عرض صفحتها العامة
home-organization-said = ما لدى السجل
home-organization-registered = تاريخ التسجيل
home-organization-updated = آخر تغيير
home-organization-wrong = إن لم يعد شيء هنا صحيحًا فاكتب إلى المجلس.
home-organization-history = ما حدث
