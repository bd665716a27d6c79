# من يتابع أي منظمة.
assignments-title = المنسّق
assignments-why-named = كُلّف بها بالاسم منذ { $from }
assignments-why-rule = يتولّاها بموجب قاعدة: { $ground }
assignments-suggested = المقترح: { $name }
assignments-nobody = لا أحد يتابع هذه المنظمة بعد
assignments-assign = تعيين منسّق
assignments-hand-over = تسليم المتابعة
assignments-release = إنهاء المتابعة
assignments-coordinator = المنسّق
assignments-choose-title = من يتابع هذه المنظمة؟
assignments-hint = يراها ضمن منظماته ويجيب عن أسئلتها
assignments-no-coordinators = لا يمكن تعيين أحد: لا يوجد منسّق لديه حساب
assignments-save = حفظ
assignments-gone = لم يعد هذا الشخص في مجلس التنسيق. اختر غيره
assignments-own = هذه منظمته هو. اختر غيره
flash-coordinator-assigned = عُيّن المنسّق
flash-coordinator-released = لم يعد أحد يتابع هذه المنظمة
