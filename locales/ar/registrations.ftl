# تسجيل منظمة، والملف كما يراه مقدّم الطلب.
registration-untitled = منظمة بلا اسم بعد
registration-to-home = الذهاب إلى صفحتي
registration-back-to-case = العودة إلى الملف

# قبل الاستمارة.
registration-new-title = تسجيل منظمة
registration-new-lead = سجّل منظمتك لدى مجلس التنسيق. يستغرق ذلك نحو عشرين دقيقة.
registration-new-need = ما ستحتاج إليه
registration-new-need-names = أسماء المنظمة بخطها الأصلي وبأي خط آخر
registration-new-need-place = أين تعمل، ومن أين أهلها، وأرقامها في سجلات أخرى إن وُجدت
registration-new-need-contact = وسيلة يصل بها المجلس إليها
registration-new-need-people = أسماء القائمين عليها ومناصبهم
registration-new-draft = يمكنك التوقف في أي وقت. يُحفظ ما أدخلته مسودةً مهما كان ناقصًا، ويمكنك المتابعة لاحقًا.
registration-new-then = ما يحدث بعد ذلك
registration-new-then-review = يقرأ المجلس طلبك. وإن كانت سفارة أو قنصلية تُعنى بالبلد المضيف فقد يُطلب رأيها أولًا.
registration-new-then-ask = إن نقص شيء، يخبرك المجلس بالإجابات المطلوب تغييرها فترسلها من جديد.
registration-new-then-number = عند القبول تحصل منظمتك على رقم تسجيل وصفحة خاصة بها في الدليل.
registration-new-start = ابدأ الآن
registration-new-sign-in = سجّل الدخول لتبدأ، حتى تُحفظ مسودتك باسمك ويستطيع المجلس أن يجيبك.
registration-new-to-sign-in = تسجيل الدخول
registration-new-to-sign-up = إنشاء حساب

# الاستمارة.
registration-form-title = منظمتك
registration-form-lead = أجب عمّا تستطيع. يمكنك حفظ الاستمارة في أي وقت والعودة إليها. ولا يراها أحد في المجلس قبل أن ترسلها.
registration-title-mistakes = { "خطأ: " }
registration-overtaken-title = تغيّرت في هذه الأثناء
registration-overtaken = حفظ أحد زملائك هذه الاستمارة وأنت تملؤها. إجاباتك أدناه ولم تُحفظ بعد. احفظها لتحل محل إجابات زميلك، أو افتح الاستمارة من جديد لترى إجاباته.
registration-save = حفظ المسودة
registration-check = حفظ ومراجعة الإجابات
registration-discard = التخلي عن هذه المسودة

registration-names = الأسماء
registration-names-hint = أدخل كل اسم بالخط الذي يُكتب به. وأضف الترجمات والكتابة بحروف أخرى والاختصارات والأسماء السابقة ليجدك الناس بأي منها.
registration-name-main = الاسم الذي تُعرف به المنظمة
registration-name-main-hint = يظهر هذا الاسم في الدليل وفي شهادتك
registration-name-other = اسم آخر
registration-name-role = نوع الاسم
registration-name-language = لغة هذا الاسم
registration-name-add = إضافة اسم آخر
registration-name-remove = إزالة هذا الاسم

registration-what = ما هي
registration-kind = نوع المنظمة
registration-founded = سنة التأسيس
registration-founded-hint = مثلًا 1987

registration-place = أين موطنها
registration-host-country = البلد المضيف
registration-host-country-hint = البلد الذي تعمل فيه المنظمة
registration-city = المدينة أو البلدة
registration-homeland = الوطن الأم
registration-homeland-hint = البلد الذي أتى منه أهلها. إن لم تكن لشعبكم دولة فاتركه فارغًا واذكر الجالية
registration-community = الجالية
registration-community-hint = الشعب الذي تنتمي إليه، مثل الشركس

registration-identifiers = أرقامها في سجلات أخرى
registration-identifiers-hint = مثل سجل الجمعيات أو الجمعيات الخيرية، أو رقم ضريبي لجهة غير ربحية.
registration-identifier-scheme = السجل
registration-identifier-scheme-hint = رمزه في org-id.guide، مثل GB-CHC أو FR-RNA
registration-identifier-value = الرقم في ذلك السجل
registration-identifier-add = إضافة رقم آخر
registration-identifier-remove = إزالة هذا الرقم

registration-work = ما تعمل عليه
registration-areas = المجالات
registration-areas-hint = اختر كل ما ينطبق
registration-languages = لغات العمل
registration-language = اللغة
registration-language-add = إضافة لغة أخرى
registration-language-remove = إزالة هذه اللغة

registration-contacts = كيف يمكن الوصول إليها
registration-contacts-hint = يحتاج المجلس إلى وسيلة اتصال واحدة على الأقل. ولا يراها أحد سواه ما لم تسمح بذلك.
registration-website = الموقع الإلكتروني
registration-website-hint = مثل www.example.org. يظهر للجميع
registration-contact-channel = الوسيلة
registration-contact-value = العنوان أو الرقم
registration-contact-value-hint = بريد إلكتروني، أو رقم هاتف برمز البلد، أو عنوان بريدي في سطر واحد
registration-contact-purpose = الغرض
registration-contact-public = يجوز إظهار هذه الوسيلة للجميع
registration-contact-public-hint = اتركها فارغة إن كان العثور على أحد يعرّضه للخطر
registration-contact-add = إضافة وسيلة اتصال أخرى
registration-contact-remove = إزالة هذه الوسيلة

registration-about = نبذة عن المنظمة
registration-about-hint = قل في بضع جمل ماذا تفعل ولمن. وأضف النص نفسه بلغات أخرى إن شئت. يظهر للجميع.
registration-about-language = لغة هذا النص
registration-about-text = النص
registration-about-add = إضافة نص بلغة أخرى
registration-about-remove = إزالة هذا النص

registration-people = القائمون عليها
registration-people-hint = أدخل شخصًا واحدًا على الأقل. يقرأ المجلس هذا، ولا يقرؤه غيره ما لم يوافق الشخص على الظهور.
registration-person-name = الاسم
registration-person-title = المنصب
registration-person-title-hint = مثل رئيس أو أمين سر
registration-person-email = البريد الإلكتروني
registration-person-email-hint = للمجلس فقط. لا يظهر للجميع أبدًا
registration-person-consents = وافق هذا الشخص على أن يظهر اسمه ومنصبه للجميع
registration-person-consents-hint = اسأله أولًا. فقد يتضرر القائد من سهولة العثور عليه
registration-person-add = إضافة شخص آخر
registration-person-remove = إزالة هذا الشخص

# ما الخطأ فيها.
registration-needs-name = أدخل الاسم الذي تُعرف به المنظمة
registration-needs-kind = اختر نوع المنظمة
registration-needs-host-country = اختر البلد المضيف
registration-needs-city = أدخل المدينة أو البلدة
registration-needs-homeland = اختر الوطن الأم أو أدخل الجالية، أو كليهما
registration-needs-scheme = أدخل رمز السجل
registration-needs-area = اختر مجالًا واحدًا على الأقل
registration-needs-contact = أدخل وسيلة اتصال واحدة على الأقل
registration-needs-about = قل بلغة واحدة على الأقل ماذا تفعل المنظمة
registration-needs-text-language = اختر لغة هذا النص
registration-needs-person = أدخل شخصًا واحدًا على الأقل من القائمين على المنظمة
registration-needs-person-name = أدخل اسم الشخص
registration-needs-person-title = أدخل منصب الشخص
registration-repeated-identifier = هذا الرقم مُدخل أعلاه
registration-repeated-language = يوجد نص بهذه اللغة بالفعل
registration-too-many-names = أدخل 12 اسمًا على الأكثر
registration-too-many-identifiers = أدخل 12 رقمًا على الأكثر
registration-too-many-languages = اختر 12 لغة على الأكثر
registration-too-many-contacts = أدخل 12 وسيلة اتصال على الأكثر
registration-too-many-texts = أدخل 8 نصوص على الأكثر
registration-too-many-people = أدخل 20 شخصًا على الأكثر

# ما يطلبه المجلس.
registration-asked-title = ما يطلب المجلس تغييره
registration-asked-until = يُرجى الرد في موعد أقصاه { $date }.
registration-asked-here = يطلب المجلس:
registration-asked-before = إجابتك السابقة

# مراجعة الإجابات.
registration-answers-title = راجع إجاباتك
registration-answers-lead = هذا ما سيقرؤه المجلس. غيّر ما ليس صحيحًا.
registration-answers-change = تغيير
registration-answers-unchanged = لم تغيّر شيئًا منذ المرة السابقة.
registration-answers-send = الإرسال إلى المجلس
registration-answers-declaration = بالإرسال تؤكد أن هذه الإجابات صحيحة بحسب علمك، وأن لك أن تتصرف باسم المنظمة، وأن من ذكرتهم يعلمون بذلك.
registration-answers-back = العودة إلى الاستمارة
registration-submit = إرسال طلب التسجيل
registration-submit-again = إرسال التغييرات

# الإيصال.
registration-receipt-title = أُرسل طلب التسجيل
registration-receipt-crumb = الإيصال
registration-receipt-number = رقم المتابعة الخاص بك هو
registration-receipt-next = ما يحدث بعد ذلك
registration-receipt-next-post = قد تبدي السفارة أو القنصلية في البلد المضيف رأيها أولًا.
registration-receipt-next-review = يقرأ أحد أعضاء المجلس طلبك.
registration-receipt-next-again = يقرأ أحد أعضاء المجلس ما غيّرته.
registration-receipt-next-answer = نكتب إليك فور صدور الجواب، أو إن لزم تغيير شيء.
registration-receipt-follow = متابعة الملف

# الملف.
registration-case-title = طلب التسجيل
registration-case-continue = متابعة الاستمارة
registration-case-answer = الرد على المجلس
registration-case-appeal = التظلّم من الرفض
registration-case-withdraw = سحب هذا الطلب
registration-registered-as = مسجّلة تحت الرقم
registration-now-draft = هذه مسودة. لا يراها المجلس بعد.
registration-now-submitted = وصل طلبك إلى المجلس، وسيقرؤه أحد أعضائه.
registration-now-at-post = للسفارة أو القنصلية في البلد المضيف أن تبدي رأيها حتى { $date }. ثم يمضي المجلس من تلقاء نفسه.
registration-now-in-review = يقرأ المجلس طلبك. ليس عليك فعل شيء.
registration-now-changes-requested = يطلب المجلس تغيير بعض الإجابات. يُرجى إرسالها من جديد في موعد أقصاه { $date }.
registration-now-accepted = منظمتك مسجّلة.
registration-now-accepted-with-conditions = منظمتك مسجّلة بشرط يُستوفى في موعد أقصاه { $date }.
registration-now-refused = لم يقبل المجلس هذا الطلب. يمكنك التظلّم حتى { $date }.
registration-now-appealed = تظلّمك لدى رئيس المجلس الذي ينظر في كل شيء من جديد.
registration-now-withdrawn = سحبت هذا الطلب. ويبقى مقروءًا هنا.
registration-conversation = الرسائل
registration-conversation-empty = لا رسائل بعد.
registration-message = اكتب إلى المجلس
registration-message-hint = يقرؤها من يعمل على ملفك ويجيب هنا
registration-message-send = إرسال الرسالة
registration-story = ما حدث
registration-story-submitted-again = أُرسل من جديد مع تغييرات
registration-story-changed = ما تغيّر:
registration-submitted = ما أرسلته
registration-who-you = أنت
registration-who-colleague = زميل لك
registration-who-board = المجلس
registration-who-post = السفارة أو القنصلية
registration-who-system = Concord

# السحب والتظلّم.
registration-withdrawal-title = هل تريد سحبه؟
registration-withdrawal-lead = يتوقف المجلس عندئذ عن العمل عليه. ويبقى مقروءًا لك وللمجلس، ويمكنك التسجيل من جديد في أي وقت.
registration-withdrawal-of-draft = تخرج المسودة عندئذ من قائمة ما ينتظرك. وتبقى مقروءة، ويمكنك البدء من جديد في أي وقت.
registration-withdrawal-why = السبب
registration-withdrawal-keep = لا، أبقه
registration-withdraw = نعم، اسحبه
registration-appeal-title = التظلّم من الرفض
registration-appeal-lead = ينظر رئيس المجلس، الذي لم يشارك في الرفض، في كل شيء من جديد ويقرر.
registration-appeal-until = يمكنك التظلّم حتى
registration-appeal-why = لماذا ينبغي أن يكون القرار غير ذلك
registration-appeal-why-hint = أجب عن الأسباب التي ذكرها المجلس، واذكر ما قد لا يكون علم به
registration-appeal-send = إرسال التظلّم

flash-registration-saved = حُفظت المسودة
flash-registration-message = أُرسلت الرسالة
flash-registration-withdrawn = سُحب الطلب
flash-registration-appealed = أُرسل التظلّم
