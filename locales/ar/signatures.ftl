# من يوقّع ما تقوله المنظمة، إضافة إلى من يقدّمه.
signatures-title = التوقيعات
signatures-lead = كل من تسمّونه يتلقى رسالة فيها رابط. يقرأ بلا حساب ما تقوله الاستمارة، ثم يوقّع أو يعتذر. وإذا تغيّرت الاستمارة بعد ذلك يُطلب التوقيع من جديد.
signatures-asked = { $people ->
    [one] يجب أن يوقّع شخص واحد ({ $people }) إضافة إلى مقدّم الطلب قبل أن تتمكنوا من تقديمه.
    [two] يجب أن يوقّع شخصان ({ $people }) إضافة إلى مقدّم الطلب قبل أن تتمكنوا من تقديمه.
    [few] يجب أن يوقّع { $people } أشخاص إضافة إلى مقدّم الطلب قبل أن تتمكنوا من تقديمه.
    [many] يجب أن يوقّع { $people } شخصًا إضافة إلى مقدّم الطلب قبل أن تتمكنوا من تقديمه.
   *[other] يجب أن يوقّع { $people } شخص إضافة إلى مقدّم الطلب قبل أن تتمكنوا من تقديمه.
}
signatures-asked-offices = يجب أن يكون بينهم:
signatures-none-asked = لا يلزم أن يوقّع أحد آخر. وإذا كان نظامكم الأساسي يطلب ذلك، يمكنكم جمع التوقيعات مع ذلك.
signatures-stale = تغيّرت الاستمارة بعد أن وقّعها أحدهم. اطلبوا توقيعها من جديد.
signatures-task-signed = وقّع { $done } من { $of }
signatures-task-stale = تغيّرت بعد التوقيع: اطلبوه من جديد
signatures-ask = طلب التوقيعات
signatures-missing = التوقيعات ناقصة: وقّع { $signed } من { $people } على ما تقوله الاستمارة الآن
signatures-missing-offices = لم يوقّع أحد في هذه المناصب على ما تقوله الاستمارة الآن: { $offices }
signature-state-named = لم يُطلب منه بعد
signature-state-waiting = طُلب منه
signature-state-expired = انتهت مدة الرابط
signature-state-signed = وقّع
signature-state-stale = وقّع قبل آخر تغيير
signature-state-declined = اعتذر
signature-until = يعمل الرابط حتى { $date }.
signature-signed-on = في { $date }.
signature-ask-one = الكتابة إليه من جديد
signature-remove = إزالة
signature-name-title = تسمية من يوقّع
signature-name = الاسم
signature-office = المنصب
signature-email = عنوان البريد الإلكتروني
signature-email-hint = عنوانه هو، لا عنوانك. لا يراه سواكم أنتم وزملاؤكم.
signature-name-save = تسميته
signature-is-there = شخص بهذا العنوان مذكور من قبل
signature-is-own = هذا عنوانك أنت: من يقدّم الطلب يوقّع بتقديمه، ويجب أن يوقّع شخص آخر أيضًا
signature-too-many = لا يمكن تسمية أشخاص آخرين
signature-too-often = لم تُكتب بعض الرسائل: ذهبت رسائل كثيرة إلى عنوانهم مؤخرًا. حاولوا غدًا
signature-form-first = أكملوا الاستمارة أولًا: عندئذ يمكن أن يُطلب توقيعها ممن سمّيتموهم.
signature-typed = وقّع باسم
signature-version = التقديم { $ordinal }
signature-by = من طُلب توقيعه ({ $office })
signature-title = يُطلب توقيعكم
signature-you = يُطلب منكم بصفتكم
signature-lead = اقرأوا كل ما يلي. هذا ما سترسله المنظمة إلى مجلس التنسيق كما تقوله الآن.
signature-lead-amendment = اقرأوا كل ما يلي. هذا ما تطلب المنظمة من مجلس التنسيق تغييره؛ وما عليه علامة جديد.
signature-sign-title = التوقيع
signature-agree = قرأت كل هذا وأوافق على إرساله
signature-agree-first = قولوا إنكم قرأتموه وتوافقون
signature-typed-name = اسمكم كما توقّعون
signature-typed-name-hint = الاسم واسم العائلة. يراه المجلس مع منصبكم والوقت.
signature-sign = توقيع
signature-not-ready = شيء ما في الاستمارة يتغيّر الآن. عودوا بالرابط نفسه حين تكتمل.
signature-changed-meanwhile = تغيّرت الاستمارة وأنتم تقرأونها. هذا ما تقوله الآن: اقرأوها من جديد
signature-decline-title = أو الاعتذار
signature-decline-words = لماذا لا توقّعون؟
signature-decline-hint = يقرأه من طلب منكم التوقيع، ويمكنه تغيير الاستمارة والطلب من جديد.
signature-decline = اعتذار
signature-bad-link-title = هذا الرابط لا يعمل
signature-bad-link-text = استُعمل من قبل، أو انتهت مدته، أو في رسالة أحدث رابط آخر، أو أُرسل ما كنتم ستوقّعونه أو سُحب. اطلبوا ممن سمّاكم أن يكتب إليكم من جديد.
letter-signature-wanted-subject = يُطلب توقيعكم عن منظمة
letter-signature-wanted-text = ذُكرتم بين من يوقّعون عن { $title } في Concord، حيث تسجَّل المنظمات لدى مجلس التنسيق. منصبكم: { $office }.
letter-signature-wanted-link = اقرأوا ما تقوله، ثم وقّعوا أو اعتذروا:
letter-signature-wanted-after = لا تحتاجون إلى حساب. يعمل الرابط مرة واحدة خلال 14 يومًا؛ لا تمرّروه إلى غيركم. إن كنتم لا تعرفون المنظمة فاعتذروا أو تجاهلوا هذه الرسالة.
letter-kind-signature-wanted = طلب توقيع
act-signatory-named = سُمّي من يوقّع
act-signatory-removed = أُزيل من كان سيوقّع
act-signature-asked = طُلب توقيع
act-signature-given = وُقّع
act-signature-declined = اعتُذر عن التوقيع
flash-signature-named = سُمّي الشخص. أكملوا الاستمارة ثم اطلبوا التوقيعات
flash-signature-asked = الرسائل في طريقها
flash-signature-removed = أُزيل الشخص، ولم يعد رابطه يعمل
flash-signature-given = شكرًا. حُفظ توقيعكم، والمنظمة تراه
flash-signature-declined = اعتذرتم. من طلب منكم يرى كلماتكم
signatures-see = انظر من يوقّع واطلب التوقيعات
