# ما تشترك فيه صفحات المجموعات والمبادرات والقيادات والمنسّقين.
coordination-organization = المنظمة
coordination-role = الدور
coordination-country = بلد الإقامة
coordination-standing = الحالة
coordination-actions = ما يمكنك فعله
coordination-number = رقم السجل
coordination-number-hint = مثلًا CR-0000017-5
coordination-no-such-number = لا توجد منظمة بهذا الرقم. قارنه بالشهادة أو بالدليل
coordination-not-registered = شُطبت هذه المنظمة أو دُمجت في أخرى، لذلك لا يمكن ضمّها
coordination-cancel = إلغاء
coordination-public-page = عرض الصفحة العامة
coordination-story = ما حدث
coordination-from-until = من { $from } إلى { $until }
coordination-since = منذ { $from }
coordination-until = حتى { $until }
