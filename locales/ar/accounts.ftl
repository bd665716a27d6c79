# الحسابات: التسجيل والدخول والحساب الشخصي.
account-sign-up-title = إنشاء حساب
account-sign-up-text = بالحساب يمكنك تسجيل منظمة والرد على المجلس.
account-sign-up = إنشاء حساب
account-sign-in = تسجيل الدخول
account-have-one = هل لديك حساب من قبل؟
account-have-none = أليس لديك حساب بعد؟
account-name = اسمك
account-name-hint = كما تودّ أن يخاطبك المجلس. لا يظهر للعموم.
account-email = عنوان البريد الإلكتروني
account-email-hint = سنرسل إليه رسالة فيها رابط يؤكد أن العنوان لك.
account-password = كلمة المرور
account-password-hint = عشرة أحرف على الأقل. ثلاث كلمات أو أربع لا رابط بينها يسهل تذكّرها ويصعب تخمينها.
account-password-kept = لا يعرفها غيرك
account-forgotten = نسيت كلمة المرور

account-sent-title = انظر في بريدك
account-sent-sign-up = أرسلنا رسالة إلى عنوانك. افتح الرابط الذي فيها للمتابعة.
account-sent-reset = إن كان لهذا العنوان حساب فقد أرسلنا إليه رسالة. افتح الرابط الذي فيها لاختيار كلمة مرور جديدة.
account-sent-not-there = إذا لم تصل الرسالة
account-sent-spam = انظر في مجلد الرسائل غير المرغوب فيها.
account-sent-wait = انتظر بضع دقائق، فبعض خوادم البريد تتأخر.
account-sent-again = حاول مرة أخرى وتأكد من صحة العنوان
account-sent-sample = في هذا السجلّ التجريبي لا تغادر الرسائل هذا الجهاز. يمكن لمدير النظام قراءتها في قسم «البريد»، وهي أيضًا في المجلد «mail» بجانب قاعدة البيانات.

account-confirm = تأكيد
account-confirm-title = أكِّد عنوان بريدك الإلكتروني
account-confirm-text = اضغط الزر لتأكيد أن هذا العنوان لك، ثم يمكنك الدخول.
account-confirm-email-title = أكِّد عنوان بريدك الجديد
account-confirm-email-text = اضغط الزر فينتقل حسابك إلى هذا العنوان، وستُنهى جلساتك على الأجهزة الأخرى.
account-bad-link-title = هذا الرابط لا يعمل
account-bad-link-text = ربما استُخدم من قبل، أو انقضت مدته، أو لم يُنسخ كاملًا. إن كنت قد أكدت عنوانك فما عليك إلا الدخول.
account-bad-link-again = الحصول على رابط جديد

sign-in-wrong = العنوان أو كلمة المرور غير صحيح. إن كنت قد أنشأت الحساب للتو فافتح أولًا الرابط الذي في رسالتنا

account-reset-title = كلمة مرور جديدة
account-reset-text = أدخل عنوان بريد حسابك وسنرسل إليك رابطًا.
account-reset-send = أرسلوا إليّ رابطًا
account-new-password-title = كلمة مرورك الجديدة
account-new-password-text = بعد تغيير كلمة المرور ستُنهى جلساتك على الأجهزة الأخرى.
account-new-password = كلمة المرور الجديدة
account-old-password = كلمة المرور الحالية
account-new-password-save = حفظ كلمة المرور الجديدة
account-wrong-password = ليست هذه كلمة مرورك
account-proof-hint = لكي نعرف أنك أنت

account-title = حسابك
account-lang = لغة الرسائل
account-lang-hint = تصلك الرسائل بهذه اللغة وتتبعها الصفحات.
account-role = الدور
account-change = تغيير
account-save = حفظ
account-details-title = اسمك ولغتك
account-email-title = تغيير عنوان البريد الإلكتروني
account-email-text = سنرسل رابطًا إلى العنوان الجديد. ينتقل حسابك إليه حين تفتح الرابط، ويبقى كما هو حتى ذلك الحين.
account-new-email = عنوان البريد الجديد
account-email-send = إرسال رابط إلى العنوان الجديد
account-password-title = تغيير كلمة المرور

account-sessions-title = أين سجّلت دخولك
account-sessions-text = إن لم تتعرف إلى إحدى هذه الجلسات فأنهها وغيِّر كلمة مرورك.
account-session-agent = المتصفح
account-session-began = تسجيل الدخول
account-session-seen = آخر استخدام
account-session-this = هذه الجلسة
account-session-unknown = متصفح غير معروف
account-session-end = إنهاء

account-close-title = إغلاق الحساب
account-close-text = إذا أغلقت حسابك:
account-close-sign-in = لن يستطيع أحد الدخول به بعد ذلك
account-close-record = يبقى ما فعلته للمنظمات محفوظًا باسمك
account-close-address = يصبح عنوانك متاحًا ويمكنك التسجيل به من جديد
account-close-warning = لا يمكن إعادة فتح حساب أُغلق.
account-close = إغلاق حسابي
account-keep = الإبقاء عليه
account-only-owner-title = لا يمكنك إغلاق حسابك بعد
account-only-owner-text = { $count ->
    [zero] لا تملك وحدك أي منظمة.
    [one] أنت المالك الوحيد لهذه المنظمة، ولا تبقى منظمة بلا مالك:
    [two] أنت المالك الوحيد لهاتين المنظمتين، ولا تبقى منظمة بلا مالك:
    [few] أنت المالك الوحيد لهذه المنظمات، ولا تبقى منظمة بلا مالك:
    [many] أنت المالك الوحيد لهذه المنظمات، ولا تبقى منظمة بلا مالك:
   *[other] أنت المالك الوحيد لهذه المنظمات، ولا تبقى منظمة بلا مالك:
}
account-only-owner-do = سلّم إلى شخص من الفريق أو اجعل شخصًا آخر مالكًا، ثم أغلق حسابك.

password-weak-common = اختر كلمة مرور أخرى، فهذه من أول ما يجرّبه الجميع
password-weak-personal = اختر كلمة مرور أخرى، فهذه مأخوذة من اسمك أو عنوانك
password-weak-pattern = اختر كلمة مرور أخرى، فالتكرار والتسلسل والمفاتيح المتجاورة سهلة التخمين
password-weak-date = اختر كلمة مرور أخرى، فالتواريخ والسنوات سهلة التخمين
password-weak-word = اختر كلمة مرور أخرى، فالكلمة الواحدة أو الاسم الواحد سهل التخمين. اجمع عدة كلمات لا رابط بينها
password-weak-guessable = اختر كلمة مرور أخرى، فهذه سهلة التخمين. اجعلها أطول أو اجمع عدة كلمات

flash-account-confirmed = تأكد عنوانك. سجِّل دخولك الآن
flash-password-reset = حُفظت كلمة مرورك الجديدة. سجِّل دخولك بها
flash-password-changed = حُفظت كلمة مرورك الجديدة، وأُنهيت جلساتك الأخرى كلها
flash-account-updated = حُفظت بياناتك
flash-email-asked = أرسلنا رسالة إلى العنوان الجديد. افتح الرابط الذي فيها لإتمام التغيير
flash-email-changed = انتقل حسابك إلى العنوان الجديد
flash-session-ended = انتهت الجلسة
flash-signed-out = سجّلت خروجك
flash-account-closed = أُغلق حسابك
flash-role-changed = تغيَّر الدور، وعلى صاحب الحساب أن يدخل من جديد
flash-letter-again = ستُرسل الرسالة مرة أخرى

# ما يتولاه المشرفون.
admin-accounts-title = الحسابات
admin-accounts-name = الاسم
admin-account-caption = حساب
admin-accounts-none = لم يُعثر على حساب
admin-accounts-none-text = تظهر الحسابات هنا حين يسجّل الناس.
admin-accounts-all = عرض كل الحسابات
admin-accounts-record = يظهر العنوان في صفحة كل حساب، ويُسجَّل كل من يفتحها.
admin-search-hint = العنوان كاملًا. الأسماء مشفّرة ولا يمكن البحث فيها.
admin-any-role = أي دور
admin-since = منذ
admin-state = الحالة
admin-closed = مغلق
admin-confirmed = مؤكَّد
admin-unconfirmed = غير مؤكَّد
admin-role-title = تغيير الدور
admin-role-text = يُبلَّغ صاحب الحساب برسالة، وتُنهى جلساته كلها، ويكون له الدور الجديد حين يدخل من جديد.
admin-hosts = البلدان المضيفة لموظف البعثة
admin-hosts-hint = البلدان التي تبدي البعثة رأيها في ملفاتها. وليس للأدوار الأخرى بلدان.
admin-hosts-missing = اختر بلد إقامة واحدًا على الأقل لموظف البعثة
admin-role-save = تغيير الدور
admin-history = ما جرى
admin-mail-title = البريد
admin-mail-text = كل رسالة كتبها السجلّ وما آلت إليه. أما إلى من كُتبت وماذا تقول فمشفّر.
admin-mail-sample = في هذا السجلّ التجريبي لا تغادر الرسائل هذا الجهاز، ويمكنك قراءتها هنا.
admin-mail-none = لا رسائل
admin-mail-none-text = تظهر الرسائل هنا حالما تُكتب أولاها.
admin-mail-all = عرض كل الرسائل
admin-any-state = أي حالة
admin-letter = الرسالة
admin-letter-to = إلى
admin-written = كُتبت
admin-letter-again = إرسال مرة أخرى
admin-tries = { $count ->
    [zero] بلا محاولات
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $count } محاولات
    [many] { $count } محاولة
   *[other] { $count } محاولة
}
