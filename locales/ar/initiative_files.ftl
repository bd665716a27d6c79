# صور المبادرات ووثائقها.
initiative-files-title = الصور والوثائق
initiative-files-lead = يراها الجميع مع المبادرة بعد أن ينظر فيها المجلس. وما تحذفونه يختفي فورًا، ومن الصفحة العامة أيضًا، وما عدا ذلك ينتظر المجلس.
initiative-files-none = لا شيء بعد. الصور تساعد الآخرين على رؤية ما تفعلونه.
initiative-files-count =
    { $count ->
        [one] معها صورة أو وثيقة واحدة.
        [two] معها صورتان أو وثيقتان.
        [few] معها { $count } صور ووثائق.
        [many] معها { $count } صورة ووثيقة.
       *[other] معها { $count } صورة ووثيقة.
    }
initiative-files-open = حفظ والانتقال إلى الصور والوثائق
initiative-files-back = العودة إلى مبادرتكم
initiative-pictures = الصور
initiative-pictures-none = لا صور بعد.
initiative-pictures-full = هناك 12 صورة، وهذا أقصى عدد. احذفوا واحدة أولًا
initiative-documents = الوثائق
initiative-documents-none = لا وثائق بعد.
initiative-documents-full = هناك 10 وثائق، وهذا أقصى عدد. احذفوا واحدة أولًا
initiative-picture-add = إضافة صورة
initiative-picture-hint = JPEG أو PNG أو WebP، بحد أقصى 20 ميغابايت. للمبادرة 12 صورة على الأكثر
initiative-picture-warning = سيرى الجميع هذه الصورة. لا تُظهروا أحدًا لم يوافق، أو قد يتضرر إذا عُثر عليه.
initiative-picture-about = يُحذف من الملف مكان التقاطها ووقته وجهازه، بقدر ما يذكره الملف، ويبقى ما يُرى فيها.
initiative-picture-words = ما تُظهره الصورة
initiative-picture-words-hint = في جملة واحدة، لمن لا يراها. لا تذكروا اسم أحد لم يوافق
initiative-document-add = إضافة وثيقة
initiative-document-hint = PDF أو DOCX أو ODT، بحد أقصى 20 ميغابايت. للمبادرة 10 وثائق على الأكثر
initiative-document-warning = سيتمكن الجميع من قراءة هذه الوثيقة، ويُعرض الملف كما هو.
initiative-document-about = كثيرًا ما تذكر الملفات اسم كاتبها ونسخًا سابقة وتعليقات: احذفوا مسبقًا ما لا ينبغي أن يعرفه أحد.
initiative-document-words = عنوان الوثيقة
initiative-document-words-hint = كما سيبحث عنها القراء، مثل: تقرير سنة 2025
initiative-file-no-picture = هذا الملف وثيقة. أضيفوه إلى الوثائق
initiative-file-no-document = هذا الملف صورة. أضيفوه إلى الصور
initiative-file-edit = تغيير الكلمات
initiative-file-save = حفظ
initiative-file-up = إلى الأعلى
initiative-file-down = إلى الأسفل
initiative-file-remove = حذف
initiative-file-take-down = سحب فوري
initiative-file-new = جديد
flash-initiative-file-added = أُضيف الملف
flash-initiative-file-changed = حُفظت الكلمات
flash-initiative-file-moved = تغيّر الترتيب
flash-initiative-file-removed = حُذف الملف، ولم يعد عنوانه يؤدي إلى شيء
initiative-file-take-down-text = يختفي الملف من الصفحة العامة فورًا ويُمحى محتواه. ويصل إلى المشاركين في المبادرة خطاب فيه السبب الذي تكتبونه.
