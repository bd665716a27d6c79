# القوائم المغلقة للمصطلحات كما يقرؤها الناس.
kind-association = جمعية
kind-foundation = مؤسسة
kind-cultural-centre = مركز ثقافي
kind-school = مدرسة
kind-religious = منظمة دينية
kind-youth = منظمة شبابية
kind-women = منظمة نسائية
kind-student = منظمة طلابية
kind-professional = رابطة مهنية
kind-business = رابطة أعمال
kind-sports = نادٍ رياضي
kind-media = وسيلة إعلام
kind-charity = جمعية خيرية
kind-federation = اتحاد
kind-other = غير ذلك

name-role-legal = الاسم القانوني
name-role-short = الاسم المختصر
name-role-acronym = الاسم بالأحرف الأولى
name-role-native = الاسم باللغة الأم
name-role-transliterated = الاسم بالحروف اللاتينية
name-role-former = الاسم السابق
name-role-other = اسم آخر

contact-channel-email = البريد الإلكتروني
contact-channel-phone = الهاتف
contact-channel-postal-address = العنوان البريدي

contact-purpose-general = عام
contact-purpose-press = الصحافة
contact-purpose-members = الأعضاء
contact-purpose-emergencies = الطوارئ

standing-good = سارٍ
standing-due = حان موعد التجديد
standing-lapsed = انتهت المدة
standing-notice = إنذار بالشطب
standing-struck-off = مشطوب
standing-suspended = معلّق
standing-merged = مدمج في غيره
standing-revived = أُعيد تفعيله وهو سارٍ

group-kind-council = مجلس
group-kind-federation = اتحاد
group-kind-working-group = فريق عمل
group-kind-programme = برنامج

group-role-chair = رئيس
group-role-vice = نائب الرئيس
group-role-lead = الجهة المنفّذة الرئيسية
group-role-partner = شريك
group-role-supporter = داعم
group-role-member = عضو
group-role-observer = مراقب

initiative-stage-idea = فكرة
initiative-stage-planned = مخطط لها
initiative-stage-under-way = قيد التنفيذ
initiative-stage-done = منجزة
initiative-stage-stopped = متوقفة

initiative-role-lead = الجهة المنفّذة الرئيسية
initiative-role-partner = شريك
initiative-role-supporter = داعم

need-money = المال
need-venue = المكان
need-people = المتطوعون
need-media = التغطية الإعلامية
need-legal = المساعدة القانونية
need-partners = الشركاء

role-member = ممثل منظمة
role-post-officer = موظف البعثة
role-coordinator = منسّق
role-chair = رئيس مجلس التنسيق
role-admin = مدير النظام
role-auditor = مدقق

team-role-owner = المالك
team-role-editor = المحرر
team-role-reader = القارئ

signing-office-president = الرئيس
signing-office-vice-president = نائب الرئيس
signing-office-secretary = أمين السر
signing-office-treasurer = أمين الصندوق
signing-office-director = المدير
signing-office-founder = المؤسس
signing-office-board-member = عضو مجلس الإدارة
signing-office-other = منصب آخر

case-kind-registration = تسجيل
case-kind-amendment = تعديل البيانات
case-kind-renewal = تجديد
case-kind-claim = إثبات صلة بمنظمة مدرجة
case-kind-initiative = مبادرة

lang-en = الإنجليزية
lang-ru = الروسية
lang-ar = العربية

date-form-iso = السنة ثم الشهر ثم اليوم: 2019-03-31
date-form-day-month-year = اليوم ثم الشهر ثم السنة: 31/03/2019
date-form-month-day-year = الشهر ثم اليوم ثم السنة: 03/31/2019
date-form-written = الشهر بالكلمات: 31 آذار 2019

place-role-registered = العنوان المسجَّل
place-role-meeting = مكان الاجتماع

place-shown-exact = العنوان كاملًا
place-shown-city = المدينة فقط
place-shown-country = البلد فقط

funding-band-under-5k = أقل من 5000 يورو
funding-band-5k-25k = من 5000 إلى 25000 يورو
funding-band-25k-100k = من 25000 إلى 100000 يورو
funding-band-100k-500k = من 100000 إلى 500000 يورو
funding-band-500k-2m = من 500000 إلى مليوني يورو
funding-band-over-2m = أكثر من مليوني يورو
