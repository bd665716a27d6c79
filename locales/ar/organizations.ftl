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
