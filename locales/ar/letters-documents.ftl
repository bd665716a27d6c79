# رسائل عن الوثائق.
letter-document-expiring-subject = تنتهي وثيقة { $title } في { $date }
letter-document-expiring-text = وثيقة «{ $item }» الخاصة بـ { $title } سارية حتى { $date }. يُرجى إرفاق وثيقة أحدث قبل هذا اليوم.
letter-document-expiring-link = أرفقوها هنا:
letter-document-expired-subject = انتهت وثيقة { $title }
letter-document-expired-text = كانت وثيقة «{ $item }» الخاصة بـ { $title } سارية حتى { $date }. يُرجى إرفاق وثيقة أحدث.
letter-document-expired-link = أرفقوها هنا:

letter-kind-document-expiring = وثيقة توشك على الانتهاء
letter-kind-document-expired = انتهت صلاحية وثيقة
