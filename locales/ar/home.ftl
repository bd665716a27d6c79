# ما للشخص هنا.
home-title = صفحتي
home-empty-title = ليست لك منظمة هنا بعد
home-empty = سجّل منظمتك لدى المجلس. يمكنك حفظ مسودة في أي وقت والمتابعة لاحقًا.
home-empty-directory = تحقق مما إذا كانت في الدليل بالفعل
home-register = تسجيل منظمة
home-register-another = تسجيل منظمة أخرى
home-organizations = منظماتك
home-column-name = الاسم
home-column-number = رقم التسجيل
home-column-standing = الوضع
home-column-role = صفتك
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
home-organization-coordinator = منسّقكم
home-organization-coordinator-hint = يجيب عن أسئلتكم في مجلس التنسيق
home-organization-wrong = إن لم يعد شيء هنا صحيحًا فاكتب إلى المجلس.
home-organization-history = ما حدث
