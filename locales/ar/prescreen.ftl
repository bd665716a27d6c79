# Before the form: a few questions and their answer in words; and the rules for it, as admins keep them.
prescreen-lead = أسئلة قليلة أولًا لتعرفوا إن كان التسجيل مناسبًا لكم. تستغرق دقيقتين، ولا يُحفظ منها شيء.
prescreen-name = اسم منظمتكم
prescreen-name-hint = بأي خط. ننظر إن كانت مدرجة من قبل
prescreen-for-profit = هل تعمل من أجل الربح؟
prescreen-on-record = هل هي مقيَّدة لدى جهة رسمية في البلد المضيف؟
prescreen-on-record-hint = مثلًا في سجل للجمعيات أو للمنظمات الخيرية
prescreen-yes = نعم
prescreen-no = لا
prescreen-ask = عرض الجواب
prescreen-fits = نعم، التسجيل مناسب لكم. بحسب إجاباتكم لا شيء يحول دونه.
prescreen-doubts = بحسب إجاباتكم لا يُتوقع أن ينجح التسجيل:
prescreen-doubts-anyway = إن كنتم ترون أن هذا غير صحيح فيمكنكم المتابعة. القرار للمجلس، وسيرى أنكم أُخبرتم.
prescreen-again = الإجابة عن الأسئلة من جديد
prescreen-go-on = المتابعة على أي حال
prescreen-like = هل هي إحدى هذه؟
prescreen-like-lead = لهذه المنظمات اسم مشابه. إن كانت منظمتكم بينها فلا حاجة إلى تسجيل جديد.
prescreen-like-join = هي منظمتنا: طلب الانضمام إلى فريقها
prescreen-like-claim = هي منظمتنا: المطالبة بها
prescreen-under-way = هناك تسجيل باسم مشابه قيد النظر. إن كان أحد زملائكم قد بدأه فاطلبوا منه إشراككم قبل أن تبدؤوا آخر.
prescreen-too-often = سُئل من هنا عن أسماء كثيرة. يمكن السؤال بعد حين عمّا إذا كان هناك تسجيل باسم مشابه قيد النظر، والمجلس يقارن تسجيلكم بغيره في كل حال.

doubt-closed = لا تُقبل حاليًا تسجيلات من هذا النوع في هذا البلد المضيف.
doubt-for-profit = لا تُسجَّل إلا المنظمات التي لا تعمل من أجل الربح.
doubt-few-members =
    { $count ->
        [zero] لا يُشترط عدد من الأعضاء.
        [one] يجب أن ينتمي إليها شخص واحد على الأقل.
        [two] يجب أن ينتمي إليها شخصان على الأقل.
        [few] يجب أن ينتمي إليها { $count } أشخاص على الأقل.
        [many] يجب أن ينتمي إليها { $count } شخصًا على الأقل.
       *[other] يجب أن ينتمي إليها { $count } شخص على الأقل.
    }
doubt-young =
    { $count ->
        [zero] لا يُشترط عمر لها.
        [one] يجب أن يكون قد مضى عليها عام واحد على الأقل.
        [two] يجب أن يكون قد مضى عليها عامان على الأقل.
        [few] يجب أن يكون قد مضى عليها { $count } أعوام على الأقل.
        [many] يجب أن يكون قد مضى عليها { $count } عامًا على الأقل.
       *[other] يجب أن يكون قد مضى عليها { $count } عام على الأقل.
    }
doubt-not-on-record = يجب أن تكون مقيَّدة لدى جهة رسمية في البلد المضيف.

prescreen-rules = الأسئلة التمهيدية
prescreen-rules-lead = ما يُقال قبل النموذج. تسري أضيق القواعد: قاعدة البلد المضيف والنوع، وإلا فقاعدة البلد، وإلا فقاعدة النوع، وإلا فالقاعدة العامة.
prescreen-rules-back = العودة إلى القواعد
prescreen-rule-new = إضافة قاعدة
prescreen-rule-for-all = في كل مكان ولكل نوع
prescreen-rule-whom = لمن
prescreen-rule-asks = ما تقوله
prescreen-rule-state = الحالة
prescreen-rule-for-whom = يرجى اختيار بلد مضيف أو نوع أو كليهما: القاعدة العامة موجودة
prescreen-rule-there = توجد قاعدة سارية لهما من قبل
prescreen-rule-none-is-all = يُترك مفتوحًا للجميع
prescreen-rule-save = حفظ القاعدة
prescreen-is-open = تُقبل التسجيلات
prescreen-is-closed = لا تُقبل التسجيلات
prescreen-takes-profit = تُقبل أيضًا المنظمات التي تعمل من أجل الربح
prescreen-asks-record = يجب أن تكون مقيَّدة لدى جهة رسمية في البلد المضيف
prescreen-least-members = أقل عدد من الأعضاء
prescreen-least-years = أقل عدد من السنوات منذ التأسيس
prescreen-signers = كم شخصًا يوقّع إضافة إلى مقدّم الطلب
prescreen-signers-hint = اتركه فارغًا أو 0 حيث لا يلزم توقيع أحد
prescreen-signing-offices = المناصب التي يجب أن تكون بينهم
prescreen-signing-offices-hint = لا تختر شيئًا حيث يصلح أي منصب
prescreen-fewer-signers-than-offices = اطلب من الأشخاص ما لا يقل عن عدد المناصب
prescreen-words-en = ما يُقال للقراء فوق ذلك بالإنجليزية
prescreen-words-ru = ما يُقال للقراء فوق ذلك بالروسية
prescreen-words-ar = ما يُقال للقراء فوق ذلك بالعربية
prescreen-words-hint = إن لم يوجد نص بلغة ما عُرض على قرائها النص الإنجليزي
prescreen-in-force = سارية
prescreen-ended = منتهية
flash-prescreen-saved = حُفظت القاعدة
nav-prescreen = الأسئلة التمهيدية
act-case-started-over-like = المتابعة مع وجود اسم مشابه مدرج أو قيد النظر
act-case-started-against-rules = المتابعة خلافًا للجواب التمهيدي
act-prescreen-rule-written = كُتبت قاعدة للأسئلة التمهيدية
