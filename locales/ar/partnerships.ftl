# المشاركة في مبادرة: سؤال المنظمة وجوابها وخروجها.
initiatives-add-text = تُدعى المنظمة برسالة، ويُذكر اسمها مع المبادرة عندما يوافق فريقها.
initiatives-already-asked = دُعيت هذه المنظمة بالفعل ولم تُجب بعد
initiatives-lead-asked = سُئلت منظمة أخرى أن تقود المبادرة ولم تُجب بعد. اسحبوا ذلك السؤال أولًا، أو اسألوا هذه المنظمة عن دور آخر
initiatives-asked = من دُعي
initiatives-nobody-leads = لا تقود هذه المبادرة أي منظمة بعد. يمكن نشرها عندما توافق منظمة دُعيت إلى قيادتها
initiatives-asked-you = أنتم مدعوون إلى المشاركة
initiatives-asked-by = الداعي
initiatives-asked-by-board = الداعي: المجلس
initiatives-answer-missing = اذكروا هل توافقون أم تعتذرون
initiatives-accept = موافقة
flash-initiative-partner-asked = دُعيت المنظمة برسالة، وتشارك في المبادرة عندما توافق
flash-initiative-question-withdrawn = سُحبت الدعوة
flash-initiative-accepted = منظمتكم تشارك في المبادرة
flash-initiative-declined = اعتذرتم، ولا يُذكر أحد مشاركًا
flash-initiative-left = لم تعد منظمتكم تشارك في المبادرة
letter-partner-asked-subject = هل تشارك منظمتكم في مبادرة؟
letter-partner-asked-text = منظمة «{ $title }» مدعوة إلى المشاركة في مبادرة «{ $initiative }» بصفة: { $role }. لا يُذكر اسمها مع المبادرة إلا إذا وافقتم، ويمكنها الانسحاب لاحقًا. وحتى ذلك الحين لا يُخبر أحد.
letter-partner-asked-link = اقرؤوا عنها وأجيبوا:
letter-partner-answered-subject = جواب بشأن مبادرة
letter-partner-answered-text = { $title }: { $reply }. مبادرة «{ $initiative }» ({ $role }). وإن كان مع الجواب توضيح فهو إلى جانبه.
letter-partner-answered-link = انظروا المبادرة:
letter-partner-removed-subject = لم تعد منظمتكم تشارك في مبادرة
letter-partner-removed-text = أنهى المجلس مشاركة منظمة «{ $title }» في مبادرة «{ $initiative }» ({ $role }).
letter-partner-removed-link = انظروا مبادراتكم:
letter-initiative-unpublished-subject = لم تعد مبادرة منشورة للعموم
letter-initiative-unpublished-text =
    سحب مجلس التنسيق مبادرة «{ $initiative }» من الصفحات العامة.

    { $words }
letter-initiative-unpublished-link = انظروا مبادراتكم:
letter-kind-initiative-unpublished = مبادرة لم تعد منشورة
letter-kind-partner-asked = دعوة إلى مبادرة
letter-kind-partner-answered = جواب بشأن مبادرة
letter-kind-partner-removed = انتهت المشاركة في مبادرة
