# القوائم التي تدخل.
import-title = عمليات الاستيراد
import-lead = كل صف من الملف يصير في السجل، أو في تقرير برقم سطره والسبب.
import-new = استيراد ملف
import-none = لم يدخل أي ملف بعد
import-none-next = قائمة كتبها «كونكورد»، أو أي سجل بصيغة CSV مع خريطة أعمدة.
import-file-column = الملف
import-when = البدء
import-who = من
import-by-command = سطر الأوامر
import-state = الحالة
import-running = جارٍ
import-finished = انتهى
import-stopped-state = توقف
import-trial = تجربة
import-list = الملفات التي دخلت
import-total = الصفوف
import-added = جديدة
import-updated = محدّثة
import-unchanged = بلا تغيير
import-refused = مرفوضة

import-new-title = استيراد قائمة
import-file = الملف
import-file-hint = ‏CSV بأي ترميز، حتى 300 ميغابايت. احفظ المصنف بصيغة CSV أولًا.
import-columns = كيف يُقرأ
import-columns-hint = تقول خريطة الأعمدة ما الذي في كل عمود.
import-columns-own = فيه أعمدة «كونكورد» نفسها
import-columns-charities-ni = سجل الجمعيات الخيرية في أيرلندا الشمالية
import-columns-ror = سجل منظمات البحث (ROR)
import-columns-upload = بخريطة الأعمدة التي أضيفها أدناه
import-map = خريطة الأعمدة
import-map-hint = فقط إن اخترت إضافتها: ملف TOML كما يصفه الدليل.
import-dry-run = تجربة فقط
import-dry-run-hint = يُقرأ الملف كله ويقال ما سيحدث. لا يؤخذ شيء إلى السجل.
import-start = استيراد
import-file-missing = اختر الملف المراد استيراده
import-columns-missing = اختر كيف يُقرأ الملف
import-map-missing = اختر خريطة الأعمدة التي يُقرأ بها الملف
import-map-too-large = خريطة الأعمدة أكبر من 1 ميغابايت، فليست خريطة
import-too-large = الملف أكبر من 300 ميغابايت. قسّمه أو استخدم سطر الأوامر
import-busy = هناك استيراد آخر جارٍ. حاول مجددًا حين ينتهي
import-broken = انقطع الاستيراد بخطأ منا. ما دخل حتى ذلك الحين باقٍ؛ استورد الملف مجددًا ليدخل الباقي
import-report-unwritable = تعذرت كتابة التقرير
import-stopped = توقف الخادم في منتصف العملية. ما دخل حتى ذلك الحين باقٍ؛ استورد الملف مجددًا ليدخل الباقي

import-of = استيراد { $file }
import-wait = يُقرأ الملف الآن. تعرض هذه الصفحة مدى التقدم؛ يمكنك مغادرتها والعودة.
import-trial-text = كانت هذه تجربة: لم يؤخذ شيء إلى السجل.
import-failed = لم يبلغ الاستيراد نهاية الملف
import-again = استيراد الملف نفسه مجددًا لا يغيّر ما دخل من قبل، ويُدخل الباقي.
import-map-used = خريطة الأعمدة
import-counts = ما صارت إليه الصفوف
import-reasons = لماذا لم تدخل صفوف أو قيم
import-reasons-none = دخلت كل الصفوف بكل ما تقوله.
import-fate = ما حدث
import-fate-refused = رُفض الصف
import-fate-in = دخل من دونها
import-field = الحقل
import-reason = السبب
import-times = كم مرة
import-lines = سطرًا سطرًا
import-line = السطر
import-text = النص في الملف
import-row = الصف كله
import-report = تنزيل التقرير بصيغة CSV
import-why-duplicate-of = صف أعلاه يسمّي المنظمة نفسها
import-why-looks-like = يشبه منظمة موجودة من قبل
import-why-gave-way = يذكر منظمة دُمجت في غيرها
import-why-looks-like-case = يشبه منظمة طُلب تسجيلها
import-pairs = التكرار المحتمل
import-pairs-text =
    { $count ->
        [zero] لا زوج ينتظر من ينظر فيه. الصفوف مقبولة؛ قل هل هي ما كان موجودًا.
        [one] زوج واحد ينتظر من ينظر فيه. الصفوف مقبولة؛ قل هل هي ما كان موجودًا.
        [two] زوجان ينتظران من ينظر فيهما. الصفوف مقبولة؛ قل هل هي ما كان موجودًا.
        [few] { $count } أزواج تنتظر من ينظر فيها. الصفوف مقبولة؛ قل هل هي ما كان موجودًا.
        [many] { $count } زوجًا تنتظر من ينظر فيها. الصفوف مقبولة؛ قل هل هي ما كان موجودًا.
       *[other] { $count } زوج تنتظر من ينظر فيها. الصفوف مقبولة؛ قل هل هي ما كان موجودًا.
    }
import-pair-new = من الملف
import-pair-there = كان موجودًا
import-pair-line = السطر { $line }
import-pair-same = هي نفسها: دمج
