# ما تقوله المنظمة عن نفسها، حقلًا حقلًا.
particular-names = الأسماء
particular-kind = نوع المنظمة
particular-host-country = البلد المضيف
particular-city = المدينة
particular-homeland = الوطن الأم
particular-community = الجالية
particular-founded = سنة التأسيس
particular-identifiers = أرقامها في سجلات أخرى
particular-areas = مجالات العمل
particular-languages = لغات العمل
particular-website = الموقع الإلكتروني
particular-contacts = جهات الاتصال
particular-about = نبذة
particular-people = القائمون عليها

# كيف تُكتب القيمة الواحدة.
organization-nothing = لم يُذكر شيء
organization-contact-public = يظهر للجميع
organization-contact-private = للمجلس فقط
organization-person-consents = يوافق على الظهور للجميع
organization-person-private = للمجلس فقط
organization-list-separator = { "؛ " }

particular-places = العنوان وأماكن الاجتماع
particular-host-registered-on = مقيَّدة في البلد المضيف منذ
particular-links = صفحات أخرى على الويب
particular-members = الأعضاء
particular-funding = الميزانية السنوية
particular-umbrella = تنتمي إلى
particular-chapters = الفروع
particular-successor = خلفتها

section-names = الأسماء
section-kind = من أنتم
section-place = أين أنتم
section-community = من تخدمون
section-work = ماذا تفعلون
section-contacts = كيف يمكن التواصل معكم
section-people = من يقودكم
section-identifiers = الأرقام في سجلات أخرى
section-size = الأعضاء والميزانية
section-ties = الاتحاد والفروع والخلف

organization-city-hidden = لا تُعرض علنًا
organization-place-shown = يُعرض: { $shown }
