# رسائل عن الاستمارات الورقية. كما في letters.ftl.
letter-on-paper-subject = طلبك { $number }
letter-on-paper-text =
    ملأت استمارة ورقية: { $title }. أدخلتها عنك الجهة التالية: { $who }. رقم المتابعة هو { $number }.

    { $news }
letter-on-paper-after = إن أردت معرفة المزيد فاسأل هناك: يستطيعون أن يطبعوا لك رسالة بكل ما كتبه المجلس، وأن يسلّموك السجل لترعاه بنفسك. يمكنك ذلك في أي وقت ببريد إلكتروني وكلمة مرور خاصين بك.
letter-on-paper-case-submitted = الطلب الآن لدى المجلس وسيجيب. ولا يلزمك شيء حتى ذلك الحين.
letter-on-paper-changes-requested = يطلب المجلس تعديل بعض الأمور قبل أن يقرر. يرجى الرد في موعد أقصاه { $due }: أخبر من أدخل الاستمارة بما ينبغي تعديله.
letter-on-paper-accepted = قبل المجلس الطلب.
letter-on-paper-accepted-with-conditions = قبل المجلس الطلب بشروط. يرجى استيفاؤها في موعد أقصاه { $due }.
letter-on-paper-refused = لم يقبل المجلس الطلب. وإن رأيت أن القرار خاطئ فيمكنك التظلم حتى { $due }.
letter-on-paper-appealed = وصل التظلم من القرار. سينظر رئيس المجلس في كل شيء من جديد ويجيب.
letter-on-paper-message = كتب المجلس رسالة بشأن الطلب.
letter-on-paper-conditions-met = استوفيت جميع الشروط ولم يبق ما يلزم فعله.
letter-on-paper-condition-not-met = لم يُستوفَ أحد الشروط بعد. اسأل من أدخل الاستمارة عمّا ينقص.
letter-on-paper-condition-extended = مُنح وقت إضافي لأحد الشروط. يرجى استيفاؤه في موعد أقصاه { $due }.
letter-on-paper-renewed = جُدّد التسجيل، وهو سارٍ حتى { $until }.
letter-on-paper-renewed-with-conditions = جُدّد التسجيل بشروط، وهو سارٍ حتى { $until }. يرجى استيفاء أولها في موعد أقصاه { $due }.

letter-record-handed-over-subject = سُلّم سجل أدخلته
letter-record-handed-over-text = تسلّم أهل المنظمة ({ $title }) السجل الذي أدخلته من استمارة ورقية. هم يرعونه من الآن، وترى منه ما تراه بعثتك من أي سجل آخر.
letter-record-handed-over-link = اطّلع عليه في المكتب:

letter-kind-on-paper = خبر لمن وقّع استمارة ورقية
letter-kind-record-handed-over = سُلّم السجل
